/**
 * `pmroles init`: what it writes, what it asks, and what it leaves alone.
 */
import { readFileSync } from 'node:fs';
import { parseDocument, visit } from 'yaml';
import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/commands/init.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { fillTemplate } from '../../src/system/template.ts';
import { jsonOf, runIn, templateFile } from '../support/fake-runtime.ts';
import { outputProblems } from '../support/output-schema.ts';
import { splitWords } from '../support/shell-words.ts';
import { examplesOf } from '../support/examples.ts';

const NAMES = Object.keys(TEMPLATES);
const textOf = (name: string): string => readFileSync(templateFile(name), 'utf8');

/** Runs init and gives what it wrote too. */
async function init(argv: readonly string[], typed?: readonly string[], saved = new Map<string, string>()) {
  const outcome = await runIn(['init', ...argv], { saved, ...(typed ? { typed } : {}) });
  return { ...outcome, saved };
}

describe('every template', () => {
  it.each(NAMES)('%s loads without a warning', (name) => {
    const { ladder, diagnostics } = parseLadder([{ file: name, text: textOf(name) }]);
    expect(diagnostics).toEqual([]);
    // What it is made of is used: a skill or an area that no role speaks of would teach nothing.
    const skills = new Set(ladder!.roles.flatMap((role) => role.requirements.map((entry) => entry.skill)));
    const areas = new Set(ladder!.roles.flatMap((role) => role.responsibilities.map((entry) => entry.area)));
    expect(ladder!.skills.map((skill) => skill.id).filter((id) => !skills.has(id))).toEqual([]);
    expect(ladder!.areas.map((area) => area.id).filter((id) => !areas.has(id))).toEqual([]);
    expect(ladder!.sources).toEqual([]);
  });

  it.each(NAMES)('%s keeps to its levels along promotions', (name) => {
    const { ladder } = parseLadder([{ file: name, text: textOf(name) }]);
    const order = ladder!.levels.map((level) => level.id);
    const levelOf = (role: string, skill: string): number =>
      order.indexOf(
        ladder!.roles.find(({ id }) => id === role)!.requirements.find((entry) => entry.skill === skill)?.level ?? '',
      );
    for (const { from, to, kind } of ladder!.progressions) {
      if (kind !== 'promotion') continue;
      for (const { id } of ladder!.skills) {
        const [before, after] = [levelOf(from, id), levelOf(to, id)];
        if (before >= 0 && after >= 0) expect(after, `${from} to ${to}: ${id}`).toBeGreaterThanOrEqual(before);
      }
    }
  });

  it.each(NAMES)('%s says that it is an example, and explains itself in comments', (name) => {
    expect(textOf(name).split('\n').slice(0, 4).join(' ')).toMatch(/^# .*example/);
    expect(textOf(name).match(/^ *# /gm)!.length).toBeGreaterThan(6);
  });
});

describe('the small template', () => {
  it('has a comment on every key that a ladder begins with', () => {
    const lines = textOf('small').split('\n');
    for (const key of ['id', 'version', 'title', 'areas', 'levels', 'skills', 'roles', 'progressions']) {
      const at = lines.findIndex((line) => line.startsWith(`${key}:`));
      expect(lines[at - 1], key).toMatch(/^# /);
    }
  });

  it('has more keys behind a #, which load without an error when it is taken away', () => {
    const text = textOf('small').replace(/^#(?=\S|  )/gm, '');
    const { ladder, diagnostics } = parseLadder([{ file: 'small', text }]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(ladder).toMatchObject({ cumulative: true, tracks: [{}], sources: [{ facts: [{}] }], notes: [{}] });
  });
});

describe('fillTemplate', () => {
  it.each(NAMES)('changes the id and the title of %s and no other character', (name) => {
    const text = textOf(name);
    const { text: filled, ladder } = fillTemplate(text, { id: 'ours', title: 'Ours: "all" #1' });
    expect([ladder.id, ladder.title]).toEqual(['ours', 'Ours: "all" #1']);
    const changed = (one: string, other: string): string[] => {
      const lines = other.split('\n');
      return one.split('\n').filter((line, index) => line !== lines[index]);
    };
    expect(changed(filled, text)).toEqual([expect.stringMatching(/^id: /), expect.stringMatching(/^title: /)]);
    expect(fillTemplate(text, {}).text).toBe(text);
  });

  it.each(['yes', '1', '- a', 'a: b', '# a', "it's", '"', '{', 'null', '~', '产品', 'a'.repeat(300), '& *', '%', '@x'])(
    'keeps the title %j as it is',
    (title) => {
      const { text, ladder } = fillTemplate(textOf('small'), { title });
      expect(ladder.title).toBe(title);
      expect(parseDocument(text).get('title')).toBe(title);
    },
  );
});

describe('without a terminal', () => {
  it('writes the small ladder to ladder.yaml, and says what comes next', async () => {
    const { code, stdout, stderr, saved } = await init([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect([...saved]).toEqual([['ladder.yaml', textOf('small')]]);
    expect(stdout).toContain('Wrote ladder.yaml');
    expect(stdout).toContain('  pmroles list --data ladder.yaml\n');
    expect(stdout).toContain('  pmroles validate ladder.yaml\n');
    expect(stdout).toContain('  # yaml-language-server: $schema=/pmroles/dist/ladder.schema.json\n');
  });

  it('takes the template, the title and the id from flags, and makes an id of the title', async () => {
    const { saved } = await init(['a.yaml', '--template', 'engineering', '--title', 'Édition  spéciale']);
    expect(saved.get('a.yaml')).toContain('\nid: edition-speciale\n');
    expect((await init(['--title', 'X', '--id', 'y'])).saved.get('ladder.yaml')).toContain('\nid: y\n');
    // A title that has no letter an id may have leaves the template's.
    expect((await init(['--title', '产品'])).saved.get('ladder.yaml')).toContain('\nid: my-ladder\n');
  });

  it('quotes a path for the shell', async () => {
    const { stdout } = await init(["it's mine.yaml"]);
    expect(stdout).toContain(`pmroles list --data 'it'\\''s mine.yaml'`);
  });

  it('never replaces a file unless it is told to', async () => {
    const saved = new Map([['ladder.yaml', 'mine']]);
    expect(await init([], undefined, saved)).toMatchObject({ code: 4, stdout: '' });
    expect(saved.get('ladder.yaml')).toBe('mine');
    expect((await init(['--force'], undefined, saved)).code).toBe(0);
    expect(saved.get('ladder.yaml')).toBe(textOf('small'));
  });

  it.each([['--stdout'], ['-']])('prints the ladder itself with %s, and writes nothing', async (word) => {
    const { stdout, saved } = await init([word, '--template', 'craft']);
    expect(stdout).toBe(textOf('craft'));
    expect(saved.size).toBe(0);
  });

  it.each([
    [['--id', 'No Id'], '"No Id" is not an id'],
    [['--title', '  '], 'the title is empty'],
    [['--title', 'a\u202eb'], 'characters that cannot be shown'],
    [['--template', 'huge'], 'small, engineering, craft'],
    [['a.yaml', '--stdout'], '--stdout writes no file'],
    [['--stdout', '--json'], 'YAML'],
    [['a.json'], 'init writes YAML'],
    [[''], 'the name of the file is empty'],
    [['--data', 'x.yaml'], 'init reads no ladder'],
  ])('refuses %j', async (argv, message) => {
    const { code, stdout, stderr, saved } = await init(argv);
    expect({ code, stdout, size: saved.size }).toEqual({ code: 2, stdout: '', size: 0 });
    expect(stderr).toContain(message);
  });

  it('answers in JSON by the schema, in CSV and in Markdown', async () => {
    for (const template of NAMES) {
      const answer = await jsonOf(['init', '--template', template]);
      expect(outputProblems(answer)).toBe('');
      expect(answer.data).toMatchObject({ path: 'ladder.yaml', template });
    }
    expect((await init(['-f', 'csv'])).stdout).toContain('ladder.yaml,small,my-ladder,My ladder,3,3,3\r\n');
    expect((await init(['-f', 'markdown'])).stdout).toMatch(/^# Wrote ladder\.yaml\n/);
  });
});

it.each(examplesOf('init').map((example) => example.line))('the example %s works', async (line) => {
  const outcome = await runIn(splitWords(line).slice(1), { saved: new Map() });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(outcome.stdout).not.toBe('');
});

it('help on it is the same however it is asked for, and no wider than 80 columns', async () => {
  const help = await runIn(['help', 'init']);
  expect(await runIn(['init', '-h'])).toEqual(help);
  for (const row of help.stdout.split('\n')) expect(row.length).toBeLessThanOrEqual(80);
});

describe('on a terminal', () => {
  it('asks for what was not given', async () => {
    const { asked, saved } = await init([], ['3', 'Our bikes', '', '']);
    expect(asked).toHaveLength(4);
    expect(saved.get('ladder.yaml')).toBe(fillTemplate(textOf('craft'), { id: 'our-bikes', title: 'Our bikes' }).text);
    const given = ['b.yaml', '--template', 'craft', '--title', 'T', '--id', 't'];
    expect((await init(given, [])).asked).toEqual([]);
    expect((await init(['--stdout'], [])).asked).toEqual([]);
  });

  it('asks again where the answer cannot be used, and for another file where one is there already', async () => {
    const saved = new Map([['ladder.yaml', 'mine']]);
    const { code, asked, stderr } = await init(['--template', 'small'], ['', 'No Id', 'ours', '', 'b.yaml'], saved);
    expect(code).toBe(0);
    expect(asked).toContain('an id is lower-case letters and digits, joined by - or .');
    expect(stderr).toContain('the file is there already');
    expect(saved.get('ladder.yaml')).toBe('mine');
    expect(saved.get('b.yaml')).toContain('\nid: ours\n');
  });

  it.each([[[]], [['1']], [['1', 'T']], [['1', 'T', 't']], [['quit']]])(
    'leaves nothing behind when it is interrupted after %j',
    async (typed) => {
      const { code, stdout, saved } = await init([], typed);
      expect({ code, stdout, size: saved.size }).toEqual({ code: 130, stdout: '', size: 0 });
    },
  );
});

it('the templates use each kind of move and each importance', () => {
  const { ladder } = parseLadder([{ file: 'engineering', text: textOf('engineering') }]);
  expect(new Set(ladder!.progressions.map((edge) => edge.kind)).size).toBe(4);
  expect(new Set(ladder!.roles.flatMap((role) => role.requirements.map((entry) => entry.importance))).size).toBe(4);
  // Only comments may hold what a person would take for a placeholder.
  visit(parseDocument(textOf('engineering')), {
    Scalar: (_key, node) => {
      expect(String(node.value)).not.toMatch(/TODO|lorem|xxx/i);
    },
  });
});
