/**
 * The skills of a comparison on the scale of levels: a table that is its picture as well.
 */
import { isReworded } from '../core/compare.ts';
import { groupBy } from '../core/group-by.ts';
import { type ChangeKind, marksOf, type SkillRow } from '../pictures/comparison.ts';
import { element, type Tree } from '../report/tree.ts';
import { joinWords, levelMeaning, levelTitle, titleOf } from '../views/parts.ts';
import { writeAddress } from './address.ts';
import { type Compared, grounds, hidden, HUES, inWords } from './compare-words.ts';
import { link, standing } from './page.ts';

/** More levels than this are numbers. */
const MOST_TITLED = 5;

const CHIPS: Readonly<Record<ChangeKind, string>> = {
  gained: 'chip chip--gained',
  up: 'chip chip--deeper',
  down: 'chip chip--left',
  apart: 'chip chip--plain',
  open: 'chip chip--plain',
  some: 'chip chip--plain',
  other: 'chip chip--plain',
  left: 'chip chip--left',
  'ruled-out': 'chip chip--left',
  unsaid: 'silent',
  same: 'chip',
};

/** A row for each skill. */
export function skillsTable(view: Compared, rows: readonly SkillRow[], caption: string): Tree {
  const { roles, levels } = view;
  const ids = roles.map(({ id }) => id);
  const isTitled = levels.length <= MOST_TITLED;
  const numbered = levels.map((title, index) => `${index + 1} ${title}`);
  const scale = levels.map((title, index) =>
    element(
      'span',
      {},
      ...(isTitled ? [title] : [hidden(title), element('span', { 'aria-hidden': 'true' }, String(index + 1))]),
    ),
  );
  const takes = roles.length === 2 ? `What it takes as ${toldOf(view).title}` : 'What it takes at most';
  const told = rows.map((row) => whatItTakes(view, row));
  const isTold = told.some((parts) => parts.some((part) => part !== ''));
  return element(
    'table',
    { class: 'bells' },
    element(
      'caption',
      isTitled ? { class: 'vh' } : { class: 'small soft' },
      isTitled ? caption : `${caption}. Levels: ${numbered.join(', ')}.`,
    ),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, 'Skill'),
        element('th', { scope: 'col', class: 'at' }, element('span', { class: 'scale' }, ...scale)),
        element('th', { scope: 'col', class: 'ch' }, roles.length === 2 ? 'Change' : 'Difference'),
        ...(isTold ? [element('th', { scope: 'col', class: 'words' }, takes)] : []),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map((row, index) =>
        element(
          'tr',
          { 'data-items': JSON.stringify([row.item.id]), 'data-change': row.kind },
          element(
            'th',
            { scope: 'row' },
            link(writeAddress('skill', [row.item.id]), row.name),
            ...standing(view, ids, 'skill', row.item.id),
          ),
          element('td', { class: 'at' }, dumbbell(row, levels.length), inDots(view, row)),
          element(
            'td',
            { class: 'ch' },
            element('span', { class: CHIPS[row.kind] }, `${row.sign} ${row.words}`.trim()),
          ),
          ...(isTold ? [element('td', { class: 'words' }, ...told[index]!)] : []),
        ),
      ),
    ),
  );
}

/** Whose words stand beside a skill of two roles: the second one's, unless it is silent. */
const toldOf = ({ roles }: Compared): Compared['roles'][number] => (roles[1]!.silent ? roles[0]! : roles[1]!);

/** Places are shares of the width, so that the scale is as wide as its column. */
function dumbbell(row: SkillRow, levels: number): Tree {
  const at = (level: number): string => `${Math.round(((level + 0.5) / levels) * 10_000) / 100}%`;
  const marks = marksOf(row);
  const [low, high] = [Math.min(...marks.map(({ level }) => level)), Math.max(...marks.map(({ level }) => level))];
  const line = (style: string, from: string, to: string, y1: string, y2: string): Tree =>
    element('line', { class: style, x1: from, x2: to, y1, y2 });
  return element(
    'svg',
    { class: 'db', 'aria-hidden': 'true' },
    ...Array.from({ length: levels }, (_, level) => line('tick', at(level), at(level), '0', '24')),
    ...(row.size > 0 ? [line(row.kind === 'down' ? 'bar down' : 'bar', at(low), at(high), '12', '12')] : []),
    ...marks.map(({ role, level, aside, inner }) => {
      const style = `${HUES[role]!}${inner ? ' inner' : ''}`;
      const shift = { transform: `translate(${aside * 17 - (role < 2 ? 0 : 6.5)} 0)` };
      if (role < 2)
        return element('circle', {
          class: style,
          ...shift,
          cx: at(level),
          cy: '12',
          r: inner ? '3' : role === 0 ? '6.5' : '8',
        });
      return element('rect', { class: style, ...shift, x: at(level), y: '5.5', width: '13', height: '13' });
    }),
  );
}

/** The same in a line of dots or, of many levels, of numbers, for phones, and in words, for who cannot see it. */
function inDots({ catalog, roles, levels, notApplicable }: Compared, row: SkillRow): Tree {
  const isShort = levels.length <= MOST_TITLED;
  const ruledOut = notApplicable.find(({ id }) => id === row.item.id)?.held.map(({ role }) => role) ?? [];
  const parts = roles.map(({ id }, index): Tree[] => {
    const need = row.item.held.find(({ role }) => role === id)?.statement;
    if (!need) {
      const [sign, words] = ruledOut.includes(id) ? ['–', 'not applicable'] : ['·', 'not stated'];
      return [element('span', { class: 'soft', 'aria-hidden': 'true' }, sign), hidden(words)];
    }
    const level = row.levels[index];
    if (level === undefined) return [element('span', { class: 'soft small' }, 'level not stated')];
    const said = hidden(levelTitle(catalog, need.level));
    if (!isShort)
      return [said, element('span', { class: `level ${HUES[index]!}`, 'aria-hidden': 'true' }, String(level + 1))];
    const dots = levels.map((_, place) => element('i', place <= level ? { class: 'on' } : {}));
    return [said, element('span', { class: `pips ${HUES[index]!}` }, ...dots)];
  });
  const arrow = [' ', element('span', { 'aria-hidden': 'true' }, '→'), hidden(' to '), ' '];
  if (row.kind === 'gained')
    return element('span', { class: 'go' }, element('span', { class: CHIPS.gained }, 'new'), ' ', ...parts[1]!);
  if (roles.length === 2) return element('span', { class: 'go' }, ...parts[0]!, ...arrow, ...parts[1]!);
  // Each role has a column, so that the eye can run down it.
  const columns = parts.map((part) => element('span', {}, ...part, hidden(', ')));
  return element('span', { class: 'go go--many', style: `--n: ${isShort ? levels.length : 3}` }, ...columns);
}

/** What the second of two roles needs, or of more the one that needs most; how much it matters to each. */
function whatItTakes(view: Compared, { item: { held }, levels }: SkillRow): Tree[] {
  const { catalog, roles } = view;
  const indexOf = (id: string): number => roles.findIndex((role) => role.id === id);
  const levelIn = (id: string): number => levels[indexOf(id)] ?? -1;
  const needs = held.map(({ statement }) => statement);
  const most =
    roles.length === 2
      ? held.find(({ role }) => role === toldOf(view).id)
      : held.reduce((best, next) => (levelIn(next.role) > levelIn(best.role) ? next : best));
  // What another role needs is not what this one does.
  if (!most) return grounds(view, needs);
  const worded = held.filter(({ statement }) => statement.text !== '');
  const own = worded.map(({ role, statement }) => ({ roles: [indexOf(role)], text: statement.text }));
  const isOther = isReworded(needs);
  const words = isOther
    ? [inWords(view, own, ({ text }) => [text])]
    : most.statement.text === ''
      ? []
      : [`${most.statement.text} `];
  const kinds = groupBy(held, ({ statement }) => statement.importance ?? 'not stated');
  const each = Array.from(
    kinds,
    ([kind, those]) => `${kind} as ${joinWords(those.map(({ role }) => titleOf(catalog, role)))}`,
  );
  const mattering = kinds.size > 1 && roles.length > 2 ? each.join(', ') : [...kinds.keys()].join(' → ');
  return [
    ...words,
    levelMeaning(catalog, most.statement) ?? '',
    ...(mattering === 'not stated' ? [] : [' ', element('span', { class: 'small' }, `(${mattering})`)]),
    ...grounds(view, needs),
  ];
}
