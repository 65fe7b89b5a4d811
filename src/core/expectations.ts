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

/** What inherits and is inherited from. */
type Node = Role | Rung;

/** Something to inherit from: a role that is included, or a rung. */
interface Heritage {
  readonly from: Node;
  readonly cites: readonly Cite[];
}

/** What was worked out of a ladder is kept, so that a route through many roles works each of them out once. */
const known = new WeakMap<Catalog, (role: Role) => Expectations>();

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
  let expected = known.get(catalog);
  if (!expected) known.set(catalog, (expected = expectationsIn(catalog)));
  return expected(role);
}

/** Where a requirement's level stands in the scale; -1 where it has none. */
export function levelOf(catalog: Catalog, requirement: Requirement): number {
  return requirement.level === undefined ? -1 : (catalog.levelOrder.get(requirement.level) ?? -1);
}

function expectationsIn(catalog: Catalog): (role: Role) => Expectations {
  const below = rungsBelow(catalog);
  const heritageOf = (node: Node, kind: Included): Heritage[] => {
    if (isRung(node)) return node.map((role) => ({ from: role, cites: [] }));
    const included = node.includes.filter(({ of }) => of.includes(kind));
    const heritage = included.map(({ role, cites }): Heritage => ({ from: roleOf(catalog, role), cites }));
    const rung = below.get(node);
    return rung ? [...heritage, { from: rung, cites: [] }] : heritage;
  };
  let inherited = 0;
  const count = (statements: number): void => {
    inherited += statements;
    if (inherited <= MOST_INHERITED) return;
    throw new PmrolesError(
      'ladder-invalid',
      `the roles of the ladder inherit more than ${MOST_INHERITED} statements from one another`,
      { hint: 'use fewer roles on a track of a cumulative ladder, or fewer inclusions' },
    );
  };
  const responsibilitiesOf = inheritance<ExpectedResponsibility>({
    heritageOf: (node) => heritageOf(node, 'responsibilities'),
    ownOf: (role) => role.responsibilities.map((responsibility) => [responsibility.id, responsibility]),
    weightOf: () => 0,
    count,
  });
  const requirementsOf = inheritance<ExpectedRequirement>({
    heritageOf: (node) => heritageOf(node, 'skills'),
    ownOf: (role) => role.requirements.map((requirement) => [requirement.skill, requirement]),
    // A need before "not applicable", a higher level before a lower one.
    weightOf: (requirement) => (requirement.notApplicable === true ? -2 : levelOf(catalog, requirement)),
    count,
  });
  const done = new Map<string, Expectations>();
  return (role) => {
    let expectations = done.get(role.id);
    if (!expectations) {
      const requirements = [...requirementsOf(role).values()];
      const needed = requirements.filter(({ notApplicable }) => notApplicable !== true);
      expectations = { responsibilities: [...responsibilitiesOf(role).values()], requirements, needed };
      done.set(role.id, expectations);
    }
    return expectations;
  };
}

function rungsBelow({ ladder }: Catalog): ReadonlyMap<Role, Rung> {
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
  readonly heritageOf: (node: Node) => readonly Heritage[];
  /** What is said of a role itself, by its id. */
  readonly ownOf: (role: Role) => readonly (readonly [string, T])[];
  /** Of two inherited statements with one id the weightier stands, of equals the first. */
  readonly weightOf: (statement: T) => number;
  /** Is told how many statements are about to be inherited. */
  readonly count: (statements: number) => void;
}

/**
 * Works out what a role has from what those have that it inherits from, and remembers it for all of them. Roles that inherit
 * from one another in a circle are worked out together, after all that they inherit from besides. No recursion: a ladder may be
 * as high as it is large.
 */
function inheritance<T extends { readonly origin?: Origin }>({ heritageOf, ownOf, weightOf, count }: Kind<T>) {
  const settled = new Map<Node, ReadonlyMap<string, T>>();
  return (role: Role): ReadonlyMap<string, T> => {
    if (!settled.has(role)) for (const knot of knotsBelow(role)) settle(knot);
    return settled.get(role)!;
  };

  /** All that a role inherits from and is not settled, each behind what it inherits from; the role itself is the last. */
  function knotsBelow(role: Role): Node[][] {
    const nodes: Node[] = [role];
    const places = new Map<Node, number>([[role, 0]]);
    const graph: number[][] = [];
    // A list that grows while it is walked.
    for (const node of nodes) {
      const heritage = heritageOf(node).filter(({ from }) => !settled.has(from));
      count(heritage.length);
      for (const { from } of heritage) if (!places.has(from)) places.set(from, nodes.push(from) - 1);
      graph.push(heritage.map(({ from }) => places.get(from)!));
    }
    const { knotOf } = findKnots(graph);
    const knots = groupBy(nodes, (node) => knotOf[places.get(node)!]!);
    // A knot's number is higher than those of the knots that its edges lead to.
    return [...knots].sort(([a], [b]) => a - b).map(([, knot]) => knot);
  }

  /**
   * Works out roles that inherit from one another: round by round each takes what was new to the others in the round before, so
   * that what comes of it depends on nothing but the circle. It ends, since a statement only ever gives way to a weightier one.
   */
  function settle(knot: readonly Node[]): void {
    const own = (node: Node): Map<string, T> => new Map(isRung(node) ? [] : ownOf(node));
    const members = knot.map((node) => ({ node, heritage: heritageOf(node), statements: own(node) }));
    let fresh = new Map(knot.map((node) => [node, own(node)]));
    for (let isFirst = true; fresh.size > 0; isFirst = false) {
      const next = new Map<Node, Map<string, T>>();
      for (const { node, heritage, statements } of members) {
        const taken = new Map<string, T>();
        for (const entry of heritage) {
          const inherited = fresh.get(entry.from) ?? (isFirst ? settled.get(entry.from) : undefined);
          if (inherited) take(statements, entry, inherited, taken);
        }
        if (taken.size > 0) next.set(node, taken);
      }
      fresh = next;
    }
    for (const { node, statements } of members) settled.set(node, statements);
  }

  /** Adds what is inherited from somewhere: a role's own statement stands, and of two inherited ones the weightier. */
  function take(
    statements: Map<string, T>,
    { from, cites }: Heritage,
    inherited: ReadonlyMap<string, T>,
    taken: Map<string, T>,
  ): void {
    count(inherited.size);
    for (const [id, statement] of inherited) {
      const other = statements.get(id);
      if (other && (!other.origin || weightOf(other) >= weightOf(statement))) continue;
      const { origin } = statement;
      let mine = statement;
      // What came through one inclusion goes on leaning on what said so first; a rung's statements have their origin.
      if (origin && cites.length > 0) {
        count(origin.cites.length);
        mine = { ...statement, origin: { role: origin.role, cites: [...new Set([...cites, ...origin.cites])] } };
      } else if (!origin && !isRung(from)) mine = { ...statement, origin: { role: from.id, cites } };
      statements.set(id, mine);
      taken.set(id, mine);
    }
  }
}

const isRung = (node: Node): node is Rung => Array.isArray(node);
