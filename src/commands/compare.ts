/**
 * `pmroles compare`: what separates two or more roles.
 */
import type { Catalog } from '../core/catalog.ts';
import { compareRoles, type Comparison, type Only } from '../core/compare.ts';
import { usage } from '../core/errors.ts';
import { isProfile } from '../core/profile/name.ts';
import { quote } from '../core/names.ts';
import { compareView } from '../views/compare.ts';
import { citing } from '../views/parts.ts';
import { rolesFor } from './shared/ask-roles.ts';
import type { Session } from './shared/session.ts';
import { type Destination, writeReport } from './shared/write-to.ts';

export interface CompareFlags extends Destination {
  readonly only?: Only;
  readonly full?: boolean;
  readonly cites?: boolean;
  readonly evidence?: boolean;
}

export async function run(session: Session, names: readonly string[], flags: CompareFlags): Promise<number> {
  const catalog = await session.catalog();
  if (names.some((name) => isProfile(catalog.ladder, name))) {
    const { compareProfile } = await import('./compare-me.ts');
    return compareProfile(session, catalog, names, flags);
  }
  const questions = ['Which role?', 'And which other one?'];
  const roles = await rolesFor(session, catalog, names, questions, 'pmroles compare head-of-product cpo');
  const ids = roles.map((role) => role.id);
  const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (again >= 0) {
    const first = names[ids.indexOf(ids[again]!)]!;
    const second = names[again]!;
    const same =
      first === second ? `${quote(first)} is named twice` : `${quote(first)} and ${quote(second)} are the same role`;
    throw usage(`${same}: ${ids[again]!}`, 'name different roles to compare');
  }
  const comparison = compareRoles(catalog, ids, flags.only);
  const options = { ...citing(catalog, flags.cites ?? false), full: flags.full ?? false, rerun: session.rerun };
  const report = {
    ...compareView(catalog, comparison, flags.only, options),
    also: { svg: () => drawn(catalog, comparison, flags.only) },
  };
  await writeReport(flags, session, 'compare', catalog, report);
  return 0;
}

/** Loaded when it is asked for: the usual answer is text, and should not wait for what draws. */
async function drawn(catalog: Catalog, comparison: Comparison, only: Only | undefined): Promise<string> {
  const { pictureComparison } = await import('../pictures/comparison.ts');
  const { writeComparison } = await import('../pictures/comparison-svg.ts');
  const { compareNotes } = await import('../views/compare-sentence.ts');
  return writeComparison(pictureComparison(catalog, comparison), compareNotes(catalog, comparison, only));
}
