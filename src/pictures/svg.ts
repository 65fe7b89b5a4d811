/**
 * A picture as SVG: one file that needs nothing else, in the reader's choice of light and dark.
 */
import { PmrolesError } from '../core/errors.ts';
import { type Basis, BASES } from '../core/model.ts';
import { edgeNote, type Picture } from './picture.ts';
import { type Box, LINE, layOutSvg, type Point, SMALL_LINE, type Stroke } from './svg-layout.ts';
import type { PictureNames } from './text-picture.ts';
import { coordinate, escapeXml } from './xml.ts';

/** Beyond this, laying out takes long, and nobody can read what comes of it. */
const MOST_ROLES = 300;
const MOST_MOVES = 1000;

/** What the legend needs below the picture. */
const LEGEND = 48;

/** How wide an entry of the legend is. */
const SAMPLE = 130;

/** Colours are written out twice: not everything that draws SVG knows variables, and what knows no dark mode stays light. */
export const SVG_STYLE = `
  text { font: 15px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; text-anchor: middle; fill: #1f2328; }
  text.soft, text.note { font-size: 12px; fill: #59636e; }
  text.note { stroke: #ffffff; stroke-width: 4px; paint-order: stroke; stroke-linejoin: round; }
  .legend text { text-anchor: start; }
  .paper { fill: #ffffff; }
  rect { fill: #f6f8fa; stroke: #818b98; }
  .move path, .legend path { fill: none; stroke: #59636e; stroke-width: 1.5; }
  .move path.head { fill: #59636e; stroke: none; }
  path.implied { stroke-dasharray: 7 4; }
  path.editorial { stroke-dasharray: 2 4; }
  .chosen rect { stroke: #0550ae; stroke-width: 3; }
  .chosen text { font-weight: 600; }
  .move.chosen path { stroke: #0550ae; stroke-width: 3; }
  .move.chosen path.head { fill: #0550ae; stroke: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    text.soft, text.note { fill: #9198a1; }
    text.note { stroke: #0d1117; }
    .paper { fill: #0d1117; }
    rect { fill: #21262d; stroke: #656c76; }
    .move path, .legend path { stroke: #9198a1; }
    .move path.head { fill: #9198a1; }
    .chosen rect, .move.chosen path { stroke: #79c0ff; }
    .move.chosen path.head { fill: #79c0ff; }
  }
`;

/**
 * Draws a picture.
 *
 * @throws PmrolesError `usage` for a picture too large to be one
 */
export function writeSvg(picture: Picture, names: PictureNames, link?: (role: string) => string): string {
  const { roles, edges } = picture;
  if (roles.length > MOST_ROLES || edges.length > MOST_MOVES) {
    throw new PmrolesError(
      'usage',
      `${roles.length} roles and ${edges.length} moves are too many for one SVG, which holds ${MOST_ROLES} and ${MOST_MOVES}`,
      { hint: 'draw a part with --track or --role, or use --format dot' },
    );
  }
  const layout = layOutSvg(picture, names, link !== undefined);
  const legend = BASES.filter((basis) => edges.some((edge) => edge.basis === basis));
  // Where all lines are alike, there is nothing to tell apart.
  const samples = legend.length < 2 ? [] : legend;
  const width = Math.ceil(Math.max(layout.width, samples.length * SAMPLE + 32));
  const height = Math.ceil(layout.height) + (samples.length > 0 ? LEGEND : 0);
  return [
    // What is an image has no parts that could be reached.
    `<svg xmlns="http://www.w3.org/2000/svg" role="${link ? 'group' : 'img'}" aria-labelledby="pmroles-title pmroles-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="pmroles-title">${escapeXml(picture.title)}</title>`,
    `<desc id="pmroles-desc">${escapeXml(description(picture, names))}</desc>`,
    ...(link ? [] : [`<style>${SVG_STYLE}</style>`]),
    `<path class="paper" d="M0 0H${width}V${height}H0Z"/>`,
    ...layout.strokes.map((stroke) => drawStroke(stroke, names)),
    ...layout.boxes.map((box) => {
      const drawn = drawBox(box, picture.highlighted.has(box.id), names);
      return link ? `<a href="${escapeXml(link(box.id))}">${drawn}</a>` : drawn;
    }),
    // Above the lines, so that none runs through a note.
    ...layout.strokes.filter(({ note }) => note !== '').map(drawNote),
    drawLegend(samples, height - LEGEND / 2),
    '</svg>',
    '',
  ].join('\n');
}

function description({ roles, edges }: Picture, names: PictureNames): string {
  const moves = edges.map((edge) => {
    const note = edgeNote(edge);
    return `${names.role(edge.from)} leads to ${names.role(edge.to)}${note === '' ? '' : ` (${note})`}`;
  });
  return `${roles.length} roles, the most senior on top, and ${edges.length} moves. ${moves.join('; ')}`;
}

function drawBox(box: Box, isChosen: boolean, names: PictureNames): string {
  const { id, x, y, width, height, lines, track } = box;
  const centre = coordinate(x + width / 2);
  const top = y + (height - lines.length * LINE - (track === '' ? 0 : SMALL_LINE)) / 2;
  return [
    `<g class="role${isChosen ? ' chosen' : ''}" data-role="${escapeXml(id)}">`,
    `<title>${escapeXml(names.role(id))}</title>`,
    `<rect x="${coordinate(x)}" y="${coordinate(y)}" width="${coordinate(width)}" height="${coordinate(height)}" rx="8"/>`,
    ...lines.map(
      (line, index) => `<text x="${centre}" y="${coordinate(top + index * LINE + 15)}">${escapeXml(line)}</text>`,
    ),
    ...(track === ''
      ? []
      : [
          `<text class="soft" x="${centre}" y="${coordinate(top + lines.length * LINE + 12)}">${escapeXml(track)}</text>`,
        ]),
    '</g>',
  ].join('');
}

function drawStroke({ edge, note, points }: Stroke, names: PictureNames): string {
  const { from, to, kind, basis, highlighted } = edge;
  const title = `${names.role(from)} → ${names.role(to)}${note === '' ? '' : `: ${note}`}`;
  return [
    `<g class="move${highlighted ? ' chosen' : ''}" data-from="${escapeXml(from)}" data-to="${escapeXml(to)}" data-kind="${kind}" data-basis="${basis}">`,
    `<title>${escapeXml(title)}</title>`,
    `<path class="${basis}" d="${curve(points)}"/>`,
    `<path class="head" d="${head(points)}"/>`,
    '</g>',
  ].join('');
}

function drawNote({ note, noteAt }: Stroke): string {
  return `<text class="note" x="${coordinate(noteAt.x)}" y="${coordinate(noteAt.y + 4)}">${escapeXml(note)}</text>`;
}

function drawLegend(bases: readonly Basis[], y: number): string {
  const samples = bases.map((basis, index) => {
    const x = 32 + index * SAMPLE;
    return `<path class="${basis}" d="M${x} ${y}h36"/><text class="soft" x="${x + 44}" y="${y + 4}">${basis}</text>`;
  });
  return `<g class="legend">${samples.join('')}</g>`;
}

/** A line through the middles between points, bent at each point. */
function curve(points: readonly Point[]): string {
  const parts = [`M${place(points[0]!)}`];
  points.slice(1, -1).forEach((point, index) => {
    const next = points[index + 2]!;
    const isLast = index === points.length - 3;
    parts.push(`Q${place(point)} ${place(isLast ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`);
  });
  if (points.length === 2) parts.push(`L${place(points[1]!)}`);
  return parts.join('');
}

/** An arrowhead at the end of a line. */
function head(points: readonly Point[]): string {
  const tip = points.at(-1)!;
  const before = points.findLast((point) => point.x !== tip.x || point.y !== tip.y) ?? { x: tip.x, y: tip.y + 1 };
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const side = (sign: 1 | -1): Point => ({ x: tip.x - dx * 9 - sign * dy * 4.5, y: tip.y - dy * 9 + sign * dx * 4.5 });
  return `M${place(tip)}L${place(side(1))}L${place(side(-1))}Z`;
}

const place = ({ x, y }: Point): string => `${coordinate(x)} ${coordinate(y)}`;
