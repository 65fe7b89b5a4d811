/**
 * The commands about the program itself.
 */
import type { Shell } from '../../commands/completion.ts';
import { SETTINGS } from '../../system/settings.ts';
import { argument, type CommandDeclaration, example } from '../declaration.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const satisfies readonly Shell[];

export const SET_UP: readonly CommandDeclaration[] = [
  {
    name: 'config',
    usage: '[list | get <name> | set <name> <value> | unset <name>]',
    summary: 'show or change the settings',
    description: 'Show the current settings and where they come from, print one, or save one for all commands.',
    arguments: [
      argument('[action]', 'list (if left out), get, set or unset', { offers: ['list', 'get', 'set', 'unset'] }),
      argument('[name]', `the setting: ${SETTINGS.join(', ')}`, { offers: SETTINGS }),
      argument('[value]', 'what to set it to'),
    ],
    examples: [
      example('pmroles config', 'current settings and where they come from'),
      example('pmroles config set width 100', 'save a setting for all commands'),
    ],
    load: () => import('../../commands/config.ts'),
  },
  {
    name: 'completion',
    summary: 'let your shell complete commands and roles',
    description: 'Print a script with which your shell completes commands, options, and the ids of the ladder in use.',
    arguments: [argument('<shell>', 'the shell', { choices: SHELLS })],
    examples: [
      example('pmroles completion bash', 'the script to load in ~/.bashrc'),
      example('pmroles completion fish', 'the same for fish'),
    ],
    formats: ['text'],
    load: () => import('../../commands/completion.ts'),
  },
  {
    name: 'version',
    summary: 'versions of the program and the ladder',
    description: 'Show the versions of the program, Node and the ladder in use, with a hash of the ladder.',
    examples: [
      example('pmroles version', 'the program, the ladder in use and Node'),
      example('pmroles version --json', 'the same for a script'),
    ],
    load: () => import('../../commands/version.ts'),
  },
];

/** What `pmroles help` has besides the commands. Named here too, so that declaring the command does not load the texts. */
export const TOPICS = ['options', 'exit-codes', 'environment', 'json', 'diagnostics'] as const;

export type Topic = (typeof TOPICS)[number];

/** Without what runs it: help is on all that is declared, this included. */
export const HELP: Omit<CommandDeclaration, 'load'> = {
  name: 'help',
  summary: 'help on a command or topic',
  description: 'Show help on a command or a topic.',
  arguments: [argument('[topic]', `a command, or one of ${TOPICS.join(', ')}`)],
  examples: [
    example('pmroles help path', 'the same as pmroles path --help'),
    example('pmroles help exit-codes', 'what each exit code means'),
  ],
};
