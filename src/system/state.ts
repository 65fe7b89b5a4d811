/**
 * Keeps small texts between runs, in the state folder of the XDG base directory specification.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './folders.ts';
import { discard, replaceFile } from './save.ts';

/** Small texts that outlive the program, such as a quiz that was not finished. */
export interface StateStore {
  readonly read: (name: string) => string | undefined;
  /** Keeps a text, all of it or, when that fails, what was there before; the result says why it could not be kept. */
  readonly write: (name: string, text: string) => string | undefined;
  readonly remove: (name: string) => void;
}

/** No state of the program's is larger. */
const MOST_CHARACTERS = 1024 * 1024;

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
        const { code, message } = error as NodeJS.ErrnoException;
        return code ?? message;
      }
    },
    remove(name) {
      // What cannot be removed can be resumed; nothing is lost.
      if (folder !== undefined) discard(join(folder, name));
    },
  };
}
