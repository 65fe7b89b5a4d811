/**
 * The moves that tables name, found by the names of roles.
 */
import { quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import type { Draft, RoleDraft } from './draft.ts';
import { nameKey } from './name-key.ts';
import type { Notes } from './notes.ts';
import type { Move } from './ranks.ts';

/** For so many moves that lead nowhere a role is suggested. */
const MOST_MISSING = 20;

/** The moves that the table names, each once. */
export function movesOf(draft: Draft, roles: readonly RoleDraft[], notes: Notes): Move[] {
  const byTitle = new Map(roles.flatMap((role) => (role.title === undefined ? [] : [[nameKey(role.title), role]])));
  const byAlias = new Map(roles.flatMap((role) => [...role.aliases].map((alias) => [nameKey(alias), role] as const)));
  const moves: Move[] = [];
  let missing = 0;
  for (const role of roles) {
    const seen = new Set<string>();
    const reached = new Set<RoleDraft>([role]);
    for (const { name, kind, ...place } of role.next) {
      const key = nameKey(name);
      if (seen.has(key)) continue;
      seen.add(key);
      const to = draft.roles.get(key) ?? byTitle.get(key) ?? byAlias.get(key);
      if (!to) {
        const near = ++missing > MOST_MISSING ? undefined : nearName(name, roles);
        const hint = near === undefined ? '' : `; did you mean ${quote(near)}?`;
        notes.lost(place, name, `${role.name} leads to it, but no role is called so${hint}`);
      } else if (to === role) notes.lost(place, name, 'a role does not lead to itself');
      else if (!reached.has(to)) {
        reached.add(to);
        moves.push(kind ? [role, to, kind] : [role, to]);
      }
    }
  }
  return moves;
}

/** What a name most likely means: a role spelt otherwise, or with its words cut short, as `Store Mgr` is `Store Manager`. */
function nearName(name: string, roles: readonly RoleDraft[]): string | undefined {
  const [near] = suggest(
    name,
    roles.map((role) => role.name),
    1,
  );
  if (near !== undefined) return near;
  const words = name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== '');
  return roles.find((role) => {
    const whole = role.name.toLowerCase().split(/\s+/);
    return whole.length === words.length && words.every((word, at) => isCutShort(word, whole[at]!));
  })?.name;
}

/** The letters of the one stand in the other in the same order, from the first on. */
function isCutShort(short: string, word: string): boolean {
  if (!word.startsWith(short.charAt(0))) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at++;
  return at === short.length;
}
