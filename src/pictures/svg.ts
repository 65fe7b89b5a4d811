/**
 * A picture as SVG: one file that needs nothing else, in the reader's choice of light and dark.
 */
import type { Catalog } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { groupBy } from '../core/group-by.ts';
import type { Role } from '../core/model.ts';
import { printable } from '../report/printable.ts';
import { coordinate, element, type Tree } from '../report/tree.ts';
import { widthOf } from '../report/width.ts';
import { cardFoot, shadeOf } from './card.ts';
import type { LinkStyle } from './grid.ts';
import { cardWidthFor, LARGE } from './ladder-size.ts';
import { type Band, type Box, type LadderLayout, type LadderLine, layOutLadder } from './layout.ts';
import { edgeNote, type Picture } from './picture.ts';
import { drawBand, drawLine, rankRules, rect, svgFile, textAt } from './shapes.ts';
import { HUES, SVG_STYLE } from './svg-style.ts';
import type { PictureNames } from './text-picture.ts';

/** Beyond this nobody can read what comes of it. */
const MOST_ROLES = 1000;
const MOST_MOVES = 3000;

/** Columns are as narrow as they must be for a picture of this width. */
const ROOM = 1200;

/** Paper round the picture, and an entry of the legend. */
const MARGIN = 24;
const ENTRY = 24;

/** The square of one skill's level, the space after it, and from a card's left to its text. */
const SQUARE = 11;
const SPACE = 2;
const INSET = 13;

/** What each line style says where moves are known from sources. */
const STYLES: Readonly<Record<LinkStyle, string>> = {
  stated: 'A move that a source states',
  implied: 'Implied by the order of a source',
  editorial: 'The keeper’s own; no source says so',
  'step-back': 'A step back',
};

/**
 * Draws a picture.
 *
 * @throws PmrolesError `usage` for a picture too large to be one
 */
export function writeSvg(catalog: Catalog, picture: Picture, names: PictureNames): string {
  const { roles, edges, highlighted } = picture;
  if (roles.length > MOST_ROLES || edges.length > MOST_MOVES) {
    throw new PmrolesError(
      'usage',
      `${roles.length} roles and ${edges.length} moves are too many for one SVG, which holds ${MOST_ROLES} and ${MOST_MOVES}`,
      { hint: 'name --track or --role to draw a part of it, or use --format dot' },
    );
  }
  const columns = new Set(roles.map(({ track }) => track)).size;
  const layout = layOutLadder(picture, { ...LARGE, cardWidth: cardWidthFor(columns, ROOM) });
  const hues = new Map(layout.bands.map((band) => [band.track, hueOf(band)]));
  const cards = roles.map((role) => {
    const box = layout.cards.get(role.id)!;
    const side =
      highlighted.size === 0 ? '' : highlighted.has(role.id) ? ' chosen' : highlighted.size > 1 ? ' aside' : '';
    return element(
      'g',
      { class: `role ${hues.get(role.track)!}${side}`, 'data-role': role.id },
      element('title', {}, names.role(role.id)),
      rect('box', box, 8),
      ...cardText(box, layout.titles.get(role.id)!, cardFoot(catalog, role), catalog.ladder.levels.length),
    );
  });
  const legend = legendOf(catalog, layout, roles);
  const width = Math.ceil(Math.max(layout.width, ...legend.map(({ room }) => room))) + MARGIN * 2;
  const height = Math.ceil(layout.height) + MARGIN * 2 + legend.length * ENTRY;
  const drawn = [
    ...layout.bands
      .filter(({ track }) => track !== undefined || columns > 1)
      .map((band) => drawBand(band, hueOf(band), LARGE.trackLine)),
    ...rankRules(layout),
    textAt('axis', 0, LARGE.titleFoot, 'Level'),
    ...layout.ranks.map(({ rank, y }) => textAt('level', 0, y + 5, String(names.level(rank)))),
    // What is set off is over what is not.
    ...layout.lines
      .map((line) => ({ line, side: sideOf(line, picture) }))
      .sort((a, b) => Number(a.side === ' chosen') - Number(b.side === ' chosen'))
      .map(({ line, side }) => moveOf(line, side, names)),
    ...cards,
    ...legend.flatMap(({ draw }, index) => draw(layout.height + MARGIN + index * ENTRY)),
  ];
  return svgFile({
    title: picture.title,
    description: description(picture, names),
    style: SVG_STYLE,
    box: [-MARGIN, -MARGIN, width, height],
    name: 'drawn',
    drawn,
  });
}

function description({ roles, edges }: Picture, names: PictureNames): string {
  const moves = edges.map((edge) => {
    const note = edgeNote(edge);
    return `${names.role(edge.from)} leads to ${names.role(edge.to)}${note === '' ? '' : ` (${note})`}`;
  });
  return `${roles.length} roles, the most senior on top, and ${edges.length} moves. ${moves.join('; ')}`;
}

const hueOf = ({ track, index }: Band): string => (track === undefined ? 't0' : `t${(index % HUES) + 1}`);

/** A card's title, and under it a square for the level of each skill, or what there is to say in place of them. */
function cardText(
  { x, y, width, height }: Box,
  lines: readonly string[],
  { levels, texts }: ReturnType<typeof cardFoot>,
  scale: number,
): Tree[] {
  const top = y + (height - lines.length * LARGE.line - 18) / 2;
  const foot = top + lines.length * LARGE.line;
  const title = lines.map((line, index) => textAt('name', x + INSET, top + 15 + index * LARGE.line, line));
  if (levels.length === 0) return [...title, textAt(undefined, x + INSET, foot + 13, texts.join(' · '))];
  const step = Math.min(SQUARE + SPACE, (width - INSET * 2) / levels.length);
  const side = step > SPACE * 2 ? Math.min(SQUARE, step - SPACE) : step;
  const shades = groupBy(levels.entries(), ([, level]) => shadeOf(level, scale));
  const squares = Array.from(shades, ([shade, members]) => {
    const path = members.map(([at]) => `M${coordinate(x + INSET + at * step)} ${coordinate(foot + 3)}${square(side)}`);
    return element('path', { class: `l${shade}`, d: path.join('') });
  });
  return [...title, ...squares];
}

const square = (side: number): string => `h${coordinate(side)}v${SQUARE}h${coordinate(-side)}Z`;

/** Whether a line is set off, or stands back behind those that are. */
function sideOf({ link }: LadderLine, { highlighted }: Picture): '' | ' chosen' | ' aside' {
  if (highlighted.size === 0) return '';
  const isOwn = highlighted.size === 1 && (highlighted.has(link.from) || highlighted.has(link.to));
  return link.highlighted || isOwn ? ' chosen' : ' aside';
}

function moveOf(line: LadderLine, side: string, names: PictureNames): Tree {
  const { style, edges } = line.link;
  const moves = edges.map((edge) => `${edge.from} ${edge.to} ${edge.kind} ${edge.basis}`);
  const titles = edges.map((edge) => {
    const note = edgeNote(edge);
    return `${names.role(edge.from)} → ${names.role(edge.to)}${note === '' ? '' : `: ${note}`}`;
  });
  const title = element('title', {}, titles.join('\n'));
  return drawLine(line, `move ${style}${side}`, { 'data-moves': moves.join(', ') }, title);
}

interface Entry {
  readonly room: number;
  readonly draw: (y: number) => Tree[];
}

/** The line styles, where there is more than one to tell apart, and the shades of the levels that cards have. */
function legendOf(catalog: Catalog, { lines }: LadderLayout, roles: readonly Role[]): Entry[] {
  const { ladder } = catalog;
  const used = new Set(lines.map(({ link }) => link.style));
  const styles = used.size < 2 ? [] : (Object.keys(STYLES) as LinkStyle[]).filter((style) => used.has(style));
  const hasLevels = roles.some((role) => cardFoot(catalog, role).levels.length > 0);
  const said = (style: LinkStyle): string =>
    style === 'stated' && ladder.sources.length === 0 ? 'A move' : STYLES[style];
  return [
    ...styles.map((style) =>
      entry(said(style), (y) => {
        const head = `M36 ${y}L29 ${y - 4.5}L29 ${y + 4.5}Z`;
        const path = element('path', { class: 'line', d: `M0 ${y}H30` });
        return [element('g', { class: `sample ${style}` }, path, element('path', { class: 'tip', d: head }))];
      }),
    ),
    ...(hasLevels ? [entry('A square for each skill, by how well it is needed:', () => [])] : []),
    ...(hasLevels ? ladder.levels : []).map(({ title }, level) =>
      entry(title, (y) => {
        const shade = shadeOf(level, ladder.levels.length);
        return [element('path', { class: `l${shade}`, d: `M25 ${y - SQUARE / 2}${square(SQUARE)}` })];
      }),
    ),
  ];
}

/** An entry of the legend: a sample, and what it means. */
function entry(text: string, sample: (y: number) => Tree[]): Entry {
  return { room: 48 + widthOf(printable(text)) * 8, draw: (y) => [...sample(y), textAt(undefined, 48, y + 4.5, text)] };
}
