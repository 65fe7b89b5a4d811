/**
 * The program: made of its declarations by commander, and run once.
 */
import { Argument, Command, CommanderError, Option } from 'commander';
import { printLong } from '../commands/shared/print.ts';
import { createSession, formatOf, type SharedFlags } from '../commands/shared/session.ts';
import { usage } from '../core/errors.ts';
import { VERSION } from '../core/version.ts';
import { FORMATS } from '../report/index.ts';
import type { Runtime } from '../system/runtime.ts';
import { lenient } from '../system/settings.ts';
import { decideColor, decideWidth } from '../system/terminal.ts';
import type { CommandDeclaration, OptionDeclaration } from './declaration.ts';
import { COMMANDS, DESCRIPTION, HELP_OPTION, SHARED_OPTIONS, VERSION_OPTION } from './declarations.ts';
import { fail, seeHelp, shorten, usageError } from './failure.ts';
import { examplesText, HELP, MORE_HELP, runHelp } from './help.ts';

/** Help reads best when it is no wider than this. */
const WIDEST_HELP = 80;

/** What a run has come to: what commander wrote, which is help or the version, and the exit code. */
interface Outcome {
  help: string;
  code: number;
}

/** Runs one command line and gives the exit code; failures of any kind are written to stderr, nothing is thrown. */
export async function run(argv: readonly string[], runtime: Runtime): Promise<number> {
  const outcome: Outcome = { help: '', code: 0 };
  const program = buildProgram(runtime, outcome);
  try {
    let isAlone = false;
    try {
      await program.parseAsync(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      // Alone, the program says what it can do; commander calls that an error.
      isAlone = error.code === 'commander.help';
      if (isAlone) program.outputHelp();
      else if (error.exitCode !== 0) throw usageError(error, program);
    }
    const { json, format } = rawFlags(program);
    const isText = json !== true && (format ?? 'text') === 'text';
    if (isAlone && isText && runtime.stdout.isTerminal && runtime.interactive) {
      await runtime.stdout.write(`${outcome.help}\n`);
      const chosen = await (await import('./welcome.ts')).offerStart(runtime, rawFlags(program));
      return chosen === undefined ? 0 : await run([...argv, chosen], runtime);
    }
    if (outcome.help !== '') await printLong(outcome.help, rawFlags(program), runtime);
    return outcome.code;
  } catch (error) {
    return fail(error, rawFlags(program), runtime);
  }
}

function buildProgram(runtime: Runtime, outcome: Outcome): Command {
  // Help is shown whatever the settings are like.
  const surroundings = { env: runtime.env, settings: lenient(runtime.settings) };
  const isColored = (): boolean =>
    decideColor(rawFlags(program).color ?? 'auto', surroundings, runtime.stdout.isTerminal).value;
  const program = new Command('pmroles')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (outcome.help += text),
      // Errors are written once, in one form, by `fail`.
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(decideWidth(undefined, surroundings, runtime.stdout).value, WIDEST_HELP),
      getOutHasColors: isColored,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (isColored() ? `\u001b[1m${title}\u001b[22m` : title),
    })
    .description(DESCRIPTION)
    .version(VERSION, VERSION_OPTION.flags, VERSION_OPTION.about)
    .helpOption(HELP_OPTION.flags, HELP_OPTION.about)
    .helpCommand(false);
  for (const option of SHARED_OPTIONS) program.addOption(toOption(option));
  const declarations: readonly CommandDeclaration[] = [
    ...COMMANDS,
    { ...HELP, load: () => Promise.resolve({ run: (session, [topic]: string[]) => runHelp(program, topic, session) }) },
  ];
  for (const declaration of declarations) {
    const command = program.command(declaration.name);
    declare(command, declaration);
    command.action(async () => {
      const shared = checked(SHARED_OPTIONS, program, undefined) as SharedFlags;
      const flags = checked(declaration.options ?? [], command, declaration.name);
      formatOf(shared, declaration.formats ?? FORMATS);
      const { run } = await declaration.load();
      outcome.code = await run(createSession(runtime, shared), command.args as never, flags as never);
    });
  }
  // What the completion scripts ask. The words stand behind `--`, so that every option among them is somebody else's.
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      outcome.help = await (await import('./complete.ts')).complete(declarations, words, runtime);
    });
  return program
    .addHelpText('before', examplesText(COMMANDS.flatMap(({ examples }) => examples.slice(0, 1))))
    .addHelpText('after', MORE_HELP);
}

function declare(command: Command, declaration: Omit<CommandDeclaration, 'load'>): void {
  command.summary(declaration.summary).description(declaration.description);
  for (const { name, about, choices } of declaration.arguments ?? []) {
    const argument = new Argument(name, about);
    command.addArgument(choices ? argument.choices(choices) : argument);
  }
  for (const option of declaration.options ?? []) command.addOption(toOption(option));
  if (declaration.examples.length > 0) command.addHelpText('before', examplesText(declaration.examples));
}

/** An option that only collects what was typed. It is checked once all of the line is known: how to complain stands in it. */
function toOption({ flags, about, choices, repeatable, usual }: OptionDeclaration): Option {
  const option = new Option(flags, about);
  if (choices) option.choices(choices).argParser((text) => text);
  if (repeatable) option.argParser((text, before?: readonly string[]) => [...(before ?? []), text]);
  return usual === undefined ? option : option.default(usual);
}

/** The flags as they were typed, whatever else is wrong with the line. */
function rawFlags(program: Command): SharedFlags {
  const { color, ...flags } = program.opts<Omit<SharedFlags, 'color'> & { readonly color?: unknown }>();
  if (color === false) return { ...flags, color: 'never' };
  return color === 'always' || color === 'never' ? { ...flags, color } : flags;
}

/** The flags of a command, or those of all commands, each value found to fit and made what it stands for. */
function checked(declared: readonly OptionDeclaration[], command: Command, name: string | undefined): object {
  const flags: Record<string, unknown> = { ...command.opts() };
  for (const { flags: written, choices, bare, parse } of declared) {
    const key = command.options.find((option) => option.flags === written)!.attributeName();
    const value = flags[key];
    const check = (text: unknown): unknown => {
      // An option without its value is true.
      if (typeof text !== 'string') return text === true && bare !== undefined ? bare : text;
      try {
        if (choices && !choices.includes(text)) throw new Error(`Allowed choices are ${choices.join(', ')}.`);
        return parse ? parse(text) : text;
      } catch (error) {
        const message = `option '${written}' argument '${text}' is invalid. ${(error as Error).message}`;
        throw usage(shorten(message), seeHelp(name));
      }
    };
    if (value !== undefined) flags[key] = Array.isArray(value) ? value.map(check) : check(value);
  }
  // The one flag whose opposite is not "no", but one of its values.
  return flags['color'] === false ? { ...flags, color: 'never' } : flags;
}
