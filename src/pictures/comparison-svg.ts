/**
 * A comparison as SVG: one file that needs nothing else, in the reader's choice of light and dark.
 *
 * Where there are levels, dumbbells: a row for each skill, a mark for each role. Without them, columns by area.
 */
import { printable } from '../report/printable.ts';
import { wrapText } from '../report/width.ts';
import { type AreaRow, type Entry, marksOf, type PicturedComparison, type SkillRow } from './comparison.ts';
import { coordinate, escapeXml } from './xml.ts';

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
const [MARGIN, GAP, WIDTH, SIDE, STEP] = [32, 24, 760, 230, 17] as const;
const NAMES = 178;
const WORDS = 150;
/** A column of the scale has room for the title of its level. */
const LEVEL = 92;

/** What was drawn, and where it ends. */
interface Drawn {
  readonly svg: string;
  readonly bottom: number;
}

/** Draws a comparison, with sentences above and below it. */
export function writeComparison(
  picture: PicturedComparison,
  { above, below }: { readonly above: readonly string[]; readonly below: readonly string[] },
): string {
  const { roles, levels } = picture;
  const scale = Math.max(400, levels.length * LEVEL);
  const columns = roles.length + 1;
  const isScale = levels.length > 0;
  const width = isScale
    ? Math.max(WIDTH, 2 * MARGIN + NAMES + scale + WORDS)
    : Math.max(WIDTH, 2 * MARGIN + columns * SIDE + roles.length * GAP);
  const inner = Math.ceil(width) - 2 * MARGIN;
  const title = roles.map((role) => role.title).join(' · ');
  const parts: string[] = [];
  let y: number = MARGIN;
  const add = ({ svg, bottom }: Drawn): void => {
    parts.push(svg);
    y = bottom;
  };
  add(write(title, 'title', MARGIN, y, inner));
  for (const sentence of above) add(write(sentence, '', MARGIN, y + 2, inner));
  y += 8;
  roles.forEach((role, index) => {
    parts.push(mark(index, MARGIN + 8, y + 11));
    add(write(role.title, 'name', MARGIN + 24, y, inner - 24));
  });
  add(isScale ? drawScale(picture, y + 16, scale, inner) : drawAreas(picture, y + 16, inner));
  y += 12;
  for (const line of below) add(write(line, 'soft', MARGIN, y, inner));
  const height = Math.ceil(y + MARGIN - 8);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="pmroles-title pmroles-desc" viewBox="0 0 ${inner + 2 * MARGIN} ${height}" width="${inner + 2 * MARGIN}" height="${height}">`,
    `<title id="pmroles-title">${escapeXml(title)}</title>`,
    `<desc id="pmroles-desc">${escapeXml([...above, ...below].join(' '))}</desc>`,
    `<style>${STYLE}</style>`,
    `<path class="paper" d="M0 0H${inner + 2 * MARGIN}V${height}H0Z"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** A row for each skill; those that are the same are named in one line. */
function drawScale({ levels, rows }: PicturedComparison, top: number, scale: number, inner: number): Drawn {
  const column = scale / levels.length;
  const at = (level: number): number => MARGIN + NAMES + (level + 0.5) * column;
  const heads = levels.map((title, level) => write(title, 'soft', 0, top, column - 8, at(level)));
  const parts = heads.map(({ svg }) => svg);
  let y = Math.max(...heads.map(({ bottom }) => bottom)) + 4;
  for (const row of rows.filter(({ kind }) => kind !== 'same')) {
    const texts = [
      write(row.name, 'name', MARGIN, y + 5, NAMES - 12),
      write(wordsOf(row), '', MARGIN + NAMES + scale + 12, y + 5, WORDS - 12),
    ];
    const bottom = Math.max(...texts.map((text) => text.bottom)) + 5;
    const middle = y + 15;
    const marks = marksOf(row);
    const ends = marks.map(({ level }) => at(level));
    const ticks = levels
      .map((_, level) => `M${coordinate(at(level))} ${coordinate(y + 4)}V${coordinate(bottom - 4)}`)
      .join('');
    const bar =
      row.size === 0
        ? ''
        : `<path class="bar${row.kind === 'down' ? ' down' : ''}" d="M${coordinate(Math.min(...ends))} ${coordinate(middle)}H${coordinate(Math.max(...ends))}"/>`;
    const drawn = marks.map(({ role, level, aside, inner: isInner }) =>
      mark(role, at(level) + aside * STEP, middle, `data-role="${role}" data-level="${level}"`, isInner),
    );
    parts.push(
      `<g data-skill="${escapeXml(row.item.id)}" data-change="${row.kind}"><path class="rule" d="M${MARGIN} ${coordinate(bottom)}h${inner}${ticks}"/>`,
      bar,
      ...drawn,
      ...texts.map(({ svg }) => svg),
      '</g>',
    );
    y = bottom;
  }
  const same = rows.filter(({ kind }) => kind === 'same').map(({ name }) => name);
  if (same.length > 0) {
    const note = write(`The same: ${same.join(', ')}`, '', MARGIN, y + 10, inner);
    parts.push(note.svg);
    y = note.bottom;
  }
  return { svg: parts.join('\n'), bottom: y };
}

function wordsOf({ sign, words, levels, item }: SkillRow): string {
  const without = levels.every((level) => level === undefined) && item.held.length > 0;
  return `${sign} ${words}${without ? ', at no stated level' : ''}`.trim();
}

/** What two roles share stands between them; what more share, before them. */
function drawAreas({ roles, areas }: PicturedComparison, top: number, inner: number): Drawn {
  const order = roles.length === 2 ? [0, undefined, 1] : [undefined, ...roles.keys()];
  const wide = (inner - GAP * roles.length) / order.length;
  const columns = order.map((role, index) => ({ role, x: MARGIN + index * (wide + GAP) }));
  const parts: string[] = [];
  let y = top;
  const line = (bottom: number): void => {
    parts.push(`<path class="rule" d="M${MARGIN} ${coordinate(bottom + 6)}h${inner}"/>`);
    y = bottom + 12;
  };
  for (const area of areas) {
    const bottoms = columns.map(({ role, x }) => {
      const drawn = role === undefined ? write(area.title, 'name', x, y, wide) : strip(area, role, x, y, wide);
      parts.push(drawn.svg);
      return drawn.bottom;
    });
    line(Math.max(...bottoms));
  }
  y += 20;
  for (const area of areas) {
    const bottoms = columns.map(({ role, x }) => {
      const head = role === undefined ? write(area.title, 'name', x, y, wide) : { svg: '', bottom: y };
      const silent = role !== undefined && area.silent[role] && area.only[role]!.length === 0;
      parts.push(head.svg, silent ? notStated(x, y) : '');
      return (role === undefined ? area.shared : area.only[role]!).reduce(
        (bottom, entry) => {
          const drawn = drawEntry(area, entry, x, bottom, wide, role);
          parts.push(drawn.svg);
          return drawn.bottom + 6;
        },
        Math.max(head.bottom, y + 19),
      );
    });
    line(Math.max(...bottoms));
  }
  return { svg: parts.join('\n'), bottom: y };
}

/** One square for each thing that a role has alone. */
function strip({ silent, only }: AreaRow, role: number, x: number, y: number, wide: number): Drawn {
  const number = only[role]!.length;
  if (number === 0) return { svg: silent[role] ? notStated(x, y) : '', bottom: y + 19 };
  const across = Math.floor(wide / 18);
  const squares = Array.from(
    { length: number },
    (_, index) =>
      `M${coordinate(x + 2 + (index % across) * 18)} ${coordinate(y + 4 + Math.floor(index / across) * 18)}h12v12h-12Z`,
  );
  return {
    svg: `<path class="r${role}" data-count="${number}" d="${squares.join('')}"/>`,
    bottom: y + 1 + Math.ceil(number / across) * 18,
  };
}

function notStated(x: number, y: number): string {
  return `<rect class="silent" x="${coordinate(x + 1)}" y="${coordinate(y + 1)}" width="84" height="20" rx="10"/>${write('Not stated', 'soft', x + 12, y + 1, 80).svg}`;
}

/** Each wording behind the marks of those who put it so, where that is not said by the column or by all. */
function drawEntry(
  area: AreaRow,
  { items, wordings }: Entry,
  x: number,
  y: number,
  wide: number,
  role: number | undefined,
): Drawn {
  const isPlain = role !== undefined || (wordings.length === 1 && wordings[0]!.roles.length === area.silent.length);
  const parts = [
    `<g data-items="${escapeXml(JSON.stringify(items.map(({ id }) => id)))}" data-area="${escapeXml(area.id)}" data-column="${role ?? 'shared'}">`,
  ];
  let bottom = y;
  for (const { text, roles } of wordings) {
    const marked = isPlain ? [] : [...new Set(roles)];
    const indent = marked.length * 20;
    const drawn = write(text, '', x + indent, bottom, wide - indent);
    parts.push(
      ...marked.map((index, place) => mark(index, x + 8 + place * 20, bottom + 10, `data-role="${index}"`)),
      drawn.svg,
    );
    bottom = drawn.bottom + 2;
  }
  return { svg: [...parts, '</g>'].join(''), bottom };
}

/** A ring, a disc, a square outline or a square. */
function mark(role: number, x: number, y: number, attributes = '', isInner = false): string {
  const [cx, cy] = [coordinate(x), coordinate(y)];
  const radius = isInner ? 3 : role === 0 ? 6.5 : 8;
  const shape =
    role < 2
      ? `<circle class="r${role}" cx="${cx}" cy="${cy}" r="${radius}"`
      : `<rect class="r${role}" x="${coordinate(x - 6.5)}" y="${coordinate(y - 6.5)}" width="13" height="13"`;
  return `${shape}${attributes === '' ? '' : ` ${attributes}`}/>`;
}

/** A text in lines as wide as there is room, from the left or, where it is given, about a middle. */
function write(text: string, kind: keyof typeof COLUMN, x: number, y: number, wide: number, middle?: number): Drawn {
  const lines = wrapText(printable(text), Math.max(1, Math.floor(wide / COLUMN[kind])));
  const name = kind === '' ? '' : ` class="${kind}"`;
  const anchor = middle === undefined ? '' : ' text-anchor="middle"';
  const svg = lines.map(
    (line, index) =>
      `<text${name}${anchor} x="${coordinate(middle ?? x)}" y="${coordinate(y + 15 + index * LINE[kind])}">${escapeXml(line)}</text>`,
  );
  return { svg: svg.join(''), bottom: y + lines.length * LINE[kind] };
}
