/**
 * The user's own settings: a small JSON file, which reads in no time at the start of every command.
 */
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PmrolesError, usage } from '../core/errors.ts';
import { suggest } from '../core/suggest.ts';
import { makeFolder } from './folders.ts';

export type ColorChoice = 'auto' | 'always' | 'never';

interface Kind<T> {
  readonly expected: string;
  readonly fits: (value: unknown) => value is T;
  /** True where what is typed on a command line is JSON rather than the text itself. */
  readonly json?: true;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const truth: Kind<boolean> = { expected: 'true or false', fits: (value) => typeof value === 'boolean', json: true };

/** Every setting, in the order in which they are shown. */
const KINDS = {
  /** The ladder to use. A relative path in the file is meant from there. */
  data: {
    expected: 'the path of a ladder',
    fits: (value): value is string => isText(value) && value !== '',
  },
  /** The user's own profile, the same way. */
  me: {
    expected: 'the path of a profile',
    fits: (value): value is string => isText(value) && value !== '',
  },
  color: {
    expected: 'auto, always or never',
    fits: (value): value is ColorChoice => isText(value) && ['auto', 'always', 'never'].includes(value),
  },
  width: {
    expected: 'a number of columns from 20 to 1000',
    fits: (value): value is number => Number.isInteger(value) && Number(value) >= 20 && Number(value) <= 1000,
    json: true,
  },
  ascii: truth,
  /** Whether a screen reader is to follow: no escape sequence, no drawing. */
  accessible: truth,
  pager: { expected: 'a command, or an empty text for none', fits: isText },
  hints: truth,
} satisfies Readonly<Record<string, Kind<unknown>>>;

type SettingName = keyof typeof KINDS;

export type Settings = {
  readonly [Name in SettingName]?: (typeof KINDS)[Name] extends Kind<infer T> ? T : never;
};

export const SETTINGS = Object.keys(KINDS) as readonly SettingName[];

/** Where the user's settings are. What is wrong in the file ends in the error `config-invalid`. */
export interface SettingsStore {
  /** The file; undefined where there is no place for one. */
  readonly file: string | undefined;
  readonly read: () => Settings;
  /** The names in the file that are no setting's; another version of the program may know them. */
  readonly unknown: () => readonly string[];
  /** Changes one entry of the file, whether or not it is a setting, or takes it out; all else in it stays as it is. */
  readonly change: (name: string, value: unknown) => Promise<void>;
}

/** The settings, or none where they cannot be read: what does not depend on them must not fail because of them. */
export function lenient({ read }: Pick<SettingsStore, 'read'>): Pick<SettingsStore, 'read'> {
  return {
    read() {
      try {
        return read();
      } catch {
        return {};
      }
    },
  };
}

const NO_FOLDER = 'there is no folder for settings: neither XDG_CONFIG_HOME nor HOME is set';

export function openSettings(folder: string | undefined): SettingsStore {
  const file = folder === undefined ? undefined : join(folder, 'config.json');
  let known: Entries | undefined;
  const entries = (): Entries => (known ??= file === undefined ? {} : readEntries(file));
  return {
    file,
    read: () => (file === undefined ? {} : settingsOf(entries(), file)),
    unknown: () => Object.keys(entries()).filter((name) => !isSetting(name)),
    async change(name, value) {
      if (file === undefined) throw new PmrolesError('write-failed', NO_FOLDER);
      const { saveFile } = await import('./save.ts');
      try {
        makeFolder(dirname(file));
      } catch {
        // Writing the file says what is wrong.
      }
      const target = behindLinks(file);
      // A name that is there stays where it stands; what is undefined is no JSON, and so left out.
      const changed = { ...readEntries(target), [name]: value };
      saveFile(target, `${JSON.stringify(changed, null, 2)}\n`, { overwrite: true, mode: 0o600 });
      known = undefined;
    },
  };
}

/** What a file of settings holds, whether or not it means anything here. */
type Entries = Readonly<Record<string, unknown>>;

function readEntries(file: string): Entries {
  if (!existsSync(file)) return {};
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const what = error instanceof SyntaxError ? 'the settings are not JSON' : `cannot read the settings in ${file}`;
    const hint = `fix it, or remove it: ${file}`;
    throw new PmrolesError('config-invalid', `${what}: ${(error as Error).message}`, {
      hint,
      location: { file },
      cause: error,
    });
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content as Entries;
  const hint = 'fix it, or remove it; it is of this form: { "color": "never" }';
  throw new PmrolesError('config-invalid', `the settings in ${file} are no JSON object`, { hint, location: { file } });
}

/** The settings that this program knows. Another version may know others, so that those are no mistake. */
function settingsOf(entries: Entries, file: string): Settings {
  const known = Object.entries(entries).flatMap(([name, value]) =>
    isSetting(name) ? [[name, checked(name, value, file)]] : [],
  );
  const settings = Object.fromEntries(known) as Settings;
  const paths = (['data', 'me'] as const).flatMap((name) =>
    settings[name] === undefined ? [] : [[name, resolve(dirname(file), settings[name])]],
  );
  return { ...settings, ...(Object.fromEntries(paths) as Settings) };
}

/** The file that a link leads to, such as one in a repository of settings; it need not be there yet. */
function behindLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    try {
      return resolve(dirname(file), readlinkSync(file));
    } catch {
      return file;
    }
  }
}

/** Reads one setting as it is typed on a command line, or says what is wrong with it. */
export function parseSetting(name: string, typed: string): { readonly name: SettingName; readonly value: unknown } {
  const key = settingName(name);
  const { json }: Kind<unknown> = KINDS[key];
  return { name: key, value: checked(key, json === true ? parseJson(typed) : typed) };
}

export function settingName(name: string): SettingName {
  if (isSetting(name)) return name;
  throw usage(`there is no setting ${JSON.stringify(name)}`, nearSetting(name));
}

/** The setting that may be meant by a name that none has, or all of them. */
export function nearSetting(name: string): string {
  const [near] = suggest(name, SETTINGS, 1);
  return near === undefined ? `settings: ${SETTINGS.join(', ')}` : `did you mean ${near}?`;
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(KINDS, name);
}

/** A value that fits: an error blames the file that it stands in, else the command line. */
function checked(name: SettingName, value: unknown, file?: string): unknown {
  const { expected, fits } = KINDS[name];
  if (fits(value)) return value;
  const where = file === undefined ? '' : ` in ${file}`;
  const message = `the setting ${name}${where} is ${JSON.stringify(value)}, expected ${expected}`;
  if (file === undefined) throw usage(message);
  const hint = `fix it: pmroles config unset ${name}, or pmroles config set ${name} <value>`;
  throw new PmrolesError('config-invalid', message, { hint, location: { file } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
