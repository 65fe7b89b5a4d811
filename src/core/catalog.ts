/**
 * A ladder with its lookups: what every question about the ladder starts from.
 */
import { expectCatalog, expectLadder } from './arguments.ts';
import { PmrolesError } from './errors.ts';
import { groupBy } from './group-by.ts';
import type {
  Area,
  Fact,
  Ladder,
  Level,
  Progression,
  QuizQuestion,
  RelatedGroup,
  Role,
  Skill,
  Source,
} from './model.ts';

/** Where a cite leads: a source, and the fact in it where the cite names one. */
export interface CitedFact {
  readonly source: Source;
  readonly fact?: Fact;
}

/** A ladder and its indexes by id. */
export interface Catalog {
  readonly ladder: Ladder;
  readonly roles: ReadonlyMap<string, Role>;
  readonly skills: ReadonlyMap<string, Skill>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly levels: ReadonlyMap<string, Level>;
  /** Where each level stands in the scale, 0 for the lowest. */
  readonly levelOrder: ReadonlyMap<string, number>;
  readonly cites: ReadonlyMap<string, CitedFact>;
  /** The progressions that leave a role, in the order of the roles they lead to. */
  readonly next: ReadonlyMap<string, readonly Progression[]>;
  /** The progressions that lead to a role, in the order of the roles they come from. */
  readonly previous: ReadonlyMap<string, readonly Progression[]>;
  /** The groups of related responsibilities that a responsibility is in, in the ladder's order. */
  readonly related: ReadonlyMap<string, readonly RelatedGroup[]>;
}

/**
 * Indexes a ladder.
 *
 * @param ladder a checked ladder
 * @returns the ladder with its lookups; the ladder itself is not copied
 * @throws PmrolesError `usage` for an argument that is missing
 */
export function createCatalog(ladder: Ladder): Catalog {
  expectLadder(ladder);
  // Of a large ladder these are most of the work, and not every question needs them.
  // Moves are sorted by the roles that they lead from and to, and so each group is sorted by the role at the other end.
  const moves = once(() => movesOf(ladder));
  const next = once(() => groupBy(moves(), ({ from }) => from));
  const previous = once(() => groupBy(moves(), ({ to }) => to));
  const cites = once(() => citesOf(ladder));
  const related = once(() => relatedOf(ladder));
  return {
    ladder,
    roles: byId(ladder.roles),
    skills: byId(ladder.skills),
    areas: byId(ladder.areas),
    levels: byId(ladder.levels),
    levelOrder: new Map(ladder.levels.map((level, index) => [level.id, index])),
    get cites() {
      return cites();
    },
    get next() {
      return next();
    },
    get previous() {
      return previous();
    },
    get related() {
      return related();
    },
  };
}

function citesOf({ sources }: Ladder): ReadonlyMap<string, CitedFact> {
  const cites = new Map<string, CitedFact>();
  for (const source of sources) {
    cites.set(source.id, { source });
    for (const fact of source.facts) cites.set(fact.id, { source, fact });
  }
  return cites;
}

function relatedOf({ related }: Ladder): ReadonlyMap<string, readonly RelatedGroup[]> {
  const memberships = related.flatMap((group) => [...new Set(group.responsibilities)].map((id) => ({ id, group })));
  const groups = groupBy(memberships, ({ id }) => id);
  return new Map([...groups].map(([id, members]) => [id, members.map(({ group }) => group)]));
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Calls a function once, when its result is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The roles that somebody holds: what is only there to be inherited from is none to list, to count or to get to. */
export function heldRoles<R extends { readonly abstract?: true }>(ladder: {
  readonly roles: readonly R[];
}): readonly R[] {
  return ladder.roles.filter(({ abstract }) => abstract !== true);
}

/** The progressions from a role that somebody holds to another such. */
export function movesOf(ladder: Ladder): readonly Progression[] {
  const abstract = new Set(ladder.roles.filter((role) => role.abstract === true).map(({ id }) => id));
  return ladder.progressions.filter(({ from, to }) => !abstract.has(from) && !abstract.has(to));
}

/** By the number of the role, the answer that a question expects of somebody whom it suits; 0 where that is not known. */
export function weightsOf({ weights }: Pick<QuizQuestion, 'weights'>, roles: readonly Role[]): Uint8Array {
  return Uint8Array.from(roles, ({ id }) => (Object.hasOwn(weights, id) ? weights[id]! : 0));
}

/** How many moves some progressions are: those between the same two roles are one, known from several sources. */
export function countMoves(progressions: readonly { readonly from: string; readonly to: string }[]): number {
  return new Set(progressions.map(({ from, to }) => JSON.stringify([from, to]))).size;
}

/**
 * Looks a role up that is known to be on the ladder.
 *
 * @param catalog the ladder
 * @param id the id of one of its roles
 * @returns the role
 * @throws PmrolesError `unknown-role` when there is no role with that id: ids are exact here, see `findRole` for names
 */
export function roleOf(catalog: Catalog, id: string): Role {
  expectCatalog(catalog);
  const role = catalog.roles.get(id);
  if (!role) throw new PmrolesError('unknown-role', `the ladder ${catalog.ladder.id} has no role with the id "${id}"`);
  return role;
}

/**
 * Names the sources that some cites lead to.
 *
 * @param catalog the ladder
 * @param cites ids of facts or sources
 * @returns the ids of the sources, each once, in the order of first appearance
 */
export function sourcesOf(catalog: Catalog, cites: readonly string[]): string[] {
  const ids = new Set<string>();
  for (const cite of cites) {
    const cited = catalog.cites.get(cite);
    if (cited) ids.add(cited.source.id);
  }
  return [...ids];
}
