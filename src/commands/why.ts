/**
 * `pmroles why`: what stands behind what is said of a role.
 */
import type { Catalog } from '../core/catalog.ts';
import { reasonsOf } from '../core/claims.ts';
import { resolveName, roleNames } from '../core/names.ts';
import { whyView } from '../views/why.ts';
import { rolesFor } from './shared/ask-roles.ts';
import type { Session } from './shared/session.ts';

export async function run(session: Session, words: readonly string[]): Promise<number> {
  const catalog = await session.catalog();
  const length = session.flags.exact === true ? Math.min(words.length, 1) : lengthOfName(catalog, words);
  const names = length === 0 ? [] : [words.slice(0, length).join(' ')];
  const [role] = await rolesFor(session, catalog, names, ['Which role?'], 'pmroles why cpo');
  const about = words.length === length ? undefined : words.slice(length).join(' ');
  const reasons = reasonsOf(catalog, role!, about);
  await session.answer('why', catalog, whyView(catalog, role!, about, reasons));
  return about !== undefined && reasons.statements.length + reasons.disagreements.length === 0 ? 1 : 0;
}

/**
 * How many of the words name the role: as many as do; else as many as fit several roles, or come near one. What comes behind is what
 * the question is about.
 */
function lengthOfName({ ladder }: Catalog, words: readonly string[]): number {
  const entries = ladder.roles.map(roleNames);
  const lengths = words.map((_, index) => words.length - index);
  const named = lengths.map((length) => ({ length, ...resolveName(entries, words.slice(0, length).join(' ')) }));
  const best =
    named.find(({ kind }) => kind === 'found') ??
    named.find(({ kind }) => kind === 'ambiguous') ??
    named.find((entry) => entry.kind === 'unknown' && entry.suggestions.length > 0);
  return best?.length ?? Math.min(words.length, 1);
}
