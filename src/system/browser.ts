/**
 * Shows a page of the user's own in their browser.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder, ownFolder, sweep } from './folders.ts';
import { replaceFile } from './save.ts';

/** A page that was written and, where it could not be shown, why. */
export interface ShownPage {
  readonly file: string;
  readonly problem: string | undefined;
}

/** Pages that were written so long ago (30 days, in milliseconds) are cleared away. */
const OLD = 30 * 24 * 3600 * 1000;

/** What starts a browser ends at once; where it has not after so many milliseconds, it is the browser. */
const PATIENCE = 3000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Writes a page to a place of the user's own, where one of the same name is replaced, and opens it.
 *
 * @throws what the system says where the page cannot be written
 */
export async function showPage(name: string, html: string, env: Environment, platform: string): Promise<ShownPage> {
  const file = join(pageFolder(env, platform), name);
  replaceFile(file, html, { overwrite: true, mode: 0o600 });
  return { file, problem: await openFile(file, env, platform) };
}

function pageFolder(env: Environment, platform: string): string {
  const cache = ownFolder('cache', env, platform);
  try {
    if (cache !== undefined) {
      const folder = join(cache, 'pages');
      makeFolder(folder);
      sweep(folder, /\.html$/, OLD);
      return folder;
    }
  } catch {
    // A home that cannot be written to is no reason to show nothing.
  }
  return mkdtempSync(join(tmpdir(), 'pmroles-'));
}

/** What opens a file in the browser on each system; none of them is a shell, which might act on a path. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

function openFile(file: string, env: Environment, platform: string): Promise<string | undefined> {
  const [program = 'xdg-open', ...args] = OPENERS[platform] ?? [];
  const hasScreen = ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (env[name] ?? '') !== '');
  // Without a screen, what opens files would start a browser for the terminal.
  if (program === 'xdg-open' && !hasScreen) return Promise.resolve('there is no screen');
  return new Promise((resolve) => {
    // A group of its own, so that Ctrl-C here does not end the browser there.
    const opener = spawn(program, [...args, pathToFileURL(file).href], { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => {
      // Then it is the browser itself, which goes on without this program.
      opener.unref();
      resolve(undefined);
    }, PATIENCE);
    const end = (problem: string | undefined): void => {
      clearTimeout(timer);
      resolve(problem);
    };
    opener.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      end(code === 'ENOENT' ? `there is no ${program}` : (code ?? message));
    });
    opener.once('exit', (code) => {
      end(code === 0 ? undefined : `${program} found no browser`);
    });
  });
}
