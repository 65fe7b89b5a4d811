/**
 * What the names in an address mean, and what to say where they mean nothing.
 */
import type { Ladder } from '../core/model.ts';
import { type Named, quote, resolveName, roleNames } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import { element, type Tree } from '../report/tree.ts';
import { type Address, mendAddress } from './address.ts';
import { link, type Page } from './page.ts';

/** Something wrong with an address: what it is, and the links that put it right. */
export interface Problem {
  readonly message: string;
  readonly near: readonly { readonly to: string; readonly text: string }[];
}

/** Names that were made out, and what is wrong with the others. */
export interface Resolved {
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
  /** What each name was found to be, in their order; no id for one that could not be made out. */
  readonly fields: readonly { readonly typed: string; readonly chosen: string | undefined }[];
}

/** Something that can be named. */
type Entry = Named<{ readonly id: string }>;

/** Finds the roles that names mean, as the command line does. */
export function resolveRoles(
  { roles }: Ladder,
  names: readonly string[],
  mended: (name: string, id: string) => string,
): Resolved {
  const titles = new Map(roles.map(({ id, title }) => [id, title]));
  return resolveAll(roles.map(roleNames), 'role', names, { mended, called: (id) => titles.get(id)! });
}

/** Finds what names mean. */
export function resolveAll(
  entries: readonly Entry[],
  kind: string,
  names: readonly string[],
  offer: { readonly mended: (name: string, id: string) => string; readonly called: (id: string) => string },
): Resolved {
  const problems: Problem[] = [];
  const fields: Resolved['fields'][number][] = [];
  for (const name of names) {
    if (name.trim() === '') continue;
    const resolution = resolveName(entries, name);
    fields.push({ typed: name, chosen: resolution.kind === 'found' ? resolution.value.id : undefined });
    if (resolution.kind === 'found') continue;
    const [message, near] =
      resolution.kind === 'unknown'
        ? [`No ${kind} is called ${quote(name)}.`, resolution.suggestions]
        : [`${quote(name)} fits ${resolution.candidates.length} ${kind}s.`, resolution.candidates];
    problems.push({ message, near: near.map((id) => ({ to: offer.mended(name, id), text: offer.called(id) })) });
  }
  return { ids: fields.flatMap(({ chosen }) => chosen ?? []), problems, fields };
}

/** Finds what the values of an option mean, which are few enough to name all where none is near. */
export function resolveOption(
  address: Address,
  option: string,
  kind: string,
  choices: readonly { readonly id: string; readonly text: string }[],
): Resolved {
  const names = address.options.get(option) ?? [];
  const texts = new Map(choices.map(({ id, text }) => [id, text]));
  const entries = choices.map(({ id, text }) => ({ id, names: [text], value: { id } }));
  const mended = (name: string, id: string): string => mendAddress(address, option, name, id);
  const resolved = resolveAll(entries, kind, names, { mended, called: (id) => texts.get(id)! });
  const { fields } = resolved;
  const wrong = fields.filter(({ chosen }) => chosen === undefined);
  const problems = resolved.problems.map(({ message, near }, index) => ({
    message,
    near: near.length > 0 ? near : choices.map(({ id, text }) => ({ to: mended(wrong[index]!.typed, id), text })),
  }));
  return { ...resolved, problems };
}

/** Finds the options of an address that its view does not know. */
export function unknownOptions(address: Address, known: readonly string[]): Problem[] {
  const { view, values, options } = address;
  return [...options.keys()]
    .filter((name) => name !== '' && !known.includes(name))
    .map((name) => ({
      message: `Nothing here is set by ${quote(name)}.`,
      near: suggest(name, known).map((right) => {
        const named = Array.from(options, ([key, list]) => [key === name ? right : key, list] as const);
        return { to: mendAddress({ view, values, options: new Map(named) }, undefined, '', ''), text: right };
      }),
    }));
}

/** As many names of an ambiguous one are listed. */
const MOST_LISTED = 12;

/** Says what is wrong with an address. */
export function problemTrees(problems: readonly Problem[]): Tree[] {
  if (problems.length === 0) return [];
  return [
    element(
      'div',
      { class: 'problem', role: 'alert' },
      ...problems.map(({ message, near }) => element('p', {}, message, ...didYouMean(near))),
    ),
  ];
}

/** Offers what may have been meant; nothing where nothing is near. */
export function didYouMean(near: Problem['near']): Tree[] {
  if (near.length === 0) return [];
  const links = near.slice(0, MOST_LISTED).flatMap(({ to, text }) => [' or ', link(to, text)]);
  return [' Did you mean ', ...links.slice(1), '?'];
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
