/**
 * Pieces of text that several views share, so that the same thing reads the same everywhere.
 */
import { type Catalog, heldRoles, sourcesOf } from '../core/catalog.ts';
import type { ExpectedRequirement, Origin } from '../core/expectations.ts';
import type { Cite, Disagreement, Progression, Role, Skill, Source } from '../core/model.ts';
import {
  type Block,
  heading,
  hint,
  type Inline,
  item,
  join,
  leading,
  type Line,
  linked,
  list,
  muted,
  paragraph,
  section,
  type Style,
  styled,
  type Target,
} from '../report/report.ts';

/** The words of a command: its name, and the roles that it is about; `list` is about all of them, and names none. */
export type RoleCommand = readonly [name: 'show' | 'compare' | 'path' | 'list', ...roles: string[]];

/** What the user asked of every view. */
export interface ViewOptions {
  /** True to write the cites behind each statement. */
  readonly cites: boolean;
  /** What a command line must end in to speak of the same ladder; nothing when absent. */
  readonly rerun?: string;
  /** Where the source of a cite is to be found; absent where cites are not to be links. */
  readonly urlOf?: (cite: Cite) => string | undefined;
}

/** Shows cites, if at all, as links to their sources. */
export function citing(catalog: Catalog, cites: boolean): ViewOptions {
  return { cites, urlOf: (cite) => catalog.cites.get(cite)?.source.url };
}

/** The cites behind a statement, if they are to be shown; `editorial` where the statement is the ladder keeper's own. */
export function citeNote(
  { cites, editorial }: { readonly cites: readonly Cite[]; readonly editorial?: boolean },
  options: ViewOptions,
): Inline[] {
  if (!options.cites) return [];
  if (cites.length === 0) return editorial === true ? [styled('cite', ' [editorial]')] : [];
  const urls = cites.map((cite) => options.urlOf?.(cite));
  if (urls.every((url) => url === undefined)) return [{ text: ` [${cites.join(', ')}]`, style: 'cite', cites }];
  const links = cites.map((cite, index) => [linked(urls[index], cite, 'cite')]);
  return [styled('cite', ' ['), ...join(links, styled('cite', ', ')), styled('cite', ']')];
}

/** A number with its noun in the right form: 1 move, 2 moves. */
export function count(number: number, noun: string, many = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : many}`;
}

export function titleOf(catalog: Catalog, id: string): string {
  return catalog.roles.get(id)!.title;
}

/** A command about some roles, to copy, with the place of the page that shows the same. */
export function roleCommand(
  catalog: Catalog,
  [name, ...roles]: RoleCommand,
  rerun = '',
): { readonly text: string; readonly target: Target } {
  const text = ['pmroles', name, ...roles].join(' ') + rerun;
  const titles = roles.map((id) => titleOf(catalog, id));
  const [place, label] = {
    list: ['', catalog.ladder.title],
    show: [`role=${roles.join(',')}`, joinWords(titles)],
    compare: [`compare=${roles.join(',')}`, `Compare ${joinWords(titles)}`],
    path: [`path=${roles.join(',')}`, titles.join(' → ')],
  }[name] as [string, string];
  return { text, target: { to: `#${place}`, label } };
}

export function roleLink(catalog: Catalog, id: string, style?: Style): Inline {
  return leading(`#role=${id}`, titleOf(catalog, id), style);
}

export function skillName(catalog: Catalog, id: string): string {
  return catalog.skills.get(id)!.name;
}

export function skillLink(id: string, text: string, style?: Style): Inline {
  return leading(`#skill=${id}`, text, style);
}

/** The title of a level, empty where there is none. */
export function levelTitle(catalog: Catalog, level: string | undefined): string {
  return level === undefined ? '' : (catalog.levels.get(level)?.title ?? level);
}

/** What a requirement's level means for its skill or, where the ladder does not say, what the level means at all. */
export function levelMeaning(catalog: Catalog, { skill, level }: ExpectedRequirement): string | undefined {
  if (level === undefined) return undefined;
  return ownMeaning(catalog.skills.get(skill), level) ?? catalog.levels.get(level)?.description;
}

/** What a level means for a skill by the skill's own words; undefined where it has none. A level may be called `constructor`. */
export function ownMeaning(skill: Skill | undefined, level: string): string | undefined {
  const { levels = {} } = skill ?? {};
  return Object.hasOwn(levels, level) ? levels[level] : undefined;
}

export function needDetails(catalog: Catalog, { level, importance }: ExpectedRequirement): string[] {
  return [levelTitle(catalog, level), importance ?? ''].filter((detail) => detail !== '');
}

/** A skill with its level and importance, as far as they are given: `Mentoring (working, essential)`. */
export function requirementLabel(catalog: Catalog, requirement: ExpectedRequirement): string {
  const details = needDetails(catalog, requirement);
  if (requirement.notApplicable === true) details.push('not applicable');
  const name = skillName(catalog, requirement.skill);
  return details.length > 0 ? `${name} (${details.join(', ')})` : name;
}

/** What a statement rests on: its cites, then the role that it is inherited from, with the cites for that. */
export function groundNote(catalog: Catalog, statement: Grounded, options: ViewOptions): Inline[] {
  const { origin } = statement;
  if (!origin) return citeNote(statement, options);
  const note = [muted(' (as '), roleLink(catalog, origin.role, 'muted'), muted(')')];
  return [...citeNote(statement, options), ...note, ...citeNote(origin, options)];
}

export function statementLine(
  catalog: Catalog,
  statement: Grounded & { readonly text: string },
  options: ViewOptions,
): Line {
  return [statement.text, ...groundNote(catalog, statement, options)];
}

interface Grounded {
  readonly cites: readonly Cite[];
  readonly editorial?: boolean;
  readonly origin?: Origin;
}

/** What is said beside the point, behind dots; what is empty is left out. */
export function aside(...texts: readonly (string | undefined)[]): Inline[] {
  return texts.filter((text) => text !== undefined && text !== '').map((text) => muted(` · ${text}`));
}

/** What is made of a text; nothing where there is none. */
export function given<T>(text: string | undefined, make: (text: string) => T): T[] {
  return text === undefined || text === '' ? [] : [make(text)];
}

/** How a move is known: `stated by A`, `implied by B`, `editorial`. */
function basisNote(catalog: Catalog, progression: Progression): string {
  const sources = sourcesOf(catalog, progression.cites);
  if (progression.basis === 'editorial') return 'editorial';
  return sources.length > 0 ? `${progression.basis} by ${sources.join(' and ')}` : progression.basis;
}

export function kindName(progression: Progression): string {
  return progression.kind.replace('-', ' ');
}

/**
 * How a move is known, as far as there are sources that could tell, and what sort it is where it is not the usual one, for which
 * the ladder's keeper answers.
 */
export function moveNote(catalog: Catalog, progressions: readonly Progression[]): string {
  const names = progressions.map((move) => (move.kind === 'lateral' ? 'lateral move' : kindName(move)));
  const kinds = [...new Set(names)];
  // Where there are several, the usual one is worth naming too.
  const kind = kinds.length === 1 && progressions[0]!.kind === 'promotion' ? '' : joinWords(kinds, 'or');
  const basis = catalog.ladder.sources.length === 0 ? [] : progressions.map((move) => basisNote(catalog, move));
  return [kind, joinWords([...new Set(basis)])].filter((part) => part !== '').join(', ');
}

/** How senior a role is among the ladder's: `Level 6 of 8`. Roles of one rank are of one level. */
export function levelOfRole(catalog: Catalog, role: Role): string {
  const levels = roleLevels(catalog);
  return role.abstract === true ? 'Held by nobody' : `Level ${levels.get(role.rank)!} of ${levels.size}`;
}

/** The levels that roles are of, from 1, by their ranks. */
export function roleLevels({ ladder }: Catalog): ReadonlyMap<number, number> {
  const ranks = new Set(heldRoles(ladder).map(({ rank }) => rank));
  return new Map([...ranks].map((rank, index) => [rank, index + 1]));
}

/** The title of a role's track; undefined where it is on none. */
export function trackTitle(catalog: Catalog, id: string): string | undefined {
  const track = catalog.roles.get(id)!.track;
  return track === undefined ? undefined : catalog.ladder.tracks.find((entry) => entry.id === track)!.title;
}

/** Joins texts for running text: `a`, `a and b`, `a, b and c`. */
export function joinWords(texts: readonly string[], word = 'and'): string {
  if (texts.length < 2) return texts.join('');
  return `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1)!}`;
}

/** Heads what the sources contradict one another about. */
export const DIFFERENCES = 'Where the sources differ';

export function disagreementBlocks(disagreements: readonly Disagreement[], options: ViewOptions): Block[] {
  const blocks = disagreements.flatMap(({ title, positions }) => [
    heading(3, title),
    ...list(
      positions.map((position) => item('≠', [position.text, ...citeNote(position, options)], 'changed')),
      2,
    ),
  ]);
  return section(2, DIFFERENCES, blocks);
}

/** What the sources contradict one another about in a role; what is about every role says nothing of this one. */
export function disagreementsAbout({ ladder }: Catalog, role: Role): Disagreement[] {
  return ladder.disagreements.filter(({ roles }) => roles.includes(role.id) && roles.length < ladder.roles.length);
}

/** What it means that nothing is said, which is said once an answer. */
export function notStated({ ladder }: Catalog): string {
  return `Not stated: ${ladder.sources.length > 0 ? "the sources don't" : "the ladder doesn't"} say.`;
}

/** Where to read what the sources contradict one another about; nothing where they do not. */
export function differencesHint(
  disagreements: readonly Disagreement[],
  command: readonly string[],
  options: ViewOptions,
): Block[] {
  const [first, ...more] = disagreements;
  if (!first) return [];
  const about = more.length === 0 ? `: ${first.title}` : ` on ${disagreements.length} points:`;
  const line = `pmroles ${command.join(' ')}${options.rerun ?? ''}`;
  return [hint(`The sources differ${about} `, styled('code', line))];
}

/** A text as a sentence among others. */
export function withStop(text: string): string {
  return /[.!?…:)]$/.test(text) ? text : `${text}.`;
}

/** A sentence that is to stand among others. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

/** Which source is meant by a letter: `A = its title (2024)`, for those that some cites lead to. */
export function sourceKey(catalog: Catalog, cites: readonly Cite[]): Block[] {
  const named = new Set(sourcesOf(catalog, cites));
  const keys = catalog.ladder.sources
    .filter(({ id }) => named.has(id))
    .map(({ id, title, date, url }): Line => {
      const year = date === undefined ? '' : ` (${date.slice(0, 4)})`;
      return [muted(`${id} = `), linked(url, `${title}${year}`, 'muted')];
    });
  return keys.length === 0 ? [] : [paragraph(...join(keys, muted(' · ')))];
}

/** Said once of a ladder whose statements cite nothing. */
export const NO_SOURCE = 'This ladder names no sources.';

export function sourceLines({ date, url, note }: Source): Line[] {
  return [
    ...given(date, (text) => [`Dated ${text}`]),
    ...given(url, (text) => [linked(text, text)]),
    ...given(note, (text) => [text]),
  ];
}

/** Which source a statement is of, in brackets; nothing where it names none. */
export function sourceNote(catalog: Catalog, statement: { readonly cites: readonly Cite[] }): Inline[] {
  const sources = sourcesOf(catalog, statement.cites);
  if (sources.length === 0) return [];
  const names = sources.map((id) => linked(catalog.cites.get(id)?.source.url, id, 'muted'));
  const between = (index: number): string => (index === 0 ? '' : index < names.length - 1 ? ', ' : ' and ');
  return [muted(' (source '), ...names.flatMap((name, index) => [muted(between(index)), name]), muted(')')];
}

export function skillLine(catalog: Catalog, requirement: ExpectedRequirement, options: ViewOptions): Line {
  const name = skillLink(requirement.skill, requirementLabel(catalog, requirement));
  return [name, ...groundNote(catalog, requirement, options)];
}
