/**
 * How long the usual answers are: a screen for one role, and never wider than the terminal.
 */
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/report/width.ts';
import { runIn, shippedLadder } from '../support/fake-runtime.ts';

const ROLES = shippedLadder().roles.map(({ id }) => id);

async function linesOf(argv: readonly string[], width: number): Promise<string[]> {
  const { stdout } = await runIn([...argv, '--width', String(width)]);
  return stdout.trimEnd().split('\n');
}

describe('at 80 columns', () => {
  it.each([
    ...ROLES.map((id) => [40, `show ${id}`] as const),
    [80, 'why head-of-product'] as const,
    [48, 'path junior-pm cpo'] as const,
    [30, 'list'] as const,
  ])('at most %d lines for %s', async (most, line) => {
    expect((await linesOf(line.split(' '), 80)).length).toBeLessThanOrEqual(most);
  });
});

it('help is a screen, and the program alone less than one', async () => {
  expect((await linesOf(['--help'], 80)).length).toBeLessThanOrEqual(45);
  expect((await linesOf([], 80)).length).toBeLessThanOrEqual(15);
});

it('a route as JSON says once what its steps share', async () => {
  expect((await runIn(['path', 'pm', 'cpo', '--json'])).stdout.length).toBeLessThan(25_000);
});

it.each([100, 160])('a list at %d columns is a line for each role, and for each track', async (width) => {
  const [, , ...lines] = await linesOf(['list'], width);
  expect(lines.filter((line) => /^ {2}\d /.test(line))).toHaveLength(ROLES.length);
  expect(lines).toHaveLength(ROLES.length + shippedLadder().tracks.length);
});

describe.each([40, 80, 100, 160])('at %d columns no line is wider', (width) => {
  it.each([
    'list',
    'list --ascii',
    'show cpo',
    'show cpo --full',
    'show senior-pm --ascii',
    'why cpo',
    'why head-of-product team',
    'compare head-of-product cpo',
    'path junior-pm cpo',
    'skills',
    'skills marketing',
    'skills --matrix',
    'search roadmap',
    'sources',
    'graph',
    'version',
    'config',
  ])('%s', async (line) => {
    const wide = (await linesOf(line.split(' '), width)).filter((text) => widthOf(text) > width);
    expect(wide).toEqual([]);
  });
});
