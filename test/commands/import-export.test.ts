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
    expect(stderr).toContain('How it was read');
  });

  it('on a dry run writes the report alone, with the first role', async () => {
    const saved = new Map<string, string>();
    const argv = ['import', 'skills.csv', '-o', 'ladder.yaml'];
    const { stdout } = await runIn([...argv, '--dry-run'], { files, saved });
    expect(saved.size).toBe(0);
    const wet = await runIn(argv, { files, saved });
    expect(wet).toMatchObject({ code: 0, stdout: '' });
    const [report, role] = stdout.split('\nThe first role\n') as [string, string];
    expect(wet.stderr).toBe(`wrote ladder.yaml\n${report}`);
    expect(role).toMatch(/^PM · Level 1 of 2\n/);
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

  it('reports by the schema, whatever the table', async () => {
    const exported = (await runIn(['export', '--format', 'csv'])).stdout;
    const sheet = 'Skill;Junior;Senior\nBaking;1;2\nTotal;1;2\n';
    for (const text of [SKILLS, exported, sheet, 'Role,Skills\nBaker,Baking; Kneading\n']) {
      const { stdout } = await runIn(['import', 'x.csv', '--dry-run', '--json'], { files: { 'x.csv': text } });
      const answer = JSON.parse(stdout) as { command: string; data: Record<string, unknown> };
      expect(outputProblems(answer)).toBe('');
      // Every key that is described is there, and none besides.
      const { $defs } = OUTPUT_SCHEMA as unknown as { $defs: { import: { required: string[] } } };
      expect(Object.keys(answer.data).toSorted()).toEqual($defs.import.required.toSorted());
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

  it('takes answers from the command line, and joins several files', async () => {
    const world = {
      files: {
        'roles.csv': 'Skill,Junior,Senior,Owner\nBaking,Red,"Blue, dark"\nKneading,Red,Red\nSelling,,\n',
        'moves.csv': 'From,To\nJunior,Senior\n',
      },
    };
    const argv = [
      'import',
      'roles.csv',
      'moves.csv',
      '--levels',
      'Blue, dark; Red',
      '--empty-rows',
      'groups',
      '--skip-rows',
      '4',
    ];
    const { code, stdout, stderr } = await runIn(argv, world);
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^Import of roles.csv and moves.csv/) as string,
    });
    const { ladder } = ladderIn(stdout);
    expect(ladder!.levels.map(({ title }) => title)).toEqual(['Blue, dark', 'Red']);
    expect(ladder!.skills.map(({ name }) => name)).toEqual(['Baking', 'Kneading']);
    expect(ladder!.progressions).toMatchObject([{ from: 'junior', to: 'senior' }]);
  });

  it.each([20, 40, 80, 160])('reports within %i columns, in ASCII where it must', async (width) => {
    const { stdout } = await runIn(['import', '-', '--dry-run', '--ascii', '--width', String(width)], { files });
    expect(stdout).toMatch(/^[\n\x20-\x7e]*$/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
  });

  it('says what was left out in every format', async () => {
    const text = `Role,Skill,Next role\n${Array.from({ length: 31 }, (_, at) => `Baker ${at + 100},Baking,Nobody${at}\n`).join('')}`;
    const dry = async (...more: string[]) =>
      (
        await runIn(['import', 'x.csv', '--map', 'Next role=next', '--allow-loss', '--dry-run', ...more], {
          files: { 'x.csv': text },
        })
      ).stdout;
    expect(await dry()).toContain('… and 11 more.');
    expect((await dry('--format', 'csv')).match(/^left out,/gm)).toHaveLength(31);
    expect(await dry('--format', 'markdown')).toContain('## Left out · 31');
  });

  it('never lets a hostile table reach the terminal', async () => {
    const bad = '\u202e\u2066=cmd|x';
    const world = { files: { 'x.csv': `Role,Skill,${bad}\n${bad},__proto__,1\nB,=1+1,2\n` } };
    for (const more of [[], ['--dry-run'], ['--json'], ['--format', 'csv'], ['--format', 'markdown']]) {
      const { code, stdout, stderr } = await runIn(['import', 'x.csv', '--map', '*=ignore', ...more], world);
      expect(code).toBe(0);
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e\u2066]/);
    }
    const asked = await runIn(['import', 'x.csv'], world);
    expect(asked.code).toBe(3);
    expect(asked.stderr).not.toMatch(/[\u202e\u2066]/);
  });

  describe('what is not sure', () => {
    const odd = { 'team.csv': 'ID,Skill,Junior,Senior,Owner\n7,Baking,1,2,Kim\n8,Kneading,2,3,Kim\n' };
    const argv = ['import', 'team.csv', '-o', 'ladder.yaml'];

    it('is refused where nobody can be asked, with the very words to add', async () => {
      const { code, stdout, stderr } = await runIn(argv, { files: odd });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toContain('what do the columns "ID", "Owner" hold?');
      const words = /say what they hold: (.*)/.exec(stderr)![1]!.replaceAll("'", '"');
      const saved = new Map<string, string>();
      expect(await runIn([...argv, ...splitWords(words)], { files: odd, saved })).toMatchObject({ code: 0 });
      expect(ladderIn(saved.get('ladder.yaml')!).ladder!.roles.map(({ id }) => id)).toEqual(['junior', 'senior']);
    });

    it('is asked on a terminal: Enter takes the best guess, and the words are told for the next time', async () => {
      const saved = new Map<string, string>();
      const { code, asked, found, stderr } = await runIn(argv, { files: odd, saved, terminal: 80, typed: [''] });
      expect(code).toBe(0);
      expect(asked).toEqual(['team.csv: Are these columns read right? Choose one to change it.']);
      expect(found[0]).toEqual([
        'Yes, go on',
        'ID (7, 8): ignore – about the sheet, not the ladder',
        'Owner (Kim): ignore – about the sheet, not the ladder',
        'Skill (Baking, Kneading): skill – its header',
        'Junior (1, 2): is-role – 2 cells, all levels',
        'Senior (2, 3): is-role – 2 cells, all levels',
      ]);
      expect(stderr).toContain('To import it again without being asked:');
      expect(ladderIn(saved.get('ladder.yaml')!).ladder!.roles).toHaveLength(2);
    });

    it('can be answered otherwise, column by column, and the table is read again after each', async () => {
      const saved = new Map<string, string>();
      const typed = ['ID', 'group', ''];
      const { code, found } = await runIn(argv, { files: odd, saved, terminal: 80, typed });
      expect(code).toBe(0);
      expect(found[1]).toEqual(['group: the group of a skill']);
      expect(found[2]!.slice(0, 2)).toEqual(['Yes, go on', 'Owner (Kim): ignore – about the sheet, not the ladder']);
      expect(ladderIn(saved.get('ladder.yaml')!).ladder!.skills.map(({ group }) => group)).toEqual([['7'], ['8']]);
    });

    it('asks first for what all else follows from', async () => {
      const text = 'What we expect,Junior,Senior\nBaking,1,2\nKneading,2,3\n';
      const world = { files: { 'x.csv': text }, terminal: 80, typed: ['What we', 'skill: the skills'] };
      const { code, asked, stdout } = await runIn(['import', 'x.csv'], world);
      expect({ code, asked: asked.length }).toEqual({ code: 0, asked: 2 });
      expect(ladderIn(stdout).ladder!.roles.map(({ id }) => id)).toEqual(['junior', 'senior']);
    });

    it('writes nothing where somebody leaves', async () => {
      const saved = new Map<string, string>();
      expect(await runIn(argv, { files: odd, saved, terminal: 80, typed: ['q'] })).toMatchObject({ code: 130 });
      expect(saved.size).toBe(0);
    });

    it('is kept in a mapping file, and not asked again', async () => {
      const saved = new Map<string, string>();
      const kept = [...argv, '--map-file', 'team.map.yaml', '--force'];
      await runIn(kept, { files: odd, saved, terminal: 80, typed: [''] });
      const map = saved.get('team.map.yaml')!;
      expect(map).toMatch(/^# How pmroles reads team.csv;/);
      const world = { files: { ...odd, 'team.map.yaml': map }, saved };
      expect(await runIn(kept, world)).toMatchObject({ code: 0, asked: [] });
      const other = { ...world, files: { ...world.files, 'team.csv': 'Skill,Junior,Senior\nBaking,1,2\n' } };
      expect(await runIn(kept, other)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('the table has no column "ID"') as string,
      });
    });

    it('of levels and cells is asked one after the other', async () => {
      const text = 'Skill,Junior,Senior\nBaking,helps,owns\nKneading,helps,owns\nSelling,owns,owns\n';
      const world = { files: { 'x.csv': text } };
      const { stdout, asked } = await runIn(['import', 'x.csv'], {
        ...world,
        terminal: 80,
        typed: ['1', 'owns; helps'],
      });
      expect(asked).toHaveLength(2);
      expect(ladderIn(stdout).ladder!.levels.map(({ title }) => title)).toEqual(['owns', 'helps']);
      const { code, stderr } = await runIn(['import', 'x.csv'], world);
      expect(code).toBe(3);
      expect(stderr).toContain('--cells levels');
      expect((await runIn(['import', 'x.csv', '--cells', 'levels'], world)).stderr).toContain(
        'the levels are: helps; owns',
      );
    });
  });

  describe('--update', () => {
    const month = (rows: string): World['files'] => ({ 'team.csv': `Role,Skill,Level\n${rows}` });
    const first = month('Baker,Kneading,1\nMaster baker,Kneading,2\n');
    const argv = ['import', 'team.csv', '-o', 'ladder/', '--update'];

    it('keeps ids and files that were made by hand, and tells what changed', async () => {
      const saved = new Map<string, string>();
      expect(await runIn(argv, { files: first!, saved })).toMatchObject({ code: 0 });
      expect([...saved.keys()]).toEqual(['ladder/ladder.yaml']);
      saved.set('ladder/moves.yaml', 'progressions:\n  - { from: baker, to: master-baker }\n');
      const next = month('Baker,Kneading,2\nBaker,Selling,1\nMaster baker of bread,Kneading,3\nBoss,Selling,3\n');
      const { code, stderr } = await runIn(argv, { files: next!, saved });
      expect({ code, stderr: stderr.slice(0, 24) }).toEqual({ code: 0, stderr: 'wrote ladder/ladder.yaml' });
      const { ladder } = parseLadder([...saved].map(([file, text]) => ({ file, text })));
      expect(ladder!.roles.map(({ id, title }) => [id, title])).toEqual([
        ['baker', 'Baker'],
        ['master-baker', 'Master baker of bread'],
        ['boss', 'Boss'],
      ]);
      expect(ladder!.progressions).toHaveLength(1);
      for (const line of [
        '+ Boss',
        '± Master baker is now Master baker of bread',
        '\n  Baker\n    ↑ Kneading: 1 → 2\n    + Selling (1)\n',
      ]) {
        expect(stderr).toContain(line);
      }
      expect(stderr.replace(/\s+/g, ' ')).toContain(
        'The role "Master baker of bread" keeps the id "master-baker" of "Master baker"',
      );
    });

    it('keeps what was said by hand to be replaced, until the sheet has that again', async () => {
      const saved = new Map<string, string>();
      await runIn(argv, { files: first!, saved });
      const file = 'ladder/ladder.yaml';
      saved.set(file, saved.get(file)!.replace('id: kneading', 'id: kneading\n    replaces: [mixing, stirring]'));
      const unchanged = await runIn(argv, { files: first!, saved });
      expect(unchanged.stderr).toContain('Nothing changed');
      const next = month('Baker,Kneading,1\nBaker,Mixing,1\nMaster baker,Kneading,2\n');
      expect(await runIn(argv, { files: next!, saved })).toMatchObject({ code: 0 });
      const { ladder } = parseLadder([...saved].map(([name, text]) => ({ file: name, text })));
      expect(ladder!.skills.map(({ id, replaces }) => [id, replaces])).toEqual([
        ['kneading', ['stirring']],
        ['mixing', undefined],
      ]);
    });

    it('keeps the ids of skills with one name, month after month', async () => {
      const saved = new Map<string, string>();
      const text =
        'Group,Skill,Junior baker,Senior baker\nBread,Quality check,Basic,Advanced\nCakes,Quality check,Basic,Advanced\n';
      for (let times = 0; times < 3; times++) {
        const { stderr } = await runIn(argv, { files: { 'team.csv': text }, saved });
        if (times > 0) expect(stderr).toContain('Nothing changed, and nothing was written.');
      }
    });

    it('does not write over a ladder that was written by hand', async () => {
      const saved = new Map([['hand.yaml', 'id: x\ntitle: X\nroles: [{ id: a, title: A, rank: 1 }]\n']]);
      const { code } = await runIn(['import', 'team.csv', '-o', 'hand.yaml', '--update'], { files: first!, saved });
      expect({ code, text: saved.get('hand.yaml') }).toMatchObject({
        code: 2,
        text: expect.stringMatching(/^id: x/) as string,
      });
    });

    it('writes nothing where nothing changed', async () => {
      const saved = new Map<string, string>();
      await runIn(argv, { files: first!, saved });
      const before = `# Imported from elsewhere, with a note of ours\n${saved.get('ladder/ladder.yaml')!}`;
      saved.set('ladder/ladder.yaml', before);
      const { code, stderr } = await runIn(argv, { files: first!, saved });
      expect({ code, text: saved.get('ladder/ladder.yaml') }).toEqual({ code: 0, text: before });
      expect(stderr).toContain('Nothing changed, and nothing was written.');
    });

    it('writes nothing where what was made by hand would not fit any more', async () => {
      const saved = new Map<string, string>();
      await runIn(argv, { files: first!, saved });
      const before = saved.get('ladder/ladder.yaml');
      saved.set('ladder/moves.yaml', 'progressions:\n  - { from: baker, to: master-baker }\n');
      const { code, stderr } = await runIn(argv, { files: month('Baker,Kneading,1\nSailor,Sailing,2\n')!, saved });
      expect({ code, text: saved.get('ladder/ladder.yaml') }).toEqual({ code: 3, text: before });
      expect(stderr).toContain('no role has the id "master-baker"');
    });

    it('needs to know which ladder, and which of its files', async () => {
      expect(await runIn(['import', 'team.csv', '--update'], { files: first! })).toMatchObject({ code: 2 });
      const saved = new Map([
        ['ladder/a.yaml', 'id: x\ntitle: X\nroles: [{ id: a, title: A, rank: 1 }]\n'],
        ['ladder/b.yaml', 'notes: [b]\n'],
      ]);
      const { code, stderr } = await runIn(argv, { files: first!, saved });
      expect(code).toBe(2);
      expect(stderr).toContain('none of the files in "ladder/" was written by an import');
    });
  });

  it.each([
    [['import', 'zip.xlsx'], 3, 'cannot import zip.xlsx', 'save it again as xlsx'],
    [['import', 'nowhere.csv'], 4, 'cannot read nowhere.csv', ''],
    [['import', 'broken.csv'], 3, 'cannot import broken.csv: line 2: a quote is opened', '""'],
    [['import'], 2, "missing required argument 'tables'", ''],
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
    [['import', '-', '--map', 'Level=?'], 2, 'a column cannot hold "?"', 'it may hold: role'],
    [['import', '-', '--encoding', 'ebcdic'], 2, 'there is no encoding "ebcdic" here', 'windows-1252'],
    [['import', '-', '--sheet', 'Team'], 3, 'there is no sheet or table "Team"', 'there are'],
    [['import', '-', '-'], 2, 'standard input can be read once', ''],
    [['import', '-', '--map-file', 'bad.map.yaml'], 3, 'bad.map.yaml', 'line 1'],
    [['import', '-', '--data', 'x.yaml'], 2, '--data means nothing here', 'leave it out'],
    [['import', 'team.yaml'], 2, 'team.yaml is no table', 'pmroles list --data team.yaml'],
    [['import', 'team.json'], 2, 'team.json is no table', 'pmroles list --data team.json'],
    [['import', 'team.txt'], 2, 'team.txt is no table', 'pmroles list --data team.txt'],
    [['import', 'json.txt'], 2, 'json.txt is no table', '--data json.txt'],
    [['import', '-', '--id', 'Not An Id'], 2, '"Not An Id" is no id', 'lower-case'],
    [['import', '-', '--title', ' '], 2, 'the title is empty', ''],
    [['export', '--format', 'text'], 2, 'there is no format "text" here', 'yaml, json, csv'],
  ])('%j ends in %i', async (argv, code, message, hint) => {
    const outcome = await runIn(argv, {
      files: {
        ...files,
        'bad.map.yaml': 'colums: {}\n',
        'zip.xlsx': 'PK\u0003\u0004 and no more',
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
