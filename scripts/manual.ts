/**
 * The manual page, made from what the commands declare and from the topics of help, when the package is built.
 */
import type { ArgumentDeclaration, CommandDeclaration, Example, OptionDeclaration } from '../src/cli/declaration.ts';
import { COMMANDS, DESCRIPTION, HELP_OPTION, SHARED_OPTIONS, VERSION_OPTION } from '../src/cli/declarations.ts';
import { HELP } from '../src/cli/help.ts';
import { HELP_TOPICS } from '../src/cli/help-topics.ts';

/** Writes the manual page of a version; `released` is the day when it came out, as YYYY-MM-DD, where it has. */
export function writeManual(version: string, released: string | undefined): string {
  const first = COMMANDS.flatMap(({ examples }) => examples.slice(0, 1));
  return [
    `.TH PMROLES 1 ${quoted(released ?? '')} ${quoted(`pmroles ${version}`)} ${quoted('User Commands')}`,
    '.SH NAME',
    `pmroles \\- explore a career ladder`,
    '.SH SYNOPSIS',
    '.B pmroles',
    '.I command',
    text('[argument ...] [option ...]'),
    '.SH DESCRIPTION',
    text(DESCRIPTION),
    '.PP',
    text(
      'It ships with a product-management ladder, and works as well with a ladder of your own in YAML or JSON (--data). ' +
        'On a terminal a missing role is asked for.',
    ),
    '.SH COMMANDS',
    ...[...COMMANDS, HELP].flatMap(commandLines),
    '.SH OPTIONS',
    'Every command takes these.',
    ...[VERSION_OPTION, ...SHARED_OPTIONS, HELP_OPTION].flatMap(optionLines),
    '.SH EXIT STATUS',
    ...topicLines(HELP_TOPICS['exit-codes']),
    '.SH ENVIRONMENT',
    ...topicLines(HELP_TOPICS.environment),
    '.SH FILES',
    ...FILES.flatMap(([file, what]) => ['.TP', `.I ${text(file)}`, text(what)]),
    '.SH EXAMPLES',
    ...first.flatMap(exampleLines),
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
    `.SS ${quoted([name, ...declared.map(argumentName)].join(' '))}`,
    text(description),
    ...declared.filter(({ about }) => about !== '').flatMap(argumentLines),
    ...options.flatMap(optionLines),
    ...(examples.length === 0 ? [] : ['.PP', 'Examples:', ...examples.flatMap(exampleLines)]),
  ];
}

function argumentName({ name }: ArgumentDeclaration): string {
  const bare = bareName(name) + (name.includes('...') ? ' ...' : '');
  return name.startsWith('<') ? bare : `[${bare}]`;
}

function bareName(name: string): string {
  return name.replace(/[<>[\].]/g, '');
}

function argumentLines({ name, about, choices }: ArgumentDeclaration): string[] {
  return ['.TP', `.I ${text(bareName(name))}`, text(about + allowed(choices))];
}

function optionLines({ flags, about, choices }: OptionDeclaration): string[] {
  return ['.TP', `.B ${text(flags)}`, text(about + allowed(choices))];
}

function allowed(choices: readonly string[] | undefined): string {
  return choices === undefined ? '' : ` (${choices.join(', ')})`;
}

function exampleLines({ line, purpose }: Example): string[] {
  return ['.TP', `.B ${text(line)}`, text(purpose)];
}

/**
 * A topic of help: its first line is its title, then come terms that are set in, each with what it means behind two blanks or
 * on the lines below, and paragraphs that are not.
 */
function topicLines(topic: string): string[] {
  const lines: string[] = [];
  for (const block of topic.trimEnd().split('\n\n').slice(1)) {
    if (!block.startsWith(' ')) lines.push('.PP', text(block.replace(/\n/g, ' ')));
    else lines.push(...termLines(block));
  }
  return lines;
}

function termLines(block: string): string[] {
  const entries: { term: string; meaning: string[] }[] = [];
  for (const line of block.split('\n')) {
    const [, term, meaning] = /^ {2}(\S.*?)(?: {2,}(.*))?$/.exec(line) ?? [];
    if (term !== undefined) entries.push({ term, meaning: meaning === undefined ? [] : [meaning] });
    else entries.at(-1)?.meaning.push(line.trim());
  }
  return entries.flatMap(({ term, meaning }) => ['.TP', `.B ${text(term)}`, text(meaning.join(' '))]);
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
