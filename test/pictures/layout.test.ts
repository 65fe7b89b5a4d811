/**
 * The geometry of the ladder's picture, on ladders of every shape: nothing overlaps, and every line can be followed.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import { BASES, type Ladder, PROGRESSION_KINDS } from '../../src/core/model.ts';
import { linksOf } from '../../src/pictures/grid.ts';
import { cardWidthFor, type LadderSize, LARGE, SMALL, titleLines } from '../../src/pictures/ladder-size.ts';
import { type Box, type LadderLayout, layOutLadder } from '../../src/pictures/layout.ts';
import { type Picture, pictureOf } from '../../src/pictures/picture.ts';
import { printable } from '../../src/report/printable.ts';
import { bareLadder, bareRole, hostileText } from '../support/arbitrary.ts';
import { ladderOf } from '../support/ladders.ts';
import { runs } from '../support/thorough.ts';

/** Ladders with lateral moves, changes of track, circles, ranks that a track has not, roles on no track, and shared cells. */
const anyLadder: fc.Arbitrary<Ladder> = fc
  .record({
    tracks: fc.integer({ min: 0, max: 5 }),
    ranks: fc.integer({ min: 1, max: 7 }),
    count: fc.integer({ min: 1, max: 24 }),
  })
  .chain(({ tracks, ranks, count }) => {
    const number = fc.nat(count - 1);
    return fc.record({
      roles: fc.array(
        fc.record({
          rank: fc.integer({ min: 1, max: ranks }),
          track: fc.integer({ min: 0, max: tracks }),
          words: fc.integer({ min: 1, max: 9 }),
        }),
        { minLength: count, maxLength: count },
      ),
      titles: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: tracks, maxLength: tracks }),
      moves: fc.array(
        fc.record({
          from: number,
          to: number,
          kind: fc.constantFrom(...PROGRESSION_KINDS),
          basis: fc.constantFrom(...BASES),
        }),
        { maxLength: count * 3, size: 'max' },
      ),
    });
  })
  .map(({ roles, titles, moves }) => ({
    ...bareLadder(
      roles.map(({ rank, track, words }, index) => ({
        ...bareRole(`r${index}`, rank),
        title: 'Word '.repeat(words).trim(),
        ...(track === 0 ? {} : { track: `t${track}` }),
      })),
      moves.map(({ from, to, kind, basis }) => ({ from: `r${from}`, to: `r${to}`, kind, basis, cites: [] })),
    ),
    tracks: titles.map((words, index) => ({ id: `t${index + 1}`, title: 'Track '.repeat(words).trim() })),
  }));

interface Stretch {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The stretches of a path whose corners are not cut; it has level and upright ones only. */
function stretchesOf(path: string): Stretch[] {
  const places = Array.from(path.matchAll(/([MLQ])(-?[\d.]+) (-?[\d.]+)(?: -?[\d.]+ -?[\d.]+)?/g), (found) => ({
    letter: found[1]!,
    x: Number(found[2]),
    y: Number(found[3]),
  }));
  const corners = places.filter(({ letter }, index) => letter !== 'L' || index === places.length - 1);
  return corners.slice(1).map(({ x, y }, index) => {
    const before = corners[index]!;
    return {
      x1: Math.min(x, before.x),
      y1: Math.min(y, before.y),
      x2: Math.max(x, before.x),
      y2: Math.max(y, before.y),
    };
  });
}

const boxed = ({ x, y, width, height }: Box): Stretch => ({ x1: x, y1: y, x2: x + width, y2: y + height });
const meets = (a: Stretch, b: Stretch): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/** Where text stands beside cards: the titles of tracks, and the numbers of ranks. */
function labelsOf({ bands, ranks }: LadderLayout, size: LadderSize): Stretch[] {
  return [
    ...bands.flatMap(({ title: { x, y, lines } }) =>
      lines.map((_, index) => {
        const foot = y + index * size.trackLine;
        return { x1: x, y1: foot - size.trackType * 0.8, x2: x + size.cardWidth, y2: foot + 2 };
      }),
    ),
    ...ranks.map(({ rank, y }) => ({ x1: 0, y1: y - 8, x2: String(rank).length * 9, y2: y + 8 })),
  ];
}

/** Whether two stretches lie on one another for more than a touch. */
function share(a: Stretch, b: Stretch): boolean {
  const isLevel = a.y1 === a.y2 && b.y1 === b.y2 && Math.abs(a.y1 - b.y1) < 0.05;
  const isUpright = a.x1 === a.x2 && b.x1 === b.x2 && Math.abs(a.x1 - b.x1) < 0.05;
  if (isLevel) return Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > 0.5;
  if (isUpright) return Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > 0.5;
  return false;
}

function check(picture: Picture, size: LadderSize): void {
  const layout = layOutLadder(picture, size);
  const cards = Array.from(layout.cards, ([id, box]) => ({ id, box: boxed(box) }));
  expect(cards.map(({ id }) => id).sort()).toEqual(picture.roles.map(({ id }) => id).sort());
  const whole = boxed({ x: 0, y: 0, width: layout.width, height: layout.height });
  const within = ({ x1, y1, x2, y2 }: Stretch): boolean =>
    x1 >= whole.x1 && y1 >= whole.y1 && x2 <= whole.x2 && y2 <= whole.y2;
  const faults: string[] = [];
  const fault = (isFault: boolean, what: string): void => {
    if (isFault) faults.push(what);
  };
  for (const one of picture.roles) {
    for (const other of picture.roles) {
      const [a, b] = [layout.cards.get(one.id)!, layout.cards.get(other.id)!];
      fault(one.rank === other.rank && a.y !== b.y, `${one.id} is not level with ${other.id}`);
      fault(one.rank < other.rank && a.y < b.y + b.height, `${one.id} is over ${other.id}`);
      fault(one !== other && meets(boxed(a), boxed(b)), `${one.id} is on ${other.id}`);
    }
  }
  for (const [index, { box, track }] of layout.bands.entries()) {
    fault(!within(boxed(box)), `band ${index} is outside`);
    for (const [number, other] of layout.bands.entries()) {
      fault(number > index && box.x + box.width > other.box.x, `band ${number} is not right of ${index}`);
    }
    for (const role of picture.roles.filter((entry) => entry.track === track)) {
      const { x1, y1, x2, y2 } = boxed(layout.cards.get(role.id)!);
      const band = boxed(box);
      fault(x1 < band.x1 || y1 < band.y1 || x2 > band.x2 || y2 > band.y2, `${role.id} is not in its band`);
    }
  }
  const labels = labelsOf(layout, size);
  for (const [index, label] of labels.entries()) {
    fault(!within(label), `label ${index} is outside`);
    fault(
      cards.some(({ box }) => meets(box, label)),
      `label ${index} is under a card`,
    );
  }
  const lines = layout.lines.map(({ link, path, heads }) => ({ link, heads, stretches: stretchesOf(path) }));
  expect(lines.map(({ link }) => link)).toEqual(linksOf(picture));
  for (const { link, stretches, heads } of lines) {
    const name = `${link.from} → ${link.to}`;
    expect(heads).toHaveLength(link.both ? 2 : 1);
    for (const stretch of stretches) {
      const { x1, y1, x2, y2 } = stretch;
      fault(x1 !== x2 && y1 !== y2, `${name} is aslant`);
      fault(!within(stretch), `${name} runs outside`);
      for (const { id, box } of cards) {
        const close = { x1: box.x1 - 1, y1: box.y1 - 1, x2: box.x2 + 1, y2: box.y2 + 1 };
        const isEnd = id === link.from || id === link.to;
        fault(meets(stretch, isEnd ? box : close), `${name} runs through ${id}`);
      }
      labels.forEach((label, index) => fault(meets(stretch, label), `${name} runs under label ${index}`));
    }
    const tips = heads.map((head) => /^M(\S+) ([^LZ]+)/.exec(head)!.slice(1).map(Number) as [number, number]);
    const start = /^M(\S+) ([^L]+)/.exec(layout.lines.find((line) => line.link === link)!.path)!;
    const [first, last] = link.both ? tips : [start.slice(1).map(Number) as [number, number], tips[0]!];
    fault(!isAtSide(boxed(layout.cards.get(link.from)!), first!), `${name} does not begin at its card`);
    fault(!isAtSide(boxed(layout.cards.get(link.to)!), last!), `${name} does not end at its card`);
  }
  const all = lines.flatMap(({ link, stretches }, line) => stretches.map((stretch) => ({ link, line, stretch })));
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) {
      if (a.line === b.line || !share(a.stretch, b.stretch)) continue;
      const isKin = a.link.from === b.link.from && a.link.style === b.link.style && !a.link.both && !b.link.both;
      fault(!isKin, `${a.link.from} → ${a.link.to} lies on ${b.link.from} → ${b.link.to}`);
    }
  }
  expect(faults).toEqual([]);
}

/** Whether a place is on the border of a card, or as far off as the tip of an arrow. */
function isAtSide({ x1, y1, x2, y2 }: Stretch, [x, y]: readonly [number, number]): boolean {
  const [dx, dy] = [Math.max(x1 - x, x - x2), Math.max(y1 - y, y - y2)];
  return Math.max(dx, dy) >= -0.05 && Math.max(dx, dy) <= 2.05;
}

const whole = (ladder: Ladder): Picture => pictureOf(createCatalog(ladder), { tracks: [], whole: true });

describe('the layout of a ladder', () => {
  it.each([
    ['large', LARGE],
    ['small', SMALL],
    ['narrow', { ...LARGE, cardWidth: 160 }],
  ])(
    'has every card in its place, and no line through a card, a label or another line: %s',
    (_, size) => {
      fc.assert(
        fc.property(anyLadder, (ladder) => check(whole(ladder), size)),
        { numRuns: runs(100, 1000), seed: 13 },
      );
    },
    600_000,
  );

  it('holds where much is between two of thirty tracks, and where nothing is left to draw', () => {
    const roles = Array.from({ length: 90 }, (_, index) => ({
      ...bareRole(`r${index}`, (index % 3) + 1),
      track: `t${Math.floor(index / 3)}`,
    }));
    const moves = roles.flatMap(({ id }, index) =>
      [1, 2, 7, 31, 62].map((step) => ({ from: id, to: `r${(index + step) % 90}`, kind: 'lateral' as const })),
    );
    const tracks = Array.from({ length: 31 }, (_, index) => ({ id: `t${index}`, title: `Track ${index}` }));
    const ladder = {
      ...bareLadder(
        roles,
        moves.map((move) => ({ ...move, basis: 'stated' as const, cites: [] })),
      ),
      tracks,
    };
    check(whole(ladder), LARGE);
    expect(layOutLadder(whole(ladder), LARGE).bands).toHaveLength(30);
    const nothing = pictureOf(createCatalog(ladder), { tracks: ['t30'], whole: true });
    expect(layOutLadder(nothing, LARGE)).toMatchObject({ bands: [], ranks: [], lines: [] });
  });

  it('keeps the ports of cards off two level lines between them', () => {
    const roles = ['a1', 'b1', 'b2', 'b3', 'b4', 'a2'].map((id) => ({
      ...bareRole(id, Number(id[1])),
      track: id[0]!,
    }));
    const moves = [
      ['a1', 'b1', 'step-back', 'stated'],
      ['b1', 'a1', 'lateral', 'implied'],
      ['a1', 'b2', 'promotion', 'stated'],
      ['a1', 'b3', 'promotion', 'implied'],
      ['a1', 'b4', 'promotion', 'editorial'],
      ['b1', 'a2', 'promotion', 'stated'],
    ] as const;
    const progressions = moves.map(([from, to, kind, basis]) => ({ from, to, kind, basis, cites: [] }));
    const tracks = ['a', 'b'].map((id) => ({ id, title: id }));
    check(whole({ ...bareLadder(roles, progressions), tracks }), LARGE);
  });

  it('goes straight up to the next role, level to the next track, and by a lane past a role', () => {
    const ladder = ladderOf(`
id: straight
version: 1.0.0
title: Straight
tracks: [{ id: a, title: A }, { id: b, title: B }]
roles:
  - { id: a1, title: A1, rank: 1, track: a, summary: One. }
  - { id: a2, title: A2, rank: 2, track: a, summary: Two. }
  - { id: a3, title: A3, rank: 3, track: a, summary: Three. }
  - { id: b1, title: B1, rank: 1, track: b, summary: One. }
  - { id: b3, title: B3, rank: 3, track: b, summary: Three. }
progressions:
  - { from: a1, to: a2 }
  - { from: a1, to: a3 }
  - { from: a1, to: b1, kind: lateral }
  - { from: b1, to: a1, kind: lateral }
  - { from: b1, to: b3 }
  - { from: a2, to: b3 }
`);
    const { cards, lines } = layOutLadder(whole(ladder), LARGE);
    const stretches = new Map(lines.map(({ link, path }) => [`${link.from} ${link.to}`, stretchesOf(path)]));
    const shapes = Array.from(
      stretches,
      ([name, all]) => `${name} ${all.map((s) => (s.x1 === s.x2 ? '|' : '-')).join('')}`,
    );
    expect(shapes.sort()).toEqual(['a1 a2 |', 'a1 a3 -|-', 'a1 b1 -', 'a2 b3 -|-', 'b1 b3 |']);
    expect(lines.filter(({ link }) => link.both).map(({ link, heads }) => [link.to, heads.length])).toEqual([
      ['b1', 2],
    ]);
    // Past a role of the first track at its left, to the other track at its right.
    const { x, width } = cards.get('a2')!;
    expect(stretches.get('a1 a3')![1]!.x1).toBeLessThan(x);
    expect(stretches.get('a2 b3')![1]!.x1).toBeGreaterThan(x + width);
    expect(cards.get('b1')!.y).toBe(cards.get('a1')!.y);
  });
});

describe('the titles of cards', () => {
  it('are broken, and never cut', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 400 }), (title, width) => {
        const letters = (text: string): string => text.replaceAll(' ', '');
        expect(letters(titleLines(title, width, LARGE.type).join(''))).toBe(letters(printable(title)));
      }),
    );
  });

  it('make the cards of their row higher, and those of no other', () => {
    const roles = ['Clerk', 'A title of very many words that does not fit on one line of a card, nor on two', 'Baker'];
    const ladder = bareLadder(
      roles.map((title, index) => ({ ...bareRole(`r${index}`, Math.min(index + 1, 2)), title })),
      [],
    );
    const { cards, titles } = layOutLadder(whole(ladder), LARGE);
    const lines = titles.get('r1')!.length;
    expect(lines).toBeGreaterThan(2);
    expect([...cards.values()].map(({ height }) => height)).toEqual(
      [0, lines - 1, lines - 1].map((more) => LARGE.cardHeight + more * LARGE.line),
    );
  });

  it('have a width by the room there is, and not less than can be read', () => {
    const widths = [1, 2, 3, 4, 9].map((columns) => cardWidthFor(columns, 1120));
    expect(widths).toEqual([272, 272, 272, 189, 160]);
    for (const columns of [3, 4]) {
      const roles = Array.from({ length: columns }, (_, index) => ({
        ...bareRole(`r${index}`, 1),
        track: `t${index}`,
      }));
      const tracks = roles.map(({ track }) => ({ id: track, title: track }));
      const size = { ...LARGE, cardWidth: cardWidthFor(columns, 1120) };
      expect(layOutLadder(whole({ ...bareLadder(roles, []), tracks }), size).width).toBeLessThanOrEqual(1120);
    }
  });
});
