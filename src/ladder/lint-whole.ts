/**
 * What a ladder defines and nothing uses, and what its roles take over from one another.
 */
import { findCycles } from '../core/routes/cycles.ts';
import { responsibilityId } from '../core/ids.ts';
import { INCLUDED } from '../core/model.ts';
import type { Findings, Place } from './diagnostics.ts';
import { type Draft, each, within } from './draft.ts';
import { circleText } from './lint-moves.ts';
import { type Kind, visitReferences } from './references.ts';

/** Tells of roles that include one another in a circle, and of what makes little sense on a cumulative ladder. */
export function lintInclusions(draft: Draft, findings: Findings): void {
  const index = new Map(draft.roles.map(({ value }, at) => [value.id, at]));
  const told = new Set<string>();
  for (const what of INCLUDED) {
    const places = new Map<string, Place>();
    const graph = draft.roles.map(({ value, at }, from): number[] => {
      const targets: number[] = [];
      each(value.includes, ({ role, of = INCLUDED }, entry) => {
        const to = index.get(role);
        if (to === undefined || !of.includes(what)) return;
        targets.push(to);
        places.set(`${from} ${to}`, within(at, 'includes', entry, 'role'));
      });
      return targets;
    });
    for (const circle of findCycles(graph)) {
      const text = circleText(circle.map((at) => draft.roles[at]!.value.id));
      if (told.has(text)) continue;
      told.add(text);
      const at = places.get(`${circle.at(-1)} ${circle[0]}`)!;
      const hint = 'they all end up with the same responsibilities and skills';
      findings.add('include-cycle', at, `roles include one another: ${text}`, { hint });
    }
  }
}

/** Tells of what makes little sense on a cumulative ladder. Only for a ladder without errors. */
export function lintCumulative({ cumulative, roles }: Draft, findings: Findings): void {
  if (cumulative?.value !== true) return;
  const ranks = new Map<string | undefined, number>();
  let adds = false;
  for (const { value } of roles) {
    const rank = ranks.get(value.track);
    if (rank === undefined) ranks.set(value.track, value.rank);
    else if (rank !== value.rank) adds = true;
  }
  if (!adds && roles.length > 0) {
    const message = 'the ladder is cumulative, but no track has two ranks, so nothing is inherited';
    findings.add('cumulative-idle', cumulative.at, message, {
      hint: 'remove "cumulative", or fix the tracks and ranks',
    });
  }
  const byId = new Map(roles.map(({ value }) => [value.id, value]));
  for (const { value: role, at } of roles) {
    if (role.track === undefined && ranks.size > 1) {
      const message = `the role "${role.id}" is on no track, so it inherits from no role that is on one`;
      findings.add('cumulative-trackless', within(at, 'id'), message, { hint: 'give it a track' });
    }
    each(role.includes, ({ role: id, cites = [] }, index) => {
      const other = byId.get(id)!;
      // An inclusion that cites a source says who says so, which the ladder's own rule does not.
      if (other.track !== role.track || other.rank >= role.rank || cites.length > 0) return;
      const message = `the role "${role.id}" inherits from "${id}" anyway, which is lower on its track`;
      findings.add('redundant-include', within(at, 'includes', index, 'role'), message, { hint: 'remove it' });
    });
  }
}

/**
 * Tells of what is defined and never used. Only for a ladder without errors: what has a mistake in it may be what uses it.
 */
export function lintUnused(draft: Draft, findings: Findings): void {
  const used = new Set<string>();
  visitReferences(draft, { refer: (kind, id) => used.add(`${kind} ${id}`) });
  const isUsed = (kind: Kind, id: string): boolean => used.has(`${kind} ${id}`);
  const unused = (what: string, id: string, at: Place, hint: string): void => {
    findings.add('unused', within(at, 'id'), `nothing uses the ${what} "${id}"`, { hint });
  };
  const lists = { track: draft.tracks, area: draft.areas, level: draft.levels, skill: draft.skills };
  for (const kind of ['track', 'area', 'level', 'skill'] as const) {
    for (const { value, at } of lists[kind]) if (!isUsed(kind, value.id)) unused(kind, value.id, at, USES[kind]);
  }
  for (const { value: source, at } of draft.sources) {
    const facts = (source.facts ?? []).map(({ id }, index) => ({ id, index, cited: isUsed('source or fact', id) }));
    if (!isUsed('source or fact', source.id) && !facts.some(({ cited }) => cited)) {
      unused('source', source.id, at, USES.cite);
    } else {
      for (const { id, index, cited } of facts) if (!cited) unused('fact', id, within(at, 'facts', index), USES.cite);
    }
  }
}

/** Tells of abstract roles that no role inherits from. Only for a ladder without errors. */
export function lintAbstractRoles({ roles, cumulative }: Draft, findings: Findings): void {
  const included = new Set(roles.flatMap(({ value }) => (value.includes ?? []).map(({ role }) => role)));
  const highest = new Map<string | undefined, number>();
  for (const { value } of roles) {
    highest.set(value.track, Math.max(value.rank, highest.get(value.track) ?? -Infinity));
  }
  for (const { value: role, at } of roles) {
    if (role.abstract !== true || included.has(role.id)) continue;
    // On a cumulative ladder the ranks above inherit from it.
    if (cumulative?.value === true && role.rank < highest.get(role.track)!) continue;
    const hint = 'name it in the "includes" of a role, or remove it';
    findings.add('abstract-unused', within(at, 'id'), `no role inherits from the abstract role "${role.id}"`, { hint });
  }
}

/** Tells of groups whose responsibilities are all of one role: they relate nothing to another role. */
export function lintRelated({ roles, related }: Draft, findings: Findings): void {
  const holders = new Map<string, Set<string>>();
  for (const { value: role } of related.length === 0 ? [] : roles) {
    each(role.responsibilities, ({ id, text }) => {
      const key = id ?? responsibilityId(text);
      const known = holders.get(key);
      if (known) known.add(role.id);
      else holders.set(key, new Set([role.id]));
    });
  }
  for (const { value: group, at } of related) {
    const [role, ...others] = new Set(group.responsibilities.flatMap((id) => [...(holders.get(id) ?? [])]));
    if (role === undefined || others.length > 0) continue;
    const message = `the group "${group.id}" only has responsibilities of the role "${role}"`;
    const hint = 'add one of another role: a group relates the work of several roles';
    findings.add('related-in-one-role', within(at, 'responsibilities'), message, { hint });
  }
}

/** How each kind would be used. */
const USES = {
  track: 'put a role on it, or remove it',
  area: 'give a responsibility that area, or remove it',
  level: 'ask for it somewhere, or remove it',
  skill: 'ask for it in a role, or remove it',
  cite: 'cite it, or remove it',
};
