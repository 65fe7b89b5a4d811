/**
 * Finds the role (or skill, area, track, source) that somebody means by what they typed.
 *
 * The order is: the exact id, then a title, id or alias that is equal once case, spaces and punctuation are dropped, then
 * the start of one, then the nearest names as suggestions. What fits more than one is never guessed.
 */
import { expectLadder, expectName } from './arguments.ts';
import { PmrolesError } from './errors.ts';
import type { Area, Ladder, Role, Skill, Source, Track } from './model.ts';
import { suggest, suggestByWords } from './suggest.ts';

/** A name longer than this is none. */
const LONGEST_NAME = 1000;

/** A hint lists no more ids than this. */
const MOST_LISTED = 12;

/** An error repeats no more of what was typed than this. */
const LONGEST_ECHO = 60;

/**
 * Everything but letters, digits and the marks that combine with them; plus and hash tell C, C++ and C# apart. A function, since
 * making the pattern takes a third of a millisecond, which names in ASCII need not pay.
 */
const ignored = (): RegExp => /[^\p{L}\p{N}\p{M}+#]+/gu;

/** Something that can be called by several names; its id is one of them. */
export interface Named<T> {
  readonly id: string;
  readonly names: readonly string[];
  readonly value: T;
}

/** What a name resolves to: one entry, several that it could mean, or none and the ids of the nearest. */
export type Resolution<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/**
 * Reduces a name to what tells it from other names: compatibility forms are unified, case, spaces, hyphens and
 * punctuation are dropped. Case is folded without regard to the machine's language (a Turkish machine agrees).
 *
 * @param name a name as typed
 * @returns the folded name; empty when nothing but punctuation was typed
 */
export function foldName(name: string): string {
  // The same for the names that most ladders have, without the tables that the rest of Unicode needs.
  if (/^[\x20-\x7e]*$/.test(name)) return name.toLowerCase().replace(/[^a-z0-9+#]+/g, '');
  return name.normalize('NFKC').toLowerCase().normalize('NFKC').replace(ignored(), '');
}

/** Resolves a name. */
export function resolveName<T>(entries: readonly Named<T>[], name: string): Resolution<T> {
  const trimmed = name.trim();
  const exact = entries.find((entry) => entry.id === trimmed);
  if (exact) return { kind: 'found', value: exact.value };
  // No name is that long; folding a megabyte to find that out would take a while.
  const wanted = name.length > LONGEST_NAME ? '' : foldName(name);
  if (wanted === '') return { kind: 'unknown', suggestions: [] };
  const folded = entries.map((entry) => ({ entry, names: [entry.id, ...entry.names].map(foldName) }));
  for (const fits of [(n: string) => n === wanted, (n: string) => n.startsWith(wanted)]) {
    const fitting = folded.filter(({ names }) => names.some(fits)).map(({ entry }) => entry);
    if (fitting.length === 1) return { kind: 'found', value: fitting[0]!.value };
    if (fitting.length > 1) return { kind: 'ambiguous', candidates: fitting.map((entry) => entry.id) };
  }
  const ids = new Map(folded.flatMap(({ entry, names }) => names.map((folding) => [folding, entry.id] as const)));
  // Several names of one entry may all be near, so more are asked for than are shown.
  const near = suggest(wanted, ids.keys(), 9).map((folding) => ids.get(folding)!);
  if (near.length > 0) return { kind: 'unknown', suggestions: [...new Set(near)].slice(0, 3) };
  const names = entries.flatMap((entry) => [entry.id, ...entry.names].map((named) => [named, entry.id] as const));
  return { kind: 'unknown', suggestions: suggestByWords(trimmed, names) };
}

/** Shortens what was typed for an error message, with a sign where it was cut. */
export function quote(text: string): string {
  const characters = Array.from(text.slice(0, LONGEST_ECHO * 2 + 1));
  const cut = text.length > LONGEST_ECHO * 2 || characters.length > LONGEST_ECHO;
  return `"${cut ? `${characters.slice(0, LONGEST_ECHO).join('')}…` : text}"`;
}

/** How a name is taken. */
export interface Finding {
  /** True where nothing but the id itself will do. */
  readonly exact?: boolean;
}

/**
 * Finds the one role that a name means.
 *
 * @param ladder the ladder to look in
 * @param name what was typed: an id, title or alias in any spelling, or the unique start of one
 * @param how whether nothing but the id will do
 * @returns the role
 * @throws PmrolesError `unknown-role` with the nearest names, `ambiguous-role` with the candidates, `usage` for an argument that
 *   is missing
 */
export function findRole(ladder: Ladder, name: string, how: Finding = {}): Role {
  return find(ladder, ({ roles }) => roles.map(roleNames), name, 'role', how, 'pmroles list');
}

/** The names that a role goes by. */
export function roleNames(role: Role): Named<Role> {
  return { id: role.id, names: [role.title, ...role.aliases], value: role };
}

/**
 * Finds the one skill that a name means.
 *
 * @param ladder the ladder to look in
 * @param name what was typed: an id or a title in any spelling, or the unique start of one
 * @param how whether nothing but the id will do
 * @returns the skill
 * @throws PmrolesError `unknown-name` with the nearest names or the candidates, `usage` for an argument that is missing
 */
export function findSkill(ladder: Ladder, name: string, how: Finding = {}): Skill {
  const named = ({ skills }: Ladder) => skills.map((skill) => ({ id: skill.id, names: [skill.name], value: skill }));
  return find(ladder, named, name, 'skill', how);
}

/**
 * Finds the one area that a name means.
 *
 * @param ladder the ladder to look in
 * @param name what was typed: an id or a title in any spelling, or the unique start of one
 * @param how whether nothing but the id will do
 * @returns the area
 * @throws PmrolesError `unknown-name` with the nearest names or the candidates, `usage` for an argument that is missing
 */
export function findArea(ladder: Ladder, name: string, how: Finding = {}): Area {
  return find(ladder, ({ areas }) => areas.map(titled), name, 'area', how);
}

/**
 * Finds the one track that a name means.
 *
 * @param ladder the ladder to look in
 * @param name what was typed: an id or a title in any spelling, or the unique start of one
 * @param how whether nothing but the id will do
 * @returns the track
 * @throws PmrolesError `unknown-name` with the nearest names or the candidates, `usage` for an argument that is missing
 */
export function findTrack(ladder: Ladder, name: string, how: Finding = {}): Track {
  return find(ladder, ({ tracks }) => tracks.map(titled), name, 'track', how);
}

/**
 * Finds the one source that a name means.
 *
 * @param ladder the ladder to look in
 * @param name what was typed: an id or a title in any spelling, or the unique start of one
 * @param how whether nothing but the id will do
 * @returns the source
 * @throws PmrolesError `unknown-name` with the nearest names or the candidates, `usage` for an argument that is missing
 */
export function findSource(ladder: Ladder, name: string, how: Finding = {}): Source {
  return find(ladder, ({ sources }) => sources.map(titled), name, 'source', how, 'pmroles sources');
}

function titled<T extends { readonly id: string; readonly title: string }>(value: T): Named<T> {
  return { id: value.id, names: [value.title], value };
}

/** Finds the one thing of a kind that a name means; `named` gives what there is of it, `overview` the command that lists it. */
export function find<T>(
  ladder: Ladder,
  named: (ladder: Ladder) => readonly Named<T>[],
  name: string,
  kind: string,
  how: Finding,
  overview?: string,
): T {
  expectLadder(ladder);
  expectName(name, 'the name');
  const entries = named(ladder);
  const resolution = resolveName(entries, name);
  if (how.exact === true) return exactly(entries, name, kind, resolution);
  switch (resolution.kind) {
    case 'found':
      return resolution.value;
    case 'ambiguous':
      throw new PmrolesError(
        kind === 'role' ? 'ambiguous-role' : 'unknown-name',
        `${quote(name)} fits ${resolution.candidates.length} ${many(kind)}`,
        { hint: `say which one: ${listIds(resolution.candidates, overview)}` },
      );
    case 'unknown': {
      const ids = entries.map((entry) => entry.id);
      const known =
        ids.length === 0 ? `the ladder has no ${many(kind)}` : `the ${many(kind)} are: ${listIds(ids, overview)}`;
      const near = resolution.suggestions;
      throw new PmrolesError(
        kind === 'role' ? 'unknown-role' : 'unknown-name',
        /[\p{L}\p{N}]/u.test(name) ? `no ${kind} is called ${quote(name)}` : `${quote(name)} isn't a ${kind}'s name`,
        { hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : known },
      );
    }
  }
}

function many(kind: string): string {
  return kind === 'skill or responsibility' ? 'skills or responsibilities' : `${kind}s`;
}

/** A script must not come to mean another role because the ladder grew: only the id will do. */
function exactly<T>(entries: readonly Named<T>[], name: string, kind: string, resolution: Resolution<T>): T {
  const entry = entries.find(({ id }) => id === name);
  if (entry) return entry.value;
  const near =
    resolution.kind === 'found'
      ? entries.filter(({ value }) => value === resolution.value).map(({ id }) => id)
      : resolution.kind === 'ambiguous'
        ? resolution.candidates.slice(0, MOST_LISTED)
        : resolution.suggestions;
  throw new PmrolesError(
    kind === 'role' ? 'unknown-role' : 'unknown-name',
    `no ${kind} has the id ${quote(name)}, and --exact only takes ids`,
    near.length === 0 ? {} : { hint: `did you mean ${near.join(' or ')}?` },
  );
}

/** Joins ids for a hint; a large ladder's are cut, with a sign and the command that shows them all. */
function listIds(ids: readonly string[], overview: string | undefined): string {
  if (ids.length <= MOST_LISTED) return ids.join(', ');
  const rest = `… and ${ids.length - MOST_LISTED} more`;
  return `${ids.slice(0, MOST_LISTED).join(', ')}, ${rest}${overview === undefined ? '' : ` (see "${overview}")`}`;
}
