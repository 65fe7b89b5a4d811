/**
 * The user's own settings: a small JSON file, which reads in no time at the start of every command.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { PmrolesError } from '../core/errors.ts';
import type { Config, ConfigStore } from './runtime.ts';
import { checkSetting, isSetting } from './settings.ts';

/** Opens the settings. */
export function openConfig(folder: string | undefined): ConfigStore {
  const file = folder === undefined ? undefined : join(folder, 'config.json');
  let known: SettingsFile | undefined;
  const content = (): SettingsFile => (known ??= file === undefined ? {} : readSettings(file));
  return {
    file,
    read: () => (file === undefined ? {} : configOf(content(), file)),
    unknown: () => Object.keys(content()).filter((name) => !isSetting(name)),
    async change(name, value) {
      if (file === undefined) {
        throw new PmrolesError(
          'write-failed',
          'there is no folder for settings: neither XDG_CONFIG_HOME nor HOME is set',
        );
      }
      const { changeSettings } = await import('./change-settings.ts');
      known = changeSettings(file, (settings) => {
        const others = Object.entries(settings).filter(([key]) => key !== name);
        if (value === undefined) return Object.fromEntries(others);
        // A setting that is changed stays where it stands.
        return Object.hasOwn(settings, name)
          ? { ...settings, [name]: value }
          : Object.fromEntries([...others, [name, value]]);
      });
    },
  };
}

/** What a file of settings holds, whether or not it means anything here. */
export type SettingsFile = Readonly<Record<string, unknown>>;

/**
 * Reads a file of settings.
 *
 * @throws PmrolesError `config-invalid` when it cannot be read or is no JSON object
 */
export function readSettings(file: string): SettingsFile {
  if (!existsSync(file)) return {};
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const { message } = error as Error;
    const isSyntax = error instanceof SyntaxError;
    throw new PmrolesError(
      'config-invalid',
      isSyntax ? `the settings are no JSON: ${message}` : `cannot read the settings in ${file}: ${message}`,
      {
        hint: `mend it, or remove it: ${file}`,
        location: { file },
        cause: error,
      },
    );
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new PmrolesError('config-invalid', `the settings in ${file} are no JSON object`, {
      hint: 'mend it, or remove it; it is of this form: { "color": "never" }',
      location: { file },
    });
  }
  return content as SettingsFile;
}

/** The settings that this program knows. Another version may know others, so that those are no mistake. */
function configOf(content: SettingsFile, file: string): Config {
  const entries = Object.entries(content).flatMap(([name, value]): [string, unknown][] =>
    isSetting(name) ? [[name, checkSetting(name, value, file)]] : [],
  );
  const config = Object.fromEntries(entries) as Config;
  // A path that somebody wrote into the file is meant from there.
  return config.data === undefined || isAbsolute(config.data)
    ? config
    : { ...config, data: resolve(dirname(file), config.data) };
}
