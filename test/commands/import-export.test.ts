/**
 * `pmroles import` and `pmroles export`, as command lines in a world of the test's own.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseLadder } from '../../src/ladder/parse.ts';
import { OUTPUT_SCHEMA } from '../../src/schema/output.ts';
import { runIn, SHIPPED, shippedLadder, type World } from '../support/fake-runtime.ts';
import { outputProblems } from '../support/output-schema.ts';
import { splitWords } from '../support/shell-words.ts';
import { examplesOf } from '../support/examples.ts';

const SKILLS = 'Role,Skill,Level,Expectation\nPM,SQL,1,Reads.\nPM,Go,n/a,\nCPO,SQL,2,Writes.\nCPO,Foo,-,\n';
const files = { 'skills.csv': SKILLS, '-': SKILLS };

const ladderIn = (text: string) => parseLadder([{ file: 'x', text }]);

/** A folder with one file in it, for what is read from the disk. */
function fileOf(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'pmroles-test-')), name);
  writeFileSync(path, text);
  return path;
}

describe.each([...examplesOf('import'), ...examplesOf('export')])('the example $line', ({ line }) => {
  it('works', async () => {
    const saved = new Map<string, string>();
    const { code, stdout } = await runIn(splitWords(line).slice(1), { files, saved });
    expect(code).toBe(0);
    expect(stdout + [...saved.values()].join('')).not.toBe('');
  });
});

describe('import', () => {
  it('writes the ladder to stdout and the report to stderr', async () => {
    const { code, stdout, stderr } = await runIn(['import', '-', '--title', 'Our roles'], { files });
    expect(code).toBe(0);
    expect(ladderIn(stdout)).toMatchObject({ ladder: { id: 'our-roles', title: 'Our roles' }, diagnostics: [] });
    expect(stderr).toMatch(/^Import of standard input\n/);
    expect(stderr).toContain('Shape: rows');
  });

  it('on a dry run writes the report alone', async () => {
    const saved = new Map<string, string>();
    const argv = ['import', 'skills.csv', '-o', 'ladder.yaml'];
    const { stdout } = await runIn([...argv, '--dry-run'], { files, saved });
    expect(saved.size).toBe(0);
    const wet = await runIn(argv, { files, saved });
    expect(wet).toMatchObject({ code: 0, stdout: '', stderr: `wrote ladder.yaml\n${stdout}` });
    expect(ladderIn(saved.get('ladder.yaml')!).ladder!.roles).toHaveLength(2);
  });

  it('replaces a file only with --force', async () => {
    const saved = new Map([['ladder.yaml', 'precious']]);
    const argv = ['import', 'skills.csv', '-o', 'ladder.yaml'];
    expect(await runIn(argv, { files, saved })).toMatchObject({ code: 4, stdout: '' });
    expect(saved.get('ladder.yaml')).toBe('precious');
    expect(await runIn([...argv, '--force'], { files, saved })).toMatchObject({ code: 0 });
    expect(saved.get('ladder.yaml')).toContain('roles:');
  });

  it('reports by the schema, whatever the shape', async () => {
    const exported = (await runIn(['export', '--format', 'csv'])).stdout;
    for (const text of [SKILLS, exported, 'Skill;A;B\nx;1;2\n', 'Role;SQL;\nA;1;?\n', 'Role,Skills,Odd\nA,x; y,z\n']) {
      const { stdout } = await runIn(['import', 'x.csv', '--dry-run', '--json'], { files: { 'x.csv': text } });
      const answer = JSON.parse(stdout) as { command: string; data: Record<string, unknown> };
      expect(outputProblems(answer)).toBe('');
      // Every key that is described is there, and none besides.
      const { $defs } = OUTPUT_SCHEMA as unknown as { $defs: { import: { required: string[] } } };
      expect(Object.keys(answer.data)).toEqual($defs.import.required);
    }
  });

  it('as JSON writes one document to stdout, with the ladder in it unless that goes to a file', async () => {
    const saved = new Map<string, string>();
    const run = async (...more: string[]) => {
      const { code, stdout, stderr } = await runIn(['import', '-', '--json', ...more], { files, saved });
      expect(code).toBe(0);
      const answer = JSON.parse(stdout) as { data: { document: object | null; counts: { roles: number } } };
      expect(outputProblems(answer)).toBe('');
      expect(answer.data.counts.roles).toBe(2);
      return { document: answer.data.document, stderr };
    };
    const printed = await run();
    expect(printed.stderr).toBe('');
    const { ladder } = ladderIn(JSON.stringify(printed.document));
    expect(ladder!.roles.map(({ id }) => id)).toEqual(['pm', 'cpo']);
    expect(await run('-o', 'ladder.yaml')).toEqual({ document: null, stderr: 'wrote ladder.yaml\n' });
    expect(ladderIn(saved.get('ladder.yaml')!).ladder).toEqual(ladder);
    expect(await run('--dry-run')).toEqual({ document: null, stderr: '' });
  });

  it('writes JSON to a file that is called so', async () => {
    const saved = new Map<string, string>();
    await runIn(['import', '-', '-o', 'ladder.json'], { files, saved });
    expect(ladderIn(JSON.stringify(JSON.parse(saved.get('ladder.json')!))).ladder!.roles).toHaveLength(2);
  });

  it('takes the order of levels and the kind of rows without cells from the command line', async () => {
    const text = 'Skill,A,B\nX,Red,"Blue, dark"\nY,Red,Red\nZ,,\n';
    const argv = ['import', 'x.csv', '--levels', 'Blue, dark; Red', '--empty-rows', 'groups'];
    const { ladder } = ladderIn((await runIn(argv, { files: { 'x.csv': text } })).stdout);
    expect(ladder!.levels.map(({ title }) => title)).toEqual(['Blue, dark', 'Red']);
    expect(ladder!.skills.map(({ name }) => name)).toEqual(['X', 'Y']);
  });

  it('leaves out the rows in the lines that are named', async () => {
    const text = 'Skill,A,B\nX,1,2\nY,1,2\nZ,1,2\nW,1,2\n';
    const argv = ['import', 'x.csv', '--skip-rows', '2, 4-5'];
    const { ladder } = ladderIn((await runIn(argv, { files: { 'x.csv': text } })).stdout);
    expect(ladder!.skills.map(({ name }) => name)).toEqual(['Y']);
  });

  it('ends its report in the first of what validate would say, with what mends it', async () => {
    const { stdout } = await runIn(['import', '-', '--dry-run'], { files });
    expect(stdout).toContain('Doubtful about the ladder · 1\n  • the ladder has 2 roles and no moves, so');
    expect(stdout.replace(/\s+/g, ' ')).toContain('(add "progressions:" with from and to)');
  });

  it.each([20, 40, 80, 160])('reports within %i columns, in ASCII where it must', async (width) => {
    const { stdout } = await runIn(['import', '-', '--dry-run', '--ascii', '--width', String(width)], { files });
    expect(stdout).toMatch(/^[\n\x20-\x7e]*$/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
  });

  it('says what was left out in every format', async () => {
    const text = `Role,Skills,Odd\nA,x,\n${'A,x,\n'.repeat(30)}`;
    const dry = async (...more: string[]) =>
      (await runIn(['import', 'x.csv', '--dry-run', ...more], { files: { 'x.csv': text } })).stdout;
    expect(await dry()).toContain('… and 11 more.');
    expect((await dry('--format', 'csv')).match(/^left out,/gm)).toHaveLength(31);
    expect(await dry('--format', 'markdown')).toContain('## Left out · 31');
  });

  it('never lets a hostile table reach the terminal', async () => {
    const bad = '\u001b]0;owned\u0007\u202e';
    const world = { files: { 'x.csv': `${bad},Role\n${bad},__proto__\n${bad},=1+1\n` } };
    for (const more of [[], ['--dry-run'], ['--json'], ['--format', 'csv'], ['--format', 'markdown']]) {
      const { code, stdout, stderr } = await runIn(['import', 'x.csv', '--map', '#1=skill', ...more], world);
      expect(code).toBe(0);
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/);
    }
  });

  it.each([
    [['import', 'skills.xlsx'], 4, 'it is a spreadsheet', 'save it as CSV'],
    [['import', 'skills.numbers'], 4, 'it is a spreadsheet', 'save it as CSV'],
    [['import', 'nowhere.csv'], 4, 'cannot read nowhere.csv', ''],
    [['import', 'broken.csv'], 3, 'cannot import broken.csv: line 2: a quote is opened', '""'],
    [['import'], 2, "missing required argument 'table'", ''],
    [['import', '-', '--map', 'Level'], 2, '"Level" is no mapping', '--map "My column=skill"'],
    [['import', '-', '--map', 'Level=levle'], 2, 'a column cannot hold "levle"', 'did you mean level?'],
    [['import', '-', '--map', 'Levle=level'], 2, 'the table has no column "Levle"', 'did you mean "Level"?'],
    [['import', '-', '--delimiter', 'dot'], 2, 'there is no delimiter "dot" here', 'semicolon'],
    [['import', '-', '--delimiter', 'constructor'], 2, 'there is no delimiter', 'semicolon'],
    [['import', '-', '--levels', ' , '], 2, '--levels names no level', 'for example'],
    [['import', '-', '--levels', 'High'], 2, '--levels leaves out "1"', 'the levels are'],
    [['import', '-', '--empty-rows', 'x'], 2, 'Allowed choices are groups, skills', ''],
    [['import', '-', '--skip-rows', '3-2'], 2, '"3-2" names no lines of the file', '--skip-rows 7,12-14'],
    [['import', '-', '--skip-rows', '2,x'], 2, '"x" names no lines of the file', '--skip-rows 7,12-14'],
    [['import', '-', '--skip-rows', '99'], 2, '--skip-rows names line 99', 'counted from 1'],
    [['import', '-', '--data', 'x.yaml'], 2, '--data means nothing here', 'leave it out'],
    [['import', 'team.yaml'], 2, 'team.yaml is no table', 'pmroles list --data team.yaml'],
    [['import', 'team.json'], 2, 'team.json is no table', 'pmroles list --data team.json'],
    [['import', 'team.txt'], 2, 'team.txt is no table', 'pmroles list --data team.txt'],
    [['import', 'json.txt'], 2, 'json.txt is no table', '--data json.txt'],
    [['import', '-', '--shape', 'round'], 2, 'Allowed choices are rows', ''],
    [['import', '-', '--id', 'Not An Id'], 2, '"Not An Id" is no id', 'lower-case'],
    [['import', '-', '--title', ' '], 2, 'the title is empty', ''],
    [['export', '--format', 'text'], 2, 'there is no format "text" here', 'yaml, json, csv'],
  ])('%j ends in %i', async (argv, code, message, hint) => {
    const outcome = await runIn(argv, {
      files: {
        ...files,
        'broken.csv': 'Role,Skill\nA,"b\n',
        'team.txt': '# ours\nid: x\ntitle: X\nroles:\n  - id: a\n',
        'json.txt': '{ "id": "x", "roles": [] }',
      },
    });
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).toContain(hint);
  });
});

describe('export', () => {
  it.each([[[]], [['--format', 'yaml']], [['--json']]])('%j is a ladder that --data reads', async (more) => {
    const { code, stdout, stderr } = await runIn(['export', ...more]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(ladderIn(stdout)).toMatchObject({ ladder: shippedLadder(), diagnostics: [] });
  });

  it('as CSV is imported as the same ladder', async () => {
    const { stdout } = await runIn(['export', '--format', 'csv']);
    const back = await runIn(['import', '-'], { files: { '-': stdout } });
    expect(ladderIn(back.stdout)).toMatchObject({ ladder: shippedLadder(), diagnostics: [] });
    expect(back.stderr).not.toContain('Left out');
  });

  it('goes to a file, and says so on stderr', async () => {
    const saved = new Map<string, string>();
    const outcome = await runIn(['export', '-o', 'a\u001bb.yaml'], { saved });
    expect(outcome).toMatchObject({ code: 0, stdout: '', stderr: 'wrote a<U+001B>b.yaml\n', asked: [] });
    expect(saved.get('a\u001bb.yaml')).toBe((await runIn(['export'])).stdout);
    expect((await runIn(['export', '-o', 'a\u001bb.yaml'], { saved })).code).toBe(4);
    expect((await runIn(['export', '-o', 'a\u001bb.yaml', '--force'], { saved })).code).toBe(0);
    expect((await runIn(['export', '-o', '-'])).stdout).toBe(saved.get('a\u001bb.yaml'));
  });

  const COMMENTED = '# ours\nid: x\ntitle:   X # not Y\nroles:\n    - {id: a, title: A, rank: 1}   # the first\n';

  it.each<[string, (path: string) => [string[], World]]>([
    ['--data', (path) => [['--data', path], {}]],
    ['PMROLES_DATA', (path) => [[], { env: { PMROLES_DATA: path } }]],
    ['the settings', (path) => [[], { settings: { data: path } }]],
  ])('leaves a ladder that is one YAML file as it stands, when %s names it', async (_, name) => {
    for (const file of ['ours.yaml', 'ours.txt']) {
      const [argv, world] = name(fileOf(file, COMMENTED));
      expect((await runIn(['export', ...argv], world)).stdout).toBe(COMMENTED);
    }
  });

  it('ends the last line of such a file, and leaves line ends as they are', async () => {
    const windows = COMMENTED.replaceAll('\n', '\r\n');
    expect((await runIn(['export', '--data', fileOf('a.yaml', COMMENTED.trimEnd())])).stdout).toMatch(/# the first\n$/);
    expect((await runIn(['export', '--data', fileOf('a.yaml', windows)])).stdout).toBe(windows);
  });

  it('writes it anew where it holds what a terminal would act on', async () => {
    const path = fileOf('ours.yaml', COMMENTED.replace('# ours', '# ours \u202e'));
    const { stdout } = await runIn(['export', '--data', path]);
    expect(stdout).toMatch(/^# ours \\u202e\nid: x\ntitle: X # not Y\n/);
  });

  it('makes YAML of a ladder that is JSON', async () => {
    const json = JSON.stringify({ id: 'x', title: 'X', roles: [{ id: 'a', title: 'A', rank: 1 }] });
    expect((await runIn(['export', '--data', fileOf('a.json', json)])).stdout).toContain('\nid: x\ntitle: X\n');
  });

  it('lays a folder together', async () => {
    expect(ladderIn((await runIn(['export', '--data', SHIPPED])).stdout).ladder).toEqual(shippedLadder());
  });
});
