/**
 * The manual page, made from what the commands declare and from the topics of help, when the package is built.
 */
import type { Argument, Command, Option } from 'commander';
import { declaredProgram } from '../src/cli/program.ts';
import { HELP_TOPICS } from '../src/commands/help-topics.ts';
import type { Example } from '../src/commands/shared/session.ts';

/** What the page says of the package. */
export interface ManualFacts {
  readonly version: string;
  /** When this version came out, as YYYY-MM-DD; undefined where it has not. */
  readonly released: string | undefined;
}

/** Writes the manual page. */
export function writeManual(facts: ManualFacts): string {
  const { program, examples } = declaredProgram();
  const { commands } = program;
  const first = commands.flatMap((command) => examples.get(command.name())?.slice(0, 1) ?? []);
  return [
    `.TH PMROLES 1 ${quoted(facts.released ?? '')} ${quoted(`pmroles ${facts.version}`)} ${quoted('User Commands')}`,
    '.SH NAME',
    `pmroles \\- explore a career ladder`,
    '.SH SYNOPSIS',
    '.B pmroles',
    '.I command',
    text('[argument ...] [option ...]'),
    '.SH DESCRIPTION',
    text(program.description()),
    '.PP',
    text(
      'It ships with a product-management ladder, and works as well with a ladder of your own in YAML or JSON (--data). ' +
        'On a terminal a missing role is asked for.',
    ),
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandLines(command, examples.get(command.name()) ?? [])),
    '.SH OPTIONS',
    'Every command takes these.',
    ...optionsOf(program).flatMap(optionLines),
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

function commandLines(command: Command, examples: readonly Example[]): string[] {
  const declared = command.registeredArguments;
  return [
    `.SS ${quoted([command.name(), ...declared.map(argumentName)].join(' '))}`,
    text(command.description()),
    ...declared.filter(({ description }) => description !== '').flatMap(argumentLines),
    ...command.options.filter(({ hidden }) => !hidden).flatMap(optionLines),
    ...(examples.length === 0 ? [] : ['.PP', 'Examples:', ...examples.flatMap(exampleLines)]),
  ];
}

/** The options of the program and those that commander adds to it. */
function optionsOf(program: Command): readonly Option[] {
  return program.createHelp().visibleOptions(program);
}

function argumentName(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? ' ...' : ''}`;
  return argument.required ? name : `[${name}]`;
}

function argumentLines(argument: Argument): string[] {
  return ['.TP', `.I ${text(argument.name())}`, text(argument.description + choices(argument.argChoices))];
}

function optionLines({ flags, description, argChoices }: Option): string[] {
  return ['.TP', `.B ${text(flags)}`, text(description + choices(argChoices))];
}

function choices(allowed: readonly string[] | undefined): string {
  return allowed === undefined ? '' : ` (${allowed.join(', ')})`;
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
