import { describe, expect, it } from 'vitest';
import { createCatalog, sourcesOf } from '../../src/core/catalog.ts';
import { ladderOf, levelledCatalog, shippedCatalog } from '../support/ladders.ts';

describe('createCatalog', () => {
  it('leads every cite of a fact or a source to its source', () => {
    const { cites } = levelledCatalog();
    expect(cites.get('S-3')).toMatchObject({ source: { id: 'S' }, fact: { text: 'Fact the third.' } });
    expect(cites.get('T')).toMatchObject({ source: { id: 'T' } });
    expect(cites.get('T')).not.toHaveProperty('fact');
    expect(cites.get('__proto__')).toBeUndefined();
  });

  it('lists the moves from and to a role in the order of the roles, whatever the order in the file', () => {
    const roles = ['x', 'y', 'z'].map((id, index) => `{ id: ${id}, title: ${id}, rank: ${3 - index} }`);
    const moves = ['{ from: z, to: x }', '{ from: y, to: x }', '{ from: z, to: y }'];
    const ladder = ladderOf(`id: l\ntitle: L\nroles: [${roles.join(', ')}]\nprogressions: [${moves.join(', ')}]\n`);
    const { next, previous } = createCatalog(ladder);
    expect(next.get('z')!.map((edge) => edge.to)).toEqual(['y', 'x']);
    expect(previous.get('x')!.map((edge) => edge.from)).toEqual(['z', 'y']);
    expect(next.get('x')).toBeUndefined();
  });
});

describe('sourcesOf', () => {
  it('names each source once, in the order of first appearance, and passes over what leads nowhere', () => {
    expect(sourcesOf(shippedCatalog(), ['B-90', 'A-70', 'nowhere', 'B-10', 'A'])).toEqual(['B', 'A']);
    expect(sourcesOf(shippedCatalog(), [])).toEqual([]);
  });
});
