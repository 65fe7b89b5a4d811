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
import type { CommandDeclaration, OptionDeclaration } from './declaration.ts';
import { COMMANDS } from './declarations.ts';
import { HELP } from './declared/set-up.ts';
import { HELP_OPTION, SHARED_OPTIONS, VERSION_OPTION } from './declared/shared.ts';
import { fail, notFound, seeHelp, shorten, usageError } from './failure.ts';

/** What a run has come to: what commander wrote, which help is asked for, and the exit code. */
interface Outcome {
  text: string;
  /** The command that help is on; undefined for the program as a whole. */
  help?: { readonly on: string | undefined };
  code: number;
}

/** Runs one command line and gives the exit code; failures of any kind are written to stderr, nothing is thrown. */
export async function run(argv: readonly string[], runtime: Runtime): Promise<number> {
  const outcome: Outcome = { text: '', code: 0 };
  const program = buildProgram(runtime, outcome);
  try {
    const isAlone = await parse(program, argv, runtime, outcome);
    const flags = rawFlags(program);
    if (isAlone) {
      const chosen = await (await import('./welcome.ts')).welcome(runtime, flags);
      return chosen === undefined ? 0 : await run([...argv, chosen], runtime);
    }
    if (outcome.help) {
      const { helpOn, pageFor } = await import('./help.ts');
      outcome.text = await helpOn(outcome.help.on, pageFor(runtime, flags));
    }
    if (outcome.text !== '') await printLong(outcome.text, flags, runtime);
    return outcome.code;
  } catch (error) {
    return fail(error, rawFlags(program), runtime);
  }
}

/** Parses a command line and runs its command; true where it names none. */
async function parse(program: Command, argv: readonly string[], runtime: Runtime, outcome: Outcome): Promise<boolean> {
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.help') return true;
    if (error.code === 'commander.unknownCommand') {
      // A first word that is no command may be a role.
      try {
        return await parse(buildProgram(runtime, outcome), ['show', ...argv], runtime, outcome);
      } catch (failure) {
        throw notFound(program.args, [...COMMANDS, HELP], failure);
      }
    }
    if (error.exitCode !== 0) throw usageError(error, program);
  }
  return false;
}

function buildProgram(runtime: Runtime, outcome: Outcome): Command {
  const program = new Command('pmroles')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (outcome.text += text),
      // Errors are written once, in one form, by `fail`.
      writeErr: () => undefined,
      // It would ask the streams, which take long to open.
      getOutHelpWidth: () => 0,
      getOutHasColors: () => false,
    })
    .configureHelp({
      // Written later, so that nothing else waits for what writes it.
      formatHelp: (command) => {
        outcome.help = { on: command === program ? undefined : command.name() };
        return '';
      },
    })
    .version(VERSION, VERSION_OPTION.flags, VERSION_OPTION.about)
    .helpOption(HELP_OPTION.flags, HELP_OPTION.about)
    .helpCommand(false)
    // Many programs spell it so.
    .addOption(new Option('-V').hideHelp())
    .on('option:V', () => {
      outcome.text += `${VERSION}\n`;
      throw new CommanderError(0, 'commander.version', VERSION);
    });
  for (const option of SHARED_OPTIONS) program.addOption(toOption(option));
  const declarations: readonly CommandDeclaration[] = [...COMMANDS, { ...HELP, load: () => import('./help.ts') }];
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
      outcome.text = await (await import('./complete.ts')).complete(declarations, words, runtime);
    });
  return program;
}

function declare(command: Command, { arguments: declared = [], options = [] }: CommandDeclaration): void {
  for (const { name, about, choices, isName } of declared) {
    const argument = new Argument(isName === true ? name.replace(/(?=[\]>]$)/, '...') : name, about);
    command.addArgument(choices ? argument.choices(choices) : argument);
  }
  for (const option of options) command.addOption(toOption(option));
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
