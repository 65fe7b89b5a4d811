/**
 * The user's own settings: a small JSON file, which reads in no time at the start of every command.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { PmrolesError } from './core/errors.ts';
import { makeFolder } from './folder.ts';
import type { Config, ConfigStore } from './runtime.ts';
import { saveFile } from './save.ts';
import { checkSetting, settingName } from './settings.ts';

/**
 * Opens the settings.
 *
 * @param folder the program's folder for settings; undefined where there is none
 * @returns the store
 */
export function openConfig(folder: string | undefined): ConfigStore {
  const file = folder === undefined ? undefined : join(folder, 'config.json');
  let known: Config | undefined;
  return {
    file,
    read: () => (known ??= file === undefined || !existsSync(file) ? {} : readConfig(file)),
    write(config) {
      if (file === undefined) {
        throw new PmrolesError(
          'write-failed',
          'there is no folder for settings: neither XDG_CONFIG_HOME nor HOME is set',
        );
      }
      try {
        makeFolder(dirname(file));
      } catch {
        // Writing the file says what is wrong.
      }
      saveFile(file, `${JSON.stringify(config, null, 2)}\n`, { overwrite: true, mode: 0o600 });
      known = config;
    },
  };
}

function readConfig(file: string): Config {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      const { message } = error as Error;
      throw new PmrolesError('config-invalid', `cannot read the settings: ${message}`, {
        location: { file },
        cause: error,
      });
    }
    const hint = `mend it, or remove it: ${file}`;
    throw new PmrolesError('config-invalid', `the settings are no JSON: ${error.message}`, {
      hint,
      location: { file },
    });
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new PmrolesError('config-invalid', `the settings in ${file} are no JSON object`, { location: { file } });
  }
  const entries = Object.entries(content).map(([name, value]) => {
    const setting = settingName(name, 'config-invalid', { file });
    return [setting, checkSetting(setting, value, 'config-invalid', file)] as const;
  });
  const config = Object.fromEntries(entries) as Config;
  // A path that somebody wrote into the file is meant from there.
  return config.data === undefined || isAbsolute(config.data)
    ? config
    : { ...config, data: resolve(dirname(file), config.data) };
}
