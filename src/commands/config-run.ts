/**
 * What `pmroles config` does.
 */
import { resolve } from 'node:path';
import { PmrolesError } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import type { Config } from '../runtime.ts';
import { parseSetting, settingName } from '../settings.ts';
import { decideAccessible, decideAscii, decideColor, decideHints, decidePager, decideWidth } from '../terminal.ts';
import { configView, type SettingInForce } from '../views/config.ts';
import { ladderInUse, type Session } from './session.ts';

/**
 * Shows the settings, or changes one.
 *
 * @param action set, unset, or undefined to show
 * @param name the setting to change
 * @param value what to set it to
 * @param session the run
 * @returns the exit code
 * @throws PmrolesError `usage`, `config-invalid`, `write-failed`
 */
export async function runConfig(
  action: string | undefined,
  name: string | undefined,
  value: string | undefined,
  session: Session,
): Promise<number> {
  const { config } = session.runtime;
  if (action === 'set') config.write(withSetting(config.read(), name, value));
  else if (action === 'unset') config.write(withoutSetting(config.read(), name, value));
  else if (action !== undefined) {
    throw new PmrolesError('usage', `there is no action ${quote(action)}`, {
      hint: 'pmroles config, pmroles config set <name> <value>, pmroles config unset <name>',
    });
  }
  await session.answer('config', undefined, configView(config.file, inForce(session)));
  return 0;
}

function withSetting(config: Config, name: string | undefined, value: string | undefined): Config {
  if (name === undefined || value === undefined) {
    throw new PmrolesError('usage', 'set takes a name and a value', {
      hint: 'for example: pmroles config set width 100',
    });
  }
  const setting = parseSetting(name, value);
  // A relative path would mean another ladder in every folder.
  const kept = setting.name === 'data' ? resolve(value) : setting.value;
  return { ...config, [setting.name]: kept };
}

function withoutSetting(config: Config, name: string | undefined, value: string | undefined): Config {
  if (name === undefined || value !== undefined) {
    throw new PmrolesError('usage', 'unset takes a name', { hint: 'for example: pmroles config unset width' });
  }
  const setting = settingName(name, 'usage');
  return Object.fromEntries(Object.entries(config).filter(([key]) => key !== setting));
}

/** Every setting as the next command would find it. */
function inForce({ runtime, flags }: Session): SettingInForce[] {
  const { path, origin } = ladderInUse(flags, runtime);
  const from = { flag: '--data', environment: 'PMROLES_DATA', config: 'settings', default: 'default' }[origin];
  return [
    { name: 'data', value: path ?? null, from },
    { name: 'color', ...decideColor(flags.color ?? 'auto', runtime, runtime.stdout.isTerminal) },
    { name: 'width', ...decideWidth(flags.width, runtime, runtime.stdout) },
    { name: 'ascii', ...decideAscii(flags.ascii, runtime) },
    { name: 'accessible', ...decideAccessible(flags.accessible, runtime) },
    { name: 'pager', ...decidePager(flags, runtime, runtime.pager.usual) },
    { name: 'hints', ...decideHints(flags.quiet, runtime) },
  ];
}
