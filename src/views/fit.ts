/**
 * Which roles somebody's answers cover, the most first.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Fits } from '../core/profile/fit.ts';
import { heading, hint, item, list, muted, paragraph, type Report, section, styled } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, roleLink } from './parts.ts';
import { coverWords, profileData, profileTitle, type ProfileViewOptions, type ShownProfile } from './profile-parts.ts';
import { standingData } from './standing.ts';

export function fitView(
  catalog: Catalog,
  shown: ShownProfile,
  { ranked, tooLittle }: Fits,
  options: ProfileViewOptions,
): Report<Data<'fit'>> {
  const title = `${profileTitle(shown)}: roles by what is covered`;
  const own = shown.profile.role;
  const isShared = ranked.some(({ place }, index) => place !== index + 1);
  const few = tooLittle.filter(({ answered }) => answered > 0);
  return {
    title,
    blocks: [
      heading(1, title),
      ...list(
        ranked.map((fit) =>
          item(`${fit.place}.`, [
            roleLink(catalog, fit.role.id),
            ...(fit.role.id === own ? [muted(' (your role)')] : []),
            `: ${coverWords(fit)}`,
          ]),
        ),
      ),
      ...(ranked.length === 0 ? [paragraph('Too little is answered to rank any role.')] : []),
      ...(isShared ? [paragraph(muted('Roles of one number are tied.'))] : []),
      ...section(
        2,
        'Too little answered to rank',
        options.full || few.length === tooLittle.length
          ? list(tooLittle.map((one) => item('?', [roleLink(catalog, one.role.id), `: ${coverWords(one)}`])))
          : [
              ...list(few.map((one) => item('?', [roleLink(catalog, one.role.id), `: ${coverWords(one)}`]))),
              paragraph(muted(`${count(tooLittle.length - few.length, 'more role')} with nothing answered.`)),
            ],
      ),
      ...(tooLittle.length > 0 && shown.name === 'me'
        ? [
            hint(
              'Answer for a role: ',
              styled('code', `pmroles me answer ${tooLittle[0]!.role.id}${options.rerun ?? ''}`),
            ),
          ]
        : []),
    ],
    records: () => ({
      columns: ['place', 'role', 'has', 'partly', 'lacks', 'answered', 'notAnswered', 'essentialMissing'],
      rows: [...ranked, ...tooLittle].map((one) => [
        'place' in one ? (one.place as number) : '',
        one.role.id,
        one.counts.has,
        one.counts.partly,
        one.counts.lacks,
        one.answered,
        one.counts['not-answered'],
        one.essentialMissing,
      ]),
    }),
    data: () => ({
      profile: profileData(shown),
      ranked: ranked.map((one) => ({ role: one.role.id, place: one.place, ...standingData(one) })),
      tooLittle: tooLittle.map((one) => ({ role: one.role.id, ...standingData(one) })),
    }),
  };
}
