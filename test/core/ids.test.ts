import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responsibilityId } from '../../src/core/ids.ts';

describe('responsibilityId', () => {
  it.each([
    ['Lead the team.', 'lead-the-team'],
    ['  LEAD — the: team! ', 'lead-the-team'],
    ['Führe das Team', 'fuhre-das-team'],
    ['Own R2-D2', 'own-r2-d2'],
  ])('makes of %j the id %s', (text, id) => {
    expect(responsibilityId(text)).toBe(id);
  });

  it('tells apart texts that differ in letters beyond a to z', () => {
    const texts = ['Управлять API', 'Проектировать API', 'API', '戦略', '人', '…', '—', 'ß', 'ss x ß'];
    expect(new Set(texts.map(responsibilityId)).size).toBe(texts.length);
  });

  it('makes an id that ladder files accept, the same every time, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (text) => {
        expect(responsibilityId(text)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(responsibilityId(text)).toBe(responsibilityId(text));
      }),
      { seed: 42, numRuns: 1000 },
    );
  });
});
