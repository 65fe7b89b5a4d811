/**
 * Names that may be misspelt, and names that are alike by right.
 */
import { expect, it } from 'vitest';
import { validateLadder } from '../../src/ladder/validate.ts';

const codes = (skills: string, roles: string): readonly string[] =>
  validateLadder([{ file: 'x', text: `id: x\ntitle: X\nskills: [${skills}]\nroles: [${roles}]\n` }])
    .diagnostics.map(({ code }) => code)
    .filter((code) => code.startsWith('similar-'));

const skill = (id: string, name: string, group: string): string => `{ id: ${id}, name: ${name}, group: ${group} }`;
const role = (id: string, title: string): string => `{ id: ${id}, title: ${title}, rank: 1 }`;

it('warns of a title that is another but for a letter', () => {
  expect(codes('', [role('a', 'Senior Engineer'), role('b', 'Senior Enginer')].join())).toEqual(['similar-role']);
});

it.each([
  ['Engineer I', 'Engineer II'],
  ['Engineer 1', 'Engineer 2'],
  ['Product Lead', 'Product Head'],
])('does not warn of %s and %s', (one, other) => {
  expect(codes('', [role('a', one), role('b', other)].join())).toEqual([]);
});

it('takes skills of one name in two groups for two, and in one group for a mistake', () => {
  const twins = (group: string): string =>
    [skill('a', 'Quality check', 'Bread'), skill('b', 'Quality check', group)].join();
  expect(codes(twins('Cakes'), role('a', 'Baker'))).toEqual([]);
  expect(codes(twins('Bread'), role('a', 'Baker'))).toEqual(['similar-skill']);
});
