/**
 * Finds the role that somebody means by what they typed.
 *
 * The order is: the exact id, then a title, id or alias that is equal once case, spaces and punctuation are dropped, then
 * the start of one, then the nearest names as suggestions. What fits more than one role is never guessed.
 */
import { PmrolesError } from './errors.ts';
import type { Ladder, Role } from './model.ts';
import { suggest } from './suggest.ts';

/** An error repeats no more of what was typed than this. */
const LONGEST_ECHO = 60;

/** Everything but letters, digits and the marks that combine with them; plus and hash tell C, C++ and C# apart. */
const IGNORED = /[^\p{L}\p{N}\p{M}+#]+/gu;

/** What a name resolves to: one role, several that it could mean, or none and the nearest names. */
export type Resolution =
  | { readonly kind: 'found'; readonly role: Role }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Role[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/**
 * Reduces a name to what tells it from other names: compatibility forms are unified, case, spaces, hyphens and
 * punctuation are dropped. Case is folded without regard to the machine's language (a Turkish machine agrees).
 *
 * @param name a name as typed
 * @returns the folded name; empty when nothing but punctuation was typed
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC').replace(IGNORED, '');
}

/** Everything a role may be called by. */
function namesOf(role: Role): readonly string[] {
  return [role.id, role.title, ...role.aliases];
}

/**
 * Resolves a name against a ladder's roles.
 *
 * @param ladder the ladder to look in
 * @param name what was typed
 * @returns the role, the candidates of an ambiguous name, or the nearest ids of an unknown one
 */
export function resolveRole(ladder: Ladder, name: string): Resolution {
  const exact = ladder.roles.find((role) => role.id === name.trim());
  if (exact) return { kind: 'found', role: exact };
  const wanted = foldName(name);
  if (wanted === '') return { kind: 'unknown', suggestions: [] };
  const folded = ladder.roles.map((role) => ({ role, names: namesOf(role).map(foldName) }));
  for (const fits of [(n: string) => n === wanted, (n: string) => n.startsWith(wanted)]) {
    const candidates = folded.filter((entry) => entry.names.some(fits)).map((entry) => entry.role);
    if (candidates.length === 1) return { kind: 'found', role: candidates[0]! };
    if (candidates.length > 1) return { kind: 'ambiguous', candidates };
  }
  const ids = new Map(folded.flatMap((entry) => entry.names.map((folding) => [folding, entry.role.id] as const)));
  // Several names of one role may all be near, so more are asked for than are shown.
  const near = suggest(wanted, ids.keys(), 9).map((folding) => ids.get(folding)!);
  return { kind: 'unknown', suggestions: [...new Set(near)].slice(0, 3) };
}

/**
 * Shortens what was typed for an error message, with a sign where it was cut.
 *
 * @param text what was typed
 * @returns the text in double quotes, at most 60 characters of it
 */
export function quote(text: string): string {
  const characters = [...text.slice(0, LONGEST_ECHO * 2 + 1)];
  const cut = text.length > LONGEST_ECHO * 2 || characters.length > LONGEST_ECHO;
  return `"${cut ? `${characters.slice(0, LONGEST_ECHO).join('')}…` : text}"`;
}

/**
 * Finds the one role that a name means.
 *
 * @param ladder the ladder to look in
 * @param name what was typed: an id, title or alias in any spelling, or the unique start of one
 * @returns the role
 * @throws PmrolesError `unknown-role` with the nearest names, or `ambiguous-role` with the candidates
 */
export function findRole(ladder: Ladder, name: string): Role {
  const resolution = resolveRole(ladder, name);
  switch (resolution.kind) {
    case 'found':
      return resolution.role;
    case 'ambiguous':
      throw new PmrolesError('ambiguous-role', `${quote(name)} fits ${resolution.candidates.length} roles`, {
        hint: `say which one: ${listIds(resolution.candidates.map((role) => role.id))}`,
      });
    case 'unknown':
      throw new PmrolesError(
        'unknown-role',
        foldName(name) === '' ? `a role's name is missing: got ${quote(name)}` : `no role is called ${quote(name)}`,
        {
          hint:
            resolution.suggestions.length > 0
              ? `did you mean ${resolution.suggestions.join(' or ')}?`
              : `the roles are: ${listIds(ladder.roles.map((role) => role.id))}`,
        },
      );
  }
}

/** Joins ids for a hint; a large ladder's are cut, with a sign and the command that shows them all. */
function listIds(ids: readonly string[]): string {
  const most = 12;
  if (ids.length <= most) return ids.join(', ');
  return `${ids.slice(0, most).join(', ')}, … and ${ids.length - most} more (see "pmroles list")`;
}
