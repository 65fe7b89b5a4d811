/**
 * All that a role answers for and needs: what is said of the role itself, and what it inherits: from the roles that it
 * includes, and on a cumulative ladder from those below it.
 */
import { expectCatalog, expectObject } from './arguments.ts';
import { type Catalog, roleOf } from './catalog.ts';
import { PmrolesError } from './errors.ts';
import type { Cite, Included, Requirement, Responsibility, Role } from './model.ts';
import { groupBy } from './group-by.ts';
import { findKnots } from './routes/cycles.ts';

/** Where an expectation comes from when it is not said of the role itself. */
export interface Origin {
  /** The role it was said of. */
  readonly role: string;
  /** What says that it holds here as well; empty for a cumulative ladder, where the ladder's own rule does. */
  readonly cites: readonly Cite[];
}

/** A responsibility with its origin, absent where it is the role's own. */
export interface ExpectedResponsibility extends Responsibility {
  readonly origin?: Origin;
}

/** A requirement with its origin, absent where it is the role's own. */
export interface ExpectedRequirement extends Requirement {
  readonly origin?: Origin;
}

/** What a role answers for and needs. Its own statements come first, what it inherits follows. */
export interface Expectations {
  readonly responsibilities: readonly ExpectedResponsibility[];
  readonly requirements: readonly ExpectedRequirement[];
  /** The requirements without those that are stated not to apply. */
  readonly needed: readonly ExpectedRequirement[];
}

/** Statements inherited from role to role, all together; a ladder that needs more has been made to be slow. */
const MOST_INHERITED = 3_000_000;

/** The roles of one rank on one track of a cumulative ladder: what is said of them holds for the rank above. */
type Rung = readonly Role[];

type Known<T> = Map<Role | Rung, ReadonlyMap<string, T>>;

/** What was worked out of a ladder, so that a route through many roles works each of them out once. */
interface Memory {
  readonly catalog: Catalog;
  readonly expectations: Map<string, Expectations>;
  readonly responsibilities: Known<ExpectedResponsibility>;
  readonly requirements: Known<ExpectedRequirement>;
  /** Of a cumulative ladder: the rung below each role's own. */
  readonly below: ReadonlyMap<Role, Rung>;
  /** How many statements have been inherited so far. */
  work: number;
}

const memories = new WeakMap<Catalog, Memory>();

/**
 * Collects what a role answers for and needs, with what it inherits from other roles.
 *
 * Where a role and one that it includes speak of the same responsibility or skill, the role's own statement stands; of two
 * included ones the higher level stands. Roles that include each other in a circle are legal, each is taken once.
 *
 * @param catalog the ladder
 * @param role one of its roles
 * @returns the expectations; the same object for the same catalog and role
 * @throws PmrolesError `ladder-invalid` when roles inherit more than three million statements from one another, `usage` for an
 *   argument that is missing
 */
export function expectationsOf(catalog: Catalog, role: Role): Expectations {
  expectCatalog(catalog);
  expectObject(role, 'the role', 'what findRole finds');
  let memory = memories.get(catalog);
  if (!memory) {
    const none = { expectations: new Map(), responsibilities: new Map(), requirements: new Map(), work: 0 };
    memories.set(catalog, (memory = { catalog, ...none, below: rungsBelow(catalog) }));
  }
  let known = memory.expectations.get(role.id);
  if (!known) {
    const requirements = [...inherit(memory, SKILLS, role).values()];
    known = {
      responsibilities: [...inherit(memory, RESPONSIBILITIES, role).values()],
      requirements,
      needed: requirements.filter((requirement) => requirement.notApplicable !== true),
    };
    memory.expectations.set(role.id, known);
  }
  return known;
}

/** Where a requirement's level stands in the scale; -1 where it has none. */
export function levelOf(catalog: Catalog, requirement: Requirement): number {
  return requirement.level === undefined ? -1 : (catalog.levelOrder.get(requirement.level) ?? -1);
}

function rungsBelow({ ladder }: Catalog): Memory['below'] {
  const below = new Map<Role, Rung>();
  if (!ladder.cumulative) return below;
  const tops = new Map<string | undefined, { readonly rung: Role[]; readonly under: Rung | undefined }>();
  // Roles are sorted by rank.
  for (const role of ladder.roles) {
    let top = tops.get(role.track);
    if (top?.rung[0]?.rank === role.rank) top.rung.push(role);
    else tops.set(role.track, (top = { rung: [role], under: top?.rung }));
    if (top.under) below.set(role, top.under);
  }
  return below;
}

/** One of the two kinds of statement that are inherited. */
interface Kind<T> {
  readonly name: Included;
  readonly knownIn: (memory: Memory) => Known<T>;
  readonly ownOf: (role: Role) => readonly T[];
  readonly idOf: (statement: T) => string;
  /** Of two inherited statements with one id the weightier stands, of equals the first. */
  readonly weightOf: (catalog: Catalog, statement: T) => number;
}

const RESPONSIBILITIES: Kind<ExpectedResponsibility> = {
  name: 'responsibilities',
  knownIn: (memory) => memory.responsibilities,
  ownOf: (role) => role.responsibilities,
  idOf: ({ id }) => id,
  weightOf: () => 0,
};

const SKILLS: Kind<ExpectedRequirement> = {
  name: 'skills',
  knownIn: (memory) => memory.requirements,
  ownOf: (role) => role.requirements,
  idOf: ({ skill }) => skill,
  // A need before "not applicable", a higher level before a lower one.
  weightOf: (catalog, requirement) => (requirement.notApplicable === true ? -2 : levelOf(catalog, requirement)),
};

/** What inherits and is inherited from. */
type Node = Role | Rung;

interface Inheritable {
  readonly origin?: Origin;
}

/** Something to inherit from: a role that is included, or a rung. */
interface Heritage {
  readonly from: Node;
  readonly cites: readonly Cite[];
}

/**
 * Works out what a role has from what those have that it inherits from, and remembers it for all of them. Roles that inherit
 * from one another in a circle are worked out together, after all that they inherit from besides. No recursion: a ladder may be
 * as high as it is large.
 */
function inherit<T extends Inheritable>(memory: Memory, kind: Kind<T>, role: Role): ReadonlyMap<string, T> {
  const known = kind.knownIn(memory);
  const done = known.get(role);
  if (done) return done;
  const nodes: Node[] = [role];
  const places = new Map<Node, number>([[role, 0]]);
  const graph: number[][] = [];
  // A list that grows while it is walked.
  for (const node of nodes) {
    const heritage = heritageOf(memory, node, kind.name).filter(({ from }) => !known.has(from));
    count(memory, heritage.length);
    for (const { from } of heritage) if (!places.has(from)) places.set(from, nodes.push(from) - 1);
    graph.push(heritage.map(({ from }) => places.get(from)!));
  }
  const { knotOf } = findKnots(graph);
  const knots = groupBy(nodes, (node) => knotOf[places.get(node)!]!);
  // A knot's number is higher than those of the knots that its edges lead to.
  for (const [, knot] of [...knots].sort(([a], [b]) => a - b)) settle(memory, kind, knot);
  return known.get(role)!;
}

/**
 * Works out roles that inherit from one another: round by round each takes what was new to the others in the round before, so
 * that what comes of it depends on nothing but the circle. It ends, since a statement only ever gives way to a weightier one.
 */
function settle<T extends Inheritable>(memory: Memory, kind: Kind<T>, knot: readonly Node[]): void {
  const known = kind.knownIn(memory);
  const own = (node: Node): Map<string, T> =>
    new Map((isRung(node) ? [] : kind.ownOf(node)).map((statement) => [kind.idOf(statement), statement]));
  const members = knot.map((node) => ({ node, heritage: heritageOf(memory, node, kind.name), statements: own(node) }));
  let fresh = new Map(knot.map((node) => [node, own(node)]));
  for (let isFirst = true; fresh.size > 0; isFirst = false) {
    const next = new Map<Node, Map<string, T>>();
    for (const { node, heritage, statements } of members) {
      const taken = new Map<string, T>();
      for (const entry of heritage) {
        const inherited = fresh.get(entry.from) ?? (isFirst ? known.get(entry.from) : undefined);
        if (inherited) take(memory, kind, statements, entry, inherited, taken);
      }
      if (taken.size > 0) next.set(node, taken);
    }
    fresh = next;
  }
  for (const { node, statements } of members) known.set(node, statements);
}

function heritageOf({ catalog, below }: Memory, node: Role | Rung, kind: Included): Heritage[] {
  if (isRung(node)) return node.map((role) => ({ from: role, cites: [] }));
  const included = node.includes.filter(({ of }) => of.includes(kind));
  const heritage = included.map(({ role, cites }): Heritage => ({ from: roleOf(catalog, role), cites }));
  const rung = below.get(node);
  return rung ? [...heritage, { from: rung, cites: [] }] : heritage;
}

/** Adds what is inherited from somewhere: a role's own statement stands, and of two inherited ones the weightier. */
function take<T extends Inheritable>(
  memory: Memory,
  { weightOf }: Kind<T>,
  statements: Map<string, T>,
  { from, cites }: Heritage,
  inherited: ReadonlyMap<string, T>,
  taken: Map<string, T>,
): void {
  count(memory, inherited.size);
  for (const [id, statement] of inherited) {
    const other = statements.get(id);
    if (other && (!other.origin || weightOf(memory.catalog, other) >= weightOf(memory.catalog, statement))) continue;
    const { origin } = statement;
    let mine = statement;
    // What came through one inclusion goes on leaning on what said so first; a rung's statements have their origin.
    if (origin && cites.length > 0) {
      count(memory, origin.cites.length);
      mine = { ...statement, origin: { role: origin.role, cites: [...new Set([...cites, ...origin.cites])] } };
    } else if (!origin && !isRung(from)) mine = { ...statement, origin: { role: from.id, cites } };
    statements.set(id, mine);
    taken.set(id, mine);
  }
}

function count(memory: Memory, statements: number): void {
  memory.work += statements;
  if (memory.work <= MOST_INHERITED) return;
  throw new PmrolesError(
    'ladder-invalid',
    `the roles of the ladder take over more than ${MOST_INHERITED} statements from one another`,
    { hint: 'fewer roles on a track of a cumulative ladder, or fewer inclusions, would do' },
  );
}

const isRung = (node: Role | Rung): node is Rung => Array.isArray(node);
