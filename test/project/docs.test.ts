/**
 * The README, held to what the program really does.
 *
 * Each `console` block is a transcript: the line behind the dollar sign is run, and what it prints must be what stands there.
 * `UPDATE_README=1 npx vitest run test/docs.test.ts` writes the transcripts anew.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bash, cleanEnv, pmroles, ROOT, scratch } from '../support/program.ts';

const FILE = join(ROOT, 'README.md');
let readme = readFileSync(FILE, 'utf8');
const update = (process.env['UPDATE_README'] ?? '') !== '';

/** The text of the first fenced block of a kind that holds a mark. */
function block(kind: string, mark = ''): string {
  const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const found = blocks.find((match) => match[1] === kind && match[2]!.includes(mark));
  if (!found) throw new Error(`the README has no ${kind} block with ${mark}`);
  return found[2]!;
}

function replace(before: string, after: string): void {
  if (before === after) return;
  if (update) readme = readme.replace(before, () => after);
}

// A folder with the files that the README speaks of.
const folder = scratch();
writeFileSync(join(folder, 'ladder.yaml'), block('yaml', 'id: kitchen'));
writeFileSync(join(folder, 'skills.csv'), block('csv', 'Mentoring'));
writeFileSync(
  join(folder, 'broken.yaml'),
  block('yaml', 'id: kitchen').replace('area: people, text', 'area: peple, text').replace('rank: 2', 'rank: second'),
);
for (const name of ['craft.yaml', 'engineering.yaml']) {
  copyFileSync(join(ROOT, 'data/templates', name), join(folder, name));
}

afterAll(() => {
  if (update) writeFileSync(FILE, readme);
});

it('the broken ladder of the README is said to be broken in both places', () => {
  const { stderr } = bash(`cd '${folder}'; pmroles list --data broken.yaml`);
  expect(stderr).toContain('2 errors');
  expect(stderr).toContain('peple');
  expect(stderr).toContain('second');
});

describe('every transcript of the README', () => {
  const transcripts = [...readme.matchAll(/^```console\n\$ (.*)\n([\s\S]*?)^```$/gm)];

  it.each(transcripts.map((match) => [match[1]!, match[2]!]))('%s', (line, shown) => {
    const { stdout, stderr } = bash(`cd '${folder}'; ${line}`, { COLUMNS: '80' });
    replace(`$ ${line}\n${shown}`, `$ ${line}\n${stdout}${stderr}`);
    if (!update) expect(stdout + stderr).toBe(shown);
  });

  it('has some', () => {
    expect(transcripts.length).toBeGreaterThan(7);
  });
});

it('the example of the library prints what the README says', () => {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  symlinkSync(ROOT, join(modules, 'pmroles'));
  writeFileSync(join(folder, 'example.mjs'), block('js'));
  const { stdout, stderr } = spawnSync(process.execPath, ['example.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: cleanEnv(),
  });
  expect(stderr).toBe('');
  replace(`\`\`\`text\n${block('text')}`, `\`\`\`text\n${stdout}`);
  if (!update) expect(stdout).toBe(block('text'));
});

describe('the README', () => {
  const help = pmroles(['--help']).stdout;
  const commands = [...help.matchAll(/^ {2}(\w+) .*? {2,}\S/gm)]
    .map((match) => match[1]!)
    .filter((name) => name !== 'pmroles');

  it('speaks of every command', () => {
    expect(commands.length).toBeGreaterThan(5);
    for (const name of commands) expect(readme, name).toContain(`pmroles ${name}`);
  });

  it('speaks of every option', () => {
    for (const text of [help, ...commands.map((name) => pmroles(['help', name]).stdout)]) {
      for (const [, option] of text.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)) expect(readme, option).toContain(option);
    }
  });

  it('sets up with the commands that the tests are run with', () => {
    const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1]!.trim());
    expect(blocks).toEqual(['npm ci && npm run build && node bin/pmroles.js path junior-pm cpo', 'npm ci && npm test']);
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toContain('npm ci && npm test');
  });

  it('links to files that are there', () => {
    for (const [, target] of readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)) {
      expect(existsSync(join(ROOT, target!)), target).toBe(true);
    }
  });
});
