/**
 * What every command starts from: the ladder in use, the flags that all commands share, and one way to answer.
 */
import type { Command } from 'commander';
import { type Catalog, createCatalog } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Role } from '../core/model.ts';
import { findRole, resolveName, roleNames } from '../core/names.ts';
import { type Format, loadRenderer } from '../render/index.ts';
import { printable } from '../render/printable.ts';
import type { Report } from '../render/report.ts';
import type { Choice, Prompter, Runtime } from '../runtime.ts';
import { type DisplayFlags, displayOptions } from '../terminal.ts';

/** The flags that every command takes. */
export interface SharedFlags extends DisplayFlags {
  readonly format?: Format;
  readonly json?: boolean;
  readonly data?: string;
  readonly accessible?: boolean;
}

/** One run of one command. */
export interface Session {
  readonly runtime: Runtime;
  readonly flags: SharedFlags;
  /** Loads the ladder in use. */
  readonly catalog: () => Promise<Catalog>;
  /** Somebody to ask; only where the runtime is interactive. */
  readonly prompter: () => Promise<Prompter>;
  /** Writes a report to stdout in the format asked for. */
  readonly answer: (command: string, catalog: Catalog, report: Report) => Promise<void>;
}

/** Runs a command's work and keeps the exit code that it returns. */
export type Perform = (work: (session: Session) => Promise<number>) => Promise<void>;

/** Declares a command on the program. */
export type Register = (program: Command, perform: Perform) => void;

/** A command line that help shows, and what it is good for. Tests run each of them. */
export interface Example {
  readonly line: string;
  readonly purpose: string;
}

/**
 * Starts a session.
 *
 * @param runtime the world
 * @param flags the flags that all commands share
 */
export function createSession(runtime: Runtime, flags: SharedFlags): Session {
  return {
    runtime,
    flags,
    async catalog() {
      return createCatalog(await (flags.data === undefined ? runtime.shippedLadder() : runtime.loadLadder(flags.data)));
    },
    prompter: () => runtime.prompter(isAccessible(flags, runtime.env)),
    async answer(command, { ladder }, report) {
      const render = await loadRenderer(formatOf(flags));
      const display = await displayOptions(flags, runtime.env, runtime.stdout);
      await runtime.stdout.write(render(report, { command, ladder }, display));
    },
  };
}

/** Whether prompts are to be plain lines: by flag, or by ACCESSIBLE set to anything but 0 or false. */
function isAccessible({ accessible }: SharedFlags, env: Runtime['env']): boolean {
  return accessible ?? !['', '0', 'false'].includes(env['ACCESSIBLE'] ?? '');
}

/**
 * The format that the flags ask for.
 *
 * @throws PmrolesError `usage` when --json contradicts --format
 */
export function formatOf(flags: SharedFlags): Format {
  if (flags.json === true && flags.format !== undefined && flags.format !== 'json') {
    throw new PmrolesError('usage', `--json contradicts --format ${flags.format}`, { hint: 'give one of the two' });
  }
  return flags.json === true ? 'json' : (flags.format ?? 'text');
}

/**
 * Finds the roles that were named, and asks for those that are missing when a person can be asked.
 *
 * @param session the session
 * @param catalog the ladder
 * @param names what was typed, if anything
 * @param questions what to ask for each role that is needed
 * @param example a command line that would have been complete
 * @returns the roles, one for each name, and at least one for each question
 * @throws PmrolesError `usage` when a name is missing and nobody can be asked, `unknown-role`, `ambiguous-role`, `interrupted`
 */
export async function rolesFor(
  session: Session,
  catalog: Catalog,
  names: readonly (string | undefined)[],
  questions: readonly string[],
  example: string,
): Promise<Role[]> {
  const given = names.filter((name) => name !== undefined);
  const roles = given.map((name) => findRole(catalog.ladder, name));
  if (roles.length >= questions.length) return roles;
  const { runtime } = session;
  if (!runtime.interactive) {
    const missing = questions.length - roles.length;
    throw new PmrolesError('usage', `${missing === 1 ? 'a role is' : `${missing} roles are`} missing`, {
      hint: `for example: ${example}`,
    });
  }
  const prompter = await session.prompter();
  for (const question of questions.slice(roles.length)) {
    const offered = catalog.ladder.roles.filter((role) => !roles.includes(role));
    roles.push(await prompter.search(question, (typed) => matching(offered, typed)));
  }
  return roles;
}

/** The roles that what was typed so far may mean: those it names or begins, then those it occurs in. */
function matching(roles: readonly Role[], typed: string): Choice<Role>[] {
  const wanted = typed.trim().toLowerCase();
  const resolution = wanted === '' ? undefined : resolveName(roles.map(roleNames), wanted);
  const meant =
    resolution?.kind === 'found'
      ? [resolution.value.id]
      : resolution?.kind === 'ambiguous'
        ? resolution.candidates
        : (resolution?.suggestions ?? []);
  const occurs = (role: Role): boolean =>
    [role.id, role.title, ...role.aliases].some((name) => name.toLowerCase().includes(wanted));
  const first = roles.filter((role) => meant.includes(role.id));
  const rest = roles.filter((role) => !first.includes(role) && occurs(role));
  return [...first, ...rest].map((role) => ({
    value: role,
    name: printable(role.title),
    description: printable(role.summary.text),
  }));
}

/** Collects a flag that may be given several times. */
export function collect(value: string, known: readonly string[] | undefined): string[] {
  return [...(known ?? []), value];
}
