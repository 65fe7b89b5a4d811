/**
 * Pieces of text that several views share, so that the same thing reads the same everywhere.
 */
import { type Catalog, sourcesOf } from '../core/catalog.ts';
import type { ExpectedRequirement, Origin } from '../core/expectations.ts';
import type { Cite, Disagreement, Progression, Skill } from '../core/model.ts';
import {
  type Block,
  heading,
  type Inline,
  item,
  type Item,
  join,
  leading,
  type Line,
  linked,
  list,
  type Style,
  styled,
} from '../report/report.ts';

/** What the user asked of every view. */
export interface ViewOptions {
  /** True to write the cites behind each statement. */
  readonly cites: boolean;
  /** Where the source of a cite is to be found; absent where cites are not to be links. */
  readonly urlOf?: (cite: Cite) => string | undefined;
}

/** Shows cites, if at all, as links to their sources. */
export function citing(catalog: Catalog, cites: boolean): ViewOptions {
  return { cites, urlOf: (cite) => catalog.cites.get(cite)?.source.url };
}

/** The cites behind a statement, if they are to be shown; `editorial` where the statement is the ladder keeper's own. */
export function citeNote(
  statement: { readonly cites: readonly Cite[]; readonly editorial?: boolean },
  options: ViewOptions,
): Inline[] {
  if (!options.cites) return [];
  const { cites } = statement;
  if (cites.length > 0) {
    const { urlOf } = options;
    if (!urlOf || cites.every((cite) => urlOf(cite) === undefined)) {
      return [{ text: ` [${cites.join(', ')}]`, style: 'cite', cites }];
    }
    const links = cites.map((cite) => [linked(urlOf(cite), cite, 'cite')]);
    return [styled('cite', ' ['), ...join(links, styled('cite', ', ')), styled('cite', ']')];
  }
  return statement.editorial === true ? [styled('cite', ' [editorial]')] : [];
}

/** A number with its noun in the right form: 1 move, 2 moves. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The title of a role that is on the ladder. */
export function titleOf(catalog: Catalog, id: string): string {
  return catalog.roles.get(id)!.title;
}

/** The title of a role, which leads to the role. */
export function roleLink(catalog: Catalog, id: string, style?: Style): Inline {
  return leading(`#role=${id}`, titleOf(catalog, id), style);
}

/** The name of a skill that is on the ladder. */
export function skillName(catalog: Catalog, id: string): string {
  return catalog.skills.get(id)!.name;
}

/** What is said of a skill, which leads to the skill. */
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

/** A skill with its level and importance, as far as they are given: `Mentoring (working, essential)`. */
export function requirementLabel(catalog: Catalog, requirement: ExpectedRequirement): string {
  const details = [
    levelTitle(catalog, requirement.level),
    requirement.importance ?? '',
    requirement.notApplicable === true ? 'not applicable' : '',
  ].filter((detail) => detail !== '');
  const name = skillName(catalog, requirement.skill);
  return details.length > 0 ? `${name} (${details.join(', ')})` : name;
}

/** Says from which role an expectation is taken over, and on what ground. */
export function originNote(catalog: Catalog, origin: Origin | undefined, options: ViewOptions): Inline[] {
  if (!origin) return [];
  return [
    styled('muted', ' (as '),
    roleLink(catalog, origin.role, 'muted'),
    styled('muted', ')'),
    ...citeNote(origin, options),
  ];
}

/** How a move is known: `stated by A`, `implied by B`, `editorial`. */
export function basisNote(catalog: Catalog, progression: Progression): string {
  const sources = sourcesOf(catalog, progression.cites);
  if (progression.basis === 'editorial') return 'editorial';
  return sources.length > 0 ? `${progression.basis} by ${sources.join(' and ')}` : progression.basis;
}

/** The kind of a move in words. */
export function kindName(progression: Progression): string {
  return progression.kind.replace('-', ' ');
}

/** The kind of a move and how it is known; the latter only where there are sources that could tell. */
export function moveNote(catalog: Catalog, progressions: readonly Progression[]): string {
  const basis = catalog.ladder.sources.length === 0 ? [] : progressions.map((edge) => basisNote(catalog, edge));
  return [kindName(progressions[0]!), joinWords([...new Set(basis)])].filter((part) => part !== '').join(', ');
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

/** What sources disagree about, each position in full; nothing where they do not. */
export function disagreementBlocks(
  title: string,
  disagreements: readonly Disagreement[],
  options: ViewOptions,
): Block[] {
  if (disagreements.length === 0) return [];
  return [
    heading(2, title),
    ...disagreements.flatMap((entry) => [heading(3, entry.title), ...list(positions(entry, options), 2)]),
  ];
}

function positions(disagreement: Disagreement, options: ViewOptions): Item[] {
  return disagreement.positions.map((position) =>
    item('≠', [position.text, ...citeNote(position, options)], 'changed'),
  );
}

/** Which source a statement is of, in brackets; nothing where it names none. */
export function sourceNote(catalog: Catalog, statement: { readonly cites: readonly Cite[] }): Inline[] {
  const sources = sourcesOf(catalog, statement.cites);
  if (sources.length === 0) return [];
  const names = sources.map((id) => linked(catalog.cites.get(id)?.source.url, id, 'muted'));
  const between = (index: number): string => (index === 0 ? '' : index < names.length - 1 ? ', ' : ' and ');
  return [
    styled('muted', ' (source '),
    ...names.flatMap((name, index) => [styled('muted', between(index)), name]),
    styled('muted', ')'),
  ];
}

/** Skills as one line, in the order given. */
export function skillLine(catalog: Catalog, requirements: readonly ExpectedRequirement[], options: ViewOptions): Line {
  return requirements.flatMap((requirement, index) => [
    ...(index > 0 ? [', '] : []),
    skillLink(requirement.skill, requirementLabel(catalog, requirement)),
    ...citeNote(requirement, options),
    ...originNote(catalog, requirement.origin, options),
  ]);
}
