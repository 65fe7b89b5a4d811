/**
 * What differs between two versions of a ladder, by ids: an id is the same thing, whatever it is called, and another id is the same
 * thing where the ladder says so (`replaces`). Nothing that differs is left out.
 */
import { groupBy } from '../group-by.ts';
import type { Ladder, Progression, Role, Skill } from '../model.ts';
import type { Change, Named } from './change.ts';
import { besides, isSame } from './differences.ts';
import { roleChanges } from './role-changes.ts';
import { type Kind, KINDS } from './entries.ts';
import { changeOfGroup, faceted, isReordered, partChanges, type Versions, versionsOf } from './versions.ts';

/** A version of a ladder, by what it is called. */
export type LadderName = Pick<Ladder, 'id' | 'version' | 'title'>;

export interface LadderChanges {
  readonly old: LadderName;
  readonly now: LadderName;
  /** Empty where nothing differs. */
  readonly changes: readonly Change[];
}

/** Compares two versions of a ladder. */
export function changesOf(old: Ladder, now: Ladder): LadderChanges {
  const versions = versionsOf(old, now);
  const was = versions.before.catalog.ladder;
  const nameOf = ({ id, version, title }: Ladder): LadderName => ({ id, version, title });
  const titled = (skills: readonly Skill[]) => skills.map(({ name, ...rest }) => ({ ...rest, title: name }));
  const list = (about: Change['about'], before: readonly Named[], after: readonly Named[]): Change[] =>
    listChanges(versions, about, before, after);
  return {
    old: nameOf(old),
    now: nameOf(now),
    changes: [
      ...partChanges(versions, { about: 'ladder', was: [], is: [] }, wholeFacets(was), wholeFacets(now)),
      ...KINDS.flatMap((kind) => successionChanges(versions, kind)),
      ...list('level', was.levels, now.levels),
      ...list('track', was.tracks, now.tracks),
      ...list('area', was.areas, now.areas),
      ...list('role', was.roles.map(bare), now.roles.map(bare)),
      ...list('skill', titled(was.skills), titled(now.skills)),
      ...levelTexts(versions, was, now),
      ...inRoles(versions, was, now),
      ...moveChanges(versions, was, now),
      ...list('source', was.sources, now.sources),
      ...list('disagreement', was.disagreements, now.disagreements),
      ...list('related', was.related, now.related),
    ],
  };
}

/** What is said of the ladder as a whole; a key that is not known here is compared as well. */
function wholeFacets(ladder: Ladder): object {
  return {
    ...besides(ladder, 'tracks areas levels skills sources roles progressions disagreements related'),
    notes: ladder.notes.map(({ text }) => text),
    cites: ladder.notes.map(({ cites, editorial }) => [cites, editorial]),
  };
}

/** Of a role that both have, what it says is told on its own. */
const bare = ({ id, title, summary }: Role): Named => ({ id, title, ...{ description: summary.text } });

/** What took the place of what. */
function successionChanges({ successors }: Versions, about: Kind): Change[] {
  const named = ({ id, title }: Named): Named => ({ id, title });
  const { groups, guesses } = successors[about];
  return [
    ...groups.map((group) => ({ group, change: changeOfGroup(group) })),
    ...guesses.map((group) => ({ group, change: 'guessed' as const })),
  ].map(({ group, change }) => ({ about, change, was: group.was.map(named), is: group.is.map(named) }));
}

/** What is new, gone, called otherwise or in another order in a list of the ladder, and what else is said of each entry. */
function listChanges(
  versions: Versions,
  about: Change['about'],
  old: readonly Named[],
  now: readonly Named[],
): Change[] {
  const { before, after, successors } = versions;
  const kind = KINDS.find((one) => one === about);
  const { several } = kind ? successors[kind] : {};
  const [was, is] = [new Map(old.map((one) => [one.id, one])), new Map(now.map((one) => [one.id, one]))];
  const ids = [...new Set([...is.keys(), ...was.keys()])];
  const changes = ids.flatMap((id): Change[] => {
    const [from, to] = [was.get(id), is.get(id)];
    const named = (entry: Named | undefined, side: typeof before): readonly Named[] =>
      entry === undefined ? [] : kind ? side.named(kind, id) : [{ id, title: entry.title }];
    const at = { about, was: named(from, before), is: named(to, after) };
    if (!to) return several?.was.has(id) ? [] : [{ ...at, change: 'removed', ...described('from', from!) }];
    if (!from) return several?.is.has(id) ? [] : [{ ...at, change: 'added', ...described('to', to) }];
    const isRenamed = from.title !== to.title && at.was[0]!.id === at.is[0]!.id;
    const facets = (entry: Named, other: typeof before): object =>
      besides(
        faceted(entry, (old) => kind !== undefined && other.has(kind, old)),
        `id title${about === 'skill' ? ' levels' : ''}`,
      );
    return [
      ...(isRenamed ? [{ ...at, change: 'renamed' } as const] : []),
      ...(about === 'role' ? [] : partChanges(versions, at, facets(from, after), facets(to, before))),
    ];
  });
  const mixed = about !== 'role' && isReordered([...was.keys()], [...is.keys()]);
  return [...changes, ...(mixed ? [{ about, change: 'reordered', was: [], is: [], part: 'order' } as const] : [])];
}

/** What is new or gone is told with what it is about. */
function described(key: 'from' | 'to', entry: Named & { readonly description?: string }): Partial<Change> {
  const { description = '' } = entry;
  return description === '' ? {} : { part: 'description', [key]: { text: description } };
}

/** What a level of a skill looks like. */
function levelTexts(versions: Versions, old: Ladder, now: Ladder): Change[] {
  const { before, after } = versions;
  const is = new Map(now.skills.map((skill) => [skill.id, skill]));
  return old.skills.flatMap((was) => {
    const skill = is.get(was.id);
    if (!skill || isSame(was.levels, skill.levels)) return [];
    const at = { about: 'skill', was: before.named('skill', was.id), is: after.named('skill', was.id) } as const;
    return partChanges(versions, at, was.levels ?? {}, skill.levels ?? {}).map(({ part = '', ...change }) => {
      const [level] = [...after.named('level', part), ...before.named('level', part)];
      return { ...change, change: 'reworded', part: 'levels', ...(level && { level }) };
    });
  });
}

function inRoles(versions: Versions, old: Ladder, now: Ladder): Change[] {
  const was = new Map(old.roles.map((role) => [role.id, role]));
  const pairs = now.roles.flatMap((is): [Role, Role][] => (was.has(is.id) ? [[was.get(is.id)!, is]] : []));
  const isOtherOrder = pairs
    .toSorted(([a], [b]) => a.rank - b.rank)
    .some(([from, to], index, all) => {
      const [before, after] = all[index - 1] ?? [from, to];
      return Math.sign(from.rank - before.rank) !== Math.sign(to.rank - after.rank);
    });
  return pairs
    .flatMap(([from, to]) => roleChanges(versions, from, to))
    .map((change) =>
      change.about === 'role' && change.part === 'rank' && !isOtherOrder ? { ...change, change: 'renumbered' } : change,
    );
}

/** Moves between the same roles are one, known from several sources. */
function moveChanges(versions: Versions, old: Ladder, now: Ladder): Change[] {
  const ends = ({ from, to }: Progression): string => `${from} ${to}`;
  const [was, is] = [groupBy(old.progressions, ends), groupBy(now.progressions, ends)];
  const named = ({ named: called }: Versions['before'], moves: readonly Progression[] = []): Named[] => {
    const [first] = moves;
    if (!first) return [];
    const [from, to] = [called('role', first.from)[0]!, called('role', first.to)[0]!];
    const kinds = [...new Set(moves.map(({ kind }) => kind))].join(' or ');
    const note = kinds === 'promotion' ? '' : ` (${kinds})`;
    return [{ id: `${from.id} → ${to.id}`, title: `${from.title} → ${to.title}${note}` }];
  };
  const facets = (moves: readonly Progression[]): object => ({
    kind: [...new Set(moves.map(({ kind }) => kind))].join(' or '),
    note: moves.flatMap(({ note }) => note ?? []),
    cites: moves.map(({ kind, basis, cites, note }) => [kind, basis, cites, note]),
  });
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key): Change[] => {
    const [from, to] = [was.get(key), is.get(key)];
    if (isSame(from, to)) return [];
    const at = { about: 'move', was: named(versions.before, from), is: named(versions.after, to) } as const;
    if (!from || !to) return [{ ...at, change: from ? 'removed' : 'added' }];
    const parts = partChanges(versions, at, facets(from), facets(to));
    // A kind and a note are told by their names; how a move is known is left to say where nothing else differs.
    return parts.length > 1 ? parts.filter(({ part }) => part !== 'cites') : parts;
  });
}
