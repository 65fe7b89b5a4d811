/**
 * One small ladder in every format, held to files that people can read: whoever changes a format sees what that does.
 *
 * `npx vitest run test/golden.test.ts -u` writes them anew. A key of the JSON that changes its meaning or goes away needs a new
 * `schemaVersion` and a line in the changelog.
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMPARE_FORMATS } from '../../src/commands/compare.ts';
import { EXPORT_FORMATS } from '../../src/commands/export.ts';
import { GRAPH_FORMATS } from '../../src/commands/graph.ts';
import { VALIDATE_FORMATS } from '../../src/commands/validate.ts';
import { FORMATS } from '../../src/report/index.ts';
import { runIn } from '../support/fake-runtime.ts';
import { ladderOf, LEVELLED_YAML } from '../support/ladders.ts';

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

describe('the answer in', () => {
  it.each(GOLDEN)('$file is still this', async ({ file, argv }) => {
    // Vitest writes a file that is not there, and would then find nothing wrong with it.
    const isKnown = existsSync(new URL(file, FOLDER)) || process.env['CI'] === undefined;
    expect(isKnown, `${file} is missing`).toBe(true);
    const { stdout } = await runIn(argv, { ladder, files: { 'broken.yaml': broken } });
    expect(stdout).not.toBe('');
    await expect(stdout).toMatchFileSnapshot(fileURLToPath(new URL(file, FOLDER)));
  });
});

it('there is no other file', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(GOLDEN.map(({ file }) => file).sort());
});
