/**
 * A role as an advert for somebody to fill it: what the ladder says of it, and what an advert needs besides, as gaps.
 */
import type { Catalog } from '../core/catalog.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Role } from '../core/model.ts';
import { type Block, bullets, heading, type Line, muted, paragraph, type Report, section } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { numberedNotes, type Notes } from './numbered-notes.ts';
import {
  disagreementsAbout,
  given,
  levelOfRole,
  levelTitle,
  moveNote,
  notStated,
  ownMeaning,
  skillName,
  titleOf,
  trackTitle,
} from './parts.ts';
import { recordsOf } from './records.ts';
import { areaBlocks, byImportance } from './role-to-fill.ts';

/** What an advert needs and no ladder says. */
const GAPS = ['Pay', 'Place', 'Hours', 'How to apply'] as const;

export function advertView(catalog: Catalog, role: Role): Report<Data<'advert'>> {
  const notes = numberedNotes(catalog);
  const { responsibilities, needed } = expectationsOf(catalog, role);
  const place = [...given(trackTitle(catalog, role.id), (title) => title), levelOfRole(catalog, role)].join(' · ');
  const next = catalog.next.get(role.id) ?? [];
  const orSilent = (blocks: readonly Block[]) => (blocks.length === 0 ? [paragraph(notStated(catalog))] : blocks);
  return {
    title: role.title,
    // In the order in which they are read, so that notes are numbered from the top.
    blocks: [
      heading(1, role.title),
      ...given(role.summary.text, (text) => paragraph(text, ...notes.behind(role.summary))),
      paragraph(place, ...notes.differences(role)),
      heading(2, 'What you will do'),
      ...orSilent(areaBlocks(catalog, 3, responsibilities, (duty) => [duty.text, ...notes.behind(duty)])),
      heading(2, 'What you need'),
      ...orSilent(skillBlocks(catalog, needed, notes)),
      ...section(
        2,
        'Where you can go from here',
        bullets(
          [...groupBy(next, ({ to }) => to)].map(([to, moves]): Line => {
            const note = moveNote(catalog, moves);
            const cites = moves.flatMap((move) => move.cites);
            return [titleOf(catalog, to), ...(note === '' ? [] : [muted(` (${note})`)]), ...notes.behind({ cites })];
          }),
        ),
      ),
      heading(2, 'What the ladder does not say'),
      ...bullets(GAPS.map((gap) => `${gap}: [to fill in]`)),
      ...notes.blocks(),
    ],
    records: () =>
      recordsOf('kind area id text level importance origin cites', [
        { kind: 'title', id: role.id, text: role.title },
        ...(role.summary.text === '' ? [] : [{ kind: 'summary', ...role.summary }]),
        ...responsibilities.map((duty) => ({ kind: 'responsibility', ...duty })),
        ...needed.map((need) => ({
          ...need,
          kind: 'skill',
          id: need.skill,
          text: need.text === '' ? skillName(catalog, need.skill) : need.text,
        })),
        ...next.map(({ to, note, cites }) => ({ kind: 'next', id: to, text: note, cites })),
        ...GAPS.map((gap) => ({ kind: 'to-fill-in', text: gap })),
      ]),
    data: () => ({
      role: {
        ...role,
        track: catalog.ladder.tracks.find(({ id }) => id === role.track),
        summary: role.summary.text === '' ? null : role.summary,
      },
      responsibilities,
      skills: needed.map((need) => ({ ...need, levelText: levelText(catalog, need) })),
      next,
      disagreements: disagreementsAbout(catalog, role),
      toFillIn: GAPS,
    }),
  };
}

/** What the level looks like for this skill; what it means at all would say the same of each. */
function levelText(catalog: Catalog, { skill, level }: ExpectedRequirement): string | undefined {
  return level === undefined ? undefined : ownMeaning(catalog.skills.get(skill), level);
}

function skillBlocks(catalog: Catalog, needed: readonly ExpectedRequirement[], notes: Notes): Block[] {
  const groups = byImportance(needed);
  return groups.flatMap(({ title, members }) => {
    const lines = members.map((need): Line => {
      const level = levelTitle(catalog, need.level);
      const said = [need.text, levelText(catalog, need) ?? ''].filter((text) => text !== '').join(' ');
      const name = skillName(catalog, need.skill) + (level === '' ? '' : ` (${level})`);
      return [said === '' ? name : `${name}: ${said}`, ...notes.behind(need)];
    });
    // Where the ladder does not say of any skill how much it matters, there is nothing to part them by.
    return groups.length === 1 && title === undefined
      ? bullets(lines)
      : [heading(3, title ?? 'Importance not stated'), ...bullets(lines, 2)];
  });
}
