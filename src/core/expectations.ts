/**
 * All that a role answers for and needs: what is said of the role itself, and what it takes over from other roles.
 */
import { type Catalog, roleOf } from './catalog.ts';
import { type Cite, INCLUDED, type Included, type Requirement, type Responsibility, type Role } from './model.ts';

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

/** What a role answers for and needs. Its own statements come first, what it takes over follows. */
export interface Expectations {
  readonly responsibilities: readonly ExpectedResponsibility[];
  readonly requirements: readonly ExpectedRequirement[];
  /** The requirements without those that are stated not to apply. */
  readonly needed: readonly ExpectedRequirement[];
}

/**
 * Collects what a role answers for and needs, with what it includes from other roles.
 *
 * Where a role and one that it includes speak of the same responsibility or skill, the role's own statement stands; of two
 * included ones the higher level stands. Roles that include each other in a circle are legal, each is taken once.
 *
 * @param catalog the ladder
 * @param role one of its roles
 * @returns the expectations
 */
export function expectationsOf(catalog: Catalog, role: Role): Expectations {
  const { expectations } = memoryOf(catalog);
  let known = expectations.get(role.id);
  if (!known) expectations.set(role.id, (known = collect(catalog, role)));
  return known;
}

/** What was worked out of a ladder, so that a route through many roles works it out once for each. */
interface Memory {
  readonly expectations: Map<string, Expectations>;
  /** Of a cumulative ladder: by track, the roles of each rank, the lowest rank first. */
  readonly rungs: ReadonlyMap<string | undefined, readonly (readonly Role[])[]>;
}

const memories = new WeakMap<Catalog, Memory>();

function memoryOf(catalog: Catalog): Memory {
  let memory = memories.get(catalog);
  if (!memory) memories.set(catalog, (memory = { expectations: new Map(), rungs: rungsOf(catalog) }));
  return memory;
}

function rungsOf({ ladder }: Catalog): Memory['rungs'] {
  const rungs = new Map<string | undefined, Role[][]>();
  if (!ladder.cumulative) return rungs;
  // Roles are sorted by rank.
  for (const role of ladder.roles) {
    const track = rungs.get(role.track);
    const top = track?.at(-1);
    if (top?.[0]?.rank === role.rank) top.push(role);
    else if (track) track.push([role]);
    else rungs.set(role.track, [[role]]);
  }
  return rungs;
}

function collect(catalog: Catalog, role: Role): Expectations {
  const responsibilities = new Map<string, ExpectedResponsibility>(role.responsibilities.map((r) => [r.id, r]));
  const requirements = new Map<string, ExpectedRequirement>(role.requirements.map((r) => [r.skill, r]));
  const own = new Set(requirements.keys());
  const queue = includedBy(catalog, role);
  const seen = new Set([`${role.id} responsibilities`, `${role.id} skills`]);
  for (let inclusion = queue.shift(); inclusion; inclusion = queue.shift()) {
    const { origin } = inclusion;
    const of = inclusion.of.filter((what) => !seen.has(`${origin.role} ${what}`));
    if (of.length === 0) continue;
    for (const what of inclusion.of) seen.add(`${origin.role} ${what}`);
    const included = roleOf(catalog, origin.role);
    for (const responsibility of of.includes('responsibilities') ? included.responsibilities : []) {
      if (!responsibilities.has(responsibility.id))
        responsibilities.set(responsibility.id, { ...responsibility, origin });
    }
    for (const requirement of of.includes('skills') ? included.requirements : []) {
      // A role between the two that speaks of the skill itself has the last word.
      if (own.has(requirement.skill) || inclusion.settled.has(requirement.skill)) continue;
      const known = requirements.get(requirement.skill);
      if (known && weightOf(catalog, known) >= weightOf(catalog, requirement)) continue;
      requirements.set(requirement.skill, { ...requirement, origin });
    }
    // What came through one inclusion goes on leaning on what said so first.
    for (const further of includedBy(catalog, included)) {
      queue.push({
        origin: { role: further.origin.role, cites: [...new Set([...origin.cites, ...further.origin.cites])] },
        of: further.of.filter((what) => of.includes(what)),
        settled: new Set([...inclusion.settled, ...included.requirements.map((requirement) => requirement.skill)]),
      });
    }
  }
  const all = [...requirements.values()];
  return {
    responsibilities: [...responsibilities.values()],
    requirements: all,
    needed: all.filter((requirement) => requirement.notApplicable !== true),
  };
}

const NONE: ReadonlySet<string> = new Set();

interface Takeover {
  readonly origin: Origin;
  readonly of: readonly Included[];
  /** Skills that roles on the way here speak of themselves. */
  readonly settled: ReadonlySet<string>;
}

/** What a role takes over: from those it names, and on a cumulative ladder from those one rank below on its track. */
function includedBy(catalog: Catalog, role: Role): Takeover[] {
  const named = role.includes.map(({ role: id, of, cites }): Takeover => ({
    origin: { role: id, cites },
    of,
    settled: NONE,
  }));
  if (!catalog.ladder.cumulative) return named;
  const rungs = memoryOf(catalog).rungs.get(role.track) ?? [];
  const next = rungs[rungs.findIndex(([first]) => first?.rank === role.rank) - 1] ?? [];
  return [
    ...named,
    ...next.map((other): Takeover => ({ origin: { role: other.id, cites: [] }, of: INCLUDED, settled: NONE })),
  ];
}

/** Where a requirement's level stands in the scale; -1 where it has none. */
export function levelOf(catalog: Catalog, requirement: Requirement): number {
  return requirement.level === undefined ? -1 : (catalog.levelOrder.get(requirement.level) ?? -1);
}

/** Of two included requirements the weightier one stands: a need before "not applicable", a higher level before a lower one. */
function weightOf(catalog: Catalog, requirement: Requirement): number {
  return requirement.notApplicable === true ? -2 : levelOf(catalog, requirement);
}
