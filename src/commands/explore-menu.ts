/**
 * What one can do at a role: the menu of `pmroles explore`.
 */
import type { Catalog } from '../core/catalog.ts';
import { expectationsOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Progression, Role } from '../core/model.ts';
import { joinWords, kindName, moveNote } from '../views/parts.ts';

export type Action =
  | { readonly kind: 'go'; readonly role: Role }
  | { readonly kind: 'search' | 'compare' | 'path' | 'why' }
  /** With the skills that the role needs, by id. */
  | { readonly kind: 'skills'; readonly first: readonly string[] };

/** More would leave no key for the rest of the menu; the search offers all of them first. */
const MOST_NEIGHBOURS = 4;

/**
 * The roles that are one move away; `isNext` where the move leads there, rather than here. Those that no source states, or that lead
 * sideways, come last.
 */
export function neighboursOf(catalog: Catalog, role: Role) {
  const next = groupBy(catalog.next.get(role.id) ?? [], ({ to }) => to);
  const previous = groupBy(catalog.previous.get(role.id) ?? [], ({ from }) => from);
  // Where no source could state a move, none is doubtful for that.
  const cited = catalog.ladder.sources.length > 0;
  const neighbour =
    (isNext: boolean) =>
    ([id, moves]: readonly [string, readonly Progression[]]) => {
      const isDoubtful = moves.every(({ basis, kind }) => (cited && basis !== 'stated') || kind === 'lateral');
      const kinds = joinWords([...new Set(moves.map(kindName))]);
      return { role: catalog.roles.get(id)!, isNext, isDoubtful, note: isDoubtful ? moveNote(catalog, moves) : kinds };
    };
  const all = [
    ...[...next].map(neighbour(true)),
    ...[...previous].filter(([id]) => !next.has(id)).map(neighbour(false)),
  ];
  return all.sort((a, b) => Number(a.isDoubtful) - Number(b.isDoubtful));
}

/** What is offered at a role: answers, and what each of them does. */
export function menuOf(catalog: Catalog, role: Role): readonly [answer: string, action: Action][] {
  const { roles, skills } = catalog.ladder;
  const entries: [string, Action][] = neighboursOf(catalog, role)
    .slice(0, MOST_NEIGHBOURS)
    .map(({ role: other, isNext, note }) => [
      `${isNext ? 'Next' : 'Before'}: ${other.title} (${note})`,
      { kind: 'go', role: other },
    ]);
  if (roles.length > 1) {
    entries.push(['Go to another role', { kind: 'search' }]);
    entries.push([`Compare ${role.title} with others`, { kind: 'compare' }]);
    entries.push([`Path from ${role.title} to another role`, { kind: 'path' }]);
  }
  entries.push(['Why: the sources behind it', { kind: 'why' }]);
  if (skills.length > 0) {
    const first = expectationsOf(catalog, role).needed.map(({ skill }) => skill);
    entries.push(['Which other roles need a skill', { kind: 'skills', first }]);
  }
  return entries;
}
