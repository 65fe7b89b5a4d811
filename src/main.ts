/**
 * The real world: this process, its streams and its files. The only file that decides how the process ends.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cli/program.ts';
import type { Ladder } from './core/model.ts';
import { ownFolder } from './system/folders.ts';
import { openOutput, streamAt } from './system/output.ts';
import { partFile, readPart } from './system/package.ts';
import type { Runtime } from './system/runtime.ts';
import { openSettings } from './system/settings.ts';
import { openState } from './system/state.ts';
import { decideColor, usualPager } from './system/terminal.ts';

// Standard streams are asked for when it matters: they take loading what Node has for sockets and terminals. So are modules
// that not every command needs.
function processRuntime(): Runtime {
  const { env, platform } = process;
  const settings = openSettings(ownFolder('config', env, platform));
  return {
    env,
    stdout: openOutput(1, () => process.stdout),
    stderr: openOutput(2, () => process.stderr),
    pager: {
      usual: usualPager(env, platform),
      async run(command, text) {
        const { runPager } = await import('./system/pager.ts');
        return runPager(command, text, env);
      },
    },
    get interactive() {
      return process.stdin.isTTY && process.stderr.isTTY;
    },
    async prompter(accessible, color) {
      const { stdin, stderr } = process;
      if (accessible) {
        const { createPlainPrompter } = await import('./system/plain-prompts.ts');
        return createPlainPrompter(stdin, this.stderr);
      }
      const { createPrompter } = await import('./system/prompts.ts');
      return createPrompter(stdin, stderr, decideColor(color, { env, settings }, stderr.isTTY).value);
    },
    // It was checked when the package was built.
    shippedLadder: () => Promise.resolve(readPart('ladder.json', (text) => JSON.parse(text) as Ladder)),
    async loadLadder(path, options) {
      const { loadKept } = await import('./system/ladder-cache.ts');
      return loadKept(path, options);
    },
    async checkLadder(path, options) {
      const { checkNamed } = await import('./system/ladder-cache.ts');
      return checkNamed(path, options);
    },
    settings,
    state: openState(ownFolder('state', env, platform)),
    profiles: {
      get usual() {
        const folder = ownFolder('data', env, platform);
        return folder === undefined ? undefined : join(folder, 'me.yaml');
      },
      exists: existsSync,
      read: async (path) => (await profileStore()).readProfileText(path),
      change: async (path, change) => {
        (await profileStore()).changeProfile(path, change);
      },
      workTreeOf: async (path) => (await profileStore()).workTreeOf(path),
    },
    today: () => {
      const now = new Date();
      return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    },
    async readText(path, most, hint) {
      const { readNamed } = await import('./system/files.ts');
      return readNamed(path, most, hint);
    },
    async readBytes(path, most, hint) {
      const { readNamedBytes } = await import('./system/files.ts');
      return readNamedBytes(path, most, hint);
    },
    async ladderTexts(path) {
      const { ladderTexts } = await import('./system/load-ladder.ts');
      return ladderTexts(path);
    },
    async saveText(path, content, overwrite) {
      // Opened anew, a stream that leads to a file would be written over from its start.
      const stream = streamAt(path);
      if (stream !== undefined) return this[stream].write(content);
      const { saveFile } = await import('./system/save.ts');
      saveFile(path, content, { overwrite });
    },
    async showPage(name, html) {
      const { showPage } = await import('./system/browser.ts');
      return showPage(name, html, env, platform);
    },
    part: (name) => readPart(name),
    ladderSchemaFile: partFile('ladder.schema.json'),
  };
}

const profileStore = () => import('./system/profile-store.ts');

// Never process.exit: it would cut what is still being written to a slow pipe.
void run(process.argv.slice(2), processRuntime()).then((code) => {
  process.exitCode = code;
});
