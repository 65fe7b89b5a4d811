/**
 * The settings that the user may keep: their names, and what each may be.
 */
import { PmrolesError } from '../core/errors.ts';
import { suggest } from '../core/suggest.ts';
import type { Config } from './runtime.ts';

/** What a setting may be. */
interface Kind {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

const truth: Kind = { expected: 'true or false', fits: (value) => typeof value === 'boolean' };

/** Every setting and what it may be. */
const KINDS: Readonly<Record<keyof Config, Kind>> = {
  data: { expected: 'the path of a ladder', fits: (value) => typeof value === 'string' && value !== '' },
  color: { expected: 'auto, always or never', fits: (value) => ['auto', 'always', 'never'].includes(value as string) },
  width: {
    expected: 'a number of columns from 20 to 1000',
    fits: (value) => Number.isInteger(value) && Number(value) >= 20 && Number(value) <= 1000,
  },
  ascii: truth,
  accessible: truth,
  pager: { expected: 'a command, or an empty text for none', fits: (value) => typeof value === 'string' },
  hints: truth,
};

/** The names of all settings, in the order in which they are shown. */
export const SETTINGS = Object.keys(KINDS) as readonly (keyof Config)[];

/**
 * Reads one setting as it is typed on a command line.
 *
 * @throws PmrolesError `usage` for an unknown name or a value that does not fit
 */
export function parseSetting(name: string, typed: string): { readonly name: keyof Config; readonly value: unknown } {
  const key = settingName(name);
  const value = ['data', 'color', 'pager'].includes(key) ? typed : readJson(typed);
  return { name: key, value: checkSetting(key, value) };
}

/** Whether a setting has this name. */
export function isSetting(name: string): name is keyof Config {
  return (SETTINGS as readonly string[]).includes(name);
}

/**
 * Finds a setting.
 *
 * @throws PmrolesError `usage` for any other name
 */
export function settingName(name: string): keyof Config {
  if (isSetting(name)) return name;
  throw new PmrolesError('usage', noSetting(name), { hint: nearSetting(name) });
}

/** Says that a name is no setting's. */
export function noSetting(name: string): string {
  return `there is no setting ${JSON.stringify(name)}`;
}

/** The setting that may be meant by a name that none has, or all of them. */
export function nearSetting(name: string): string {
  const [near] = suggest(name, SETTINGS, 1);
  return near === undefined ? `settings: ${SETTINGS.join(', ')}` : `did you mean ${near}?`;
}

/**
 * Checks a setting's value.
 *
 * @throws PmrolesError when it does not fit: `config-invalid` for what stands in a file, else `usage`
 */
export function checkSetting(name: keyof Config, value: unknown, file?: string): unknown {
  if (KINDS[name].fits(value)) return value;
  const where = file === undefined ? '' : ` in ${file}`;
  const message = `the setting ${name}${where} is ${JSON.stringify(value)}, expected ${KINDS[name].expected}`;
  if (file === undefined) throw new PmrolesError('usage', message);
  const hint = `mend it: pmroles config unset ${name}, or pmroles config set ${name} <value>`;
  throw new PmrolesError('config-invalid', message, { hint, location: { file } });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
