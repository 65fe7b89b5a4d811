/**
 * `pmroles config`: the settings in force, and where each comes from.
 */
import { SETTINGS } from '../system/settings.ts';
import type { Example, Register } from './shared/session.ts';

/** What help shows. */
export const CONFIG_EXAMPLES: readonly Example[] = [
  { line: 'pmroles config', purpose: 'what is in force, and what says so' },
  { line: 'pmroles config set width 100', purpose: 'keep a setting for all commands' },
];

/** Declares the command. */
export const registerConfig: Register = (program, perform) => {
  program
    .command('config')
    .argument('[action]', 'set or unset; without it the settings are shown')
    .argument('[name]', `the setting: ${SETTINGS.join(', ')}`)
    .argument('[value]', 'what to set it to')
    .summary('show or change the settings')
    .description('Show the settings in force and where each comes from, or keep one for all commands.')
    .action((action: string | undefined, name: string | undefined, value: string | undefined) =>
      perform(async (session) => {
        const { runConfig } = await import('./config-run.ts');
        return runConfig(action, name, value, session);
      }),
    );
};
