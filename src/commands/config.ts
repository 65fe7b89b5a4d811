/**
 * `pmroles config`: the current settings and where they come from.
 */
import { resolve } from 'node:path';
import { PmrolesError, usage } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { FORMATS } from '../report/index.ts';
import { printable } from '../report/printable.ts';
import { nearSetting, parseSetting, settingName } from '../system/settings.ts';
import {
  decideAccessible,
  decideAscii,
  decideColor,
  decideHints,
  decidePager,
  decideWidth,
} from '../system/terminal.ts';
import { configView, type SettingInForce } from '../views/config.ts';
import { ownProfile } from './shared/own-profile-path.ts';
import { formatOf, ladderInUse, type Session } from './shared/session.ts';

const USAGE = 'pmroles config [list], config get <name>, config set <name> <value>, config unset <name>';

export async function run(session: Session, [action = 'list', name, value]: readonly string[]): Promise<number> {
  const { settings } = session.runtime;
  if (action === 'get') return get(name, value, session);
  if (action === 'set') await set(name, value, session);
  else if (action === 'unset') await unset(name, value, session);
  else if (action !== 'list') throw usage(`there is no action ${quote(action)}`, USAGE);
  else if (name !== undefined) throw usage('list takes no name', `for one setting: pmroles config get ${name}`);
  const unknown = settings.unknown().map((name) => ({ name, hint: nearSetting(name) }));
  await session.answer('config', undefined, configView(settings.file, inForce(session), unknown));
  return 0;
}

/** Prints a value as a script needs it; empty for the shipped ladder, and for no pager. */
async function get(name: string | undefined, value: string | undefined, session: Session): Promise<number> {
  if (name === undefined || value !== undefined) {
    throw usage('get takes a name', 'for example: pmroles config get width');
  }
  const wanted = settingName(name);
  const found = inForce(session).filter((setting) => setting.name === wanted);
  if (formatOf(session.flags, FORMATS) === 'text') await session.print(`${printable(String(found[0]!.value ?? ''))}\n`);
  else await session.answer('config', undefined, configView(session.runtime.settings.file, found, []));
  return 0;
}

async function set(name: string | undefined, typed: string | undefined, session: Session): Promise<void> {
  if (name === undefined || typed === undefined) {
    throw usage('set takes a name and a value', 'for example: pmroles config set width 100');
  }
  const setting = parseSetting(name, typed);
  const value =
    setting.name === 'data' ? await ladderPath(typed, session) : setting.name === 'me' ? resolve(typed) : setting.value;
  await session.runtime.settings.change(setting.name, value);
}

/** A ladder for all commands must be there the next time, and be one that they can use. */
async function ladderPath(typed: string, { runtime, flags, isPlain }: Session): Promise<string> {
  // A relative path would mean another ladder in every folder.
  const path = resolve(typed);
  if (typed === '-' || /^\/(?:dev|proc)\//.test(path)) {
    throw usage(
      `the setting data cannot be ${quote(typed)}, which holds something else every time`,
      'name a file or a folder; for one command: --data -',
    );
  }
  try {
    await runtime.loadLadder(path, { cache: flags.cache ?? true, accessible: isPlain, quiet: flags.quiet ?? false });
  } catch (error) {
    if (!(error instanceof PmrolesError)) throw error;
    const { code, message, hint, location, cause } = error;
    throw new PmrolesError(code, message, {
      hint: `${hint === undefined ? '' : `${hint}\n`}the setting data stays as it was`,
      ...(location ? { location } : {}),
      cause,
    });
  }
  return path;
}

async function unset(name: string | undefined, value: string | undefined, { runtime }: Session): Promise<void> {
  if (name === undefined || value !== undefined) {
    throw usage('unset takes a name', 'for example: pmroles config unset width');
  }
  const { settings } = runtime;
  await settings.change(settings.unknown().includes(name) ? name : settingName(name), undefined);
}

function inForce(session: Session): SettingInForce[] {
  const { runtime, flags } = session;
  const { value: path = null, from } = ladderInUse(flags, runtime);
  const me = ownProfile(session);
  return [
    { name: 'data', value: path, from },
    { name: 'me', value: me.value, from: me.from },
    { name: 'color', ...decideColor(flags.color ?? 'auto', runtime, runtime.stdout.isTerminal) },
    { name: 'width', ...decideWidth(flags.width, runtime, runtime.stdout) },
    { name: 'ascii', ...decideAscii(flags.ascii, runtime) },
    { name: 'accessible', ...decideAccessible(flags.accessible, runtime) },
    { name: 'pager', ...decidePager(flags, runtime, runtime.pager.usual) },
    { name: 'hints', ...decideHints(flags.quiet, runtime) },
  ];
}
