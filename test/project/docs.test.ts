/**
 * The README and the pages of docs/, held to what the program really does.
 *
 * A fenced block is a step, and the steps of a page run in its order, in a folder of their own. A block that names a file
 * behind its language (`csv skills.csv`) writes it. A `console` block is a transcript: the line behind each dollar sign is run,
 * and what it prints must be what stands there. A last line `…` stands for all that follows. Besides pmroles, `mkdir` makes a
 * folder, and `cp` brings a file of the repository, such as a workbook.
 *
 * `UPDATE_DOCS=1 npx vitest run test/project/docs.test.ts` writes the transcripts anew.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import GithubSlugger from 'github-slugger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import * as node from '../../src/node.ts';
import { bakerySheets } from '../support/bakery-sheets.ts';
import { runIn, shippedLadder } from '../support/fake-runtime.ts';
import { splitWords } from '../support/shell-words.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const update = (process.env['UPDATE_DOCS'] ?? '') !== '';
const PAGES = ['README.md', ...namesIn('docs').map((name) => `docs/${name}`)];
const DOCUMENTS = [...PAGES, 'CONTRIBUTING.md', 'CHANGELOG.md', 'test/README.md'].filter((file) =>
  existsSync(join(ROOT, file)),
);

function namesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .toSorted();
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** A fenced block. */
interface Block {
  readonly language: string;
  /** The file that it writes, where it names one. */
  readonly file: string | undefined;
  readonly text: string;
}

function blocksOf(text: string): Block[] {
  return Array.from(text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm), ([, language, file, inside]) => ({
    language: language!,
    file,
    text: inside!,
  }));
}

/** Something that a page does: it writes a file, or runs a line and says what that prints. */
type Step =
  | { readonly file: string; readonly text: string }
  | { readonly file?: undefined; readonly line: string; readonly shown: string };

function stepsOf({ language, file, text }: Block): Step[] {
  if (file !== undefined) return [{ file, text }];
  if (language !== 'console') return [];
  return Array.from(text.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm), ([, line, shown]) => ({
    line: line!,
    shown: shown!,
  }));
}

/** What is no text is kept as a character for each byte, as the test's world keeps it. */
const encodingOf = (name: string): BufferEncoding => (name.endsWith('.xlsx') ? 'latin1' : 'utf8');

/** The files of the folder where the process is. */
function filesHere(): Map<string, string> {
  const entries = readdirSync('.', { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(name, encodingOf(name))]));
}

/** Runs a line in the folder where the process is, whose files it reads and writes. */
async function print(line: string): Promise<string> {
  const words = splitWords(line);
  const [program = '', from = '', to = ''] = words;
  if (program === 'mkdir') mkdirSync(from);
  if (program === 'cp') copyFileSync(join(ROOT, from), to);
  if (program === 'mkdir' || program === 'cp') return '';
  const env = Object.fromEntries([
    ['COLUMNS', '80'],
    ...words.slice(0, words.indexOf('pmroles')).map((word) => word.split('=')),
  ]) as Record<string, string>;
  const before = filesHere();
  const saved = new Map(before);
  const binary = [...before].filter(([name]) => encodingOf(name) === 'latin1');
  const argv = words.slice(words.indexOf('pmroles') + 1);
  const { stdout, stderr } = await runIn(argv, {
    env,
    files: Object.fromEntries(before),
    binaryFiles: Object.fromEntries(binary.map(([name, text]) => [name, Buffer.from(text, 'latin1')])),
    saved,
  });
  for (const [name, text] of saved) if (before.get(name) !== text) writeFileSync(name, text, encodingOf(name));
  return stdout + stderr;
}

/** As much of an answer as the transcript shows of it: all, or as many lines as stand before the `…`. */
function cutLike(shown: string, answer: string): string {
  if (!/(?:^|\n)…\n$/.test(shown)) return answer;
  const lines = shown.split('\n').length - 2;
  return [...answer.split('\n').slice(0, lines), '…', ''].join('\n');
}

describe.each(PAGES.filter((page) => blocksOf(textOf(page)).flatMap(stepsOf).length > 0))('%s', (page) => {
  let text = textOf(page);
  const home = process.cwd();
  beforeAll(() => process.chdir(mkdtempSync(join(tmpdir(), 'pmroles-docs-'))));
  afterAll(() => {
    process.chdir(home);
    if (update) writeFileSync(join(ROOT, page), text);
  });

  const steps = blocksOf(text)
    .flatMap(stepsOf)
    .map((step) => [step.file === undefined ? step.line : `the file ${step.file}`, step] as const);
  it.each(steps)('%s', async (_, step) => {
    if (step.file !== undefined) {
      writeFileSync(step.file, step.text);
      return;
    }
    const { line, shown } = step;
    const printed = cutLike(shown, await print(line));
    if (update) text = text.replace(`$ ${line}\n${shown}`, () => `$ ${line}\n${printed}`);
    else expect(printed).toBe(shown);
  });
});

describe('the pages', () => {
  const commandsPage = textOf('docs/commands.md');
  const pages = PAGES.map(textOf).join('');
  const commands = async (): Promise<string[]> => {
    const { stdout } = await runIn(['--help']);
    return Array.from(stdout.matchAll(/^ {2}(\w+) .*? {2,}\S/gm), (match) => match[1]!).filter(
      (name) => name !== 'pmroles',
    );
  };

  it('show the ladder as the program draws it', async () => {
    const { stdout } = await runIn(['graph', '--format', 'svg']);
    if (update) writeFileSync(join(ROOT, 'docs/ladder.svg'), stdout);
    expect(textOf('docs/ladder.svg')).toBe(stdout);
  });

  it('use workbooks that are what the script makes', async () => {
    const sheets = await bakerySheets();
    const names = readdirSync(join(ROOT, 'docs/examples')).filter((name) => name.endsWith('.xlsx'));
    expect(names.toSorted()).toEqual([...sheets.keys()].toSorted());
    for (const [name, bytes] of sheets) {
      const file = join(ROOT, 'docs/examples', name);
      if (update) writeFileSync(file, bytes);
      expect(readFileSync(file).equals(bytes), name).toBe(true);
    }
  });

  it('speak of every command', async () => {
    const names = await commands();
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(commandsPage, name).toContain(`pmroles ${name}`);
  });

  it('speak of every option', async () => {
    const asked = ['options', ...(await commands())].map((name) => [name]);
    for (const topic of asked) {
      const { stdout } = await runIn(['help', ...topic]);
      for (const [, option] of stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)) {
        expect(pages, `${topic.join('')} ${option}`).toContain(option!);
      }
    }
  });

  it('set up with the commands that the tests are run with', () => {
    const start = blocksOf(textOf('README.md')).flatMap(({ language, text }) =>
      language === 'sh' ? [text.trim()] : [],
    );
    expect(start.slice(0, 2)).toEqual([
      'npm ci && npm run build && node bin/pmroles.js compare head-of-product cpo',
      'npm ci && npm test',
    ]);
    expect(textOf('.ci/run')).toContain('npm ci && npm test');
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s is short', (file) => {
    expect(Buffer.byteLength(textOf(file))).toBeLessThanOrEqual(8 * 1024);
  });

  it('name every folder of src/ as the place of something', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) expect(textOf('docs/architecture.md'), name).toContain(`| \`src/${name}/\``);
  });

  it('are found from the README', () => {
    for (const page of PAGES.slice(1)) expect(textOf('README.md'), page).toContain(`(${page}`);
  });
});

describe.each(DOCUMENTS)('%s', (file) => {
  const text = textOf(file);

  it('links to files that are there, and to headings that they have', () => {
    for (const [, target] of text.matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)) {
      const [path = '', anchor] = target!.split('#');
      const linked = path === '' ? file : join(dirname(file), path);
      expect(existsSync(join(ROOT, linked)), target).toBe(true);
      if (anchor === undefined) continue;
      const slugger = new GithubSlugger();
      const headings = Array.from(textOf(linked).matchAll(/^#+ (.*)$/gm), (match) => slugger.slug(match[1]!));
      expect(headings, target).toContain(anchor);
    }
  });

  it('names files that are there', () => {
    for (const [, path] of text.matchAll(/`((?:src|test|data|docs|scripts|bin|\.ci)\/[\w./-]*)`/g)) {
      expect(existsSync(join(ROOT, path!)), path).toBe(true);
    }
  });
});

/** What an example prints, with the library in the place of the packages that it imports. */
async function printedBy(example: string): Promise<string> {
  const packages: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    pmroles: library,
    'pmroles/node': node,
    'pmroles/shipped': { shippedLadder: shippedLadder() },
  };
  const given = new Map<string, unknown>();
  const body = example.replaceAll(/^import \{([^}]*)\} from '([^']+)';$/gm, (_, names: string, from: string) => {
    for (const name of names.split(',').map((entry) => entry.trim())) {
      expect(packages[from], `${from} has ${name}`).toHaveProperty(name);
      given.set(name, packages[from]![name]);
    }
    return '';
  });
  let printed = '';
  const log = (...values: readonly unknown[]): void => void (printed += `${format(...values)}\n`);
  // An example of a page of ours is code that this test is there to run.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  await new Function('console', ...given.keys(), `return (async () => {${body}})()`)({ log }, ...given.values());
  return printed;
}

describe('docs/library.md', () => {
  const blocks = blocksOf(textOf('docs/library.md'));
  const examples = blocks.flatMap(({ language, text }, at) =>
    language === 'js' ? [[text.split('\n')[0]!, text, blocks[at + 1]!.text] as const] : [],
  );

  for (const [title, example, shown] of examples) {
    it(title, async () => {
      expect(await printedBy(example)).toBe(shown);
    });
  }
});
