/**
 * One small ladder in every format, and every command on three whole ladders, held to files that people can read: whoever
 * changes an answer sees what that does.
 *
 * `npx vitest run test/program/golden.test.ts -u` writes them anew. A key of the JSON that changes its meaning or goes away needs a new
 * `schemaVersion` and a line in the changelog.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/declarations.ts';
import { COMPARE_FORMATS, EXPORT_FORMATS, GRAPH_FORMATS, VALIDATE_FORMATS } from '../../src/commands/shared/formats.ts';
import { FORMATS } from '../../src/report/index.ts';
import type { Ladder } from '../../src/core/model.ts';
import { WORLD } from '../support/every-command.ts';
import { OWN_PROFILE } from '../support/profiles.ts';
import { runIn, shippedLadder, templateFile, type World } from '../support/fake-runtime.ts';
import { ladderOf, LEVELLED_YAML } from '../support/ladders.ts';
import { tallLadder } from '../support/tall-ladder.ts';
import { type Line, linesFor, linesForAny, type Names, steady, transcript } from '../support/transcripts.ts';

const FOLDER = new URL('./golden/', import.meta.url);
const ladder = ladderOf(LEVELLED_YAML);
const broken = LEVELLED_YAML.replace(/rank: \d+/, 'rank: first');

/** Each command that answers from the ladder, and all that it can be written as. */
const GOLDEN = [
  { name: 'list', argv: ['list'], formats: FORMATS },
  { name: 'show', argv: ['show', 'foreman'], formats: FORMATS },
  { name: 'compare', argv: ['compare', 'master', 'foreman'], formats: COMPARE_FORMATS },
  { name: 'path', argv: ['path', 'apprentice', 'owner'], formats: FORMATS },
  { name: 'graph', argv: ['graph'], formats: GRAPH_FORMATS },
  { name: 'skills', argv: ['skills'], formats: FORMATS },
  { name: 'search', argv: ['search', 'joinery'], formats: FORMATS },
  { name: 'validate', argv: ['validate', 'broken.yaml'], formats: VALIDATE_FORMATS },
  // The page holds its whole program, and the ladder itself has tests of its own for each way to write it.
  { name: 'export', argv: ['export'], formats: EXPORT_FORMATS.filter((format) => format !== 'html') },
].flatMap(({ name, argv, formats }) =>
  formats.map((format) => ({ file: `${name}.${format}.golden`, argv: [...argv, '--format', format] })),
);

/** Ladders of which every command is asked. */
const HELD: readonly { readonly name: string; readonly ladder: () => Ladder; readonly names: Names }[] = [
  {
    name: 'product-management',
    ladder: shippedLadder,
    names: {
      low: 'junior-pm',
      mid: 'product-manager',
      beside: 'product-owner',
      high: 'head-of-product',
      top: 'cpo',
      title: '"Head of Product"',
      several: 'product',
      skill: 'marketing',
      area: 'strategy',
      track: 'leadership',
      source: 'A',
      word: 'roadmap',
    },
  },
  {
    name: 'engineering',
    ladder: () => ladderOf(readFileSync(templateFile('engineering'), 'utf8')),
    names: {
      low: 'graduate-engineer',
      mid: 'senior-engineer',
      beside: 'delivery-lead',
      high: 'engineering-manager',
      top: 'cto',
      title: '"Engineering Manager"',
      several: 'engineering',
      skill: 'programming',
      area: 'people',
      track: 'management',
      // It has no sources at all.
      source: 'A',
      word: 'incidents',
    },
  },
  {
    name: 'tall',
    ladder: () => ladderOf(JSON.stringify(tallLadder())),
    names: {
      low: 'trainee-baker',
      mid: 'junior-baker',
      beside: 'junior-miller',
      high: 'lead-baker',
      top: 'chief-baker',
      title: '"Lead Baker"',
      several: 'chief',
      skill: 'sowing',
      area: 'ovens',
      track: 'baker',
      source: 'F',
      word: 'matter',
    },
  },
];

const NAMES = [...COMMANDS.map(({ name }) => name), 'help'];
const [FIRST] = HELD;

/** Vitest writes a file that is not there, and would then find nothing wrong with it. */
function expectKnown(file: string, folder: URL): void {
  const isKnown = existsSync(new URL(file, folder)) || process.env['CI'] === undefined;
  expect(isKnown, `${file} is missing`).toBe(true);
}

describe('the answer in', () => {
  it.each(GOLDEN)('$file is still this', async ({ file, argv }) => {
    expectKnown(file, FOLDER);
    const { stdout } = await runIn(argv, { ladder, files: { 'broken.yaml': broken } });
    expect(stdout).not.toBe('');
    await expect(stdout).toMatchFileSnapshot(fileURLToPath(new URL(file, FOLDER)));
  });
});

describe.each(HELD)('of the ladder $name, the transcript', ({ name, ladder, names }) => {
  const folder = new URL(`${name}/`, FOLDER);
  // What does not hang on the ladder is asked of one.
  const lines: readonly Line[] = [...linesFor(names), ...(name === FIRST?.name ? linesForAny(NAMES) : [])];
  const world: World & { files: Record<string, string> } = { ladder: ladder(), files: { ...WORLD.files } };

  beforeAll(async () => {
    const { id, levels } = world.ladder!;
    world.files[OWN_PROFILE] = [
      `profile: 1\nladder: { id: ${id} }\non: 2026-11-01\nrole: ${names.low}\naim: ${names.top}`,
      `skills: { ${names.skill}: ${levels[0]?.id ?? 'partly'} }\n`,
    ].join('\n');
    world.files['manager.yaml'] = `profile: 1\nladder: { id: ${id} }\nby: manager\nskills: { ${names.skill}: no }\n`;
    const text = (await runIn(['export'], world)).stdout;
    world.files['ladder.yaml'] = text;
    world.files['ladder.csv'] = (await runIn(['export', '--format', 'csv'], world)).stdout;
    // A value of the wrong kind, and a name that leads nowhere.
    world.files['broken.yaml'] = text.replace(/rank: \d+/, 'rank: first').replace(/area: \S+/, 'area: nowhere');
  });

  it.each(lines)('$file is still this', async ({ file, argv, line, typed }) => {
    expectKnown(file, folder);
    const saved = new Map<string, string>();
    const outcome = await runIn(argv, { ...world, saved, ...(typed ? { typed, terminal: 80 } : {}) });
    const text = steady(transcript(line, outcome, saved));
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(file, folder)));
  });

  it('is there of every command', () => {
    // Two know nothing of any ladder, and what a page holds is held elsewhere.
    const asked = [...lines.map(({ argv }) => argv[0]), 'help', 'schema', 'open'];
    expect(NAMES.filter((command) => !asked.includes(command))).toEqual([]);
  });

  it('is all that there is', () => {
    expect(readdirSync(folder).sort()).toEqual(lines.map(({ file }) => file).sort());
  });
});

it('there is no other file', () => {
  const files = [...GOLDEN.map(({ file }) => file), ...HELD.map(({ name }) => name)];
  expect(readdirSync(FOLDER).sort()).toEqual(files.sort());
});
