/**
 * `pmroles validate` and `pmroles schema`, as whoever types them sees them.
 */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTICS } from '../../src/core/diagnostic.ts';
import { LADDER_SCHEMA } from '../../src/schema/ladder-file.ts';
import { runIn, SHIPPED } from '../support/fake-runtime.ts';
import { PLAIN_YAML } from '../support/ladders.ts';
import { outputProblems } from '../support/output-schema.ts';
import { splitWords } from '../support/shell-words.ts';
import { examplesOf } from '../support/examples.ts';

const BROKEN = `id: kitchen
title: Kitchen
areas: [{ id: people, title: People }]
roles:
  - id: commis
    title: Commis
    rank: first
    responsibilities: [{ area: peple, text: Help. }]
  - id: chef
    title: Commis
    rank: 2
progressions:
  - { from: commis, to: chef }
`;
const WARNED = PLAIN_YAML.replace('skills: [kneading, selling]', 'skills: [kneading]');
const files = { 'broken.yaml': BROKEN, 'warned.yaml': WARNED, 'ladder.yaml': PLAIN_YAML };
const run = (...argv: readonly string[]) => runIn(argv, { files });

describe('pmroles validate', () => {
  it('shows each problem with its line, errors first, and counts at the end', async () => {
    const { code, stdout, stderr } = await run('validate', 'broken.yaml');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toBe(`Check of broken.yaml

Errors · 2
broken.yaml:7:11: error[type]: found the text "first", expected a number
  7 |     rank: first
    |           ^

broken.yaml:8:32: error[unknown-id]: no area has the id "peple"
  8 |     responsibilities: [{ area: peple, text: Help. }]
    |                                ^
  help: did you mean people?

Warnings · 1
broken.yaml:10:12: warning[ambiguous-name]: the name "Commis" already means
    the role "commis"
  10 |     title: Commis
     |            ^
  help: only the exact id "commis" will find a role
  see also: broken.yaml:5:9

2 errors, 1 warning in 1 file. The ladder can't be used.
`);
  });

  it('says of a sound ladder what it is, and of the shipped one that it is sound', async () => {
    expect(await run('validate', 'ladder.yaml')).toMatchObject({
      code: 0,
      stdout: 'Check of ladder.yaml\nNo errors, no warnings in 1 file: Bakery, 2 roles, 1 move.\n',
    });
    expect(await runIn(['validate', SHIPPED, '--strict'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('fails for warnings only when it is to be strict', async () => {
    expect((await run('validate', 'warned.yaml')).code).toBe(0);
    const strict = await run('validate', 'warned.yaml', '--strict');
    expect(strict.code).toBe(1);
    expect(strict.stdout.replace(/\s+/g, ' ')).toMatch(/ No errors, 1 warning in .* --strict makes warnings fail\. $/);
  });

  it('checks the ladder of --data where none is named, and else says what is missing', async () => {
    expect((await run('validate', '--data', 'warned.yaml')).stdout).toMatch(/^Check of warned\.yaml/);
    expect((await run('validate', 'ladder.yaml', '--data', 'warned.yaml')).stdout).toMatch(/^Check of ladder\.yaml/);
    const { code, stdout, stderr } = await run('validate');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('pmroles validate ladder.yaml');
  });

  it('ends with 4 for what cannot be read', async () => {
    expect(await run('validate', '/nowhere/at-all')).toMatchObject({ code: 4, stdout: '' });
  });

  it('shows ten problems and counts the rest, or shows all', async () => {
    const roles = Array.from({ length: 14 }, (_, index) => `  - { id: r${index}, title: R${index} }\n`).join('');
    const world = { files: { "it's.yaml": `id: l\ntitle: L\nroles:\n${roles}notes: [{ txt: T }]\n` } };
    const { stdout } = await runIn(['validate', "it's.yaml"], world);
    expect(stdout.match(/error\[/g)).toHaveLength(10);
    expect(stdout).toContain("… and 5 errors more:\n  pmroles validate 'it'\\''s.yaml' --all\n");
    const all = await runIn(['validate', "it's.yaml", '--all'], world);
    expect(all.stdout.match(/error\[/g)).toHaveLength(15);
    expect(all.stdout).not.toContain('more');
  });

  it.each([20, 40, 80, 160])('is no wider than %i columns', async (width) => {
    const long = BROKEN.replace('Help. }]', `${'日本 '.repeat(60)} }]`);
    const { stdout } = await runIn(['validate', 'l', '--width', String(width)], { files: { l: long } });
    for (const row of stdout.split('\n')) expect(row.replace(/[日本]/g, '..').length, row).toBeLessThanOrEqual(width);
  });

  it('sends nothing to the terminal that would act on it', async () => {
    const hostile = `id: l\ntitle: "\u202e"\nroles: [{ id: "\u001b]0;x\u0007", rank: 1 }]\n`;
    for (const format of ['text', 'markdown', 'csv', 'github']) {
      const { stdout } = await runIn(['validate', 'l\u001b[31m', '-f', format], { files: { 'l\u001b[31m': hostile } });
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/);
    }
  });

  it('can be ASCII alone, and leaves the caret out where nothing is drawn', async () => {
    expect((await run('validate', 'broken.yaml', '--ascii')).stdout).toMatch(/^[\n\x20-\x7e]*$/);
    const { stdout } = await run('validate', 'broken.yaml', '--accessible');
    expect(stdout).toContain('7 |     rank: first');
    expect(stdout).not.toContain('^');
  });

  it('writes its data by the schema', async () => {
    for (const file of Object.keys(files)) {
      const { stdout } = await run('validate', file, '--json');
      expect(outputProblems(JSON.parse(stdout))).toBe('');
    }
    const { stdout } = await run('validate', 'broken.yaml', '--json');
    const { data, ladder } = JSON.parse(stdout) as { data: { problems: object[] }; ladder: unknown };
    expect(ladder).toBeNull();
    expect(data).toMatchObject({ passed: false, strict: false, errors: 2, warnings: 1, files: ['broken.yaml'] });
    expect(Object.keys(data.problems[0]!)).toEqual([
      'severity',
      'code',
      'message',
      'hint',
      'file',
      'line',
      'column',
      'other',
    ]);
    expect(data.problems[2]).toMatchObject({ code: 'ambiguous-name', line: 10, other: { line: 5, column: 9 } });
  });

  it('writes a row a problem as csv', async () => {
    const rows = parse<Record<string, string>>((await run('validate', 'broken.yaml', '-f', 'csv')).stdout, {
      columns: true,
    });
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatchObject({ severity: 'error', code: 'unknown-id', line: '8', column: '32' });
  });

  it('writes remarks for GitHub, all of them, and ends as it would otherwise', async () => {
    const { code, stdout } = await run('validate', 'broken.yaml', '--format', 'github');
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      '::error file=broken.yaml,line=7,col=11,title=type::found the text "first", expected a number',
      '::error file=broken.yaml,line=8,col=32,title=unknown-id::no area has the id "peple"%0Adid you mean people?',
      '::warning file=broken.yaml,line=10,col=12,title=ambiguous-name::the name "Commis" already means the role "commis"%0Aonly the exact id "commis" will find a role',
      '',
    ]);
    expect(await run('validate', 'ladder.yaml', '-f', 'github')).toMatchObject({ code: 0, stdout: '' });
  });

  it('is the only command that knows the format of GitHub', async () => {
    expect(await run('list', '--format', 'github')).toMatchObject({ code: 2, stdout: '' });
  });

  it('puts the line into Markdown in a block that nothing in it ends', async () => {
    const { stdout } = await runIn(['validate', 'l', '-f', 'markdown'], {
      files: { l: BROKEN.replace('first', 'first # ``` ````') },
    });
    expect(stdout).toContain('`````text\n7 |     rank: first # ``` ````\n  |           ^\n`````');
  });
});

describe('the codes', () => {
  it('are all explained, on lines that fit', async () => {
    const { stdout } = await runIn(['help', 'diagnostics']);
    for (const [code, { meaning }] of Object.entries(DIAGNOSTICS)) {
      expect(stdout).toContain(`  ${code.padEnd(22)} ${meaning}\n`);
    }
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('pmroles schema', () => {
  it('writes the schema, and nothing else', async () => {
    const { code, stdout } = await run('schema');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(LADDER_SCHEMA)));
    expect((await run('schema', '--json')).stdout).toBe(stdout);
    expect(await run('schema', '--format', 'csv')).toMatchObject({ code: 2, stdout: '' });
  });

  it('writes it to a file, and replaces one only when told to', async () => {
    const saved = new Map<string, string>();
    const { stdout } = await runIn(['schema', '-o', 'x/l.json'], { saved });
    expect(stdout).toBe(
      'Wrote x/l.json. The first line of a ladder beside it:\n  # yaml-language-server: $schema=l.json\n',
    );
    expect(saved.get('x/l.json')).toBe((await run('schema')).stdout);
    expect(await runIn(['schema', '-o', '-'], { saved })).toEqual(await runIn(['schema']));
    expect(await runIn(['schema', '--output', 'x/l.json'], { saved })).toMatchObject({ code: 4 });
    expect(await runIn(['schema', '--output', 'x/l.json', '--force'], { saved })).toMatchObject({ code: 0 });
  });
});

describe('every example that help shows', () => {
  it.each([...examplesOf('validate'), ...examplesOf('schema')].map(({ line }) => line))('%s', async (line) => {
    const { code, stderr } = await runIn(splitWords(line).slice(1), { files, saved: new Map() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
