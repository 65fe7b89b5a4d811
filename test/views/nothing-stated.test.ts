/**
 * Roles of which nothing is stated: that nothing is missing there would be a wrong answer.
 */
import { expect, it } from 'vitest';
import { parseLadder } from '../../src/ladder/parse.ts';
import { runIn } from '../support/fake-runtime.ts';

const LADDER =
  'id: bare\ntitle: Bare\nroles: [{ id: a, title: A, rank: 1 }, { id: b, title: B, rank: 2 }]\nprogressions: [{ from: a, to: b }]\n';

it.each(['plan b', 'path me b', 'compare me b'])('%s says that nothing is stated', async (line) => {
  const { ladder } = parseLadder([{ file: 'l', text: LADDER }]);
  const files = { 'mine.yaml': 'profile: 1\nladder: { id: bare }\nrole: a\n' };
  const { stdout } = await runIn([...line.split(' '), '--me', 'mine.yaml'], { ladder: ladder!, files });
  expect(stdout).toMatch(/nothing is stated of/i);
  expect(stdout).not.toMatch(/nothing missing|is there/);
});
