/**
 * What differs between two states of one ladder, by ids: an id is the same thing, whatever it is called.
 */
import type { Ladder, Level, Progression, Requirement, Role } from './model.ts';

/** What was added, what is gone, and what has the same id under another name. */
export interface NameChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** What changed in a role that both states have, in names as they are now. */
export interface RoleChanges {
  readonly title: string;
  readonly skillsAdded: readonly string[];
  readonly skillsRemoved: readonly string[];
  /** Levels by their titles; undefined where none is said. */
  readonly levels: readonly { readonly skill: string; readonly from?: string; readonly to?: string }[];
  readonly responsibilitiesAdded: readonly string[];
  readonly responsibilitiesRemoved: readonly string[];
  /** What else differs: rank, track, summary, aliases, notes, wording. */
  readonly other: readonly string[];
}

/** Everything that differs; every list is empty where nothing does. */
export interface LadderChanges {
  readonly roles: NameChanges;
  readonly skills: NameChanges;
  readonly inRoles: readonly RoleChanges[];
  readonly movesAdded: readonly string[];
  readonly movesRemoved: readonly string[];
  /** What else differs: the scale, tracks, areas, what skills mean, the quiz. */
  readonly other: readonly string[];
}

/** Compares two states of a ladder. */
export function changesOf(before: Ladder, after: Ladder): LadderChanges {
  const old = new Map(before.roles.map((role) => [role.id, role]));
  const titles = new Map([...before.roles, ...after.roles].map(({ id, title }) => [id, title]));
  const move = ({ from, to, kind }: Progression): string =>
    `${titles.get(from)} → ${titles.get(to)}${kind === 'promotion' ? '' : ` (${kind})`}`;
  const moves = { before: new Set(before.progressions.map(move)), after: new Set(after.progressions.map(move)) };
  const parts = {
    levels: 'the scale of levels',
    tracks: 'tracks',
    areas: 'areas',
    skills: 'what skills mean or belong to',
    sources: 'sources',
    contrasts: 'contrasts',
    disagreements: 'disagreements',
    related: 'related responsibilities',
    quiz: 'the quiz',
    notes: 'notes',
    summary: 'the summary',
    language: 'the language',
    cumulative: 'whether roles add to those below them',
    version: 'the version',
    progressions: 'what moves rest on or note',
    title: 'the title',
  } as const;
  return {
    roles: namesOf(before.roles, after.roles, ({ title }) => title),
    skills: namesOf(before.skills, after.skills, ({ name }) => name),
    inRoles: after.roles.flatMap((role) => {
      const known = old.get(role.id);
      const changes = known && changesInRole(known, role, before, after);
      return changes ? [changes] : [];
    }),
    movesAdded: [...moves.after].filter((one) => !moves.before.has(one)),
    movesRemoved: [...moves.before].filter((one) => !moves.after.has(one)),
    other: (Object.keys(parts) as (keyof typeof parts)[]).flatMap((key) => {
      const [was, is] =
        key === 'skills'
          ? [skillsBut(before, after), skillsBut(after, before)]
          : key === 'progressions'
            ? [movesBut(before, after), movesBut(after, before)]
            : [before[key], after[key]];
      return isSame(was, is) ? [] : [parts[key]];
    }),
  };
}

/** Tells whether nothing differs. */
export function isUnchanged({ roles, skills, inRoles, movesAdded, movesRemoved, other }: LadderChanges): boolean {
  return (
    [roles, skills].flatMap(({ added, removed, renamed }) => [...added, ...removed, ...renamed]).length +
      inRoles.length +
      movesAdded.length +
      movesRemoved.length +
      other.length ===
    0
  );
}

/** What is said of the skills that both have, but for their names, which are told apart. */
function skillsBut(ladder: Ladder, other: Ladder): unknown {
  const shared = new Set(other.skills.map(({ id }) => id));
  return ladder.skills
    .filter(({ id }) => shared.has(id))
    .map((skill) => ({ ...skill, name: '' }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What is said of the moves that both have, apart from their ends and kinds. */
function movesBut(ladder: Ladder, other: Ladder): unknown {
  const keyOf = ({ from, to, kind }: Progression): string => `${from} ${to} ${kind}`;
  const shared = new Set(other.progressions.map(keyOf));
  return ladder.progressions
    .filter((move) => shared.has(keyOf(move)))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function namesOf<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (entry: T) => string,
): NameChanges {
  const old = new Map(before.map((entry) => [entry.id, nameOf(entry)]));
  const now = new Map(after.map((entry) => [entry.id, nameOf(entry)]));
  return {
    added: [...now].filter(([id]) => !old.has(id)).map(([, name]) => name),
    removed: [...old].filter(([id]) => !now.has(id)).map(([, name]) => name),
    renamed: [...now].flatMap(([id, to]) => {
      const from = old.get(id);
      return from === undefined || from === to ? [] : [{ from, to }];
    }),
  };
}

function changesInRole(was: Role, is: Role, before: Ladder, after: Ladder): RoleChanges | undefined {
  const skillNames = new Map([...before.skills, ...after.skills].map(({ id, name }) => [id, name]));
  const levelsOf = ({ levels }: Ladder): Map<string, string> =>
    new Map(levels.map(({ id, title }: Level) => [id, title]));
  const [oldLevels, newLevels] = [levelsOf(before), levelsOf(after)];
  const old = new Map(was.requirements.map((need) => [need.skill, need]));
  const now = new Map(is.requirements.map((need) => [need.skill, need]));
  const levels = [...now].flatMap(([skill, need]) => {
    const known = old.get(skill);
    if (!known || known.level === need.level) return [];
    return [{ skill: skillNames.get(skill)!, ...levelAs('from', oldLevels, known), ...levelAs('to', newLevels, need) }];
  });
  const [oldDuties, newDuties] = [was, is].map(
    ({ responsibilities }) => new Map(responsibilities.map(({ id, text }) => [id, text])),
  ) as [Map<string, string>, Map<string, string>];
  const wording = [...now].some(
    ([skill, need]) => old.has(skill) && !isSame({ ...old.get(skill), level: 0 }, { ...need, level: 0 }),
  );
  const reworded = [...newDuties].some(([id, text]) => oldDuties.has(id) && oldDuties.get(id) !== text);
  const other = [
    ...(['rank', 'track', 'summary', 'aliases', 'notes', 'includes'] as const).filter(
      (key) => !isSame(was[key], is[key]),
    ),
    ...(wording ? ['wording of skills'] : []),
    ...(reworded ? ['wording of responsibilities'] : []),
  ];
  const changes: RoleChanges = {
    title: is.title,
    skillsAdded: [...now.keys()].filter((id) => !old.has(id)).map((id) => skillNames.get(id)!),
    skillsRemoved: [...old.keys()].filter((id) => !now.has(id)).map((id) => skillNames.get(id)!),
    levels,
    responsibilitiesAdded: [...newDuties].filter(([id]) => !oldDuties.has(id)).map(([, text]) => text),
    responsibilitiesRemoved: [...oldDuties].filter(([id]) => !newDuties.has(id)).map(([, text]) => text),
    other,
  };
  const lists = Object.values(changes).filter((value) => typeof value !== 'string');
  return lists.every((list) => (list as readonly unknown[]).length === 0) ? undefined : changes;
}

function levelAs(
  key: 'from' | 'to',
  titles: ReadonlyMap<string, string>,
  { level }: Requirement,
): { readonly from?: string; readonly to?: string } {
  return level === undefined ? {} : { [key]: titles.get(level) ?? level };
}

/** The same in all that is said, whatever the order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
