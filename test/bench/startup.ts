/**
 * How much longer than Node itself a command takes, as whole processes.
 *
 * Each round runs every command once, in turn with a bare Node, so that a machine that grows slower or faster meanwhile does
 * so for all of them. What is printed is the median of each, and the median of the ratios round by round.
 *
 *     npm run bench                    the Node at hand, 31 rounds
 *     npm run bench -- --rounds 101 --node /path/to/node
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const BIN = fileURLToPath(new URL('../../bin/pmroles.js', import.meta.url));

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '31' }, node: { type: 'string', default: process.execPath } },
});
const rounds = Number(values.rounds);
const node = values.node;

/** How much longer than bare Node each command may take: Node 22 starts in far less time, so that the same work weighs more. */
const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
const most = version.startsWith('v20.') ? 1.2 : 1.45;

const lines = ['list', 'compare head-of-product cpo', 'path junior-pm cpo', '--help'];
const commands = [['-e', '0'], ...lines.map((line) => [BIN, ...line.split(' ')])];

function time(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(node, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw error ?? new Error(`${args.join(' ')} ended with ${String(status)}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

// The first runs read the disk and leave compiled code behind.
for (const command of [...commands, ...commands]) time(command);
const times = commands.map((): number[] => []);
for (let round = 0; round < rounds; round++) commands.forEach((command, index) => times[index]!.push(time(command)));

const [bare] = times;
console.log(`Node ${version}, ${rounds} rounds, each command in turn with bare Node\n`);
console.log(`${'command'.padEnd(38)}  median ms  × bare Node  at most`);
commands.forEach((_, index) => {
  const own = times[index]!;
  const ratio = median(own.map((ms, round) => ms / bare![round]!));
  const name = index === 0 ? 'node -e 0' : `pmroles ${lines[index - 1]!}`;
  const limit = index === 0 ? '' : `${most.toFixed(2)}  ${ratio <= most ? 'met' : 'missed'}`;
  console.log(
    `${name.padEnd(38)}  ${median(own).toFixed(1).padStart(9)}  ${ratio.toFixed(2).padStart(11)}  ${limit}`.trimEnd(),
  );
});
