/**
 * How a command is declared: as data, from which parsing, help, completion and the manual page come.
 */
import type { Session } from '../commands/shared/session.ts';

/** What of the ladder in use may stand for a value; completion offers its ids. */
export type Named = 'role' | 'role or profile' | 'skill' | 'area' | 'track' | 'source' | 'skill or area';

/** What an argument and an option have in common. */
interface ValueDeclaration {
  readonly about: string;
  /** Nothing else is taken. */
  readonly choices?: readonly string[];
  /** What completion offers, where that is not all that is taken. */
  readonly offers?: Named | readonly string[];
  /** The value where none is given. */
  readonly usual?: string | number;
}

export interface ArgumentDeclaration extends ValueDeclaration {
  /** As help writes it: `<needed>`, `[optional]`, `[several...]`. */
  readonly name: string;
  /** Several words are one name, as if they stood in quotes. */
  readonly isName?: boolean;
}

export interface OptionDeclaration extends ValueDeclaration {
  /** As help writes it: `-o, --output <file>`. */
  readonly flags: string;
  /** May be given several times: the values make a list. */
  readonly repeatable?: boolean;
  /** What the value means where it may be left out and is. */
  readonly bare?: unknown;
  /** Makes of the text what the command gets; throws an `Error` that says what was expected. */
  readonly parse?: (text: string) => unknown;
}

/** A command line that help shows, and what it is good for. Tests run each of them. */
export interface Example {
  readonly line: string;
  readonly purpose: string;
}

export interface CommandDeclaration {
  readonly name: string;
  /** What help writes behind the name, where that is not the arguments as they are declared. */
  readonly usage?: string;
  /** Stands in the list of commands. */
  readonly summary: string;
  readonly description: string;
  readonly arguments?: readonly ArgumentDeclaration[];
  readonly options?: readonly OptionDeclaration[];
  readonly examples: readonly Example[];
  /** What it can be written as, when that is not what every report can. */
  readonly formats?: readonly string[];
  /** Loads what does the work, so that no other command waits for it. */
  readonly load: () => Promise<Work>;
}

/** A file of `commands/`. */
interface Work {
  /** Does the work and gives the exit code. Its flags have a type of its own, which fits what the options declare. */
  readonly run: (session: Session, args: never, flags: never) => Promise<number>;
}

export function argument(name: string, about: string, more: Partial<ArgumentDeclaration> = {}): ArgumentDeclaration {
  return { name, about, ...more };
}

export function option(flags: string, about: string, more: Partial<OptionDeclaration> = {}): OptionDeclaration {
  return { flags, about, ...more };
}

/** For an option that may be given several times, each time with the name of something on the ladder. */
export function several(offers: Named): Partial<OptionDeclaration> {
  return { repeatable: true, offers };
}

export function example(line: string, purpose: string): Example {
  return { line, purpose };
}

export function wholeNumber(least: number, most: number, expected: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new Error(expected);
  };
}

/** What help says of a value: what it is, and what is taken. */
export function aboutOf({ about, choices, usual }: ValueDeclaration): string {
  const taken = choices === undefined ? '' : ` (${choices.join(', ')})`;
  return about + taken + (usual === undefined ? '' : ` (default: ${usual})`);
}

/** What stands behind the name of a command. */
export function usageOf({ usage, arguments: declared = [] }: Omit<CommandDeclaration, 'load'>): string {
  return usage ?? declared.map(({ name }) => name).join(' ');
}
