/**
 * The ladder of the page as it is painted, and how it is walked: ranks, cards, moves, keys and pointer.
 */
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { Ladder } from '../../src/core/model.ts';
import { inBrowser, press, settled, until, visit, type Watched } from '../support/browser.ts';
import { ENGINEERING, SHIPPED_LADDER, SIXTY } from '../support/page-ladders.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Painted {
  readonly cards: Readonly<Record<string, Box & { readonly texts: readonly Box[] }>>;
  /** Of each move the points that it passes, in px of the window. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly points: [number, number][] }[];
}

const PAINTED = `(() => {
  const boxOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const textsIn = (card) => [...card.querySelectorAll('b, small')].flatMap((it) => {
    if (getComputedStyle(it).display === 'none' || it.classList.contains('track-name')) return [];
    const range = document.createRange();
    range.selectNodeContents(it);
    return [...range.getClientRects()].map(boxOf);
  });
  const cards = Object.fromEntries([...document.querySelectorAll('.card')].map((card) =>
    [card.dataset.role, { ...boxOf(card.getBoundingClientRect()), texts: textsIn(card) }]));
  const moves = [...document.querySelectorAll('.moves .mv')].map((move) => {
    const path = move.querySelector('path:not(.tip)');
    const matrix = path.getScreenCTM();
    const length = path.getTotalLength();
    const points = Array.from({ length: Math.ceil(length / 2) + 1 }, (_, index) => {
      const { x, y } = path.getPointAtLength(Math.min(length, index * 2)).matrixTransform(matrix);
      return [x, y];
    });
    return { from: move.dataset.from, to: move.dataset.to, points };
  });
  return { cards, moves };
})()`;

const paintedOf = (page: Page): Promise<Painted> => page.evaluate<Painted>(PAINTED);

/** How far a point is from a box; 0 within it. */
function distance([x, y]: readonly [number, number], { left, top, right, bottom }: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

const within = ({ left, top, right, bottom }: Box, inset: number): Box => ({
  left: left + inset,
  top: top + inset,
  right: right - inset,
  bottom: bottom - inset,
});

/** The pairs of roles of which the senior is not above the other, or which are of one rank and not level. */
function misplaced({ roles }: Ladder, { cards }: Painted): string[] {
  return roles.flatMap((senior) =>
    roles.flatMap((other) => {
      const [a, b] = [cards[senior.id]!, cards[other.id]!];
      const isRight =
        senior.rank === other.rank ? Math.abs(a.top - b.top) < 1 : senior.rank < other.rank || a.bottom <= b.top;
      return isRight ? [] : [`${senior.id} beside ${other.id}`];
    }),
  );
}

inBrowser('the ladder of the page', (open) => {
  const opened = new Map<Ladder, Watched>();
  afterAll(() => Promise.all(Array.from(opened.values(), ({ close }) => close())));

  /** The front of a ladder, as wide as it gets. */
  const frontOf = async (ladder: Ladder): Promise<Page> => {
    const watched = opened.get(ladder) ?? (await open(ladder));
    opened.set(ladder, watched);
    const { page } = watched;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.mouse.move(1, 1);
    await visit(page, '#');
    await until(page, `document.querySelectorAll('.ladder.wide').length === 1`);
    return page;
  };

  it.each([SHIPPED_LADDER, ENGINEERING, SIXTY])(
    'of $id paints ranks as rows and moves around cards',
    async (ladder) => {
      const page = await frontOf(ladder);
      const painted = await paintedOf(page);
      const cards = Object.entries(painted.cards);
      expect(cards.map(([id]) => id).toSorted()).toEqual(ladder.roles.map(({ id }) => id).toSorted());
      expect(misplaced(ladder, painted)).toEqual([]);
      const overlaps = cards.flatMap(([id, a]) =>
        cards.flatMap(([other, b]) =>
          id < other && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
            ? [[id, other]]
            : [],
        ),
      );
      expect(overlaps).toEqual([]);
      // A text may touch the edge of its card, no more.
      for (const [id, { texts, ...card }] of cards) {
        expect(texts.length, id).toBeGreaterThan(0);
        for (const text of texts) {
          expect(Math.min(text.left - card.left, text.top - card.top), id).toBeGreaterThanOrEqual(0);
          expect(Math.min(card.right - text.right, card.bottom - text.bottom), id).toBeGreaterThanOrEqual(0);
        }
      }
      for (const { from, to, points } of painted.moves) {
        const through = cards.filter(([, box]) => points.some((point) => distance(point, within(box, 1.5)) === 0));
        expect(
          through.map(([id]) => id),
          `${from} to ${to}`,
        ).toEqual([]);
        // The tip of an arrow stands between the line and its card.
        expect(distance(points[0]!, painted.cards[from]!), `${from} to ${to}`).toBeLessThan(12);
        expect(distance(points.at(-1)!, painted.cards[to]!), `${from} to ${to}`).toBeLessThan(12);
      }
      const drawn = new Set(painted.moves.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
      expect(ladder.progressions.filter(({ from, to }) => !drawn.has(`${from} ${to}`))).toEqual([]);
    },
  );

  it.each([SHIPPED_LADDER, SIXTY])('of $id is a list where there is no room, and a picture again', async (ladder) => {
    const page = await frontOf(ladder);
    for (const [width, isPicture] of [
      [360, false],
      [1280, true],
      [320, false],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await until(page, `document.querySelectorAll('.ladder.wide').length === ${isPicture ? 1 : 0}`);
      expect(await page.locator('.moves').isVisible()).toBe(isPicture);
    }
    const { cards } = await paintedOf(page);
    const ranks = new Map(ladder.roles.map(({ id, rank }) => [id, rank]));
    const downwards = Object.entries(cards).toSorted(([, a], [, b]) => a.top - b.top);
    const inOrder = downwards.map(([id]) => ranks.get(id)!);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
  });

  it.each([SHIPPED_LADDER, ENGINEERING, SIXTY])(
    'of $id is one stop, and arrow keys lead to every role',
    async (ladder) => {
      const page = await frontOf(ladder);
      for (const width of ladder === SIXTY ? [1280] : [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await until(page, `document.querySelectorAll('.ladder.wide').length === ${width === 1280 ? 1 : 0}`);
        const { reached, stops } = await page.evaluate<{ reached: string[]; stops: number[] }>(`(() => {
        const open = [document.querySelector('.card[tabindex="0"]')];
        const reached = new Set(open);
        const stops = [];
        for (const card of open) {
          for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
            card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            stops.push(document.querySelectorAll('.card[tabindex="0"]').length);
            const next = document.activeElement.closest('.card') ?? card;
            if (!reached.has(next)) open.push(next);
            reached.add(next);
          }
        }
        return { reached: [...reached].map(({ dataset }) => dataset.role), stops };
      })()`);
        expect(reached.toSorted()).toEqual(ladder.roles.map(({ id }) => id).toSorted());
        expect(new Set(stops)).toEqual(new Set([1]));
      }
    },
  );

  it('keeps its one stop at the role that was reached, and opens it', async () => {
    const page = await frontOf(ENGINEERING);
    const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.dataset.role');
    await page.locator('.card[tabindex="0"]').focus();
    const top = await focused();
    await press(page, 'ArrowDown');
    const next = await focused();
    expect(next).not.toBe(top);
    await press(page, 'Shift+Tab');
    expect(await focused()).toBeUndefined();
    await press(page, 'Tab');
    expect(await focused()).toBe(next);
    await press(page, 'Enter');
    expect(await page.evaluate('location.hash')).toBe(`#role=${next}`);
  });

  it('lights the moves of the role that is pointed at or reached, and no others', async () => {
    const page = await frontOf(ENGINEERING);
    const lit = (selector: string): Promise<string[]> =>
      page.evaluate<string[]>(`[...document.querySelectorAll('.lit ${selector}')]
        .filter((it) => getComputedStyle(it).opacity === '1')
        .map(({ dataset }) => dataset.role ?? dataset.from + ' ' + dataset.to).sort()`);
    for (const { id } of ENGINEERING.roles) {
      const own = ENGINEERING.progressions.filter(({ from, to }) => from === id || to === id);
      const near = [...new Set([id, ...own.flatMap(({ from, to }) => [from, to])])].toSorted();
      for (const way of ['hover', 'focus'] as const) {
        if (way === 'hover') await page.locator(`.card[data-role="${id}"]`).hover();
        else {
          await page.mouse.move(1, 1);
          await page.locator(`.card[data-role="${id}"]`).focus();
        }
        await until(page, 'document.getAnimations().length === 0');
        expect(await lit('.card'), `${way} ${id}`).toEqual(near);
        const moves = await lit('.mv');
        expect(moves.length).toBeGreaterThan(0);
        expect(moves.filter((move) => !move.split(' ').includes(id))).toEqual([]);
        const ends = new Set(moves.flatMap((move) => move.split(' ')));
        expect([...ends].toSorted()).toEqual(near);
      }
      await page.evaluate('document.activeElement.blur()');
    }
    await settled(page);
    expect(await page.locator('.lit').count()).toBe(0);
  });

  it('sets a path off from the rest', async () => {
    const page = await frontOf(SHIPPED_LADDER);
    await visit(page, '#path=junior-pm,senior-pm');
    const hot = (selector: string): Promise<string[]> =>
      page.evaluate<string[]>(`[...document.querySelectorAll('${selector}.hot')].map(({ dataset }) =>
        dataset.role ?? dataset.from + ' ' + dataset.to).sort()`);
    expect(await hot('.card')).toEqual(['junior-pm', 'product-manager', 'senior-pm']);
    expect(await hot('.mv')).toEqual(['junior-pm product-manager', 'product-manager senior-pm']);
    await visit(page, '#');
    expect(await hot('.card')).toEqual([]);
  });
});
