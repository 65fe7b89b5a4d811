/**
 * What a role takes over: from the roles that it includes, and on a cumulative ladder from those below it.
 */
import { type Catalog, roleOf } from './catalog.ts';
import { PmrolesError } from './errors.ts';
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

/** Statements taken over from role to role, all together; a ladder that carries more has been made to be slow. */
export const MOST_CARRIED = 3_000_000;

/** The roles of one rank on one track of a cumulative ladder: what is said of them holds for the rank above. */
type Rung = readonly Role[];

/** What is said of a role or a rung and of all below it, by id. */
export interface Carried {
  readonly responsibilities: Map<string, ExpectedResponsibility>;
  readonly requirements: Map<string, ExpectedRequirement>;
}

/** What was worked out of a ladder, so that a route through many roles works each of them out once. */
interface Memory {
  readonly carried: Map<Role | Rung, Carried>;
  /** Of a cumulative ladder: the rung below each role's own. */
  readonly below: ReadonlyMap<Role, Rung>;
  /** How many statements have been taken over so far. */
  work: number;
}

const memories = new WeakMap<Catalog, Memory>();

function memoryOf(catalog: Catalog): Memory {
  let memory = memories.get(catalog);
  if (!memory) {
    memory = { carried: new Map(), below: rungsBelow(catalog), work: 0 };
    memories.set(catalog, memory);
  }
  return memory;
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

/** Something that a role takes over: all of a rung, or what it names of another role. */
interface Takeover {
  readonly from: Role | Rung;
  readonly of: readonly Included[];
  readonly cites: readonly Cite[];
}

function takeoversOf(catalog: Catalog, { below }: Memory, node: Role | Rung): Takeover[] {
  if (isRung(node)) return node.map((role) => ({ from: role, of: INCLUDED, cites: [] }));
  const named = node.includes.map(({ role, of, cites }): Takeover => ({ from: roleOf(catalog, role), of, cites }));
  const rung = below.get(node);
  return rung ? [...named, { from: rung, of: INCLUDED, cites: [] }] : named;
}

/**
 * Works out what a role has from what those below it have, the lowest first; no recursion, since a ladder may be as high as it
 * is large. Where there is a circle, what was worked out on the way is of no use to anybody else.
 *
 * @throws PmrolesError `ladder-invalid` when more than `MOST_CARRIED` statements are taken over
 */
export function carriedTo(catalog: Catalog, target: Role): Carried {
  const memory = memoryOf(catalog);
  const found = new Map<Role | Rung, Carried>();
  const known = (node: Role | Rung): Carried | undefined => memory.carried.get(node) ?? found.get(node);
  const open = new Set<Role | Rung>([target]);
  const stack = [{ node: target as Role | Rung, takeovers: takeoversOf(catalog, memory, target), next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const from = top.takeovers[top.next++]?.from;
    if (from === undefined) {
      found.set(top.node, merge(catalog, memory, top.node, top.takeovers, known));
      open.delete(top.node);
      stack.pop();
    } else if (open.has(from)) {
      return carriedRound(catalog, memory, target);
    } else if (!known(from)) {
      open.add(from);
      const takeovers = takeoversOf(catalog, memory, from);
      count(memory, takeovers.length);
      stack.push({ node: from, takeovers, next: 0 });
    }
  }
  for (const [node, carried] of found) memory.carried.set(node, carried);
  return found.get(target)!;
}

function merge(
  catalog: Catalog,
  memory: Memory,
  node: Role | Rung,
  takeovers: readonly Takeover[],
  known: (node: Role | Rung) => Carried | undefined,
): Carried {
  const own = isRung(node) ? { responsibilities: [], requirements: [] } : node;
  const responsibilities = new Map<string, ExpectedResponsibility>(own.responsibilities.map((r) => [r.id, r]));
  const requirements = new Map<string, ExpectedRequirement>(own.requirements.map((r) => [r.skill, r]));
  const settled = new Set(requirements.keys());
  for (const { from, of, cites } of takeovers) {
    const carried = known(from)!;
    count(memory, carried.responsibilities.size + carried.requirements.size);
    for (const [id, responsibility] of of.includes('responsibilities') ? carried.responsibilities : []) {
      if (!responsibilities.has(id))
        responsibilities.set(id, takenOver<ExpectedResponsibility>(memory, responsibility, from, cites));
    }
    for (const [skill, requirement] of of.includes('skills') ? carried.requirements : []) {
      if (settled.has(skill)) continue;
      const other = requirements.get(skill);
      if (other && weightOf(catalog, other) >= weightOf(catalog, requirement)) continue;
      requirements.set(skill, takenOver<ExpectedRequirement>(memory, requirement, from, cites));
    }
  }
  return { responsibilities, requirements };
}

/** A way to a role over others, and the skills that they speak of. */
interface Way {
  readonly skills: ReadonlySet<string>;
  readonly before: Way | undefined;
}

/** The same where roles include one another in a circle: a walk from the role itself that passes each other one once. */
function carriedRound(catalog: Catalog, memory: Memory, role: Role): Carried {
  const start = merge(catalog, memory, role, [], () => undefined);
  const { responsibilities, requirements } = start;
  const settled = new Set(requirements.keys());
  const seen = new Set(INCLUDED.map((what) => `${role.id} ${what}`));
  const takeovers = (of: Role): Takeover[] =>
    takeoversOf(catalog, memory, of).flatMap((takeover) =>
      isRung(takeover.from) ? takeoversOf(catalog, memory, takeover.from) : [takeover],
    );
  const queue = takeovers(role).map((takeover) => ({ ...takeover, way: undefined as Way | undefined }));
  // A list that grows while it is walked.
  for (const { from, of: wanted, cites, way } of queue) {
    const included = from as Role;
    const of = wanted.filter((what) => !seen.has(`${included.id} ${what}`));
    if (of.length === 0) continue;
    for (const what of of) seen.add(`${included.id} ${what}`);
    count(memory, included.responsibilities.length + included.requirements.length);
    for (const responsibility of of.includes('responsibilities') ? included.responsibilities : []) {
      if (responsibilities.has(responsibility.id)) continue;
      responsibilities.set(
        responsibility.id,
        takenOver<ExpectedResponsibility>(memory, responsibility, included, cites),
      );
    }
    for (const requirement of of.includes('skills') ? included.requirements : []) {
      const { skill } = requirement;
      // A role between the two that speaks of the skill itself has the last word.
      if (settled.has(skill) || spokenOf(memory, way, skill)) continue;
      const known = requirements.get(skill);
      if (known && weightOf(catalog, known) >= weightOf(catalog, requirement)) continue;
      requirements.set(skill, takenOver<ExpectedRequirement>(memory, requirement, included, cites));
    }
    const on = { skills: new Set(included.requirements.map(({ skill }) => skill)), before: way };
    for (const further of takeovers(included)) {
      // A step is the work of two statements; where each role includes each other one, there are more steps than statements.
      count(memory, 2 + cites.length);
      const left = further.of.filter((what) => of.includes(what) && !seen.has(`${(further.from as Role).id} ${what}`));
      if (left.length === 0) continue;
      queue.push({ from: further.from, of: left, cites: [...new Set([...cites, ...further.cites])], way: on });
    }
  }
  return start;
}

function spokenOf(memory: Memory, way: Way | undefined, skill: string): boolean {
  for (let here = way; here; here = here.before) {
    count(memory, 1);
    if (here.skills.has(skill)) return true;
  }
  return false;
}

function count(memory: Memory, statements: number): void {
  memory.work += statements;
  if (memory.work <= MOST_CARRIED) return;
  throw new PmrolesError(
    'ladder-invalid',
    `the roles of the ladder take over more than ${MOST_CARRIED} statements from one another`,
    { hint: 'fewer roles on a track of a cumulative ladder, or fewer inclusions, would do' },
  );
}

/** A statement with where it comes from. What came through one inclusion goes on leaning on what said so first. */
function takenOver<T extends { readonly origin?: Origin }>(
  memory: Memory,
  statement: T,
  from: Role | Rung,
  cites: readonly Cite[],
): T {
  const { origin } = statement;
  if (origin) {
    if (cites.length === 0) return statement;
    count(memory, origin.cites.length);
    return { ...statement, origin: { role: origin.role, cites: [...new Set([...cites, ...origin.cites])] } };
  }
  // A rung's statements have their origin.
  return isRung(from) ? statement : { ...statement, origin: { role: from.id, cites } };
}

const isRung = (node: Role | Rung): node is Rung => Array.isArray(node);

/** Of two included requirements the weightier one stands: a need before "not applicable", a higher level before a lower one. */
function weightOf(catalog: Catalog, requirement: Requirement): number {
  return requirement.notApplicable === true ? -2 : (catalog.levelOrder.get(requirement.level ?? '') ?? -1);
}
