import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/report/width.ts';
import { cutTo } from '../../src/views/cut.ts';

describe('cutTo', () => {
  it('leaves what fits as it is, and says by a sign that something is left out', () => {
    expect(cutTo('Bakes bread.', 12)).toBe('Bakes bread.');
    expect(cutTo('Bakes bread for all of the town.', 15)).toBe('Bakes bread…');
    expect(cutTo('Bakes, and more than that.', 12)).toBe('Bakes, and…');
  });

  it('cuts a text without blanks too, by the columns that it takes', () => {
    const cut = cutTo('産品経理負責整個産品的方向和計画', 15);
    expect(cut.endsWith('…')).toBe(true);
    expect(widthOf(cut)).toBeLessThanOrEqual(15);
  });

  it('leaves enough to say something, however little room there is', () => {
    expect(cutTo('Bakes bread for all.', -3)).toBe('Bakes bread…');
  });
});
