/**
 * Clears the cache folder of what nobody will use again.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const HOUR = 60 * 60 * 1000;
const MONTH = 30 * 24 * HOUR;

/** What is removed at which age, in milliseconds: what a killed run left half written, and code that builds before this one compiled. */
const LITTER = [
  { name: /\.(?:ladder|words|bin)\.[\da-f-]+$/, age: HOUR },
  { name: /\.bin$/, age: MONTH },
] as const;

/**
 * Removes what a killed run left behind, and compiled code that was made a month ago or earlier: it is another build's, or is
 * made anew in a moment.
 *
 * @throws the system's error where the folder cannot be read
 */
export function sweep(folder: string): void {
  const now = Date.now();
  for (const name of readdirSync(folder)) {
    const litter = LITTER.find((kind) => kind.name.test(name));
    if (!litter) continue;
    const file = join(folder, name);
    const status = statSync(file, { throwIfNoEntry: false });
    if (status?.isFile() === true && now - status.mtimeMs > litter.age) rmSync(file, { force: true });
  }
}
