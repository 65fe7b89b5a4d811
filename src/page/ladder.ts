/**
 * The ladder of the page: cards over the lines of its moves or, where there is no room, a list with one rail a track.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import type { Role } from '../core/model.ts';
import { byRank } from '../core/order.ts';
import { cardFoot, shadeOf } from '../pictures/card.ts';
import { gridOf, type LinkStyle, linksOf } from '../pictures/grid.ts';
import { cardWidthFor, LARGE, type LadderSize, SMALL } from '../pictures/ladder-size.ts';
import { type LadderLayout, layOutLadder } from '../pictures/layout.ts';
import { type Picture, pictureOf } from '../pictures/picture.ts';
import { drawBand, drawLine, rankRules, textAt } from '../pictures/shapes.ts';
import { element, type Tree } from '../report/tree.ts';
import { roleLevels, trackTitle } from '../views/parts.ts';
import { writeAddress } from './address.ts';
import { type Book, link, part, trackClass } from './page.ts';

/** A picture of more roles than this is for nobody's eyes. */
const MOST_CARDS = 100;

/** The widest that a picture can be, in px: on the whole width of the page, beside the words of the front, beside a path. */
const ROOM = { whole: 1200, beside: 720, aside: 480 };

/** A card that is less wide, in px, has no room for all of its note. */
const NARROW = 240;

/** Beside the words of the front it may be a little wider than is best. */
const SPARE = 40;

/** So many columns of cards have room beside the words of the front. */
const MOST_BESIDE = 3;

/** A list of more roles than this is no short one. */
const MOST_LISTED = 20;

/** More rails than this side by side nobody can tell apart. */
const MOST_RAILS = 6;

export function isDrawn({ ladder }: Catalog): boolean {
  const { length } = heldRoles(ladder);
  return length > 0 && length <= MOST_CARDS;
}

/** The ladder, whole; of a route its roles and moves are set off. */
export function ladderOf(
  { catalog }: Book,
  { size, route = [] }: { readonly size: 'large' | 'small'; readonly route?: readonly string[] },
): Tree[] {
  if (!isDrawn(catalog)) return [];
  const picture = pictureOf(catalog, { tracks: [], whole: true });
  const { layout, isNarrow, isSmall } = fitted(picture, size === 'large');
  const steps = new Set(route.slice(1).map((to, index) => JSON.stringify([route[index], to])));
  const roles = picture.roles.toSorted(byRank).reverse();
  // Beside the steps of a route the list holds its roles alone.
  const listed = route.length === 0 ? roles : roles.filter(({ id }) => route.includes(id));
  const isFlat = catalog.ladder.tracks.length > MOST_RAILS || new Set(listed.map(({ track }) => track)).size === 1;
  const railOf = railsOf(catalog, listed);
  const cards = roles.map((role, index) => card(catalog, role, layout, railOf(role), route, index === 0));
  const rails = isFlat ? 1 : railCount(catalog);
  const style = `--w:${layout.width / 16}rem;--h:${layout.height / 16}rem;--rails:${rails}`;
  return [
    element(
      'div',
      {
        class: [
          'ladder',
          isFlat ? 'flat' : '',
          isNarrow ? 'narrow' : '',
          isSmall ? 'small-ladder' : '',
          route.length > 0 ? 'ladder--route' : '',
        ]
          .filter((name) => name !== '')
          .join(' '),
        style,
      },
      moves(catalog, layout, steps, isSmall),
      element('ol', { role: 'list' }, ...cards),
    ),
  ];
}

/** The picture as large as there is room for: in usual measures or, where its lines need too much, in small ones. */
function fitted(
  picture: Picture,
  isLarge: boolean,
): { readonly layout: LadderLayout; readonly isNarrow: boolean; readonly isSmall: boolean } {
  const columns = columnCount(picture);
  const room = isLarge ? (columns > MOST_BESIDE ? ROOM.whole : ROOM.beside) : ROOM.aside;
  const laidOut = (size: LadderSize) => {
    const cardWidth = Math.min(size.cardWidth, cardWidthFor(columns, room, size));
    return {
      layout: layOutLadder(picture, { ...size, cardWidth }),
      isNarrow: cardWidth < NARROW,
      isSmall: size === SMALL,
    };
  };
  const large = isLarge ? laidOut(LARGE) : undefined;
  return large && large.layout.width <= room + SPARE ? large : laidOut(SMALL);
}

const columnCount = (picture: Picture): number => gridOf(picture).columns.reduce((sum, { slots }) => sum + slots, 0);

/** Whether the picture leaves room for words beside it. */
export function isBeside(catalog: Catalog): boolean {
  return isDrawn(catalog) && columnCount(pictureOf(catalog, { tracks: [], whole: true })) <= MOST_BESIDE;
}

function card(
  catalog: Catalog,
  role: Role,
  layout: LadderLayout,
  rails: readonly Tree[],
  route: readonly string[],
  isFirst: boolean,
): Tree {
  const { x, y, width, height } = layout.cards.get(role.id)!;
  const place = `--x:${x / 16}rem;--y:${y / 16}rem;--cw:${width / 16}rem;--ch:${height / 16}rem`;
  const track = trackTitle(catalog, role.id);
  const level = String(roleLevels(catalog).get(role.rank)!);
  const hot = route.includes(role.id) ? ' hot' : '';
  return element(
    'li',
    { class: `slot ${trackClass(catalog, role.track)}`, 'data-level': level, style: place },
    ...rails,
    element(
      'a',
      {
        class: `card${hot}`,
        'data-role': role.id,
        href: writeAddress('role', [role.id]),
        // One stop of the tab key; arrow keys lead on.
        tabindex: isFirst ? '0' : '-1',
      },
      element('b', {}, role.title),
      element('span', { class: 'vh' }, `, level ${level}`),
      ...(track === undefined ? [] : [element('small', { class: 'track-name' }, track)]),
      cardNote(catalog, role),
    ),
  );
}

/** What a card says besides the title: the levels of the role's skills, or how much is said of it. */
function cardNote(catalog: Catalog, role: Role): Tree {
  const { levels, texts } = cardFoot(catalog, role);
  if (levels.length > 0) {
    const squares = levels.map((level) => element('i', { class: levelClass(catalog, level) }));
    return element('span', { class: 'strip', 'aria-hidden': 'true' }, ...squares);
  }
  const [first = '', ...others] = texts;
  // A narrow card has room for the first alone.
  return element('small', {}, first, ...others.map((text) => element('span', { class: 'more' }, ` · ${text}`)));
}

/** The shade of a level, `l1` for the lightest. */
export const levelClass = ({ ladder }: Catalog, level: number): string => `l${shadeOf(level, ladder.levels.length)}`;

/** The bands of the tracks, the numbers of the levels, and the moves. */
function moves(catalog: Catalog, layout: LadderLayout, steps: ReadonlySet<string>, isSmall: boolean): Tree {
  const { width, height, bands, ranks, lines } = layout;
  const levels = roleLevels(catalog);
  const { trackLine, titleFoot } = isSmall ? SMALL : LARGE;
  return element(
    'svg',
    {
      class: 'moves',
      width: `${width / 16}rem`,
      height: `${height / 16}rem`,
      viewBox: `0 0 ${width} ${height}`,
      'aria-hidden': 'true',
    },
    ...bands.map((band) => drawBand(band, trackClass(catalog, band.track), trackLine)),
    ...(isSmall ? [] : [textAt('axis', 0, titleFoot, 'Level')]),
    ...ranks.map(({ rank, y }) => textAt('axis', 0, y + 5, String(levels.get(rank)!))),
    ...rankRules(layout),
    ...lines.map((line) => {
      const { from, to, both, style } = line.link;
      const isHot = steps.has(JSON.stringify([from, to])) || (both && steps.has(JSON.stringify([to, from])));
      return drawLine(line, `mv ${style}${isHot ? ' hot' : ''}`);
    }),
  );
}

const railCount = ({ ladder }: Catalog): number =>
  ladder.tracks.length > MOST_RAILS ? 1 : Math.max(1, ladder.tracks.length);

/** The rails that pass each role of a list, from the highest role of a track to its lowest. */
function railsOf(catalog: Catalog, roles: readonly Role[]): (role: Role) => readonly Tree[] {
  const { tracks } = catalog.ladder;
  const shown = tracks.length > MOST_RAILS ? [] : tracks;
  const spans = shown.map(({ id }) => {
    const own = roles.flatMap(({ track }, index) => (track === id ? [index] : []));
    return { id, top: own[0] ?? Infinity, bottom: own.at(-1) ?? -1 };
  });
  const places = new Map(roles.map(({ id }, index) => [id, index]));
  return ({ id: role }) => {
    const at = places.get(role) ?? -1;
    return spans.flatMap(({ id, top, bottom }) => {
      if (at < top || at > bottom || top === bottom) return [];
      const end = at === top ? ' head' : at === bottom ? ' foot' : '';
      return [element('span', { class: `rail ${trackClass(catalog, id)}${end}` })];
    });
  };
}

/** Whether a ladder is too long to list in passing. */
export const isLong = ({ ladder }: Catalog): boolean => heldRoles(ladder).length > MOST_LISTED;

/** The ladder as a short list, with the role that one is at; nothing of a ladder that is too large. */
export function rails(catalog: Catalog, here: Role): Tree[] {
  if (!isDrawn(catalog)) return [];
  const all = heldRoles(catalog.ladder).toSorted(byRank).reverse();
  const isFlat = isLong(catalog) || catalog.ladder.tracks.length > MOST_RAILS;
  // Of a longer list the role's own track says where one is.
  const roles = isLong(catalog) ? all.filter(({ track }) => track === here.track) : all;
  const railOf = railsOf(catalog, roles);
  const levels = roleLevels(catalog);
  const items = roles.map((role) =>
    element(
      'li',
      { class: `slot ${trackClass(catalog, role.track)}`, 'data-level': String(levels.get(role.rank)!) },
      ...railOf(role),
      link(writeAddress('role', [role.id]), role.title, role === here ? { 'aria-current': 'page' } : undefined),
    ),
  );
  const style = `--rails:${isFlat ? 1 : railCount(catalog)}`;
  return part(
    'here',
    [
      'You are here',
      ...(isLong(catalog) ? [element('span', { class: 'soft' }, ` ${trackTitle(catalog, here.id) ?? ''}`)] : []),
    ],
    element('ol', { class: isFlat ? 'rails flat part-s' : 'rails part-s', role: 'list', style }, ...items),
  );
}

const STYLES: Readonly<Record<LinkStyle, readonly [words: string, plain: string]>> = {
  stated: ['A move that a source states', 'A move'],
  implied: ['Implied by the order of a source', 'Implied'],
  editorial: ['The keeper’s own; no source says so', 'The keeper’s own'],
  'step-back': ['A step back', 'A step back'],
};

/** What tracks, lines and squares mean, as far as they occur. */
export function keyOf(catalog: Catalog): Tree {
  const { ladder } = catalog;
  const links = linksOf(pictureOf(catalog, { tracks: [], whole: true }));
  const isSourced = ladder.sources.length > 0;
  const styles = (Object.keys(STYLES) as LinkStyle[]).filter((style) => links.some((line) => line.style === style));
  const entry = (style: string, sign: Tree, ...text: readonly Tree[]): Tree =>
    element('li', { class: style }, sign, element('span', {}, ...text));
  const about = (style: string, sign: Tree, said: { readonly title: string; readonly description?: string }): Tree => {
    const { title, description = '' } = said;
    const more = description === '' ? ['', ''] : ['.', ` ${description}`];
    return entry(style, sign, element('b', {}, title, more[0]!), more[1]!);
  };
  const sample = (style: string, d: string, tips: string): Tree =>
    element(
      'svg',
      { viewBox: '0 0 36 14', 'aria-hidden': 'true' },
      element('g', { class: `mv ${style}` }, element('path', { d }), element('path', { class: 'tip', d: tips })),
    );
  const RIGHT = 'M35 7L28 2.5L28 11.5z';
  return element(
    'div',
    {},
    element('h2', { class: 'over' }, 'How to read it'),
    element(
      'ul',
      { class: 'key', role: 'list' },
      ...ladder.tracks.map((track) => about(trackClass(catalog, track.id), element('span', { class: 'dot' }), track)),
      ...styles.map((style) => entry('only-wide', sample(style, 'M1 7H29', RIGHT), STYLES[style][isSourced ? 0 : 1])),
      ...(links.some(({ both }) => both)
        ? [entry('only-wide', sample('stated', 'M7 7H29', `${RIGHT}M1 7L8 2.5L8 11.5z`), 'Sideways, both ways')]
        : []),
      ...ladder.levels.map((level, index) =>
        about('', element('span', { class: `sq ${levelClass(catalog, index)}` }), level),
      ),
    ),
  );
}
