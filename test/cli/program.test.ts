/**
 * Command lines in, text and exit codes out, in a world of the test's own.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS as DECLARED, EXAMPLES as EXAMPLES_OF_ALL, FIRST_STEPS, GROUPS } from '../../src/cli/declarations.ts';
import { TOPICS } from '../../src/cli/declared/set-up.ts';
import { HELP_TOPICS } from '../../src/cli/help-topics.ts';
import { VERSION } from '../../src/core/version.ts';
import { jsonOf, runIn, shippedLadder, templateFile } from '../support/fake-runtime.ts';
import { outputProblems } from '../support/output-schema.ts';
import { splitWords } from '../support/shell-words.ts';
import { examplesOf } from '../support/examples.ts';

const EXAMPLES = examplesOf('list', 'show', 'compare', 'path', 'sources').map((example) => example.line);

/** All that a topic says. */
const textsIn = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : Object.values(part as object).flatMap(textsIn);

const COMMANDS = ['list', 'show cpo', 'compare head-of-product cpo', 'path junior-pm cpo', 'sources'];

describe('the program alone', () => {
  it('says what to begin with, in few lines', async () => {
    const { code, stdout, stderr } = await runIn([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Product management · 8 roles\n/);
    expect(stdout.match(/^ {2}pmroles .*/gm)).toHaveLength(6);
    expect(stdout).toContain('pmroles --help');
    expect(stdout.split('\n').length).toBeLessThanOrEqual(15);
  });

  it.each(FIRST_STEPS.map(({ line }) => line))('says what works: %s', async (line) => {
    const argv = splitWords(line).slice(1);
    const answers: Readonly<Record<string, readonly string[]>> = {
      quiz: Array.from({ length: 60 }, () => '2'),
      me: ['product manager', 'head of product', 'quit'],
    };
    const typed = answers[argv[0]!];
    expect(await runIn(argv, typed ? { typed, saved: new Map() } : {})).toMatchObject({ code: 0 });
  });

  it('speaks of roles that the ladder in use has', async () => {
    const file = templateFile('engineering');
    const { stdout } = await runIn(['--data', file, '--width', '200']);
    expect(stdout).toMatch(/^\S.* · 9 roles\n/);
    const lines = Array.from(stdout.matchAll(/^ {2}(pmroles .*?)(?: {2,}|$)/gm), ([, line]) => line!);
    expect(lines).toHaveLength(6);
    for (const line of lines.slice(0, 4)) {
      expect(await runIn(splitWords(line).slice(1)), line).toMatchObject({ code: 0 });
    }
    const one = { ...shippedLadder(), roles: shippedLadder().roles.slice(0, 1), progressions: [], contrasts: [] };
    expect((await runIn([], { ladder: one })).stdout).toMatch(
      /1 role\n\n {2}pmroles list .*\n {2}pmroles show junior-pm/,
    );
  });

  it('needs no ladder that can be read', async () => {
    const { code, stdout } = await runIn([], { env: { PMROLES_DATA: '/nowhere/at-all' } });
    expect(code).toBe(0);
    expect(stdout).toContain('pmroles list');
  });
});

describe('help', () => {
  it('fits on a screen, with all commands in their groups', async () => {
    const { stdout } = await runIn(['--help']);
    expect(stdout).toBe((await runIn(['help'])).stdout);
    expect(stdout.split('\n').length).toBeLessThanOrEqual(46);
    const found = GROUPS.flatMap(({ title, commands }) => [
      stdout.indexOf(`\n${title}\n`),
      ...commands.map(({ name }) => stdout.search(new RegExp(`^ {2}${name} `, 'm'))),
    ]);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found[0]).toBeGreaterThan(0);
    for (const { line } of EXAMPLES_OF_ALL) expect(stdout).toContain(`  ${line}\n`);
  });

  it.each(EXAMPLES_OF_ALL.map(({ line }) => line))('shows what works: %s', async (line) => {
    expect(await runIn(splitWords(line).slice(1), { saved: new Map() })).toMatchObject({ code: 0 });
  });

  it.each(DECLARED.map((command) => [command.name, command] as const))(
    'on %s has its usage, options and two examples, and where the other options are',
    async (name, { options = [], examples }) => {
      const { stdout } = await runIn(['help', name]);
      expect(stdout).toMatch(new RegExp(`^Usage: pmroles ${name} `));
      for (const { flags } of options) expect(stdout).toContain(`  ${flags}`);
      expect(stdout).not.toContain('--accessible');
      expect(examples).toHaveLength(2);
      for (const { line } of examples) expect(stdout).toContain(`\n  ${line}\n`);
      expect(stdout).toMatch(/pmroles help options\n$/);
    },
  );

  it.each(['list', 'show', 'compare', 'path', 'sources'])('on %s is the same however it is asked for', async (name) => {
    const long = await runIn([name, '--help']);
    expect(long).toMatchObject({ code: 0, stderr: '' });
    expect(await runIn([name, '-h'])).toEqual(long);
    expect(await runIn(['help', name])).toEqual(long);
    expect(long.stdout.match(/^ {2}pmroles /gm)!.length).toBeGreaterThanOrEqual(2);
  });

  it('wins over anything else on the line', async () => {
    expect(await runIn(['path', 'nope', '-h'])).toEqual(await runIn(['path', '-h']));
  });

  it.each(TOPICS)('has the topic %s', async (topic) => {
    const { code, stdout } = await runIn(['help', topic]);
    const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
    expect(code).toBe(0);
    expect(words(stdout)).toEqual(words(textsIn(HELP_TOPICS[topic]).join(' ')));
  });

  it('is no wider than 80 columns, and broken between words', async () => {
    const pages = [
      ['--help'],
      [],
      ...DECLARED.map(({ name }) => [name, '-h']),
      ...TOPICS.map((topic) => ['help', topic]),
    ];
    const words = (text: string): string[] => text.split(/\s+/);
    for (const argv of pages) {
      const wide = (await runIn(argv, { env: { COLUMNS: '200' } })).stdout;
      for (const line of wide.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      const narrow = (await runIn(argv, { env: { COLUMNS: '40' } })).stdout;
      expect(words(narrow)).toEqual(words(wide));
      // A command line is broken nowhere, so that it can be copied.
      for (const line of narrow.split('\n'))
        if (!/^ {2}[-p]|^Usage| {7}/.test(line)) expect(line.length).toBeLessThanOrEqual(40);
    }
  });

  it('describes every option', async () => {
    for (const name of ['list', 'show', 'compare', 'path', 'sources']) {
      const { stdout } = await runIn([name, '-h']);
      for (const option of stdout.match(/^ {2}-.*$/gm) ?? []) expect(option).toMatch(/^ {2}\S.*? {2,}\S/);
    }
  });

  it('suggests the nearest topic', async () => {
    expect(await runIn(['help', 'exitcodes'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('exit-codes'),
    });
  });
});

describe('every example that help shows', () => {
  it.each(EXAMPLES)('%s', async (line) => {
    const { code, stdout, stderr } = await runIn(splitWords(line).slice(1));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toBe('');
  });
});

describe('the version', () => {
  it('is the one of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await runIn(['--version'])).toMatchObject({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
      asked: [],
      offered: [],
      found: [],
      paged: [],
    });
    expect(VERSION).toBe(version);
  });
});

describe('names', () => {
  it.each([
    ['Head of Product', 'head-of-product'],
    ['HOP', 'head-of-product'],
    ['vp product', 'cpo'],
    ['  Chief-Product_Officer ', 'cpo'],
    ['ＣＰＯ', 'cpo'],
  ])('%s is understood', async (typed, id) => {
    expect((await jsonOf(['show', typed])).data).toMatchObject({ role: { id } });
  });

  it.each([
    [['show', 'haed-of-product'], 'no role is called "haed-of-product"', 'did you mean head-of-product?'],
    [['show', 'product'], '"product" fits', 'product-manager'],
    [['show', ''], '"" isn\'t a role\'s name', 'the roles are: junior-pm'],
    [['show', '• • •'], '"• • •" isn\'t a role\'s name', 'the roles are'],
    [['show', 'x'.repeat(1_000_000)], `"${'x'.repeat(60)}…"`, 'the roles are'],
    [['path', 'junor-pm', 'cpo'], 'no role is called "junor-pm"', 'junior-pm'],
    [['compare', 'cpo', 'chief'], '"cpo" and "chief" are the same role: cpo', 'different'],
    [['compare', 'cpo', 'cpo'], '"cpo" is named twice', 'different'],
    [['compare', 'cpo'], 'a role is missing', 'pmroles compare head-of-product cpo'],
    [['compare'], '2 roles are missing', 'pmroles compare head-of-product cpo'],
    [['path', 'cpo'], 'a role is missing', 'pmroles path junior-pm cpo'],
    [['path', 'pm', 'product-manager'], 'from and to are the same role: product-manager', 'two different'],
    [['show'], 'a role is missing', 'pmroles show'],
    [['list', '--skill', 'markting'], 'no skill is called "markting"', 'did you mean marketing'],
    [['list', '--area', 'peple'], 'no area is called "peple"', 'people'],
    [['list', '--track', 'boss'], 'no track is called "boss"', 'leadership'],
    [['path', 'pm', 'cpo', '--source', 'C'], 'no source is called "C"', 'A, B'],
    [['path', 'pm', 'cpo', '--via', 'po', '--avoid', 'po'], 'cannot both pass and avoid', ''],
    [['path', 'pm', 'cpo', '--avoid', 'pm'], 'cannot both pass and avoid', ''],
    [['path', 'head', 'of', 'product', 'cpo'], 'too many arguments', '"Head of Product"'],
    [['path', 'pm', 'cpo', '--all', 'zero'], 'Expected a number', ''],
    [['path', 'pm', 'cpo', '--kind', 'demotion'], 'Allowed choices are promotion', ''],
    [['list', '--format', 'yaml'], 'there is no format "yaml" here', 'formats: text, json, markdown, csv'],
    [['list', '--width', 'wide'], 'Expected a number of columns', ''],
    [['list', '--jsn'], "unknown option '--jsn'", 'did you mean --json?'],
    [['lst'], 'no command or role is called "lst"', 'did you mean the command list?'],
    [['lst', '--skill', 'x'], 'no command or role is called "lst"', 'did you mean the command list?'],
    [['lst', '--data', '/nowhere'], 'no command or role is called "lst"', 'did you mean the command list?'],
    [['shw', 'list'], 'no command or role is called "shw"', 'did you mean the command show?'],
    [['haed-of-product'], 'no command or role is called "haed-of-product"', 'did you mean the role head-of-product?'],
    [['zebra'], 'no command or role is called "zebra"', 'see: pmroles --help, pmroles list'],
    [['cpo', '--nonsense'], "unknown option '--nonsense'", 'pmroles show --help'],
    [['product'], '"product" fits', 'product-manager'],
    [['show', 'Headd'], 'no role is called "Headd"', 'did you mean head-of-product?'],
    [['show', 'heads'], 'no role is called "heads"', 'did you mean head-of-product?'],
    [['show', 'Chief', 'of', 'Product'], 'no role is called "Chief of Product"', 'did you mean cpo?'],
    [['show', 'cpo', 'pm'], 'show takes one role', 'pmroles compare cpo pm'],
    [['why', 'Headd', 'of', 'Product'], 'no role is called "Headd of Product"', 'did you mean head-of-product?'],
    [['list', '--ids', '--format', 'csv'], '--ids prints one id a line', 'leave one'],
    [['show', '--', '--json'], 'no role is called "--json"', ''],
  ])('%j is wrong usage', async (argv, message, hint) => {
    const { code, stdout, stderr } = await runIn(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^pmroles: /);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(stderr.length).toBeLessThan(1000);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([
    [['cpo'], ['show', 'cpo']],
    [
      ['--json', 'cpo'],
      ['show', 'cpo', '--json'],
    ],
    [
      ['head', 'of', 'product', '--cites'],
      ['show', 'head-of-product', '--cites'],
    ],
    [
      ['show', 'head', 'of', 'product'],
      ['show', 'head-of-product'],
    ],
    [
      ['why', 'head', 'of', 'product', 'marketing'],
      ['why', 'head-of-product', 'marketing'],
    ],
    [
      ['why', 'product', 'owner'],
      ['why', 'product-owner'],
    ],
    [['config', 'list'], ['config']],
    [['-v'], ['--version']],
    [['-V'], ['--version']],
  ])('%j is the same as %j', async (argv, whole) => {
    const outcome = await runIn(argv);
    expect(outcome.code).toBe(0);
    expect(outcome).toEqual(await runIn(whole));
  });

  it('that fit several roles open a list of these on a terminal', async () => {
    const outcome = await runIn(['show', 'product'], { typed: ['lead'] });
    expect(outcome).toMatchObject({
      code: 0,
      asked: ['"product" fits 5 roles. Which one?'],
      found: [['Product Lead']],
    });
    expect(outcome.stdout).toBe((await runIn(['show', 'product-lead'])).stdout);
    expect((await runIn(['show', 'product'], { typed: [''] })).found[0]).not.toContain('Chief Product Officer');
    expect(await runIn(['compare', 'product', 'cpo'], { typed: ['q'] })).toMatchObject({ code: 130, stdout: '' });
    expect(await runIn(['show', 'product', '--exact'], { typed: ['lead'] })).toMatchObject({ code: 2, asked: [] });
  });

  it('are broken between words on a narrow terminal', async () => {
    const { stderr } = await runIn(['path', 'head', 'of', 'product', 'cpo'], { terminal: 40 });
    for (const line of stderr.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    expect(stderr.replaceAll(/\n +/g, ' ')).toContain('put a name of several words in quotes: "Head of Product"');
  });

  it('cannot be asked for in two formats at once', async () => {
    const { code, stderr } = await runIn(['list', '--json', '--format', 'csv']);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ error: { message: '--json contradicts --format csv' } });
  });

  it('are asked for on a terminal', async () => {
    const world = { typed: ['head', 'chief'] };
    const outcome = await runIn(['compare'], world);
    expect(outcome.asked).toEqual(['Which role?', 'And which other one?']);
    expect(outcome.stdout).toBe((await runIn(['compare', 'head-of-product', 'cpo'])).stdout);
    expect((await runIn(['path', 'junior-pm'], { typed: ['cpo'] })).asked).toEqual(['To which role?']);
    expect((await runIn(['show', 'cpo'], { typed: [] })).asked).toEqual([]);
  });
});

describe('JSON', () => {
  it.each([
    ...EXAMPLES.filter((line) => !line.includes('--format')),
    'pmroles list --sort title --area people',
    'pmroles compare pm po senior-pm cpo',
    'pmroles compare director cpo --only unique',
    'pmroles path junior-pm cpo --all',
    'pmroles path cpo junior-pm',
    'pmroles path junior-pm cpo --source B --avoid product-lead --kind promotion',
    'pmroles show product-owner',
  ])('%s follows the schema', async (line) => {
    const { stdout } = await runIn([...splitWords(line).slice(1), '--json']);
    expect(outputProblems(JSON.parse(stdout))).toBe('');
    expect(stdout.endsWith('}\n')).toBe(true);
  });

  it.each([
    ['show', 'nope'],
    ['list', '--nope'],
    ['list', '--data', '/nowhere/at-all'],
    ['list', '--data', 'package.json'],
  ])('%s %s fails by the schema too', async (...argv) => {
    const { stdout, stderr, code } = await runIn([...argv, '--json']);
    expect(stdout).toBe('');
    expect(outputProblems(JSON.parse(stderr))).toBe('');
    expect(code).toBeGreaterThan(1);
  });

  it('does not depend on terminal, width, locale or environment', async () => {
    for (const line of COMMANDS) {
      const plain = await runIn([...line.split(' '), '--json']);
      const env = { COLUMNS: '40', LC_ALL: 'tr_TR', TERM: 'dumb', FORCE_COLOR: '3', TZ: 'Asia/Tokyo' };
      expect(await runIn(['--json', ...line.split(' ')], { env, terminal: 33 })).toEqual(plain);
    }
  });

  it('gives the routes that the ladder is known for', async () => {
    const { data } = await jsonOf(['path', 'junior-pm', 'cpo', '--all']);
    const routes = data['routes'] as { roles: string[]; unstated: number }[];
    expect(routes[0]).toMatchObject({
      roles: ['junior-pm', 'product-manager', 'senior-pm', 'head-of-product', 'director-of-product', 'cpo'],
      unstated: 0,
    });
    expect(routes[1]).toMatchObject({
      roles: ['junior-pm', 'product-manager', 'senior-pm', 'head-of-product', 'cpo'],
      unstated: 1,
    });
    const fewest = await jsonOf(['path', 'junior-pm', 'cpo', '--fewest']);
    expect((fewest.data['routes'] as { roles: string[] }[])[0]!.roles).toEqual(routes[1]!.roles);
  });

  it('follows one source alone', async () => {
    const { data } = await jsonOf(['path', 'junior-pm', 'cpo', '--source', 'B']);
    expect((data['routes'] as { roles: string[] }[]).map((route) => route.roles)).toEqual([
      ['junior-pm', 'product-manager', 'senior-pm', 'product-lead', 'head-of-product', 'cpo'],
      ['junior-pm', 'product-manager', 'product-owner', 'senior-pm', 'product-lead', 'head-of-product', 'cpo'],
    ]);
  });
});

describe('no route', () => {
  it('is an answer with exit code 1, what can be reached, and the way back', async () => {
    const { code, stdout, stderr } = await runIn(['path', 'cpo', 'junior-pm']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('There is no route from Chief Product Officer to Junior Product Manager.');
    expect(stdout).toContain('No role can be reached from Chief Product Officer.');
    expect(stdout).toContain('pmroles path junior-pm cpo');
  });

  it('under limits says whether the limits are to blame', async () => {
    const { code, stdout } = await runIn(['path', 'junior-pm', 'cpo', '--avoid', 'senior-pm']);
    expect(code).toBe(1);
    expect(stdout).toContain('Without the limits (via, avoid, kind, source) there is a route.');
    expect(stdout).toContain('Nearest to it in rank that can be reached: Product Manager, in 1 move.');
  });
});

describe('text', () => {
  it.each([20, 40, 60, 80, 120, 200])('is no wider than %i columns', async (width) => {
    for (const line of [...COMMANDS, 'path cpo junior-pm', 'compare pm po senior-pm cpo --cites', 'show po --cites']) {
      const { stdout } = await runIn([...line.split(' '), '--width', String(width)]);
      for (const row of stdout.split('\n')) {
        // A word of a command to copy is never broken.
        const isWord = /^ +[a-z-]+ \\$/.test(row);
        if (!isWord) expect(Array.from(row).length, row).toBeLessThanOrEqual(width);
      }
    }
  });

  it('takes its width from the flag, then COLUMNS, then the terminal, then 80', async () => {
    const widest = async (argv: string[], world: Parameters<typeof runIn>[1]) =>
      Math.max(
        ...(await runIn(['compare', 'head', 'cpo', '--no-color', ...argv], world)).stdout
          .split('\n')
          .map((row) => row.length),
      );
    expect(await widest(['--width', '60'], { env: { COLUMNS: '100' }, terminal: 140 })).toBeLessThanOrEqual(60);
    const byColumns = await widest([], { env: { COLUMNS: '100' }, terminal: 140 });
    expect(byColumns).toBeGreaterThan(80);
    expect(byColumns).toBeLessThanOrEqual(100);
    expect(await widest([], { terminal: 140 })).toBeGreaterThan(100);
    const usual = await widest([], {});
    expect(usual).toBeGreaterThan(60);
    expect(usual).toBeLessThanOrEqual(80);
    for (const COLUMNS of ['0', '-1', 'abc', '1e9', '99999999', '']) {
      expect(await widest([], { env: { COLUMNS } }), COLUMNS).toBe(usual);
    }
  });

  it('says the same in colour as without', async () => {
    for (const line of COMMANDS) {
      const plain = await runIn(line.split(' '));
      const colored = await runIn([...line.split(' '), '--color', 'always']);
      expect(colored.stdout).not.toBe(plain.stdout);

      expect(colored.stdout.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(plain.stdout);
    }
  });

  it('can be ASCII alone', async () => {
    for (const line of COMMANDS) {
      for (const world of [{ env: { LC_ALL: 'C' } }, { env: { TERM: 'dumb' } }]) {
        expect((await runIn(line.split(' '), world)).stdout).toMatch(/^[\n\x20-\x7e]*$/);
      }
      expect((await runIn([...line.split(' '), '--ascii'])).stdout).toMatch(/^[\n\x20-\x7e]*$/);
    }
  });

  it('shows cites when asked to, and marks what is editorial', async () => {
    for (const line of ['show cpo', 'compare head-of-product cpo', 'path junior-pm cpo']) {
      expect((await runIn(line.split(' '))).stdout).not.toMatch(/\[[AB]-\d\d/);
      expect((await runIn([...line.split(' '), '--cites'])).stdout).toMatch(/\[[AB]-\d\d/);
    }
  });

  it("puts a source's own contrast of the pair first, with its cite", async () => {
    const { stdout } = await runIn(['compare', 'pm', 'head']);
    expect(stdout.split('───')[0]).toMatch(/Source A contrasts them:.*\[A-90\]/s);
  });

  it('tells silence from absence', async () => {
    const { stdout } = await runIn(['compare', 'head-of-product', 'cpo']);
    expect(stdout).toContain('not stated');
    expect((await runIn(['show', 'product-owner'])).stdout).toContain("Not stated: the sources don't say.");
    expect((await runIn(['path', 'pm', 'senior-pm', '--via', 'po'])).stdout).toMatch(
      /Product Owner [^]*skills\s+not\s+stated/,
    );
    expect((await runIn(['path', 'pm', 'senior-pm', '--via', 'po', '--full'])).stdout).toContain(
      'No skills are stated for Product Owner',
    );
  });
});

describe('colour', () => {
  // What each says for itself; the first that speaks decides.
  const flags = [undefined, '--no-color', '--color=always', '--color=never', '--color=auto'];
  const environments = [
    {},
    { NO_COLOR: '1' },
    { NO_COLOR: '' },
    { FORCE_COLOR: '1' },
    { FORCE_COLOR: '0' },
    { CLICOLOR_FORCE: '1' },
    { CLICOLOR: '0' },
    { TERM: 'dumb' },
    { NO_COLOR: '1', FORCE_COLOR: '1' },
    { FORCE_COLOR: '1', TERM: 'dumb' },
  ];

  it('follows the flag, NO_COLOR, FORCE_COLOR, CLICOLOR and TERM, then the terminal, in that order', async () => {
    for (const flag of flags) {
      for (const env of environments) {
        for (const terminal of [undefined, 80]) {
          const world = { env, ...(terminal === undefined ? {} : { terminal }) };
          const { stdout } = await runIn(['show', 'cpo', ...(flag === undefined ? [] : [flag])], world);
          const variables = env as Record<string, string | undefined>;
          const expected =
            flag === '--color=always' ||
            (flag !== '--no-color' &&
              flag !== '--color=never' &&
              !variables['NO_COLOR'] &&
              (variables['FORCE_COLOR'] === '1' ||
                variables['CLICOLOR_FORCE'] === '1' ||
                (variables['FORCE_COLOR'] !== '0' &&
                  variables['CLICOLOR'] !== '0' &&
                  variables['TERM'] !== 'dumb' &&
                  terminal !== undefined)));
          expect(stdout.includes('\u001b['), JSON.stringify({ flag, env, terminal })).toBe(expected);
        }
      }
    }
  });
});

describe('failures of the world', () => {
  const failing = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' });

  it('ends quietly when the reader has gone', async () => {
    expect(await runIn(['list'], { broken: failing('EPIPE') })).toMatchObject({ code: 0, stderr: '' });
  });

  it('says so when the disk is full', async () => {
    expect(await runIn(['list'], { broken: failing('ENOSPC') })).toMatchObject({
      code: 4,
      stderr: 'pmroles: cannot write the output: no space left on the device\n',
    });
  });

  it('calls a bug a bug, and shows where only when asked', async () => {
    const ladder = vi.fn(() => {
      throw new TypeError('x is not a function');
    });
    const world = { ladder: new Proxy({}, { get: ladder }) as never };
    const outcome = await runIn(['list'], world);
    expect(outcome.code).toBe(70);
    expect(outcome.stderr).toContain('this is a bug in pmroles: x is not a function');
    expect(outcome.stderr).not.toMatch(/\n\s+at /);
    expect((await runIn(['list'], { ...world, env: { PMROLES_DEBUG: '1' } })).stderr).toMatch(/\n\s+at /);
  });

  it('shows hostile arguments without obeying them', async () => {
    const { stderr } = await runIn(['show', '\u001b]0;owned\u0007\u202eabc']);

    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(stderr).toContain('<U+001B>');
  });
});

describe('list', () => {
  it('prints ids alone', async () => {
    const { stdout } = await runIn(['list', '--ids', '--track', 'leadership']);
    expect(stdout).toBe('head-of-product\ndirector-of-product\ncpo\n');
  });

  const ids = async (...argv: string[]) =>
    ((await jsonOf(['list', ...argv])).data['roles'] as { id: string }[]).map((role) => role.id);

  it('filters by skill, track and area, all of which must fit', async () => {
    expect(await ids('--skill', 'marketing')).toEqual(['head-of-product', 'cpo']);
    expect(await ids('--skill', 'marketing', '--skill', 'flexibility')).toEqual(['head-of-product']);
    expect(await ids('--track', 'leadership')).toEqual(['head-of-product', 'director-of-product', 'cpo']);
    expect(await ids('--area', 'business', '--area', 'Marketing and sales')).toEqual(['director-of-product', 'cpo']);
  });

  it('sorts by title and by numbers, ties by rank', async () => {
    expect((await ids('--sort', 'title'))[0]).toBe('cpo');
    const byDuties = (await jsonOf(['list', '--sort', 'responsibilities'])).data['roles'] as {
      responsibilities: number;
    }[];
    const numbers = byDuties.map((role) => role.responsibilities);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  });

  it('says so when nothing fits', async () => {
    const { code, stdout } = await runIn(['list', '--skill', 'flexibility', '--track', 'individual']);
    expect(code).toBe(0);
    expect(stdout).toContain('No matches.');
  });
});

it('answers in each format', async () => {
  for (const line of COMMANDS) {
    const csv = await runIn([...line.split(' '), '-f', 'csv']);
    expect(csv.stdout.split('\r\n').length).toBeGreaterThan(8);
    const markdown = await runIn([...line.split(' '), '--format', 'markdown']);
    expect(markdown.stdout).toMatch(/^# /);
  }
});
