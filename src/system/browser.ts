/**
 * Shows a page of the user's own in their browser.
 */
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

/** Pages that nobody has opened for so long (30 days, in milliseconds) are cleared away. */
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

async function openFile(file: string, env: Environment, platform: string): Promise<string | undefined> {
  const hasScreen = ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME', 'BROWSER'].some(
    (name) => (env[name] ?? '') !== '',
  );
  // Without a screen, what opens files would start a browser for the terminal.
  if (platform !== 'darwin' && platform !== 'win32' && !hasScreen) return 'there is no screen';
  try {
    const module = await import('open');
    // The bundle takes an ES module as a CommonJS one, whose default is the whole module.
    const open =
      typeof module.default === 'function' ? module.default : (module.default as unknown as typeof module).default;
    const opener = await open(pathToFileURL(file).href);
    return await new Promise((resolve) => {
      const timer = setTimeout(() => {
        // Then it is the browser itself, which goes on without this program.
        opener.unref();
        resolve(undefined);
      }, PATIENCE);
      opener.ref();
      opener.once('exit', (code) => {
        clearTimeout(timer);
        resolve(code === null || code === 0 ? undefined : 'no browser was found');
      });
      // It may have ended before anybody listened.
      if (opener.exitCode !== null) opener.emit('exit', opener.exitCode);
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code ?? message;
  }
}
