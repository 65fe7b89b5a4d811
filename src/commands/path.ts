/**
 * `pmroles path`: how to get from one role to another.
 */
import { InvalidArgumentError, Option } from 'commander';
import { PmrolesError } from '../core/errors.ts';
import { PROGRESSION_KINDS, type ProgressionKind } from '../core/model.ts';
import { findRole, findSource, quote } from '../core/names.ts';
import { findRoutes } from '../core/routes/routes.ts';
import { citing } from '../views/parts.ts';
import { pathView } from '../views/path.ts';
import { rolesFor } from './shared/ask-roles.ts';
import { collect, type Example, type Register, type Session } from './shared/session.ts';

/** What the command line may ask of routes. */
export interface PathFlags {
  readonly all?: number | true;
  readonly via?: readonly string[];
  readonly avoid?: readonly string[];
  readonly kind?: readonly ProgressionKind[];
  readonly source?: readonly string[];
  readonly fewest?: boolean;
  readonly full?: boolean;
  readonly cites?: boolean;
}

/** Without --all the best route is shown in full, and the next ones in a line each. */
const ROUTES_SHOWN = 3;
const ROUTES_WITH_ALL = 10;
const MOST_ROUTES = 1000;

/** What help shows. */
export const PATH_EXAMPLES: readonly Example[] = [
  { line: 'pmroles path junior-pm cpo', purpose: 'the way up, and what each move takes' },
  { line: 'pmroles path pm cpo --via product-lead --fewest', purpose: 'the shortest way via another role' },
];

/** Declares the command. */
export const registerPath: Register = (program, perform) => {
  program
    .command('path')
    .argument('[from]', 'the role to start from, by id, title or alias; asked for on a terminal')
    .argument('[to]', 'the role to get to')
    .summary('find routes from one role to another')
    .description('Find the best routes from one role to another, and what is new, kept and left at each move.')
    .addOption(
      new Option('--all [count]', `show several routes in full (${ROUTES_WITH_ALL} unless a count is given)`).argParser(
        routeCount,
      ),
    )
    .option('--via <role>', 'only routes that pass this role (repeatable: all of them, in any order)', collect)
    .option('--avoid <role>', 'only routes that do not pass this role (repeatable)', collect)
    .addOption(
      new Option('--kind <kind>', 'only moves of this kind (repeatable)')
        .choices(PROGRESSION_KINDS)
        .argParser<readonly string[] | undefined>(kindOf),
    )
    .option('--source <source>', 'only moves that this source knows (repeatable: one of them)', collect)
    .option('--fewest', 'rank by the number of moves, before how many of them a source states')
    .option('--full', 'name what carries over and what is left at each move, not only how much')
    .option('--cites', 'show the cite behind each statement; implies --full')
    .action((from: string | undefined, to: string | undefined, flags: PathFlags) =>
      perform((session) => runPath([from, to], flags, session)),
    );
};

function routeCount(value: string): number {
  const count = Number(value);
  if (/^\d+$/.test(value) && count >= 1 && count <= MOST_ROUTES) return count;
  throw new InvalidArgumentError(
    `Expected a number from 1 to ${MOST_ROUTES}; put --all behind the roles, or write --all=10.`,
  );
}

function kindOf(value: string, known: readonly string[] | undefined): string[] {
  if ((PROGRESSION_KINDS as readonly string[]).includes(value)) return [...(known ?? []), value];
  throw new InvalidArgumentError(`Allowed choices are ${PROGRESSION_KINDS.join(', ')}.`);
}

/**
 * Finds routes.
 *
 * @throws PmrolesError `usage`, `unknown-role`, `ambiguous-role`, `unknown-name`, `interrupted`
 */
export async function runPath(
  names: readonly (string | undefined)[],
  flags: PathFlags,
  session: Session,
): Promise<number> {
  const catalog = await session.catalog();
  const { ladder } = catalog;
  const questions = ['From which role?', 'To which role?'];
  const [from, to] = await rolesFor(session, catalog, names, questions, 'pmroles path junior-pm cpo');
  if (from === to) {
    const [first, second] = names;
    const both = first === second ? 'both names mean' : `${quote(first ?? '')} and ${quote(second ?? '')} both mean`;
    throw new PmrolesError('usage', `${both} the role ${from!.id}: there is no way to go`, {
      hint: 'name two different roles',
    });
  }
  const query = {
    from: from!.id,
    to: to!.id,
    most: flags.all === true ? ROUTES_WITH_ALL : (flags.all ?? ROUTES_SHOWN),
    via: (flags.via ?? []).map((name) => findRole(ladder, name, session.flags).id),
    avoid: (flags.avoid ?? []).map((name) => findRole(ladder, name, session.flags).id),
    kinds: flags.kind ?? [],
    sources: (flags.source ?? []).map((name) => findSource(ladder, name, session.flags).id),
    fewest: flags.fewest ?? false,
  };
  const search = findRoutes(catalog, query);
  const view = pathView(catalog, query, search, {
    ...citing(catalog, flags.cites ?? false),
    full: flags.full ?? flags.cites ?? false,
    all: flags.all !== undefined,
    rerun: session.rerun,
  });
  await session.answer('path', catalog, view);
  // Where there is no route, the answer itself says what there is instead.
  await session.tryNext(() => (search.routes.length > 0 ? ['graph', '--from', query.from, '--to', query.to] : []));
  return search.routes.length > 0 ? 0 : 1;
}
