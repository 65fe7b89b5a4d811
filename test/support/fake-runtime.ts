/**
 * A world for commands to run in: it keeps what is written, and answers prompts from a script.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/program.ts';
import { PmrolesError } from '../../src/core/errors.ts';
import type { Ladder } from '../../src/core/model.ts';
import { LADDER_SCHEMA } from '../../src/schema/ladder-file.ts';
import { PROFILE_SCHEMA } from '../../src/schema/profile-file.ts';
import { OWN_PROFILE } from './profiles.ts';
import { ladderFiles } from '../../src/system/files.ts';
import { checkLadder, formatDiagnostic, loadLadder, loadTexts } from '../../src/system/load-ladder.ts';
import { validateLadder } from '../../src/ladder/validate.ts';
import type { Output } from '../../src/system/output.ts';
import type { NumberedReply, Prompter } from '../../src/system/prompts.ts';
import type { Runtime } from '../../src/system/runtime.ts';
import type { Settings, SettingsStore } from '../../src/system/settings.ts';

/** Where a template lies. */
export const templateFile = (name: string): string =>
  fileURLToPath(new URL(`../../data/templates/${name}.yaml`, import.meta.url));

/** The folder of the shipped ladder. */
export const SHIPPED = fileURLToPath(new URL('../../data/product-management', import.meta.url));

let shipped: Ladder | undefined;

/** The shipped ladder, loaded once a test file. */
export function shippedLadder(): Ladder {
  shipped ??= loadLadder(SHIPPED).ladder;
  return shipped;
}

/** What a test may say about the world. */
export interface World {
  readonly env?: Readonly<Record<string, string>>;
  readonly ladder?: Ladder;
  /** The width of a terminal; none when absent. */
  readonly terminal?: number;
  /** A stream that goes elsewhere than to the terminal. */
  readonly piped?: 'stdout' | 'stderr';
  /** Its height; unknown when absent. */
  readonly rows?: number;
  /** The pager where nobody names one; `less` when absent. */
  readonly usualPager?: string;
  /** Why no pager can be started; it can when absent. */
  readonly noPager?: string;
  /** Why a page cannot be shown, where it cannot. */
  readonly noBrowser?: string;
  /** What a person types at each prompt, in turn; the first choice offered is taken, and an empty text is Enter. Nobody is there when absent. */
  readonly typed?: readonly string[];
  /** What the user can name besides ladders, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The same for what is no text, such as a workbook. */
  readonly binaryFiles?: Readonly<Record<string, Uint8Array>>;
  /** What is written to files, by path; a path that is there may only be replaced where that is asked for. */
  readonly saved?: Map<string, string>;
  /** The user's settings; none when absent. */
  readonly settings?: Settings;
  /** Where the settings are kept, for what happens to the file itself. */
  readonly settingsStore?: SettingsStore;
  /** The git work tree that profiles lie in; none when absent. */
  readonly workTree?: string;
  /** What is kept between runs; nothing when absent. */
  readonly state?: Map<string, string>;
  /** True where nothing can be kept. */
  readonly readOnly?: boolean;
  /** The error that writing to stdout ends in. */
  readonly broken?: NodeJS.ErrnoException;
}

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was asked, in turn. */
  readonly asked: readonly string[];
  /** The answers of each numbered question, in turn. */
  readonly offered: readonly (readonly string[])[];
  /** What was found for each name that was typed, in turn. */
  readonly found: readonly (readonly string[])[];
  /** The pagers that were run, with what each showed. */
  readonly paged: readonly (readonly [command: string, text: string])[];
}

/** A character for each byte of what is no text. */
function asText(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
}

/**
 * Runs a command line in a world of its own.
 *
 * @param argv the arguments
 * @param world what the world is like: a pipe, no terminal, the shipped ladder, unless said otherwise
 */
export async function runIn(argv: readonly string[], world: World = {}): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const asked: string[] = [];
  const paged: (readonly [string, string])[] = [];
  const offered: (readonly string[])[] = [];
  const found: (readonly string[])[] = [];
  const typed = [...(world.typed ?? [])];
  const state = world.state ?? new Map<string, string>();
  const output = (name: 'stdout' | 'stderr', error?: Error): Output => ({
    isTerminal: world.terminal !== undefined && world.piped !== name,
    columns: world.piped === name ? undefined : world.terminal,
    rows: world.rows,
    write(content) {
      if (error) return Promise.reject(error);
      written[name] += asText(content);
      return Promise.resolve();
    },
  });
  const prompter: Prompter = {
    search(question, find) {
      asked.push(question);
      const reply = typed.shift() ?? '';
      if (reply === 'q') return Promise.resolve(undefined);
      const choices = find(reply);
      found.push(choices.map(({ name }) => name));
      const [first] = choices;
      return first ? Promise.resolve(first.value) : Promise.reject(new Error('nothing to choose from'));
    },
    ask(question) {
      asked.push(`${question.title}: ${question.text}`);
      offered.push(question.answers);
      const reply = typed.shift();
      if (reply === undefined) return Promise.reject(new PmrolesError('interrupted', 'interrupted'));
      if (reply === '') return Promise.resolve(question.start ?? Math.floor(question.answers.length / 2) + 1);
      return Promise.resolve(/^\d$/.test(reply) ? Number(reply) : (reply as NumberedReply));
    },
    line(question, offered, problem) {
      asked.push(question);
      for (;;) {
        const reply = typed.shift();
        if (reply === undefined) return Promise.reject(new PmrolesError('interrupted', 'interrupted'));
        if (reply === 'q') return Promise.resolve(undefined);
        const text = reply === '' ? offered : reply;
        const wrong = problem(text);
        if (wrong === undefined) return Promise.resolve(text);
        asked.push(wrong);
      }
    },
  };
  let settings = world.settings ?? {};
  const runtime: Runtime = {
    stdout: output('stdout', world.broken),
    stderr: output('stderr'),
    pager: {
      usual: world.usualPager ?? 'less',
      run(command, text) {
        if (world.noPager === undefined) paged.push([command, text]);
        return Promise.resolve(world.noPager);
      },
    },
    interactive: world.typed !== undefined,
    env: world.env ?? {},
    settings: world.settingsStore ?? {
      file: '/home/somebody/.config/pmroles/config.json',
      read: () => settings,
      unknown: () => [],
      change(name, value) {
        const others = Object.entries(settings).filter(([key]) => key !== name);
        settings = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
        return Promise.resolve();
      },
    },
    shippedLadder: () => Promise.resolve(world.ladder ?? shippedLadder()),
    async loadLadder(path) {
      const given = world.files?.[path];
      if (given !== undefined) {
        const texts = [{ file: path === '-' ? '<stdin>' : path, text: given }];
        const { ladder, warnings, warningCount } = await Promise.resolve(texts).then((all) => loadTexts(path, all));
        return { ladder, warnings: warnings.map(formatDiagnostic), warningCount, text: () => given };
      }
      const { ladder, warnings, warningCount } = await Promise.resolve(path).then(loadLadder);
      const [only, ...others] = ladderFiles(path);
      const text = others.length === 0 ? readFileSync(only!, 'utf8') : undefined;
      return { ladder, warnings: warnings.map(formatDiagnostic), warningCount, text: () => text };
    },
    ladderSchemaFile: '/pmroles/dist/ladder.schema.json',
    checkLadder: async (path) => {
      const text = world.files?.[path];
      return text === undefined ? Promise.resolve(path).then(checkLadder) : validateLadder([{ file: path, text }]);
    },
    part(name) {
      if (name === 'ladder.schema.json') return `${JSON.stringify(LADDER_SCHEMA, null, 2)}\n`;
      if (name === 'profile.schema.json') return `${JSON.stringify(PROFILE_SCHEMA, null, 2)}\n`;
      if (name.startsWith('page')) return `/* ${name} */`;
      return readFileSync(new URL(name, new URL('../../dist/', import.meta.url)), 'utf8');
    },
    ladderTexts(path) {
      const known = new Map([...Object.entries(world.files ?? {}), ...(world.saved ?? [])]);
      const texts = [...known].filter(([file]) => file.startsWith(path)).map(([file, text]) => ({ file, text }));
      return Promise.resolve({ isFolder: path.endsWith('/'), texts });
    },
    readText: (path) => {
      const text = world.files?.[path];
      return text === undefined
        ? Promise.reject(new PmrolesError('read-failed', `cannot read ${path}`))
        : Promise.resolve(text);
    },
    readBytes: async (path, most) =>
      world.binaryFiles?.[path] ?? new TextEncoder().encode(await runtime.readText(path, most)),
    saveText(path, content, overwrite) {
      const saved = world.saved ?? new Map<string, string>();
      if (saved.has(path) && !overwrite) {
        return Promise.reject(new PmrolesError('write-failed', `cannot write ${path}: the file is there already`));
      }
      saved.set(path, asText(content));
      return Promise.resolve();
    },
    showPage(name, html) {
      const file = `/home/somebody/.cache/pmroles/pages/${name}`;
      (world.saved ?? new Map<string, string>()).set(file, html);
      return Promise.resolve({ file, problem: world.noBrowser });
    },
    profiles: {
      usual: OWN_PROFILE,
      exists: (path) => (world.files?.[path] ?? world.saved?.get(path)) !== undefined,
      // What was saved in this world comes before what it began with.
      read: (path) =>
        world.saved?.has(path) === true ? Promise.resolve(world.saved.get(path)!) : runtime.readText(path, 0),
      change(path, change) {
        const saved = world.saved ?? new Map<string, string>();
        saved.set(path, change(saved.get(path) ?? world.files?.[path]));
        return Promise.resolve();
      },
      workTreeOf: () => Promise.resolve(world.workTree),
    },
    today: () => '2026-11-25',
    state: {
      read: (name) => state.get(name),
      write(name, text) {
        if (world.readOnly === true) return 'EROFS';
        state.set(name, text);
        return undefined;
      },
      remove: (name) => void state.delete(name),
    },
    prompter: () => Promise.resolve(prompter),
  };
  const code = await run(argv, runtime);
  return { code, ...written, asked, offered, found, paged };
}

/** Runs a command line and reads its JSON answer. */
export async function jsonOf(argv: readonly string[], world: World = {}): Promise<{ data: Record<string, unknown> }> {
  const { stdout, stderr } = await runIn([...argv, '--json'], world);
  if (stdout === '') throw new Error(`no answer: ${stderr}`);
  return JSON.parse(stdout) as { data: Record<string, unknown> };
}
