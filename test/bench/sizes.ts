/**
 * How loading and route search grow with the ladder.
 *
 *     npm run bench:sizes                     100, 1,000 and 10,000 roles
 *     npm run bench:sizes -- --most 1000      no larger than this
 *
 * Three parts: the whole program on ladders of each size, cold and warm; the same on a ladder as large as a national
 * occupation database, beside what Node alone and the yaml package take for it; and routes between the far ends, beside
 * graphology on the same graph.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DirectedGraph } from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import { parse, stringify } from 'yaml';
import { createCatalog } from '../../src/core/catalog.ts';
import { findRoutes } from '../../src/core/routes/routes.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { bigLadder } from '../support/big-ladder.ts';

const BIN = fileURLToPath(new URL('../../bin/pmroles.js', import.meta.url));

/** How much more than ten times as long ten times as many roles may take. */
const MOST_GROWTH = 1.3;

const { values } = parseArgs({
  options: { most: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '11' } },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'pmroles-bench-'));
const hook = join(folder, 'memory.cjs');
const memory = join(folder, 'memory');
writeFileSync(
  hook,
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));`,
);

/** What one run of a program took: milliseconds, and the most memory in MB. */
function run(args: readonly string[]): { readonly ms: number; readonly mb: number } {
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), PMROLES_MAX_BYTES: '1000000000' };
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return { ms, mb: Number(readFileSync(memory, 'utf8')) / 1024 };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** The shortest of a few runs, in milliseconds: what the work takes when nothing else does. */
function shortest(work: () => unknown, times = 3): number {
  let best = Infinity;
  for (let count = 0; count < times; count++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const columns = (cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(34) : String(cell).padStart(12))).join('');

function verdict(ratio: number, most: number): string {
  return `${ratio.toFixed(2)} (at most ${most}: ${ratio <= most ? 'met' : 'missed'})`;
}

function growth(): void {
  console.log(columns(['roles', 'MB', 'cold ms', 'warm ms', 'cold MB', 'warm MB', 'parse ms', 'a route ms', 'ten ms']));
  let before: { roles: number; parse: number; one: number; ten: number } | undefined;
  for (const roles of [100, 1000, 10_000].filter((size) => size <= Number(values.most))) {
    const ladder = bigLadder({ roles, requirements: 5, progressions: 3 });
    const file = join(folder, 'ladder.yaml');
    const text = stringify(ladder);
    writeFileSync(file, text);
    const line = [BIN, 'path', 'role-0', `role-${roles - 1}`, '--data', file];
    const cold = run([...line, '--no-cache']);
    run(line);
    const warm = Array.from({ length: 3 }, () => run(line));
    const parsing = shortest(() => parseLadder([{ file, text }]), roles > 1000 ? 1 : 3);
    const catalog = createCatalog(parseLadder([{ file, text }]).ladder!);
    // The first runs of all are slow, whatever the size.
    const times = Math.max(5, 50_000 / roles);
    const [from, to] = ['role-0', `role-${roles - 1}`];
    const one = shortest(() => findRoutes(catalog, from, to, { most: 1 }), times);
    const ten = shortest(() => findRoutes(catalog, from, to, { most: 10 }), times);
    console.log(
      columns([
        roles.toLocaleString('en'),
        (text.length / 1e6).toFixed(1),
        cold.ms.toFixed(0),
        median(warm.map(({ ms }) => ms)).toFixed(0),
        cold.mb.toFixed(0),
        median(warm.map(({ mb }) => mb)).toFixed(0),
        parsing.toFixed(0),
        one.toFixed(1),
        ten.toFixed(1),
      ]),
    );
    if (before) {
      const linear = roles / before.roles;
      const growths = { parse: parsing / before.parse, 'a route': one / before.one, ten: ten / before.ten };
      const verdicts = Object.entries(growths).map(
        ([what, ratio]) => `${what} ${verdict(ratio / linear, MOST_GROWTH)}`,
      );
      console.log(`  growth over linear: ${verdicts.join(', ')}`);
    }
    beside(catalog.ladder, one);
    before = { roles, parse: parsing, one, ten };
  }
}

/** The same graph in graphology, and its bidirectional Dijkstra for the same route. */
function beside(ladder: ReturnType<typeof createCatalog>['ladder'], one: number): void {
  const graph = new DirectedGraph();
  const build = shortest(() => {
    graph.clear();
    for (const { id } of ladder.roles) graph.addNode(id);
    for (const { from, to } of ladder.progressions) graph.mergeDirectedEdge(from, to, { weight: 1 });
  }, 1);
  const last = ladder.roles.at(-1)!.id;
  const search = shortest(() => dijkstra.bidirectional(graph, ladder.roles[0]!.id, last, 'weight'));
  console.log(
    `  graphology: ${build.toFixed(1)} ms to build the graph, ${search.toFixed(1)} ms for a route; here ${one.toFixed(1)} ms for both`,
  );
}

function nationalDatabase(): void {
  const ladder = bigLadder({ roles: 1000 });
  const [yaml, json] = [join(folder, 'national.yaml'), join(folder, 'national.json')];
  const text = stringify(ladder);
  writeFileSync(yaml, text);
  writeFileSync(json, JSON.stringify(ladder));
  const progressions = (ladder['progressions'] as unknown[]).length;
  console.log(
    `\n1,000 roles, 27,000 requirements, ${progressions.toLocaleString('en')} progressions: ${(text.length / 1e6).toFixed(1)} MB of YAML`,
  );
  const floor = ['-e', `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(json)}, 'utf8'))`];
  const lines = ['list', 'show role-500', 'compare role-500 role-507', 'path role-0 role-30'];
  // The first finds one role; the second finds every requirement, all of which are ranked.
  const searches = ['search 731', 'search daily work'];
  const most: Readonly<Record<string, number>> = { 'search 731': 2, 'search daily work': 4 };
  const commands = [floor, ...[...lines, ...searches].map((line) => [BIN, ...line.split(' '), '--data', yaml])];
  for (const command of [...commands, ...commands]) run(command);
  const times = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    commands.forEach((command, index) => times[index]!.push(run(command).ms));
  }
  console.log(`warm, ${rounds} rounds in turn with a Node that reads and parses the same ladder as JSON:`);
  console.log(columns(['Node and JSON.parse', median(times[0]!).toFixed(0)]));
  [...lines, ...searches].forEach((line, index) => {
    const own = times[index + 1]!;
    const ratio = median(own.map((ms, round) => ms / times[0]![round]!));
    console.log(`${columns([line, median(own).toFixed(0)])}  × ${verdict(ratio, most[line] ?? 1.5)}`);
  });
  const alone = ['-e', `require('yaml').parse(require('node:fs').readFileSync(${JSON.stringify(yaml)}, 'utf8'))`];
  const cold = [BIN, 'list', '--no-cache', '--data', yaml];
  const pairs = Array.from({ length: 3 }, () => [run(cold).ms, run(alone).ms] as const);
  const ratio = median(pairs.map(([ours, theirs]) => ours / theirs));
  console.log(`cold, beside the yaml package alone (${parse.name} of it): × ${verdict(ratio, 1.5)}`);
}

try {
  growth();
  nationalDatabase();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
