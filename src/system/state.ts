/**
 * Keeps small texts between runs, in the state folder of the XDG base directory specification.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './folders.ts';
import type { StateStore } from './runtime.ts';
import { discard, replaceFile } from './save.ts';

/** No state of the program's is larger. */
const MOST_CHARACTERS = 1024 * 1024;

/** Opens the store. */
export function openState(folder: string | undefined): StateStore {
  return {
    read(name) {
      if (folder === undefined) return undefined;
      try {
        const text = readFileSync(join(folder, name), 'utf8');
        return text.length <= MOST_CHARACTERS ? text : undefined;
      } catch {
        return undefined;
      }
    },
    write(name, text) {
      if (folder === undefined) return 'there is no home folder';
      try {
        makeFolder(folder);
        replaceFile(join(folder, name), text, { overwrite: true, mode: 0o600 });
        return undefined;
      } catch (error) {
        return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
      }
    },
    remove(name) {
      if (folder === undefined) return;
      // What cannot be removed can be resumed; nothing is lost.
      discard(join(folder, name));
    },
  };
}
