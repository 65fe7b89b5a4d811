/**
 * A radar as SVG, with a table of the same values below it.
 *
 * Roles are told apart by dashes and markers as well as by colour. Classes and presentation attributes only: a page that
 * allows no style attributes can hold the picture, with `RADAR_STYLE` in a style element of its own.
 */
import type { Radar, RadarMeasure } from './radar.ts';
import { brokenText, placeRadar, type PlacedRadar, RADIUS, type Spot, TEXT_LINE } from './radar-layout.ts';
import { coordinate, escapeXml } from './xml.ts';

/** How a radar is drawn. */
export interface RadarOptions {
  /** What the picture is confined to, as the rest of a sentence: `only what all have in common`. */
  readonly only?: string | undefined;
  /** What the ids in the picture begin with; of two pictures on a page each needs its own. */
  readonly id?: string;
}

/** Colours are written out twice: not everything that draws SVG knows variables, and what knows no dark mode stays light. */
const COLORS: readonly (readonly [light: string, dark: string])[] = [
  ['#0550ae', '#79c0ff'],
  ['#bc4c00', '#ffa657'],
  ['#1a7f37', '#7ee787'],
  ['#8250df', '#d2a8ff'],
  ['#bf3989', '#ff9bce'],
  ['#57606a', '#c9d1d9'],
];
const DASHES = ['none', '9 5', '2 4', '12 4 2 4', '5 3', '1 6'] as const;

/** The style sheet of a radar, which touches nothing outside of one. */
export const RADAR_STYLE = `
  .radar { max-width: 100%; height: auto; }
  .radar text { font: 14px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
  .radar text.title { font-size: 18px; font-weight: 600; }
  .radar text.soft { font-size: 13px; fill: #59636e; }
  .radar text.ring { font-size: 12px; fill: #59636e; stroke: #ffffff; stroke-width: 4px; paint-order: stroke; stroke-linejoin: round; }
  .radar text.role { font-weight: 600; }
  .radar .paper { fill: #ffffff; }
  .radar .grid { fill: none; stroke: #d1d9e0; }
  .radar .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
  .radar .mark { stroke: #ffffff; stroke-width: 1.5; }
${COLORS.map(([light], index) => `  .radar .line.r${index} { stroke: ${light}; stroke-dasharray: ${DASHES[index]!}; }\n  .radar .mark.r${index} { fill: ${light}; }`).join('\n')}
  @media (prefers-color-scheme: dark) {
    .radar text { fill: #e6edf3; }
    .radar text.soft { fill: #9198a1; }
    .radar text.ring { fill: #9198a1; stroke: #0d1117; }
    .radar .paper { fill: #0d1117; }
    .radar .grid { stroke: #3d444d; }
    .radar .mark { stroke: #0d1117; }
${COLORS.map(([, dark], index) => `    .radar .line.r${index} { stroke: ${dark}; }\n    .radar .mark.r${index} { fill: ${dark}; }`).join('\n')}
  }
`;

/** What an axis is and what is measured on it; what the ladder keeps is never called what somebody can do. */
const MEANINGS: Readonly<Record<RadarMeasure, (who: string) => string>> = {
  'skill-level': (who) => `Each axis is a skill: how far out is the level that ${who} for the role.`,
  'group-level': (who) =>
    `Each axis is a group of skills: how far out is the highest level that ${who} for any of them.`,
  'area-count': (who) =>
    `Each axis is an area: how far out is the number of responsibilities that ${who}. It counts what is said, and measures nobody's competence.`,
  'group-count': (who) =>
    `Each axis is a group of skills: how far out is how many of them ${who} that the role needs. It counts what is said, and measures nobody's competence.`,
};

const MARGIN = 32;
/** A little more than a character is wide on average, so that the text stays inside of its place in every font. */
const COLUMN = 7.6;
const BOLD_COLUMN = 8.8;
const WIDTH = 640;
const AXIS_COLUMN = 190;
const ROLE_COLUMN = { least: 112, most: 190 } as const;

/** Draws a radar. */
export function writeRadar(radar: Radar, options: RadarOptions = {}): string {
  return `${drawRadar(radar, options).replace('</desc>', () => `</desc>\n<style>${RADAR_STYLE}</style>`)}\n`;
}

/** Draws a radar for a page that has `RADAR_STYLE`. */
export function drawRadar(radar: Radar, { only, id = 'radar' }: RadarOptions = {}): string {
  const title = radar.roles.map((role) => role.title).join(' · ');
  const meaning = [meaningOf(radar), ...(only === undefined ? [] : [`Shown is ${only}.`])].join(' ');
  const cell = Math.min(
    ROLE_COLUMN.most,
    Math.max(ROLE_COLUMN.least, (WIDTH - 2 * MARGIN - AXIS_COLUMN) / radar.roles.length),
  );
  const width = Math.max(WIDTH, 2 * MARGIN + AXIS_COLUMN + cell * radar.roles.length);
  const head = paragraph(title, 'title', MARGIN, MARGIN + 8, width - 2 * MARGIN, 10);
  const caption = paragraph(meaning, 'soft', MARGIN, head.bottom + 4, width - 2 * MARGIN, 6.8);
  const placed = placeRadar(radar, { x: width / 2, top: caption.bottom + 12 });
  const table = drawTable(radar, placed.bottom + 28, cell);
  const height = Math.ceil(table.bottom + MARGIN - TEXT_LINE);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="radar" role="img" aria-labelledby="${escapeXml(id)}-title ${escapeXml(id)}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="${escapeXml(id)}-title">${escapeXml(title)}</title>`,
    `<desc id="${escapeXml(id)}-desc">${escapeXml(`${meaning} ${inWords(radar)}`)}</desc>`,
    `<path class="paper" d="M0 0H${width}V${height}H0Z"/>`,
    head.text,
    caption.text,
    drawGrid(radar, placed),
    ...radar.roles.map((_, role) => drawOutline(radar, placed, role)),
    ...radar.roles.map((_, role) => drawMarks(radar, placed, role)),
    ...drawLabels(radar, placed),
    table.text,
    '</svg>',
  ].join('\n');
}

function meaningOf({ measure, sourced, axes, levels, unlevelled }: Radar): string {
  const isCount = measure === 'group-count';
  const who = sourced ? (isCount ? 'sources say' : 'sources state') : isCount ? 'the ladder says' : 'the ladder states';
  const scale =
    levels.length === 0 ? [] : [` Levels: ${levels.map((title, index) => `${index + 1} ${title}`).join(', ')}.`];
  const gaps = axes.some(({ values }) => values.some(({ value }) => value === undefined))
    ? [' A gap in an outline means that there is nothing to show there, which is not zero: the table says why.']
    : [];
  const others =
    unlevelled === 0 ? [] : [` Not shown: ${unlevelled} ${unlevelled === 1 ? 'skill' : 'skills'} without a level.`];
  return [MEANINGS[measure](who), ...scale, ...gaps, ...others].join('');
}

/** The table in a sentence for each role. */
function inWords({ roles, axes }: Radar): string {
  return roles
    .map(
      ({ title }, role) =>
        `${title}: ${axes.map(({ label, values }) => `${label} ${values[role]!.words}`).join(', ')}.`,
    )
    .join(' ');
}

function drawGrid({ rings, axes }: Radar, { centre, spokes, scale }: PlacedRadar): string {
  const polygons = rings.map((value) => {
    const corners = spokes.map(({ dx, dy }) =>
      place({ x: centre.x + dx * value * scale, y: centre.y + dy * value * scale }),
    );
    return `<path class="grid" d="M${corners.join('L')}Z"/>`;
  });
  const lines = axes.map((_, index) => {
    const { dx, dy } = spokes[index]!;
    return `M${place(centre)}L${place({ x: centre.x + dx * RADIUS, y: centre.y + dy * RADIUS })}`;
  });
  return `<g>${polygons.join('')}<path class="grid" d="${lines.join('')}"/></g>`;
}

/** A line between neighbouring axes on both of which the role has a value; all round only where it has one on each. */
function drawOutline({ axes }: Radar, { spots }: PlacedRadar, role: number): string {
  const own = spots[role]!;
  const start = own.findIndex((spot) => spot === undefined);
  const at = (index: number): Spot | undefined => own[(start + 1 + index) % axes.length];
  const parts: string[] = [];
  // From behind a gap all the way round to it; where there is none, from the first axis.
  for (let index = 0; index < axes.length; index++) {
    const spot = at(index);
    if (spot) parts.push(`${parts.length > 0 && at(index - 1) ? 'L' : 'M'}${place(spot)}`);
  }
  const line = parts.join('');
  if (line === '') return '';
  return `<path class="line r${role}" d="${start < 0 ? `${line}Z` : line}"/>`;
}

function drawMarks({ roles, axes }: Radar, { spots }: PlacedRadar, role: number): string {
  return axes
    .map((axis, index) => {
      const spot = spots[role]![index];
      if (!spot) return '';
      const { value, words } = axis.values[role]!;
      const { id, title } = roles[role]!;
      return [
        `<g data-role="${escapeXml(id)}" data-axis="${escapeXml(axis.id)}" data-value="${value!}">`,
        `<title>${escapeXml(`${title}, ${axis.label}: ${words}`)}</title>`,
        mark(role, spot),
        '</g>',
      ].join('');
    })
    .join('');
}

function drawLabels({ rings, axes }: Radar, { centre, spokes, scale, labels }: PlacedRadar): string[] {
  // Between two axes, where markers never are.
  const [first, second] = [spokes[0]!, spokes[1]!];
  return [
    ...rings.map((value) => {
      const x = centre.x + ((first.dx + second.dx) / 2) * value * scale;
      const y = centre.y + ((first.dy + second.dy) / 2) * value * scale + 4;
      return `<text class="ring" text-anchor="middle" x="${coordinate(x)}" y="${coordinate(y)}">${value}</text>`;
    }),
    ...axes.map((_, index) => {
      const { anchor, x, y, lines } = labels[index]!;
      return textLines(lines, x, y, `text-anchor="${anchor}"`);
    }),
  ];
}

/** The values as text: a row for each axis, a column for each role, headed by its line and marker. */
function drawTable(
  { roles, axes }: Radar,
  top: number,
  cell: number,
): { readonly text: string; readonly bottom: number } {
  const columns = Math.floor((cell - 12) / COLUMN);
  const left = (role: number): number => MARGIN + AXIS_COLUMN + role * cell;
  const heads = roles.map(({ title }) => brokenText(title, Math.floor((cell - 12) / BOLD_COLUMN), 4));
  const parts = heads.map((lines, role) =>
    [
      `<path class="line r${role}" d="M${left(role)} ${coordinate(top)}h44"/>`,
      mark(role, { x: left(role) + 22, y: top }),
      textLines(lines, left(role), top + 24, 'class="role"'),
    ].join(''),
  );
  let y = top + 24 + Math.max(...heads.map((lines) => lines.length)) * TEXT_LINE;
  const right = left(roles.length);
  for (const { label, values } of axes) {
    const cells = [brokenText(label, Math.floor((AXIS_COLUMN - 12) / COLUMN), 4)];
    for (const { words } of values) cells.push(brokenText(words, columns, 4));
    parts.push(
      `<path class="grid" d="M${MARGIN} ${coordinate(y - 10)}H${coordinate(right)}"/>`,
      ...cells.map((lines, index) => textLines(lines, index === 0 ? MARGIN : left(index - 1), y + 8, '')),
    );
    y += Math.max(...cells.map((lines) => lines.length)) * TEXT_LINE + 10;
  }
  return { text: `<g>${parts.join('\n')}</g>`, bottom: y };
}

/** A marker of about ten units; each role has a shape of its own. */
function mark(role: number, { x, y }: Spot): string {
  const at = (...moves: readonly (readonly [number, number])[]): string =>
    `M${moves.map(([dx, dy]) => place({ x: x + dx, y: y + dy })).join('L')}Z`;
  const shapes = [
    () => `M${place({ x: x - 5, y })}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z`,
    () => at([-5, -5], [5, -5], [5, 5], [-5, 5]),
    () => at([0, -6], [6, 5], [-6, 5]),
    () => at([0, -7], [7, 0], [0, 7], [-7, 0]),
    () => at([0, 6], [6, -5], [-6, -5]),
    () =>
      at([-2, -6], [2, -6], [2, -2], [6, -2], [6, 2], [2, 2], [2, 6], [-2, 6], [-2, 2], [-6, 2], [-6, -2], [-2, -2]),
  ];
  return `<path class="mark r${role}" d="${shapes[role]!()}"/>`;
}

/** Running text in lines as wide as there is room. */
function paragraph(
  text: string,
  name: string,
  x: number,
  y: number,
  width: number,
  column: number,
): { readonly text: string; readonly bottom: number } {
  const lines = brokenText(text, Math.floor(width / column), Infinity);
  const height = name === 'title' ? 24 : TEXT_LINE;
  const written = lines.map(
    (line, index) => `<text class="${name}" x="${x}" y="${coordinate(y + index * height)}">${escapeXml(line)}</text>`,
  );
  return { text: written.join(''), bottom: y + lines.length * height };
}

function textLines(lines: readonly string[], x: number, y: number, attributes: string): string {
  return lines
    .map(
      (line, index) =>
        `<text ${attributes}${attributes === '' ? '' : ' '}x="${coordinate(x)}" y="${coordinate(y + index * TEXT_LINE)}">${escapeXml(line)}</text>`,
    )
    .join('');
}

const place = ({ x, y }: Spot): string => `${coordinate(x)} ${coordinate(y)}`;
