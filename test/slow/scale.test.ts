/**
 * Ladders of a shape that brings naive programs down, through the built program. That it is fast is for the benchmark to say;
 * that it ends at all is said here.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pmroles, scratch } from '../support/program.ts';

const folder = scratch();

function ladderFile(name: string, roles: number, progressions: readonly (readonly [number, number])[]): string {
  const file = join(folder, name);
  const ladder = {
    id: 'l',
    title: 'L',
    roles: Array.from({ length: roles }, (_, rank) => ({ id: `r-${rank}`, title: `Role ${rank}`, rank })),
    progressions: progressions.map(([from, to]) => ({ from: `r-${from}`, to: `r-${to}` })),
  };
  writeFileSync(file, JSON.stringify(ladder));
  return file;
}

interface Paths {
  readonly data: { readonly routes: readonly { readonly roles: readonly string[] }[] };
}

describe('a chain of 10,000 roles', () => {
  const last = 9_999;
  const chain = ladderFile(
    'chain.json',
    last + 1,
    Array.from({ length: last }, (_, from) => [from, from + 1] as const),
  );

  it('is walked from end to end', () => {
    const { code, stdout, stderr } = pmroles(['path', 'r-0', `r-${last}`, '--data', chain]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const moves = stdout.split('\n').filter((line) => /^ {2}\d+\. /.test(line));
    expect(moves).toHaveLength(last);
    expect(moves.at(-1)).toContain(`Role ${last}`);
    expect(stdout).toContain('Everything at each step: --full.');
    // Nobody climbs so many rungs by reading: only their sizes are shown.
    expect(stdout.split('\n').length).toBeLessThan(last + 20);
  }, 60_000);

  it('has no way back, and says so', () => {
    const { code } = pmroles(['path', `r-${last}`, 'r-0', '--json', '--data', chain]);
    expect(code).toBe(1);
  }, 60_000);

  it('that bites its tail is found by validate', () => {
    const ring = ladderFile(
      'ring.json',
      10_000,
      Array.from({ length: 10_000 }, (_, from) => [from, (from + 1) % 10_000] as const),
    );
    const { code, stdout } = pmroles(['validate', ring, '--strict']);
    expect(code).toBe(1);
    expect(stdout).toContain('cycle');
  }, 60_000);
});

it('a hundred thousand moves among ten thousand roles give ten routes that pass two others', () => {
  const edges = Array.from({ length: 100_000 }, (_, edge): [number, number] => {
    const from = Math.floor(edge / 10);
    return [from, (from + 1 + (edge % 10) ** 3) % 10_000];
  });
  const file = ladderFile('dense.json', 10_000, edges);
  const via = ['--via', 'r-2500', '--via', 'r-7501'];
  const { code, stdout } = pmroles(['path', 'r-0', 'r-9999', '--all', ...via, '--json', '--data', file]);
  expect(code).toBe(0);
  const { routes } = (JSON.parse(stdout) as Paths).data;
  expect(routes).toHaveLength(10);
  const moves = new Set(edges.map(([from, to]) => `r-${from} r-${to}`));
  for (const { roles } of routes) {
    expect(new Set(roles).size).toBe(roles.length);
    expect(roles).toEqual(expect.arrayContaining(['r-2500', 'r-7501']));
    expect([roles[0], roles.at(-1)]).toEqual(['r-0', 'r-9999']);
    for (const [place, to] of roles.slice(1).entries()) expect(moves.has(`${roles[place]!} ${to}`)).toBe(true);
  }
  const lengths = routes.map(({ roles }) => roles.length);
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
}, 60_000);

it('forty diamonds, of which there are a million million routes, give the best ones', () => {
  const edges: [number, number][] = [];
  for (let at = 0; at < 120; at += 3) edges.push([at, at + 1], [at, at + 2], [at + 1, at + 3], [at + 2, at + 3]);
  const file = ladderFile('diamonds.json', 121, edges);
  const { code, stdout } = pmroles(['path', 'r-0', 'r-120', '--all', '--json', '--data', file]);
  expect(code).toBe(0);
  const { routes } = (JSON.parse(stdout) as Paths).data;
  expect(routes.length).toBeGreaterThan(1);
  for (const { roles } of routes) expect(roles).toHaveLength(81);
  expect(new Set(routes.map(({ roles }) => roles.join())).size).toBe(routes.length);
});
