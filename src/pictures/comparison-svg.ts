/**
 * A comparison as SVG: one file that needs nothing else, in the reader's choice of light and dark.
 *
 * Where there are levels, dumbbells: a row for each skill, a mark for each role. Without them, columns by area.
 */
import { printable } from '../report/printable.ts';
import { coordinate, element, type Tree, type TreeElement } from '../report/tree.ts';
import { wrapText } from '../report/width.ts';
import { type AreaRow, columnsOf, type Entry, marksOf, type PicturedComparison, type SkillRow } from './comparison.ts';
import { svgFile } from './shapes.ts';

/** Colours are written out twice: not everything that draws SVG knows variables, and what knows no dark mode stays light. */
const STYLE = `
  text { font: 14px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #191c22; }
  text.title { font-size: 20px; font-weight: 700; }
  text.soft { font-size: 12px; fill: #565d68; }
  text.name { font-weight: 600; }
  .paper { fill: #faf9f6; }
  .rule { fill: none; stroke: #e3e0d8; }
  .silent { fill: none; stroke: #868b94; stroke-dasharray: 3 3; }
  .bar { stroke: #0b6f70; stroke-width: 4; stroke-opacity: .55; }
  .bar.down, .r0 { stroke: #96530a; }
  .r0, .r2 { fill: #faf9f6; stroke-width: 3; }
  .r1 { fill: #0b6f70; } .r2 { stroke: #5b45b8; } .r3 { fill: #191c22; }
  @media (prefers-color-scheme: dark) {
    text { fill: #eceae5; }
    text.soft { fill: #abb1bb; }
    .paper, .r0, .r2 { fill: #14161a; }
    .rule { stroke: #31353d; }
    .silent { stroke: #7d8490; }
    .bar { stroke: #4fc4bf; }
    .bar.down, .r0 { stroke: #e5a55c; }
    .r1 { fill: #4fc4bf; } .r2 { stroke: #b0a0ff; } .r3 { fill: #eceae5; }
  }
`;

/** A little more than a character of each kind of text is wide on average, so that it stays in its place in every font. */
const COLUMN = { title: 12, name: 8.8, soft: 7, '': 7.9 } as const;
const LINE = { title: 26, name: 19, soft: 17, '': 19 } as const;
const [MARGIN, GAP, WIDTH, SIDE, STEP] = [32, 24, 728, 230, 17] as const;
const NAMES = 178;
const WORDS = 150;
/** A column of the scale has room for the title of its level. */
const LEVEL = 92;

/** Draws a comparison, with sentences above and below it. */
export function writeComparison(
  picture: PicturedComparison,
  { above, below }: { readonly above: readonly string[]; readonly below: readonly string[] },
): string {
  const { roles, levels } = picture;
  const scale = Math.max(400, levels.length * LEVEL);
  const isScale = levels.length > 0;
  const across = isScale ? NAMES + scale + WORDS : (roles.length + 1) * SIDE + roles.length * GAP;
  const inner = Math.max(WIDTH, across);
  const width = inner + 2 * MARGIN;
  const title = roles.map((role) => role.title).join(' · ');
  const out: Tree[] = [];
  let y = write(out, title, 'title', MARGIN, MARGIN, inner);
  for (const sentence of above) y = write(out, sentence, '', MARGIN, y + 2, inner);
  y += 8;
  roles.forEach((role, index) => {
    out.push(mark(index, MARGIN + 8, y + 11));
    y = write(out, role.title, 'name', MARGIN + 24, y, inner - 24);
  });
  y = isScale ? drawScale(out, picture, y + 16, scale, inner) : drawAreas(out, picture, y + 16, inner);
  y += 12;
  for (const line of below) y = write(out, line, 'soft', MARGIN, y, inner);
  const height = Math.ceil(y + MARGIN - 8);
  return svgFile({
    title,
    description: [...above, ...inWords(picture), ...below].join(' '),
    style: STYLE,
    box: [0, 0, width, height],
    drawn: out,
  });
}

/** A skill or an area in a sentence. */
function inWords({ roles, rows, areas, levels }: PicturedComparison): string[] {
  if (levels.length > 0) return rows.map((row) => `${row.name}: ${wordsOf(row)}.`);
  return areas.map(({ title, shared, only, silent }) => {
    const each = roles.map((role, index) => `only ${role.title} ${silent[index] ? 'not stated' : only[index]!.length}`);
    return `${title}: shared ${shared.length}, ${each.join(', ')}.`;
  });
}

/** A row for each skill; those that are the same are named in one line. All that draws says where it ends. */
function drawScale(
  out: Tree[],
  { levels, rows }: PicturedComparison,
  top: number,
  scale: number,
  inner: number,
): number {
  const column = scale / levels.length;
  const at = (level: number): number => MARGIN + NAMES + (level + 0.5) * column;
  let y = 4 + Math.max(...levels.map((title, level) => write(out, title, 'soft', 0, top, column - 8, at(level))));
  for (const row of rows.filter(({ kind }) => kind !== 'same')) {
    const own: Tree[] = [];
    const bottom =
      5 +
      Math.max(
        write(own, row.name, 'name', MARGIN, y + 5, NAMES - 12),
        write(own, wordsOf(row), '', MARGIN + NAMES + scale + 12, y + 5, WORDS - 12),
      );
    const ticks = levels.map((_, level) => `M${coordinate(at(level))} ${coordinate(y + 4)}V${coordinate(bottom - 4)}`);
    own.push(path('rule', `M${MARGIN} ${coordinate(bottom)}h${inner}${ticks.join('')}`));
    const marks = marksOf(row);
    const ends = marks.map(({ level }) => at(level));
    const [from, to] = [coordinate(Math.min(...ends)), coordinate(Math.max(...ends))];
    if (row.size > 0) own.push(path(row.kind === 'down' ? 'bar down' : 'bar', `M${from} ${coordinate(y + 15)}H${to}`));
    for (const { role, level, aside, inner: isInner } of marks) {
      const said = { 'data-role': role, 'data-level': level };
      own.push(mark(role, at(level) + aside * STEP, y + 15, said, isInner));
    }
    out.push(element('g', { 'data-skill': row.item.id, 'data-change': row.kind }, ...own));
    y = bottom;
  }
  const same = rows.filter(({ kind }) => kind === 'same').map(({ name }) => name);
  return same.length === 0 ? y : write(out, `The same: ${same.join(', ')}`, '', MARGIN, y + 10, inner);
}

function wordsOf({ sign, words, levels }: SkillRow): string {
  const without = levels.every((level) => level === undefined) ? ', at no stated level' : '';
  return `${sign} ${words}${without}`.trim();
}

/** The strip, then the words in the same columns. */
function drawAreas(out: Tree[], { roles, areas }: PicturedComparison, top: number, inner: number): number {
  const wide = (inner - GAP * roles.length) / (roles.length + 1);
  const columns = columnsOf(roles.length).map((role, index) => ({ role, x: MARGIN + index * (wide + GAP) }));
  let y = top;
  const row = (bottoms: readonly number[]): void => {
    const bottom = Math.max(...bottoms) + 6;
    out.push(path('rule', `M${MARGIN} ${coordinate(bottom)}h${inner}`));
    y = bottom + 6;
  };
  for (const area of areas) {
    row(
      columns.map(({ role, x }) =>
        role === undefined ? write(out, area.title, 'name', x, y, wide) : strip(out, area, role, x, y, wide),
      ),
    );
  }
  y += 20;
  const heads = columns.map(({ role }) => (role === undefined ? 'Shared' : `Only ${roles[role]!.title}`));
  if (areas.length > 0) row(columns.map(({ x }, index) => write(out, heads[index]!, 'name', x, y, wide)));
  for (const area of areas) {
    row(
      columns.map(({ role, x }) => {
        const entries = role === undefined ? area.shared : area.only[role]!;
        let bottom = role === undefined ? write(out, area.title, 'name', x, y, wide) : y + LINE.name;
        if (role !== undefined && area.silent[role] && entries.length === 0) notStated(out, x, y);
        for (const entry of entries) bottom = drawEntry(out, area, entry, x, bottom, wide, role) + 6;
        return bottom;
      }),
    );
  }
  return y;
}

/** One square for each thing that a role has alone. */
function strip(out: Tree[], { silent, only }: AreaRow, role: number, x: number, y: number, wide: number): number {
  const number = only[role]!.length;
  if (number === 0 && silent[role]) notStated(out, x, y);
  if (number === 0) return y + LINE.name;
  const across = Math.floor(wide / 18);
  const squares = Array.from({ length: number }, (_, index) => {
    const [left, top] = [x + 2 + (index % across) * 18, y + 4 + Math.floor(index / across) * 18];
    return `M${coordinate(left)} ${coordinate(top)}h12v12h-12Z`;
  });
  out.push(element('path', { class: `r${role}`, 'data-count': number, d: squares.join('') }));
  return y + 1 + Math.ceil(number / across) * 18;
}

function notStated(out: Tree[], x: number, y: number): void {
  out.push(element('rect', { class: 'silent', x: x + 1, y: y + 1, width: 84, height: 20, rx: 10 }));
  write(out, 'Not stated', 'soft', x + 12, y + 1, 80);
}

/** Each wording behind the marks of those who put it so, where that is not plain. */
function drawEntry(
  out: Tree[],
  area: AreaRow,
  { items, wordings, plain }: Entry,
  x: number,
  y: number,
  wide: number,
  role?: number,
): number {
  const own: Tree[] = [];
  let bottom = y;
  for (const { text, roles } of wordings) {
    const marked = plain ? [] : [...new Set(roles)];
    const indent = marked.length * 20;
    own.push(...marked.map((index, place) => mark(index, x + 8 + place * 20, bottom + 10, { 'data-role': index })));
    bottom = write(own, text, '', x + indent, bottom, wide - indent) + 2;
  }
  const ids = JSON.stringify(items.map(({ id }) => id));
  out.push(element('g', { 'data-items': ids, 'data-area': area.id, 'data-column': role ?? 'shared' }, ...own));
  return bottom;
}

/** A ring, a disc, a square outline or a square. */
function mark(role: number, x: number, y: number, said: TreeElement['attributes'] = {}, isInner = false): Tree {
  const attributes = { class: `r${role}`, ...said };
  return role < 2
    ? element('circle', { ...attributes, cx: x, cy: y, r: isInner ? 3 : role === 0 ? 6.5 : 8 })
    : element('rect', { ...attributes, x: x - 6.5, y: y - 6.5, width: 13, height: 13 });
}

const path = (style: string, d: string): Tree => element('path', { class: style, d });

/** A text in lines as wide as there is room, from the left or, where it is given, about a middle. */
function write(
  out: Tree[],
  text: string,
  kind: keyof typeof COLUMN,
  x: number,
  y: number,
  wide: number,
  middle?: number,
): number {
  const lines = wrapText(printable(text), Math.max(1, Math.floor(wide / COLUMN[kind])));
  const style = {
    class: kind === '' ? undefined : kind,
    'text-anchor': middle === undefined ? undefined : 'middle',
    x: middle ?? x,
  };
  out.push(...lines.map((line, index) => element('text', { ...style, y: y + 15 + index * LINE[kind] }, line)));
  return y + lines.length * LINE[kind];
}
