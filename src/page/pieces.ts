/**
 * Pieces that several views of the page are made of.
 */
import { type Catalog, sourcesOf } from '../core/catalog.ts';
import { type ExpectedRequirement, levelOf } from '../core/expectations.ts';
import type { Disagreement } from '../core/model.ts';
import type { Change, StepChange } from '../core/routes/steps.ts';
import { element, type Tree } from '../report/tree.ts';
import { count, DIFFERENCES, joinWords, levelTitle } from '../views/parts.ts';
import type { Cited } from './cites.ts';
import { type Book, part } from './page.ts';

/** A text, and what it leans on. */
export function statement(cited: Cited, said: Parameters<Cited>[0] & { readonly text: string }): Tree[] {
  return [said.text, ...cited(said)];
}

/** A list that says so where its style takes its bullets, which some screen readers take for no list. */
export function list(style: string, items: readonly (readonly Tree[])[]): Tree {
  const attributes = { ...(style === '' ? {} : { class: style }), role: 'list' };
  return element('ul', attributes, ...items.map((item) => element('li', {}, ...item)));
}

/** A level as dots, and in words. */
export function levelDots(catalog: Catalog, need: ExpectedRequirement): Tree[] {
  const reached = levelOf(catalog, need);
  const dots = catalog.ladder.levels.map((_, index) => element('i', { class: index <= reached ? 'on' : undefined }));
  const words = [levelTitle(catalog, need.level), need.importance ?? ''].filter((word) => word !== '');
  return [
    ...(reached < 0 ? [] : [' ', element('span', { class: 'pips', 'aria-hidden': 'true' }, ...dots)]),
    ...(words.length === 0 ? [] : [' ', element('span', { class: 'soft small' }, words.join(', '))]),
  ];
}

/** What a source says, in the ladder's words: set apart, with who says so. */
export function voice(
  catalog: Catalog,
  cited: Cited,
  position: Parameters<Cited>[0] & { readonly text: string },
  { large = false, more = [] }: { readonly large?: boolean; readonly more?: readonly Tree[] } = {},
): Tree {
  const sources = sourcesOf(catalog, position.cites);
  const who =
    sources.length === 0 ? 'The keeper of this ladder' : `Source ${joinWords(sources)}, in this ladder’s words`;
  return element(
    'figure',
    { class: 'voice part-s' },
    element('div', large ? { class: 'say' } : {}, ...statement(cited, position)),
    element('figcaption', {}, who, '.', ...more),
  );
}

/** What the sources contradict one another about, side by side. */
export function disagreements({ catalog, cited }: Book, about: readonly Disagreement[]): Tree[] {
  return part(
    'differ',
    [DIFFERENCES],
    ...about.flatMap(({ title, positions }) => [
      element('h3', { class: 'part-h' }, title),
      element('div', { class: 'voices' }, ...positions.map((position) => voice(catalog, cited, position))),
    ]),
  );
}

/**
 * How much is new with a move and, where there is room, what stays or goes. Silence is no small step, and what was never stated
 * before is not new.
 */
export function stepChips({ ladder }: Catalog, step: StepChange, isBrief = false): Tree {
  const { responsibilities, skills, size } = step;
  const isMeasured = (change: Change<unknown>): boolean => change.comparedWith !== undefined;
  const chips: (readonly [style: string, text: string])[] = [];
  const gained = (change: Change<unknown>, one: string, many: string): void => {
    const { length } = change.gained;
    if (length > 0 && isMeasured(change)) chips.push([' chip--gained', `+${count(length, one, many)}`]);
    else if (length > 0) chips.push(['', `${count(length, one, many)}, none stated before`]);
  };
  gained(responsibilities, 'responsibility', 'responsibilities');
  gained(skills, 'skill', 'skills');
  if (skills.raised.length > 0) chips.push([' chip--deeper', `↑ ${count(skills.raised.length, 'skill')} higher`]);
  if (skills.reworded.length > 0) chips.push(['', `± ${count(skills.reworded.length, 'skill')} changed`]);
  if (skills.lowered.length > 0) chips.push([' chip--left', `↓ ${count(skills.lowered.length, 'skill')} lower`]);
  const { length: grown } = responsibilities.grown;
  if (grown > 0 && !isBrief) chips.push(['', `${grown} ${grown === 1 ? 'builds' : 'build'} on earlier work`]);
  const left = responsibilities.left.length + skills.left.length + skills.ruledOut.length;
  if (size === 0) chips.push(['', 'Nothing new']);
  if (left > 0 && !isBrief) chips.push([' chip--left', `− ${left} not repeated`]);
  if (responsibilities.silent && ladder.areas.length > 0) chips.push(['', 'Responsibilities not stated']);
  if (skills.silent && ladder.skills.length > 0) chips.push(['', 'Skills not stated']);
  return element(
    'div',
    { class: 'chips' },
    ...chips.map(([style, text]) => element('span', { class: `chip${style}` }, text)),
  );
}

/** A list of more entries than this can be filtered. */
const MANY_ENTRIES = 20;

/** A list of folds or tables with a field above it that keeps what fits, where there are many entries. */
export function filtered(entries: number, what: string, parts: readonly Tree[]): Tree[] {
  if (entries <= MANY_ENTRIES) return [...parts];
  const field = element('input', { id: 'filter', type: 'search', 'data-filter': what, autocomplete: 'off' });
  return [
    element(
      'div',
      { class: 'pick only-screen' },
      element('div', {}, element('label', { for: 'filter' }, `Only ${what} whose name has`), field),
    ),
    element('div', { id: 'filtered' }, ...parts),
  ];
}
