/**
 * `pmroles compare`: what separates two or more roles.
 */
import { Option } from 'commander';
import type { Catalog } from '../core/catalog.ts';
import { compareRoles, ONLY, type Only } from '../core/compare.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Role } from '../core/model.ts';
import { quote } from '../core/names.ts';
import { findRoutes } from '../core/routes/routes.ts';
import { FORMATS } from '../report/index.ts';
import { compareView } from '../views/compare.ts';
import { citing } from '../views/parts.ts';
import { rolesFor } from './shared/ask-roles.ts';
import { type Example, formatOf, type Register, type Session } from './shared/session.ts';
import type { Destination } from './shared/write-to.ts';

/** The formats of the command: the usual ones, and a picture. */
export const COMPARE_FORMATS = [...FORMATS, 'svg'] as const;

/** What the command line may ask of a comparison. */
export interface CompareFlags extends Destination {
  readonly only?: Only;
  readonly full?: boolean;
  readonly cites?: boolean;
}

/** What help shows. */
export const COMPARE_EXAMPLES: readonly Example[] = [
  { line: 'pmroles compare head-of-product cpo', purpose: 'two roles side by side' },
  { line: 'pmroles compare pm po "Senior Product Manager" --only changed', purpose: 'three, without what they share' },
  { line: 'pmroles compare pm hop cpo --format svg', purpose: 'as a radar; -o radar.svg writes it to a file' },
];

/** Declares the command. */
export const registerCompare: Register = (program, perform) => {
  program
    .command('compare')
    .argument('[roles...]', 'two or more roles, by id, title or alias; asked for on a terminal')
    .summary('compare two or more roles')
    .description('Compare roles: what all of them have, what only some have, what changes in level. As svg, a radar.')
    .addOption(
      new Option(
        '--only <what>',
        'changed: what is not common to all; common; unique: what one role alone has',
      ).choices(ONLY),
    )
    .option('--full', "add what each level means for its skill, and each role's own wording")
    .option('--cites', 'show the cite behind each statement')
    .option('-o, --output <file>', 'write to this file instead of standard output')
    .option('--force', 'replace the file if it is there')
    .action((roles: readonly string[], flags: CompareFlags) =>
      perform((session) => runCompare(roles, flags, session), COMPARE_FORMATS),
    );
};

/**
 * Compares roles.
 *
 * @throws PmrolesError `usage`, `unknown-role`, `ambiguous-role`, `interrupted`
 */
export async function runCompare(names: readonly string[], flags: CompareFlags, session: Session): Promise<number> {
  const catalog = await session.catalog();
  const questions = ['Which role?', 'And which other one?'];
  const roles = await rolesFor(session, catalog, names, questions, 'pmroles compare head-of-product cpo');
  const ids = roles.map((role) => role.id);
  const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (again >= 0) {
    const first = names[ids.indexOf(ids[again]!)]!;
    const second = names[again]!;
    const same =
      first === second ? `${quote(first)} is named twice` : `${quote(first)} and ${quote(second)} are the same role`;
    throw new PmrolesError('usage', `${same}: ${ids[again]!}`, { hint: 'name different roles to compare' });
  }
  const comparison = compareRoles(catalog, ids, flags.only);
  const report = compareView(catalog, comparison, flags.only, {
    ...citing(catalog, flags.cites ?? false),
    full: flags.full ?? false,
  });
  if (flags.output !== undefined || formatOf(session.flags, COMPARE_FORMATS) === 'svg') {
    const { writeComparison } = await import('./compare-run.ts');
    await writeComparison(catalog, comparison, report, flags, session);
  } else {
    await session.answer('compare', catalog, report);
    await session.tryNext(() => wayUp(catalog, roles));
  }
  return 0;
}

/** The command that tells the way from the most junior to the most senior of some roles; nothing where there is none. */
function wayUp(catalog: Catalog, roles: readonly Role[]): readonly string[] {
  const byRank = roles.toSorted((a, b) => a.rank - b.rank);
  const [from, to] = [byRank[0]!.id, byRank.at(-1)!.id];
  const query = { from, to, most: 1, via: [], avoid: [], kinds: [], sources: [], fewest: true };
  return findRoutes(catalog, query).routes.length > 0 ? ['path', from, to] : [];
}
