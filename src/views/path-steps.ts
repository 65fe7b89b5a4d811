/**
 * What each move of a route takes.
 */
import type { Catalog } from '../core/catalog.ts';
import type { ExpectedRequirement } from '../core/expectations.ts';
import type { Move } from '../core/routes/routes.ts';
import type { Change, SkillMove, StepChange } from '../core/routes/steps.ts';
import {
  type Block,
  bullets,
  heading,
  type Inline,
  item,
  type Item,
  list,
  muted,
  paragraph,
  section,
} from '../report/report.ts';
import {
  aside,
  citeNote,
  given,
  groundNote,
  levelMeaning,
  levelTitle,
  moveNote,
  roleLink,
  skillLine,
  skillName,
  statementLine,
  titleOf,
  trackTitle,
  type ViewOptions,
  withoutStop,
} from './parts.ts';

export interface PathOptions extends ViewOptions {
  /** True to show every route, not only the best one. */
  readonly all: boolean;
  /** True to name everything at each step; else the size of each step and the most telling of it. */
  readonly full: boolean;
}

/** So many things tell what a step is about; of a single one there is room for more. */
const MOST_TELLING = { single: 12, each: 3 };

/** How big a step is, in a few words. */
export function sizeNote(
  { ladder }: Catalog,
  { size, skills, responsibilities }: StepChange,
  newWords = (gained: number): string => `${gained} new`,
): string {
  if (size === undefined) return 'not stated';
  const gained = skills.gained.length + responsibilities.gained.length;
  const { length: raised } = skills.raised;
  const { length: changed } = skills.reworded;
  const { length: grown } = responsibilities.grown;
  const returned = skills.returned.length + responsibilities.returned.length;
  // Where the whole ladder is silent, every step would say so.
  const silent = [
    ...(skills.silent && ladder.skills.length > 0 ? ['skills'] : []),
    ...(responsibilities.silent && ladder.areas.length > 0 ? ['responsibilities'] : []),
  ].map((what) => `${what} not stated`);
  const isUnmeasured = (change: Change<unknown>): boolean => !change.silent && change.comparedWith === undefined;
  const unmeasured = [
    ...(isUnmeasured(skills) ? ['skills'] : []),
    ...(isUnmeasured(responsibilities) ? ['responsibilities'] : []),
  ].map((what) => `no ${what} stated before`);
  return [
    ...(gained > 0 ? [newWords(gained)] : []),
    ...(raised > 0 ? [`${raised} at a higher level`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(size === 0 ? ['nothing new'] : []),
    ...(skills.lowered.length > 0 ? [`${skills.lowered.length} at a lower level`] : []),
    ...(grown > 0 ? [`${grown} ${grown === 1 ? 'builds' : 'build'} on earlier work`] : []),
    ...(returned > 0 ? [`${returned} back again`] : []),
    ...silent,
    ...unmeasured,
  ].join(' · ');
}

/** The most telling of what a step brings. */
export function gist(
  catalog: Catalog,
  { size = 0, skills, responsibilities }: StepChange,
  options: PathOptions,
  isSingle: boolean,
): Item[] {
  const fresh = [
    ...responsibilities.gained.map((entry) => item('+', [withoutStop(entry.text)], 'added')),
    ...skills.raised.map((move) => item('↑', [levels(catalog, move)], 'changed')),
    ...skills.gained.map((entry) => item('+', ['Skill: ', ...skillLine(catalog, entry, options)], 'added')),
    ...skills.reworded.map(({ to }) =>
      item('±', [`${skillName(catalog, to.skill)}: ${withoutStop(to.text)}`], 'changed'),
    ),
  ];
  const grown = responsibilities.grown.map((entry) => item('~', [withoutStop(entry.text)], 'changed'));
  const most = isSingle ? MOST_TELLING.single : MOST_TELLING.each;
  const telling = [...fresh, ...grown].slice(0, most);
  const rest = size - Math.min(fresh.length, most);
  const last = telling.at(-1);
  if (rest <= 0 || !last) return telling;
  return [...telling.slice(0, -1), { ...last, line: [...last.line, muted(` · and ${rest} more`)] }];
}

/** Says all that one move takes. */
export function stepBlocks(
  catalog: Catalog,
  move: Move,
  step: StepChange,
  index: number,
  options: PathOptions,
): Block[] {
  const [from, to] = [move.from, move.to].map((id) => trackTitle(catalog, id) ?? 'no track');
  const cites = [...new Set(move.progressions.flatMap((progression) => progression.cites))];
  const about = [moveNote(catalog, move.progressions), ...(from === to ? [] : [`${from} → ${to}`])].filter(
    (text) => text !== '',
  );
  const { skills, responsibilities } = step;
  const needs = (entries: readonly ExpectedRequirement[], mark = '•', style?: Item['style']): Item[] =>
    entries.map((entry) => item(mark, skillLine(catalog, entry, options), style));
  const back = (metAs: string): Inline => muted(` (from ${titleOf(catalog, metAs)})`);
  const part = (title: string, items: readonly Item[]): Block[] => section(3, title, list(items, 2));
  return [
    heading(2, `${index + 1}. `, roleLink(catalog, move.from), ' → ', roleLink(catalog, move.to)),
    ...(about.length === 0 ? [] : [paragraph(muted(about.join(' · ')), ...citeNote({ cites }, options))]),
    ...bullets(move.progressions.flatMap(({ note }) => given(note, (text) => [muted(text)]))),
    ...part('New', [
      ...responsibilities.gained.map((entry) => item('+', statementLine(catalog, entry, options), 'added')),
      ...needs(skills.gained, '+', 'added'),
    ]),
    ...part(
      'Builds on earlier work',
      responsibilities.grown.map((entry) => {
        const texts = entry.growsOutOf.map(({ text }) => withoutStop(text)).join('; ');
        return item('~', [...statementLine(catalog, entry, options), muted(` (before: ${texts})`)], 'changed');
      }),
    ),
    ...part(
      'To a higher level',
      skills.raised.map((entry) => levelItem(catalog, '↑', entry, options)),
    ),
    ...part(
      'In other words',
      skills.reworded.map(({ from: before, to: after }) => {
        const words = [
          `${skillName(catalog, after.skill)}: ${withoutStop(after.text)}`,
          ...groundNote(catalog, after, options),
        ];
        return item('±', [...words, muted(` (before: ${withoutStop(before.text)})`)], 'changed');
      }),
    ),
    ...part('Back again', [
      ...responsibilities.returned.map((entry) =>
        item('•', [...statementLine(catalog, entry, options), back(entry.metAs)]),
      ),
      ...skills.returned.map((entry) => item('•', [...skillLine(catalog, entry, options), back(entry.metAs)])),
    ]),
    ...part('Carries over', [
      ...responsibilities.kept.map((entry) => {
        // The same responsibility in other words is only as much the same as this ladder judges it to be.
        const before = entry.before.text === entry.text ? [] : [muted(` (before: ${withoutStop(entry.before.text)})`)];
        return item('=', [...statementLine(catalog, entry, options), ...before], 'muted');
      }),
      ...skills.kept.map((entry) => {
        const { importance } = entry.before;
        const changed = importance !== undefined && entry.importance !== undefined && importance !== entry.importance;
        return item(
          '=',
          [...skillLine(catalog, entry, options), ...(changed ? [muted(` (before: ${importance})`)] : [])],
          'muted',
        );
      }),
    ]),
    ...part(
      'To a lower level',
      skills.lowered.map((entry) => levelItem(catalog, '↓', entry, options)),
    ),
    ...part('Not repeated for this role', [
      ...responsibilities.left.map((entry) => item('-', statementLine(catalog, entry, options), 'removed')),
      ...needs(skills.left, '-', 'removed'),
    ]),
    // More than not being repeated: the new role says that it does not need them.
    ...part(
      'No longer applicable',
      skills.ruledOut.map((entry) => ({
        ...item('-', [skillName(catalog, entry.skill), ...citeNote(entry, options)], 'removed'),
        word: '',
      })),
    ),
    ...part('Not stated', silentItems(catalog, move, step)),
  ];
}

function levels(catalog: Catalog, { skill, from, to }: SkillMove): string {
  return `${skillName(catalog, skill)}: ${levelTitle(catalog, from.level)} → ${levelTitle(catalog, to.level)}`;
}

function levelItem(catalog: Catalog, mark: string, change: SkillMove, options: PathOptions): Item {
  const more = [...aside(change.to.text, levelMeaning(catalog, change.to)), ...groundNote(catalog, change.to, options)];
  return item(mark, [levels(catalog, change), ...more], 'changed');
}

/** Says what cannot be said, and what the step was measured against instead. */
function silentItems(catalog: Catalog, move: Move, { skills, responsibilities }: StepChange): Item[] {
  const explain = (change: Change<unknown>, what: string): string[] => {
    if (change.silent) return [`No ${what} are stated for ${titleOf(catalog, move.to)}.`];
    const before = `No ${what} are stated for ${titleOf(catalog, move.from)}`;
    if (change.comparedWith === undefined) return [`${before}: all of these count as new.`];
    if (change.comparedWith === move.from) return [];
    return [`${before}: measured against ${titleOf(catalog, change.comparedWith)}.`];
  };
  const { skills: known, areas } = catalog.ladder;
  const notes = [
    ...(areas.length > 0 ? explain(responsibilities, 'responsibilities') : []),
    ...(known.length > 0 ? explain(skills, 'skills') : []),
  ];
  return notes.map((note): Item => item('?', [muted(note)], 'changed'));
}
