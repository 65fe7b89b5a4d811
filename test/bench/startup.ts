/**
 * How much longer than Node itself a command takes, as whole processes, and what the code cache has to do with it.
 *
 * Each round runs every command once, in turn with a bare Node, so that a machine that grows slower or faster meanwhile does
 * so for all of them. What is printed is the median of each, and the medians of the ratios and of the differences round by round.
 *
 *     npm run bench                    the Node at hand, 31 rounds
 *     npm run bench -- --rounds 101 --node /path/to/node
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '31' }, node: { type: 'string', default: process.execPath } },
});
const rounds = Number(values.rounds);
const node = values.node;

/** The program as it is on a machine that lets it keep nothing. */
const bare = mkdtempSync(join(tmpdir(), 'pmroles-bench-'));
for (const folder of ['bin', 'dist']) cpSync(join(ROOT, folder), join(bare, folder), { recursive: true });
rmSync(join(bare, 'dist/pmroles'), { recursive: true });

interface Run {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const program = (root: string, line: string): string[] => [join(root, 'bin/pmroles.js'), ...line.split(' ')];
const usual = ['list', 'compare head-of-product cpo', 'path junior-pm cpo', '--help'];
const runs: readonly Run[] = [
  { name: 'node -e 0', args: ['-e', '0'] },
  ...usual.map((line) => ({ name: `pmroles ${line}`, args: program(ROOT, line) })),
  { name: 'pmroles list, no code cache', args: program(bare, 'list'), env: { PMROLES_NO_CACHE: '1' } },
];

function time({ name, args, env }: Run): number {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(node, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw error ?? new Error(`${name} ended with ${String(status)}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

// The first runs read the disk and leave compiled code behind.
for (const run of [...runs, ...runs]) time(run);
const times = runs.map((): number[] => []);
for (let round = 0; round < rounds; round++) runs.forEach((run, index) => times[index]!.push(time(run)));
rmSync(bare, { recursive: true });

/** Node 22 and 24 start in far less time than 20, so that the same work is a greater part of it: there the difference counts. */
const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
const limit = version.startsWith('v20.') ? { ratio: 1.25 } : { more: 20 };
const target = limit.ratio === undefined ? `+ ${limit.more} ms` : `× ${limit.ratio}`;

console.log(`Node ${version}, ${rounds} rounds, each command in turn with bare Node\n`);
console.log(`${'command'.padEnd(38)}  median ms  × bare  + ms  at most`);
runs.forEach(({ name }, index) => {
  const own = times[index]!;
  const ratio = median(own.map((ms, round) => ms / times[0]![round]!));
  const more = median(own.map((ms, round) => ms - times[0]![round]!));
  const isMet = limit.ratio === undefined ? more <= limit.more : ratio <= limit.ratio;
  const verdict = index === 0 || index > usual.length ? '' : `${target}  ${isMet ? 'met' : 'missed'}`;
  const figures = [
    median(own).toFixed(1).padStart(9),
    ratio.toFixed(2).padStart(6),
    more.toFixed(0).padStart(4),
    verdict,
  ];
  console.log(`${name.padEnd(38)}  ${figures.join('  ')}`.trimEnd());
});
