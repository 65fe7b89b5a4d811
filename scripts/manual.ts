/**
 * The manual page, made from what the commands declare and from the topics of help, when the package is built.
 */
import { aboutOf, type CommandDeclaration, type Example, usageOf } from '../src/cli/declaration.ts';
import { DESCRIPTION, EXAMPLES, GROUPS } from '../src/cli/declarations.ts';
import type { Entry, Part } from '../src/cli/help-layout.ts';
import { HELP_TOPICS } from '../src/cli/help-topics.ts';

/** Writes the manual page of a version; `released` is the day when it came out, as YYYY-MM-DD, where it has. */
export function writeManual(version: string, released: string | undefined): string {
  return [
    `.TH PMROLES 1 ${quoted(released ?? '')} ${quoted(`pmroles ${version}`)} ${quoted('User Commands')}`,
    '.SH NAME',
    `pmroles \\- explore a career ladder`,
    '.SH SYNOPSIS',
    '.B pmroles',
    '.I command',
    text('[argument ...] [option ...]'),
    '.br',
    '.B pmroles',
    '.I role',
    '.SH DESCRIPTION',
    text(DESCRIPTION),
    '.PP',
    text(
      'It ships with a product-management ladder, and works as well with a ladder of your own in YAML or JSON (--data). ' +
        'A first word that is no command is the name of a role to show. On a terminal, a missing role is asked for.',
    ),
    '.SH COMMANDS',
    ...GROUPS.flatMap(({ commands }) => commands.flatMap(commandLines)),
    '.SH OPTIONS',
    ...topicLines(HELP_TOPICS.options),
    '.SH EXIT STATUS',
    ...topicLines(HELP_TOPICS['exit-codes']),
    '.SH ENVIRONMENT',
    ...topicLines(HELP_TOPICS.environment),
    '.SH FILES',
    ...FILES.flatMap(([file, what]) => ['.TP', `.I ${text(file)}`, text(what)]),
    '.SH EXAMPLES',
    ...EXAMPLES.flatMap(exampleLines),
    '.SH SEE ALSO',
    '.BR less (1)',
    '.PP',
    text(
      'pmroles help json tells what the JSON of each command holds, pmroles help diagnostics what can be wrong with a ladder.',
    ),
    '',
  ].join('\n');
}

const FILES: readonly (readonly [string, string])[] = [
  ['~/.config/pmroles/config.json', 'The settings; see pmroles config.'],
  ['~/.local/state/pmroles', 'A quiz that was not finished.'],
  ['~/.cache/pmroles', 'Compiled forms of ladders and of the program; it can be removed at any time.'],
];

function commandLines(command: Omit<CommandDeclaration, 'load'>): string[] {
  const { name, description, arguments: declared = [], options = [], examples } = command;
  return [
    `.SS ${quoted(`${name} ${usageOf(command)}`.trim())}`,
    text(description),
    ...declared.flatMap((entry) => entryLines('I', [entry.name.replace(/[<>[\].]/g, ''), aboutOf(entry)])),
    ...options.flatMap((entry) => entryLines('B', [entry.flags, aboutOf(entry)])),
    '.PP',
    'Examples:',
    ...examples.flatMap(exampleLines),
  ];
}

/** A term, in the font of what is typed or of what stands for something else, and what it means. */
function entryLines(font: 'B' | 'I', [term, meaning]: Entry): string[] {
  return ['.TP', `.${font} ${text(term)}`, text(meaning)];
}

function exampleLines({ line, purpose }: Example): string[] {
  return entryLines('B', [line, purpose]);
}

/** A topic of help without its title, which the section has. */
function topicLines([, ...parts]: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return ['.PP', text(part)];
    return 'entries' in part ? part.entries.flatMap((entry) => entryLines('B', entry)) : [];
  });
}

/** Writes a text as roff takes it for nothing but text. */
export function text(plain: string): string {
  return (
    plain
      .replace(/\\/g, '\\e')
      // What is typed must be copied as it is: a bare hyphen may be shown as another sign, and so may these.
      .replace(/-/g, '\\-')
      .replace(/'/g, '\\(aq')
      .replace(/`/g, '\\(ga')
      .replace(/\^/g, '\\(ha')
      .replace(/~/g, '\\(ti')
      .replace(/"/g, '\\(dq')
      .replace(
        /[^\0-\x7f]/gu,
        (character) => `\\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
      )
      // A line that begins so is a request.
      .replace(/^\./, '\\&.')
  );
}

/** A text as one argument of a macro. */
function quoted(plain: string): string {
  return `"${text(plain)}"`;
}
