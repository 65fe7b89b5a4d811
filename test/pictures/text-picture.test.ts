/**
 * The picture of characters, read back by something that did not draw it.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { isolatedRoles, type Picture, pictureOf } from '../../src/pictures/picture.ts';
import { drawPicture } from '../../src/pictures/text-picture.ts';
import { printable } from '../../src/report/printable.ts';
import { plain } from '../../src/report/report.ts';
import { widthOf } from '../../src/report/width.ts';
import { pictureNames } from '../../src/views/graph.ts';
import { fullLadder, graphLadder, hostileText } from '../support/arbitrary.ts';
import { runs } from '../support/thorough.ts';
import { readPicture } from './read-grid.ts';

const MOST_ROLES = 14;

/** Random moves between roles with titles of up to ten words, on up to four tracks or none. */
const LADDERS = fc
  .tuple(
    graphLadder({ least: 1, most: MOST_ROLES }),
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.record({ track: fc.option(fc.nat(3), { freq: 5 }), words: fc.oneof(fc.constant(0), fc.nat(9)) }), {
      minLength: MOST_ROLES,
      maxLength: MOST_ROLES,
    }),
  )
  .map(([ladder, tracks, given]): Ladder => ({
    ...ladder,
    tracks: Array.from({ length: tracks }, (_, index) => ({ id: `t${index}`, title: `Track ${index}` })),
    roles: ladder.roles.map((role, index) => {
      const { track, words } = given[index]!;
      const title = [role.title, ...'so many words that no column holds them all'.split(' ').slice(0, words)].join(' ');
      return { ...role, title, ...(track === null ? {} : { track: `t${track % tracks}` }) };
    }),
  }));

const pictureFor = (ladder: Ladder): Picture => pictureOf(createCatalog(ladder), { tracks: [], whole: false });

function drawn(ladder: Ladder, width: number, ascii = false, shown = printable): string[] {
  const room = { width, ascii, shown };
  const lines = drawPicture(pictureFor(ladder), pictureNames(createCatalog(ladder)), room) ?? [];
  return lines.map((line) => plain(line).trimEnd());
}

describe.each([50, 80, 200])('at %i columns', (width) => {
  it.each([false, true])('has every role and every move once, in ASCII: %s', (ascii) => {
    const shown = (text: string): string => (ascii ? text.replaceAll('→', '->').replaceAll('↑', '^') : text);
    const total = { drawn: 0, named: 0 };
    fc.assert(
      fc.property(LADDERS, (ladder) => {
        const lines = drawn(ladder, width, ascii, shown);
        const picture = pictureFor(ladder);
        const read = readPicture(lines);
        expect([...read.drawn, ...read.named].sort()).toEqual(
          picture.edges
            .map(({ from, to, kind, basis }) => `${from} ${to} ${kind} ${basis}`.replace(/r(?=\d)/g, 'R'))
            .sort(),
        );
        const rows = read.drawings.flat();
        const { level } = pictureNames(createCatalog(ladder));
        const ranks = new Map(picture.roles.map(({ id, rank }) => [id.toUpperCase(), level(rank)]));
        expect(rows.flatMap(({ roles }) => roles).sort()).toEqual([...ranks.keys()].sort());
        for (const { rank, roles } of rows) for (const role of roles) expect(ranks.get(role)).toBe(rank);
        for (const drawing of read.drawings) {
          const given = drawing.map(({ rank }) => rank);
          expect(given).toEqual([...new Set(given)].sort((a, b) => b - a));
        }
        const apart = picture.edges.length === 0 ? [] : isolatedRoles(picture).map(({ id }) => id.toUpperCase());
        expect([...read.apart].sort()).toEqual(apart.sort());
        expect(lines.filter((line) => line.length > width)).toEqual([]);
        if (ascii) expect(lines.join('')).toMatch(/^[\x20-\x7e]*$/);
        total.drawn += read.drawn.length;
        total.named += read.named.length;
      }),
      { numRuns: runs(60, 300), seed: 20 },
    );
    expect(Math.min(total.drawn, total.named)).toBeGreaterThan(30);
  });
});

it('fits, and sends nothing to the terminal but text, whatever roles are called', () => {
  fc.assert(
    fc.property(fullLadder(hostileText, true), fc.integer({ min: 50, max: 120 }), (ladder, width) => {
      for (const line of drawn(ladder, width)) {
        expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(printable(line)).toBe(line);
      }
    }),
    { numRuns: runs(50, 150), seed: 21 },
  );
});
