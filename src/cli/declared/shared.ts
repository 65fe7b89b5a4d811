/**
 * The options that every command takes, and those that several share.
 */
import { FORMATS } from '../../report/index.ts';
import { option, wholeNumber } from '../declaration.ts';

/** The options that commander answers itself. */
export const VERSION_OPTION = option('-v, --version', 'print the version');
export const HELP_OPTION = option('-h, --help', 'show help');

/** What every command takes, before its name or after it. */
export const SHARED_OPTIONS = [
  option('-f, --format <format>', `${FORMATS.join(', ')}, or a format that the command adds`),
  option('--json', 'short for --format json'),
  option('--data <path>', 'use this ladder: a YAML or JSON file, a folder of them, or - for standard input'),
  option('--me <file>', 'your profile, which "me" stands for wherever a role may stand'),
  option('--exact', 'find roles, skills and the like by their id only, for scripts'),
  option('--width <columns>', 'fit this width', {
    parse: wholeNumber(20, 1000, 'Expected a number of columns from 20 to 1000.'),
  }),
  option('--color <when>', 'use colour', { choices: ['auto', 'always', 'never'] }),
  option('--no-color', 'the same as --color never'),
  option('--ascii', 'draw with ASCII characters only'),
  option('--accessible', 'ask in plain lines, for screen readers'),
  option('--no-pager', "don't use a pager"),
  option('-q, --quiet', 'hide hints and progress'),
  option('--no-cache', "don't use the cache"),
];

export const CITES = option('--cites', 'show the source behind each statement');
export const OUTPUT = option('-o, --output <file>', 'write to this file instead of standard output');
export const FORCE = option('--force', 'replace the file if it exists');
export const EVIDENCE = option('--evidence', 'of a profile: write the texts of its evidence as well');
