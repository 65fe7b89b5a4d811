/**
 * What is doubtful about the moves between roles: circles, moves against the ranks, roles that nobody can reach.
 */
import { findCycles, type Targets } from '../core/routes/cycles.ts';
import type { Findings, Place } from './diagnostics.ts';
import { type Draft, firstUnder, within } from './draft.ts';

/** A circle of more roles than this is shown with a gap. */
const MOST_IN_CIRCLE = 8;

/** Tells of moves that contradict the ranks or one another. */
export function lintMoves(draft: Draft, findings: Findings): void {
  const known = movesOf(draft);
  const { roles, moves } = known;
  for (const { from, to, kind, at } of moves) {
    const [lower, upper] = [roles[from]!.value, roles[to]!.value];
    // Not `<`, since a rank with a mistake in it is missing here.
    const rise = upper.rank - lower.rank;
    const ranks = `from "${lower.id}", rank ${lower.rank}, to "${upper.id}", rank ${upper.rank}`;
    if (kind === 'promotion' && rise < 0) {
      const hint = 'give it the kind step-back or lateral, or fix the ranks';
      findings.add('promotion-down', at, `the promotion leads down, ${ranks}`, { hint });
    } else if (kind === 'step-back' && rise > 0) {
      const hint = 'give it the kind promotion, or fix the ranks';
      findings.add('step-back-up', at, `the step back leads up, ${ranks}`, { hint });
    }
  }
  lintAbstract(known, findings);
  lintRepeated(draft, findings);
  lintCircles(known, findings);
}

/** Tells of moves to and from roles that nobody holds. */
function lintAbstract({ roles, moves }: Moves, findings: Findings): void {
  for (const { from, to, at } of moves) {
    for (const [key, index] of [['from', from] as const, ['to', to] as const]) {
      const { id, abstract } = roles[index]!.value;
      if (abstract !== true) continue;
      const message = `the role "${id}" is abstract, so no move can lead ${key} it`;
      findings.add('abstract-move', within(at, key), message, { hint: 'remove the move, or "abstract" from the role' });
    }
  }
}

/**
 * Tells of roles and ranks that no route leads to. Only for a ladder without errors: what is missing there may be what has the
 * mistake in it.
 */
export function lintReach(draft: Draft, findings: Findings): void {
  const { roles, moves: all } = movesOf(draft);
  const isHeld = (index: number): boolean => roles[index]!.value.abstract !== true;
  const moves = all.filter(({ from, to }) => isHeld(from) && isHeld(to));
  const held = roles.filter((_, index) => isHeld(index));
  if (held.length < 2) return;
  if (moves.length === 0) {
    const message = `the ladder has ${held.length} roles and no moves, so no route can be found`;
    const hint = 'add "progressions:" with from and to';
    findings.add('no-progressions', within(held[0]!.at, 'id'), message, { hint });
    return;
  }
  const [next, previous] = [graphOf(roles.length, moves), graphOf(roles.length, moves, true)];
  const isolated = roles.map((_, index) => next[index]!.length === 0 && previous[index]!.length === 0);
  const byRank = roles.map((_, index) => index).sort((a, b) => roles[a]!.value.rank - roles[b]!.value.rank || a - b);
  const connected = byRank.filter((index) => !isolated[index]);
  const lowest = roles[connected[0]!]!.value.rank;
  const reached = new Set<number>();
  const atLowest = connected.filter((index) => roles[index]!.value.rank === lowest);
  reach(next, atLowest, reached);
  const fromBelow = new Set(reached);
  roles.forEach(({ value, at }, index) => {
    if (!isolated[index] || !isHeld(index)) return;
    const hint = 'add a progression to it or from it';
    findings.add('isolated', within(at, 'id'), `no move leads to or from the role "${value.id}"`, { hint });
  });
  // Where a part of the ladder cannot be reached, the role that it begins with is told of, not each that follows.
  const beginnings = [
    ...connected.filter((index) => previous[index]!.length === 0),
    ...connected.filter((index) => previous[index]!.length > 0),
  ];
  for (const index of beginnings) {
    if (reached.has(index)) continue;
    reach(next, [index], reached);
    const { value, at } = roles[index]!;
    findings.add('unreachable', within(at, 'id'), `no route leads to the role "${value.id}" from the lowest rank`, {
      hint: `add a progression to it; the lowest rank with moves is ${lowest}`,
    });
  }
  const risen = new Set(
    moves.flatMap(({ from, to }) => (roles[to]!.value.rank > roles[from]!.value.rank ? [roles[to]!.value.rank] : [])),
  );
  const told = new Set<number>([lowest]);
  const apart = new Set(byRank.flatMap((index) => (fromBelow.has(index) ? [] : [roles[index]!.value.rank])));
  for (const index of byRank) {
    const { value, at } = roles[index]!;
    if (told.has(value.rank) || risen.has(value.rank) || apart.has(value.rank)) continue;
    told.add(value.rank);
    findings.add('rank-unreached', within(at, 'rank'), `no move up ends at rank ${value.rank}`, {
      hint: 'add a promotion to a role of this rank',
    });
  }
}

/** The moves of a draft between roles that there are, by the places of those. */
export function movesOf({ roles, progressions }: Draft) {
  // Of two roles with one id the first is meant.
  const index = new Map(roles.map(({ value }, at) => [value.id, at] as const).reverse());
  const moves = progressions.flatMap(({ value: { from, to, kind = 'promotion' }, at }) => {
    const [start, end] = [index.get(from), index.get(to)];
    return start === undefined || end === undefined || start === end ? [] : [{ from: start, to: end, kind, at }];
  });
  return { roles, moves };
}

type Moves = ReturnType<typeof movesOf>;

function graphOf(
  size: number,
  moves: readonly { readonly from: number; readonly to: number }[],
  back = false,
): Targets {
  const graph = Array.from({ length: size }, (): number[] => []);
  for (const { from, to } of moves) graph[back ? to : from]!.push(back ? from : to);
  return graph;
}

/** Adds everything that can be reached from some nodes, themselves included. */
function reach(graph: Targets, from: readonly number[], reached: Set<number>): void {
  const queue = from.filter((node) => !reached.has(node));
  for (const node of queue) reached.add(node);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const target of graph[node]!) {
      if (reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
}

function lintRepeated(draft: Draft, findings: Findings): void {
  const first = firstUnder<Place>();
  for (const { value, at } of draft.progressions) {
    const { from, to, kind = 'promotion', basis = '', cites = [] } = value;
    const other = first(JSON.stringify([from, to, kind, basis, [...cites].sort()]), at);
    if (!other) continue;
    const hint = 'remove one of them; where two sources state the same move, each cites its own';
    const message = `the move from "${from}" to "${to}" is there twice`;
    findings.add('duplicate-progression', at, message, { hint, other });
  }
}

function lintCircles({ roles, moves }: Moves, findings: Findings): void {
  const promotions = moves.filter(({ kind }) => kind === 'promotion');
  const places = new Map(promotions.map(({ from, to, at }) => [`${from} ${to}`, at]));
  for (const circle of findCycles(graphOf(roles.length, promotions))) {
    const turned = fromLowest(circle, (index) => roles[index]!.value.rank);
    const shown = circleText(turned.map((index) => roles[index]!.value.id));
    // The last move leads back to the lowest role, so that it is the likeliest to be wrong.
    const at = places.get(`${turned.at(-1)} ${turned[0]}`)!;
    findings.add('promotion-cycle', at, `promotions go in a circle: ${shown}`, {
      hint: "one of them isn't a promotion",
    });
  }
}

/** Turns a circle so that it begins with its lowest member. */
function fromLowest(circle: readonly number[], rankOf: (index: number) => number): number[] {
  let start = 0;
  circle.forEach((index, at) => {
    if (rankOf(index) < rankOf(circle[start]!)) start = at;
  });
  return [...circle.slice(start), ...circle.slice(0, start)];
}

/** Writes a circle out. */
export function circleText(ids: readonly string[]): string {
  const all = [...ids, ids[0]!];
  if (ids.length <= MOST_IN_CIRCLE) return all.join(' → ');
  const left = ids.length - MOST_IN_CIRCLE;
  return [...all.slice(0, MOST_IN_CIRCLE - 2), `… ${left} more …`, ...all.slice(-3)].join(' → ');
}
