/**
 * Changes the file of settings: two commands at once lose nothing of each other's, and a link stays one.
 */
import { readlinkSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readSettings, type SettingsFile } from './config.ts';
import { makeFolder } from './folders.ts';
import { withLock } from './lock.ts';
import { saveFile } from './save.ts';

/**
 * Changes a file of settings.
 *
 * @throws PmrolesError `config-invalid` for a file that is no JSON object, `write-failed`
 */
export function changeSettings(file: string, change: (settings: SettingsFile) => SettingsFile): SettingsFile {
  try {
    makeFolder(dirname(file));
  } catch {
    // Writing the file says what is wrong.
  }
  const target = behindLinks(file);
  return withLock(target, () => {
    const settings = change(readSettings(target));
    saveFile(target, `${JSON.stringify(settings, null, 2)}\n`, { overwrite: true, mode: 0o600 });
    return settings;
  });
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
