/**
 * What changed in a role that both versions have.
 *
 * It is told where it is stated: what a role inherits is told of the role that it is inherited from, and not again of every role
 * above that. Only what a role itself states, or no longer states, is held against all that it has, inherited or not: a statement
 * that moves to where it is inherited from changes nothing for the person.
 */
import { expectationsOf } from '../expectations.ts';
import { INCLUDED, type Requirement, type Responsibility, type Role } from '../model.ts';
import type { Change, Named } from './change.ts';
import { besides, isSame, type Value } from './differences.ts';
import { changeOfGroup, faceted, isReordered, partChanges, type Version, type Versions } from './versions.ts';

type About = 'skill' | 'responsibility';

/** A responsibility or a requirement of a role. */
interface Stated {
  readonly id: string;
  readonly says: Responsibility | Requirement;
  /** The role that it is inherited from; absent where the role itself says it. */
  readonly origin?: string | undefined;
}

export function roleChanges(versions: Versions, was: Role, is: Role): Change[] {
  if (isSame(was, is)) return [];
  const { before, after } = versions;
  const at = { about: 'role', was: before.named('role', is.id), is: after.named('role', is.id) } as const;
  return [
    ...partChanges(versions, at, ownFacets(was, before, after), ownFacets(is, after, before)),
    ...statementChanges(versions, 'responsibility', was, is),
    ...statementChanges(versions, 'skill', was, is),
  ];
}

/** What is said of the role as a whole. */
function ownFacets(role: Role, { titles }: Version, other: Version): object {
  const { summary, includes, notes } = role;
  const label = ({ role: included, of }: (typeof includes)[number]): string => {
    const title = titles.role.get(included)!;
    return isSame(of, INCLUDED) ? title : `${title} (${of.length === 0 ? 'nothing' : of.join(' and ')})`;
  };
  return {
    ...besides(
      faceted(role, (id) => other.has('role', id)),
      'id title responsibilities requirements',
    ),
    summary: summary.text,
    includes: includes.map(label),
    notes: notes.map(({ text }) => text),
    cites: [summary, ...includes, ...notes].map(({ cites, editorial }) => [cites, editorial]),
  };
}

function statementChanges(versions: Versions, about: About, was: Role, is: Role): Change[] {
  const { before, after, successors } = versions;
  const [old, now] = [statedIn(was, about), statedIn(is, about)];
  const at = { about, role: after.named('role', is.id)[0]! };
  const told = new Set<string>();
  const { several } = successors[about];
  const groups = [
    ...[...old.keys()].flatMap((id) => several.was.get(id) ?? []),
    ...[...now.keys()].flatMap((id) => several.is.get(id) ?? []),
  ];
  const grouped = [...new Set(groups)].flatMap((group): Change[] => {
    const from = group.was.flatMap(({ id }) => old.get(id) ?? []);
    const to = group.is.flatMap(({ id }) => now.get(id) ?? []);
    const ids = [...from, ...to].map(({ id }) => id);
    // What is there all along is compared with itself, and what nothing took the place of is gone.
    if (from.length === 0 || to.length === 0 || new Set(ids).size * 2 === ids.length) return [];
    for (const id of ids) told.add(id);
    const says = [...from, ...to].map((stated) => ({ ...stated.says, skill: '' }));
    const isWhole = from.length === group.was.length && to.length === group.is.length;
    // As the old one was needed, so are the new ones: the skill itself tells of it.
    if (about === 'skill' && isWhole && says.every((one) => isSame(one, says[0]))) return [];
    const named = { was: from.map((one) => namedAs(before, one)), is: to.map((one) => namedAs(after, one)) };
    const change = { ...at, change: changeOfGroup(group), ...named };
    const details = [...from.map((one) => detailOf(before, one)), ...to.map((one) => detailOf(after, one))];
    if (details.every((detail) => isSame(detail, details[0]))) return [change];
    const label = (side: Version, all: readonly Stated[]): Value => ({
      text: all.map((one) => labelled(side, one)).join(', '),
    });
    return [{ ...change, part: 'level', from: label(before, from), to: label(after, to) }];
  });
  const ids = [...new Set([...old.keys(), ...now.keys()])].filter((id) => !told.has(id));
  const isStatedElsewhere = ids.some((id) => old.has(id) !== now.has(id));
  const [heritage, inheritance] = isStatedElsewhere
    ? [inherited(before, about, was.id), inherited(after, about, is.id)]
    : [new Map<string, Stated>(), new Map<string, Stated>()];
  const plain = ids.flatMap((id): Change[] => {
    const from = old.get(id) ?? heritage.get(id);
    const to = now.get(id) ?? inheritance.get(id);
    if (from?.origin === to?.origin && isSame(from?.says, to?.says)) return [];
    const named = { was: from ? [namedAs(before, from)] : [], is: to ? [namedAs(after, to)] : [] };
    if (from && to) return statedChanges(versions, { ...at, ...named }, from, to);
    const [level, key] = from ? [detailOf(before, from), 'from'] : [detailOf(after, to!), 'to'];
    return [{ ...at, change: from ? 'removed' : 'added', ...named, ...(level && { part: 'level', [key]: level }) }];
  });
  const role = { role: at.role, was: before.named('role', is.id), is: [at.role] };
  const isMixed = isReordered([...old.keys()], [...now.keys()]);
  return [
    ...grouped,
    ...plain,
    ...(isMixed ? [{ ...role, about: 'role', change: 'reordered', part: `order of ${about}` } as const] : []),
  ];
}

function statedChanges(
  versions: Versions,
  at: Pick<Change, 'about' | 'role' | 'was' | 'is'>,
  from: Stated,
  to: Stated,
): Change[] {
  const { before, after } = versions;
  const facets = ({ says }: Stated, other: Version): object =>
    besides(
      faceted(says, (id) => other.has('responsibility', id)),
      'id skill',
    );
  const parts = partChanges(versions, at, facets(from, after), facets(to, before)).map((change): Change => {
    if (change.part !== 'level' || !change.from || !change.to) return change;
    return { ...change, change: direction(versions, from.says as Requirement, to.says as Requirement) };
  });
  if (parts.length > 0 || from.origin === to.origin) return parts;
  const valueOf = ({ named }: Version, { origin = '' }: Stated, key: 'from' | 'to') =>
    named('role', origin).map(({ id, title }) => ({ [key]: { id, text: title } }));
  const [origins = {}] = valueOf(before, from, 'from');
  const [heirs = {}] = valueOf(after, to, 'to');
  return [{ ...at, change: 'restated', part: 'origin', ...origins, ...heirs }];
}

/** Whether a level is higher or lower than another one, by the scales that have both. */
function direction({ before, after }: Versions, from: Requirement, to: Requirement): 'raised' | 'lowered' | 'changed' {
  const steps = [before, after].flatMap(({ catalog: { levelOrder } }) => {
    const [old, now] = [levelOrder.get(from.level!), levelOrder.get(to.level!)];
    return old === undefined || now === undefined ? [] : [now > old];
  });
  if (steps.length === 0 || steps.includes(!steps[0])) return 'changed';
  return steps[0] === true ? 'raised' : 'lowered';
}

function statedIn({ responsibilities, requirements }: Role, about: About): ReadonlyMap<string, Stated> {
  const all =
    about === 'skill'
      ? requirements.map((says) => ({ id: says.skill, says }))
      : responsibilities.map((says) => ({ id: says.id, says }));
  return new Map(all.map((stated) => [stated.id, stated]));
}

/** What a role has from other ones. */
function inherited({ catalog }: Version, about: About, id: string): ReadonlyMap<string, Stated> {
  const role = catalog.roles.get(id)!;
  if (!catalog.ladder.cumulative && role.includes.length === 0) return new Map();
  const { requirements, responsibilities } = expectationsOf(catalog, role);
  const all = about === 'skill' ? requirements : responsibilities;
  return new Map(
    all.flatMap(({ origin, ...says }) => {
      const own = 'skill' in says ? says.skill : says.id;
      return origin ? [[own, { id: own, says, origin: origin.role }] as const] : [];
    }),
  );
}

function namedAs({ named }: Version, { id, says }: Stated): Named {
  if ('skill' in says) return named('skill', id)[0]!;
  // Roles that share a responsibility may each word it their own way.
  return { id: named('responsibility', id)[0]!.id, title: says.text };
}

/** How much of a skill, and how much it matters. */
function detailOf({ named }: Version, { says }: Stated): Value | undefined {
  if (!('skill' in says)) return undefined;
  if (says.notApplicable === true) return { text: 'not applicable' };
  const [level] = says.level === undefined ? [] : named('level', says.level);
  const words = [level?.title, says.importance].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : { ...(level && { id: level.id }), text: words.join(', ') };
}

function labelled(version: Version, stated: Stated): string {
  const { title } = namedAs(version, stated);
  const detail = detailOf(version, stated);
  return detail ? `${title} (${detail.text})` : title;
}
