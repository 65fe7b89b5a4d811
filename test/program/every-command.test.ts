/**
 * What holds for every command, whatever it does. That the list of commands is whole is held here too.
 */
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/declarations.ts';
import { FORMATS } from '../../src/report/index.ts';
import { ask, ASKED, type Asked } from '../support/every-command.ts';
import type { Outcome, World } from '../support/fake-runtime.ts';
import { ladderOf } from '../support/ladders.ts';
import { outputProblems } from '../support/output-schema.ts';
import { splitWords } from '../support/shell-words.ts';

const NAMES = [...COMMANDS.map(({ name }) => name), 'help'];
const LINES = ASKED.map((entry) => ({ ...entry, line: entry.argv.join(' ') }));
const TEXTS = LINES.filter(({ isFile }) => isFile !== true);

const run = ({ argv, typed }: Asked, more: readonly string[] = [], world: World = {}): Promise<Outcome> =>
  ask([...argv, ...more], { ...(typed ? { typed } : {}), ...world });

it('every command is asked something', () => {
  expect([...new Set(LINES.map(({ name }) => name))].sort()).toEqual(NAMES.filter((name) => name !== 'help').sort());
});

describe('help', () => {
  it.each(COMMANDS)('on $name is one text, however it is asked for', async ({ name }) => {
    const long = await ask([name, '--help'], { env: { COLUMNS: '200' } });
    expect(long).toMatchObject({ code: 0, stderr: '' });
    for (const argv of [
      [name, '-h'],
      ['help', name],
      [name, 'no', 'such', 'thing', '--cites', '-h'],
    ]) {
      expect(await ask(argv, { env: { COLUMNS: '200' } }), argv.join(' ')).toEqual(long);
    }
    expect(long.stdout).toMatch(new RegExp(`^Usage: pmroles ${name} .*[^]*\n\nExamples\n  pmroles ${name}`));
    for (const line of long.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    for (const option of long.stdout.match(/^ {2}-.*$/gm) ?? [])
      expect(option).toMatch(/^ {2}\S.*? {2,}\S|^ {2}\S+ \S+$/);
  });

  it.each(COMMANDS)('on $name shows two examples or more, each of which works', async ({ examples }) => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const { line } of examples) {
      const saved = new Map<string, string>();
      // Whoever explores from nowhere is asked where to begin.
      const typed = line === 'pmroles explore' ? ['', 'quit'] : ['quit'];
      const outcome = await ask(splitWords(line).slice(1), { saved, ...(line.includes('explore') ? { typed } : {}) });
      expect({ line, code: outcome.code }).toEqual({ line, code: 0 });
      // Remarks for GitHub are nothing where there is nothing to remark.
      if (!line.includes('github')) expect(outcome.stdout + [...saved.values()].join('')).not.toBe('');
    }
  });

  it('of the program lists every command, and says where more is written', async () => {
    const { stdout } = await ask(['--help']);
    for (const name of NAMES) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect(stdout).toMatch(/man pmroles.*docs\//);
  });
});

describe('what goes to a pipe', () => {
  it.each(LINES)('by $line is the answer alone, in every format', async (entry) => {
    for (const format of entry.formats ?? FORMATS) {
      const { code, stdout, stderr } = await run(entry, ['--format', format]);
      // Explore names each command that gives the same answer, and that is not the answer.
      expect({ code, stderr: entry.name === 'explore' ? '' : stderr }).toEqual({ code: entry.code ?? 0, stderr: '' });
      expect(stdout).not.toContain('\u001b');
      expect(stdout.endsWith('\n')).toBe(true);
    }
  });

  // What config says of colour is meant to differ.
  it.each(TEXTS.filter(({ name }) => name !== 'config'))('by $line says as much without colour', async (entry) => {
    const plain = (await run(entry)).stdout;
    const colored = (await run(entry, ['--color', 'always'])).stdout;
    if (entry.name !== 'version') expect(colored).toContain('\u001b[');
    const trimmed = (text: string): string => text.replaceAll(/ +$/gm, '');
    expect(trimmed(stripVTControlCharacters(colored))).toBe(trimmed(plain));
  });
});

describe('JSON', () => {
  const spoken = LINES.filter(({ formats, isFile }) => (formats ?? FORMATS).includes('json') && isFile !== true);

  it.each(spoken)('of $line is one document by the schema, wherever the flag stands', async (entry) => {
    const { stdout } = await run(entry, ['--json']);
    expect(outputProblems(JSON.parse(stdout))).toBe('');
    expect(stdout.endsWith('}\n')).toBe(true);
    expect((await ask(['--json', ...entry.argv])).stdout).toBe(stdout);
  });

  // An exploration is a conversation, a completion script is nobody's data.
  it.each(['explore cpo', 'completion bash'])('is not what %s can write, and that is said in JSON', async (line) => {
    const { code, stdout, stderr } = await ask([...line.split(' '), '--json'], { typed: ['quit'] });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(outputProblems(JSON.parse(stderr))).toBe('');
  });

  it.each(NAMES.filter((name) => name !== 'help'))('tells of a failure of %s', async (name) => {
    const { code, stdout, stderr } = await ask([name, '--no-such-flag', '--json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(outputProblems(JSON.parse(stderr))).toBe('');
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'usage' } });
  });
});

describe('flags', () => {
  it.each(TEXTS)('may stand before $line and behind it', async (entry) => {
    const flags = ['--width', '60', '--ascii', '--no-color', '--data', 'data/product-management', '--exact'];
    const exact = entry.argv.every((word) => !['pm', 'po'].includes(word)) ? flags : flags.slice(0, -1);
    const typed = entry.typed ? { typed: entry.typed } : {};
    expect(await ask([...exact, ...entry.argv], typed)).toEqual(await ask([...entry.argv, ...exact], typed));
  });
});

describe('a terminal', () => {
  it.each(TEXTS)('is never too narrow for $line', async (entry) => {
    for (const columns of [40, 60, 80, 120, 200]) {
      const { stdout } = await run(entry, [], { env: { COLUMNS: String(columns) } });
      for (const row of stdout.split('\n')) {
        // A line to copy is never broken.
        if (!/^ {2}(?:pmroles|#) /.test(row)) expect(stringWidth(row), row).toBeLessThanOrEqual(columns);
      }
    }
  });

  it.each(TEXTS)('that knows ASCII alone gets no more from $line', async (entry) => {
    const drawn = (await run(entry)).stdout;
    for (const env of [{ LANG: 'C' }, { TERM: 'dumb' }, { TERM: 'linux' }, undefined]) {
      const { stdout } = await run(entry, env ? [] : ['--ascii'], { env: env ?? {} });
      expect(stdout).toMatch(/^[\n\x20-\x7e]*$/);
      // The same said in other signs, not less.
      expect(stdout.split('\n').length).toBeGreaterThanOrEqual(drawn.split('\n').length);
    }
  });

  it.each(TEXTS)('that is read aloud gets no drawing and no escape sequence from $line', async (entry) => {
    const { stdout, stderr } = await run(entry, ['--accessible'], { terminal: 80, env: { FORCE_HYPERLINK: '0' } });
    expect(stdout + stderr).not.toMatch(/\u001b|[│├└┌┐┘╭╮╰╯]/);
    expect(stdout).not.toBe('');
  });
});

describe('exit codes', () => {
  const bug = new Proxy(
    {},
    {
      get: () => {
        throw new TypeError('x is not a function');
      },
    },
  );
  const ENDS: Readonly<Record<number, readonly [line: string, world: World]>> = {
    0: ['list', {}],
    1: ['path cpo junior-pm', {}],
    2: ['show nobody', {}],
    3: ['list --data package.json', {}],
    4: ['list --data /nowhere', {}],
    70: ['list', { ladder: bug as never }],
    130: ['explore cpo', { typed: [] }],
  };

  it.each(Object.entries(ENDS))('%s is what it is said to be', async (code, [line, world]) => {
    expect((await ask(line.split(' '), world)).code).toBe(Number(code));
  });

  it('are explained, each of them and no other', async () => {
    const { stdout } = await ask(['help', 'exit-codes']);
    // Only a real process is ended by a signal: test/e2e/quiz.test.ts sends one.
    const known = [...Object.keys(ENDS), '143'];
    expect([...stdout.matchAll(/^ {2}(\d+) /gm)].map(([, code]) => code)).toEqual(known);
  });
});

describe('titles that are wide, combined or written from right to left', () => {
  const TITLES = ['产品经理', '👩‍💻 Coder', 'Re\u0301sume\u0301 reader', 'מנהל מוצר', 'Plain'];
  const ladder = ladderOf(`
id: wide
title: 产品 ladder
areas: [{ id: all, title: 全部 }]
skills: [{ id: one, name: 沟通 }, { id: two, name: תקשורת }]
roles:
${TITLES.map(
  (title, index) =>
    `  - { id: r${index}, title: "${title}", rank: ${index + 1}, summary: { text: ${title}. }, skills: [one, two],\n` +
    `      responsibilities: [{ area: all, text: ${title}. }] }`,
).join('\n')}
progressions: [${TITLES.slice(1)
    .map((_, index) => `{ from: r${index}, to: r${index + 1} }`)
    .join(', ')}]
`);

  /** What stands in some columns of a line. */
  function columnsOf(line: string, from: number, to: number): string {
    let at = 0;
    let part = '';
    for (const { segment } of new Intl.Segmenter('en').segment(line)) {
      if (at >= from && at < to) part += segment;
      at += stringWidth(segment);
    }
    return part;
  }

  it.each(['list', 'compare r0 r1', 'compare r2 r3 r4', 'search coder', 'skills --matrix'])(
    'leave the columns of %s where they are',
    async (line) => {
      const { stdout } = await ask([...line.split(' '), '--width', '100'], { ladder });
      const lines = stdout.split('\n');
      const at = lines.findIndex((row) => /^─+( +─+)+$/.test(row));
      expect(at).toBeGreaterThan(0);
      const starts = [...lines[at]!.matchAll(/ (?=─)/g)].map(({ index }) => index + 1);
      // Below the matrix stands what its columns are.
      const end = lines.findIndex((row) => row.startsWith('Roles, '));
      const rows = lines.slice(at + 1, end < 0 ? undefined : end);
      expect(rows.some((row) => stringWidth(row) !== row.length || row.includes('מ'))).toBe(true);
      for (const row of rows) for (const start of starts) expect(columnsOf(row, start - 2, start).trim(), row).toBe('');
    },
  );

  it.each(['list', 'show r0', 'compare r0 r1 r2 r3', 'path r0 r4', 'graph', 'skills --matrix', 'search coder'])(
    'keep %s within the width',
    async (line) => {
      for (const width of [40, 60, 80, 120, 200]) {
        const { stdout } = await ask([...line.split(' '), '--width', String(width)], { ladder });
        for (const row of stdout.split('\n')) {
          if (!row.startsWith('  pmroles ')) expect(stringWidth(row), row).toBeLessThanOrEqual(width);
        }
      }
    },
  );
});
