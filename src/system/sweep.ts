/**
 * Clears the cache folder of what nobody will use again.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const HOUR = 60 * 60 * 1000;

/**
 * Removes what a killed run left half written.
 *
 * @throws the system's error where the folder cannot be read
 */
export function sweep(folder: string): void {
  const now = Date.now();
  for (const name of readdirSync(folder)) {
    if (!/\.ladder\.[\da-f-]+$/.test(name)) continue;
    const file = join(folder, name);
    const status = statSync(file, { throwIfNoEntry: false });
    if (status?.isFile() === true && now - status.mtimeMs > HOUR) rmSync(file, { force: true });
  }
}
