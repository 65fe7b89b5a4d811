/**
 * Where profiles are, for whoever only asks; what reads and changes them is loaded when it is needed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where profiles are. */
export interface ProfileStore {
  /** The user's own where nobody names one and there is none in the working folder; undefined where there is no place for one. */
  readonly usual: string | undefined;
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => Promise<string>;
  /** Makes a new text of the one that is there, if any; nobody else changes it meanwhile. */
  readonly change: (path: string, change: (text: string | undefined) => string) => Promise<void>;
  /** The folder of the git work tree that a file would lie in; undefined where it would lie in none. */
  readonly workTreeOf: (path: string) => Promise<string | undefined>;
}

export function openProfiles(folder: string | undefined): ProfileStore {
  return {
    usual: folder === undefined ? undefined : join(folder, 'me.yaml'),
    exists: existsSync,
    read: async (path) => (await store()).readProfileText(path),
    change: async (path, change) => {
      (await store()).changeProfile(path, change);
    },
    workTreeOf: async (path) => (await store()).workTreeOf(path),
  };
}

const store = () => import('./profile-store.ts');
