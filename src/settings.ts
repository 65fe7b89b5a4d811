/**
 * The settings that the user may keep: their names, and what each may be.
 */
import { PmrolesError } from './core/errors.ts';
import { suggest } from './core/suggest.ts';
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
 * @param name the setting's name
 * @param typed what it is to be
 * @returns the setting's name and value
 * @throws PmrolesError `usage` for an unknown name or a value that does not fit
 */
export function parseSetting(name: string, typed: string): { readonly name: keyof Config; readonly value: unknown } {
  const key = settingName(name, 'usage');
  const value = ['data', 'color', 'pager'].includes(key) ? typed : readJson(typed);
  return { name: key, value: checkSetting(key, value, 'usage') };
}

/**
 * Finds a setting.
 *
 * @param name what was given
 * @param code the code of the error
 * @returns the name, known to be one
 * @throws PmrolesError for any other name
 */
export function settingName(name: string, code: 'usage' | 'config-invalid', location?: { file: string }): keyof Config {
  const known = SETTINGS.find((setting) => setting === name);
  if (known) return known;
  const [near] = suggest(name, SETTINGS, 1);
  throw new PmrolesError(code, `there is no setting ${JSON.stringify(name)}`, {
    hint: near === undefined ? `settings: ${SETTINGS.join(', ')}` : `did you mean ${near}?`,
    ...(location ? { location } : {}),
  });
}

/**
 * Checks a setting's value.
 *
 * @param name the setting
 * @param value what it is to be
 * @param code the code of the error
 * @param file the file that the value stands in, if any
 * @returns the value
 * @throws PmrolesError when it does not fit
 */
export function checkSetting(
  name: keyof Config,
  value: unknown,
  code: 'usage' | 'config-invalid',
  file?: string,
): unknown {
  if (KINDS[name].fits(value)) return value;
  const where = file === undefined ? '' : ` in ${file}`;
  const found = JSON.stringify(value);
  throw new PmrolesError(code, `the setting ${name}${where} is ${found}, expected ${KINDS[name].expected}`, {
    ...(file === undefined ? {} : { location: { file } }),
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
