/**
 * What separates some roles, in a sentence or two.
 */
import type { Catalog } from '../core/catalog.ts';
import { compareRoles, type Comparison, type Only } from '../core/compare.ts';
import { groupBy } from '../core/group-by.ts';
import { type ChangeKind, pictureComparison, type PicturedComparison } from '../pictures/comparison.ts';
import { FILTERS } from './compare.ts';
import { count, joinWords, notStated, skillName, titleOf } from './parts.ts';

/** So many are named; of more, how many there are. */
const MOST_NAMED = 3;

/** Sums a comparison up, which must be whole: what a filter left out would not be counted. */
function compareSentence(comparison: PicturedComparison): string {
  const { roles, areas, levels, rows } = comparison;
  const duties = areas.filter(({ id }) => id !== '');
  const isMute = (index: number): boolean => duties.every(({ silent }) => silent[index]);
  const someMute = roles.some((_, index) => isMute(index));
  const titles = (wanted: (index: number) => boolean): string[] =>
    roles.filter((_, index) => wanted(index)).map(({ title }) => title);
  const unstated = (what: string, whose: readonly string[]): string[] =>
    whose.length === 0 ? [] : [`No ${what} are stated for ${joinWords(whose)}.`];
  const bySteps = roles.length === 2 && levels.length > 0 && rows.every(({ kind }) => kind !== 'unsaid');
  return [
    ...(bySteps ? [...steps(comparison), ...(someMute ? [] : moved(comparison))] : shared(comparison, someMute)),
    ...(bySteps
      ? []
      : unstated(
          'skills',
          roles.filter(({ silent }) => silent).map(({ title }) => title),
        )),
    ...(duties.length === 0 ? [] : unstated('responsibilities', titles(isMute))),
    ...roles.flatMap(({ title }, own) => {
      const alone = duties.filter(({ silent }) => silent.every((isSilent, index) => isSilent !== (index === own)));
      const others = roles.some((_, index) => index !== own && !isMute(index));
      return alone.length === 0 || !others
        ? []
        : [
            `Only for the ${title} are responsibilities stated in ${named(
              alone.map((area) => area.title),
              'area',
              'in ',
            )}.`,
          ];
    }),
  ].join(' ');
}

/** What stands above and below a picture; the whole comparison is summed up, whatever a filter leaves of it. */
export function compareNotes(
  catalog: Catalog,
  comparison: Comparison,
  only: Only | undefined,
): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const { roles, areas, skills, notApplicable, silentOnSkills } = comparison;
  const whole = pictureComparison(catalog, only === undefined ? comparison : compareRoles(catalog, roles));
  const isEmpty = areas.length + skills.length + notApplicable.length === 0;
  const ruledOut = groupBy(
    notApplicable.flatMap(({ skill, held }) => held.map(({ role }) => ({ role, skill }))),
    ({ role }) => role,
  );
  return {
    above: [
      compareSentence(whole),
      ...(only === undefined ? [] : [`Shown: ${FILTERS[only]}.`]),
      ...(isEmpty ? [only === undefined ? notStated(catalog) : 'Nothing to show under this filter.'] : []),
    ],
    below: [
      ...roles.flatMap((id) => {
        const names = (ruledOut.get(id) ?? []).map(({ skill }) => skillName(catalog, skill));
        return names.length === 0 ? [] : [`Not applicable as ${titleOf(catalog, id)}: ${names.join(', ')}.`];
      }),
      ...(isEmpty || (silentOnSkills.length === 0 && areas.every(({ silent }) => silent.length === 0))
        ? []
        : [notStated(catalog)]),
    ],
  };
}

function named(names: readonly string[], noun: string, before: string): string {
  if (names.length > MOST_NAMED) return count(names.length, noun);
  return joinWords(names.map((name, index) => (index === 0 ? name : `${before}${name}`)));
}

/** How the skills change from the first of two roles to the second. */
function steps({ rows }: PicturedComparison): string[] {
  const groups = groupBy(rows, ({ kind, size }) => `${kind} ${kind === 'up' || kind === 'down' ? size : ''}`);
  const order: readonly ChangeKind[] = ['up', 'down', 'open', 'other', 'left', 'ruled-out', 'gained'];
  const changed = Array.from(groups.values()).filter(([first]) => order.includes(first!.kind));
  changed.sort(([a], [b]) => order.indexOf(a!.kind) - order.indexOf(b!.kind));
  const parts = changed.map((members, index) => {
    const [{ kind, words }] = members as [PicturedComparison['rows'][number]];
    const one = members.length === 1;
    const who = index === 0 ? count(members.length, 'skill') : String(members.length);
    if (kind === 'up' || kind === 'down') return `${who} ${one ? 'goes' : 'go'} ${words.toLowerCase()} ${kind}`;
    if (kind === 'open') return `${who} ${one ? 'has' : 'have'} no stated level`;
    if (kind === 'other') return `${who} ${one ? 'differs' : 'differ'} in words or importance`;
    if (kind === 'ruled-out') return `${who} ${one ? 'does' : 'do'} not apply`;
    if (kind === 'left') return `${who} ${one ? 'is' : 'are'} not repeated`;
    const names = members.length <= MOST_NAMED ? `: ${joinWords(members.map(({ name }) => name))}` : '';
    return `${who} ${one ? 'is' : 'are'} new${names}`;
  });
  if (parts.length === 0 && rows.length > 0)
    parts.push(`${count(rows.length, 'skill')} ${rows.length === 1 ? 'stays' : 'stay'} the same`);
  return parts.length === 0 ? [] : [`${joinWords(parts)}.`];
}

/** The responsibilities that only one of two roles has. */
function moved({ areas }: PicturedComparison): string[] {
  // Where one says nothing, what the other says is not new.
  const spoken = areas.filter(({ silent }) => !silent.includes(true));
  const [left, gained] = [0, 1].map((role) => spoken.reduce((sum, { only }) => sum + only[role]!.length, 0)) as [
    number,
    number,
  ];
  const isAre = (number: number): string => (number === 1 ? 'is' : 'are');
  const duties = (number: number): string => count(number, 'responsibility', 'responsibilities');
  if (gained > 0 && left > 0) return [`${duties(gained)} ${isAre(gained)} new, ${left} ${isAre(left)} not repeated.`];
  if (gained + left > 0)
    return [`${duties(gained + left)} ${isAre(gained + left)} ${gained > 0 ? 'new' : 'not repeated'}.`];
  return [];
}

/** What all have, whatever the level. */
function shared({ roles, rows, areas }: PicturedComparison, someMute: boolean): string[] {
  const entries = areas.flatMap(({ id, shared: own }) => own.map((entry) => ({ isSkill: id === '', entry })));
  const standings = (isSkill: boolean, ...wanted: readonly string[]): number =>
    entries.filter((one) => one.isSkill === isSkill && wanted.includes(one.entry.items[0]!.standing)).length;
  const skills =
    rows.filter(({ item: { standing } }) => standing === 'common' || standing === 'differing').length +
    standings(true, 'common', 'differing');
  const [duties, related] = [standings(false, 'common'), roles.length === 2 ? standings(false, 'related') : 0];
  const number = (many: number, one: string, all?: string): string =>
    many === 0 ? `no ${one}` : count(many, one, all);
  const duty = (many: number): string => number(many, 'responsibility', 'responsibilities');
  const own = [
    ...(roles.some(({ silent }) => silent) ? [] : [number(skills, 'skill')]),
    ...(!someMute && (duties > 0 || related === 0) ? [duty(duties)] : []),
  ];
  const others = related === 0 ? [] : [duties > 0 ? `${related} more` : duty(related)];
  if (own.length + others.length === 0) return [];
  const inOther = others.map((part) => (own.length === 0 ? `${part} in other words` : `and, in other words, ${part}`));
  const all = own.length > 0 && others.length > 0 ? own.join(', ') : joinWords(own);
  if (roles.length > 2 && skills + duties === 0) return [`Nothing is shared by all ${roles.length}.`];
  return [
    `${roles.length === 2 ? 'They' : `All ${roles.length}`} share ${[all, ...inOther].filter((part) => part !== '').join(' ')}.`,
  ];
}
