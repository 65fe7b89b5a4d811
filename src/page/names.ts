/**
 * What the names in an address mean, and what to say where they mean nothing.
 */
import type { Ladder } from '../core/model.ts';
import { type Named, quote, resolveName, roleNames } from '../core/names.ts';
import { printable } from '../render/printable.ts';
import { element, type Tree } from '../render/tree.ts';
import { link, type Page } from './page.ts';

/** A name that could not be made out: what is wrong with it, and what could be meant. */
export interface NameProblem {
  readonly message: string;
  readonly name: string;
  /** Ids. */
  readonly near: readonly string[];
}

/** Names that were made out, and those that were not. */
export interface Resolved {
  readonly ids: readonly string[];
  readonly problems: readonly NameProblem[];
}

/**
 * Finds the roles that names mean, as the command line does.
 *
 * @param ladder the ladder
 * @param names ids, titles or aliases in any spelling; empty ones are left out
 */
export function resolveRoles(ladder: Ladder, names: readonly string[]): Resolved {
  return resolveAll(ladder.roles.map(roleNames), 'role', names);
}

/** Finds what names mean. */
export function resolveAll(
  entries: readonly Named<{ readonly id: string }>[],
  kind: string,
  names: readonly string[],
): Resolved {
  const ids: string[] = [];
  const problems: NameProblem[] = [];
  for (const name of names) {
    if (name.trim() === '') continue;
    const resolution = resolveName(entries, name);
    if (resolution.kind === 'found') ids.push(resolution.value.id);
    else if (resolution.kind === 'unknown') {
      problems.push({ message: `No ${kind} is called ${quote(name)}.`, name, near: resolution.suggestions });
    } else {
      const { candidates } = resolution;
      problems.push({ message: `${quote(name)} fits ${candidates.length} ${kind}s.`, name, near: candidates });
    }
  }
  return { ids, problems };
}

/** As many names of an ambiguous one are listed. */
const MOST_LISTED = 12;

/**
 * Says what is wrong with names.
 *
 * @param problems what is wrong
 * @param titleOf what something is called, by id
 * @param mended the address with another id in the place of a name
 */
export function problemTrees(
  problems: readonly NameProblem[],
  titleOf: (id: string) => string,
  mended: (name: string, id: string) => string,
): Tree[] {
  if (problems.length === 0) return [];
  return [
    element(
      'div',
      { class: 'problem', role: 'alert' },
      ...problems.map(({ message, name, near }) =>
        element(
          'p',
          {},
          printable(message),
          ...(near.length === 0 ? [] : [' Did you mean ']),
          ...near
            .slice(0, MOST_LISTED)
            .flatMap((id, index) => [...(index === 0 ? [] : [' or ']), link(mended(name, id), titleOf(id))]),
          ...(near.length === 0 ? [] : ['?']),
        ),
      ),
    ),
  ];
}

/** The view of an address that leads nowhere. */
export function nowherePage(title: string, body: readonly Tree[]): Page {
  return {
    title,
    body: [
      element('h1', {}, title),
      ...body,
      element('p', {}, link('#', 'All roles'), ' · ', link('#search', 'Search')),
    ],
  };
}
