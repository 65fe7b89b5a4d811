/**
 * The ranks of roles, from what a table says of them.
 */
import { groupBy } from '../core/group-by.ts';
import type { ProgressionKind } from '../core/model.ts';
import type { RoleDraft } from './draft.ts';
import { nameKey, plainKey } from './name-key.ts';
import { type Notes, someOf } from './notes.ts';
import { SENIORITY } from './words.ts';

/** One role leads to another. */
export type Move = readonly [from: RoleDraft, to: RoleDraft, kind?: ProgressionKind];

/** Finds a rank for each role: the table's own, else the order of the moves, else those of before or the order of the table. */
export function ranksOf(
  roles: readonly RoleDraft[],
  moves: readonly Move[],
  before: (role: RoleDraft) => number | undefined,
  notes: Notes,
): ReadonlyMap<RoleDraft, number> {
  const roman = roles.every(({ rank }) => rank !== undefined && romanNumber(rank.text) !== undefined);
  const read = roman ? romanNumber : rankNumber;
  const stated = new Map(roles.map(({ rank }, at) => [roles[at]!, rank && read(rank.text)]));
  const without = roles.filter((role) => stated.get(role) === undefined);
  if (without.length === 0) {
    if (roman) notes.read('Ranks in Roman numerals are read as numbers.');
    else if (roles.some(({ rank }) => rank && !/^\s*-?\d+(?:\.\d+)?\s*$/.test(rank.text))) {
      notes.read('The number in a rank is taken for the rank: L3 is 3.');
    }
    return stated as Map<RoleDraft, number>;
  }
  const names = someOf(without.map(({ name }) => name));
  for (const { rank } of roles) {
    if (!rank) continue;
    const why = `ranks are kept only where each role has one with a number, and these have none: ${names}`;
    notes.lost(rank, rank.text, why);
  }
  // A lateral move or a step back says nothing of who stands higher.
  const upwards = moves.filter(([, , kind = 'promotion']) => kind === 'promotion');
  const depths = upwards.length > 0 ? depthsOf(roles, upwards) : undefined;
  if (!depths) return byOrder(roles, before, notes);
  notes.read('Ranks follow the moves: a role is one above the highest that leads to it.');
  placeLoneRoles(roles, upwards, depths, notes);
  return depths;
}

/**
 * Ranks in the order of the table, from 1 on each track. Where roles had ranks before, these stay, and a new role stands between
 * those around it.
 */
function byOrder(
  roles: readonly RoleDraft[],
  before: (role: RoleDraft) => number | undefined,
  notes: Notes,
): ReadonlyMap<RoleDraft, number> {
  const isFalling = seniorFirst(roles);
  const tracks = [...groupBy(isFalling ? roles.toReversed() : roles, ({ track = '' }) => nameKey(track)).values()];
  const isKnown = roles.some((role) => before(role) !== undefined);
  notes.read(
    isKnown
      ? 'Ranks are those of before, and new roles stand between those around them in the table.'
      : `Ranks follow the order of the table${tracks.length > 1 ? ' on each track' : ''}, the most ${isFalling ? 'senior first, as the titles say' : 'junior first'}; a column or row "Rank" says otherwise.`,
  );
  return new Map(
    tracks.flatMap((track) => {
      let last = 0;
      // The rank of the nearest known role from each on.
      let nearest: number | undefined;
      const aboves = track
        .toReversed()
        .map((role) => (nearest = before(role) ?? nearest))
        .toReversed();
      return track.map((role, at): [RoleDraft, number] => {
        const above = aboves[at];
        last = before(role) ?? (above !== undefined && above <= last + 1 ? (last + above) / 2 : last + 1);
        return [role, last];
      });
    }),
  );
}

/** Whether titles say that the table begins with the most senior role: those that tell how senior a role is only fall. */
function seniorFirst(roles: readonly RoleDraft[]): boolean {
  const told = roles.flatMap(({ name, title }) => {
    const places = (title ?? name).split(/[^\p{L}]+/u).map((word) => SENIORITY.indexOf(plainKey(word)));
    return Math.max(...places) < 0 ? [] : [Math.max(...places)];
  });
  return told.length > 1 && told[0] !== told.at(-1) && told.every((place, at) => at === 0 || place <= told[at - 1]!);
}

/** On each track, a move from every role to those of the next higher rank there. */
export function movesByRank(roles: readonly RoleDraft[], ranks: ReadonlyMap<RoleDraft, number>, notes: Notes): Move[] {
  const tracks = groupBy(roles, ({ track = '' }) => nameKey(track));
  const moves = [...tracks.values()].flatMap((onTrack) => {
    const steps = [...new Set(onTrack.map((role) => ranks.get(role)!))].sort((a, b) => a - b);
    return onTrack.flatMap((from): Move[] => {
      const next = steps[steps.indexOf(ranks.get(from)!) + 1];
      return onTrack.filter((role) => ranks.get(role) === next).map((to): Move => [from, to]);
    });
  });
  notes.read(`No column says which role leads to which: ${moves.length} moves were made, one rank up on each track.`);
  return moves;
}

/** Roles that no move connects stand where the table has them: one above the role before it, upwards. */
function placeLoneRoles(
  roles: readonly RoleDraft[],
  moves: readonly Move[],
  depths: Map<RoleDraft, number>,
  notes: Notes,
): void {
  const connected = new Set(moves.flatMap(([from, to]) => [from, to]));
  const alone = roles.filter((role) => !connected.has(role));
  if (alone.length === 0) return;
  const placeOf = new Map(roles.map((role, place) => [role, place]));
  const upwards = moves.filter(([from, to]) => placeOf.get(from)! < placeOf.get(to)!).length;
  const fromBelow = upwards * 2 >= moves.length ? roles : roles.toReversed();
  let before = 0;
  for (const role of fromBelow) {
    if (!connected.has(role)) depths.set(role, before + 1);
    before = depths.get(role)!;
  }
  notes.read(
    `Roles that no move connects, ranked one above the role before them in the table: ${someOf(alone.map(({ name }) => name))}.`,
  );
}

/** A Roman numeral from I to XXXIX; undefined for anything else. */
function romanNumber(text: string): number | undefined {
  const match = /^(X{0,3})(IX|IV|V?I{0,3})$/i.exec(text.trim());
  if (!match || text.trim() === '') return undefined;
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'].indexOf(match[2]!.toUpperCase());
  return 10 * match[1]!.length + ones;
}

/** The number in a rank; a list has none that is the rank. */
function rankNumber(text: string): number | undefined {
  const isList = /\d\s*(?:[;\n]|,\s)\s*\S|\d,\d+,/.test(text);
  const match = isList ? null : /-?\d{1,9}(?:[.,]\d{1,6})?/.exec(text.replace(/(?<=\S)-(?=\d)/, ' '));
  return match ? Number(match[0].replace(',', '.')) : undefined;
}

/** How many moves the longest way to each role has, and one; undefined where moves go in a circle (Kahn 1962). */
function depthsOf(roles: readonly RoleDraft[], moves: readonly Move[]): Map<RoleDraft, number> | undefined {
  const next = new Map<RoleDraft, RoleDraft[]>(roles.map((role) => [role, []]));
  const waiting = new Map(roles.map((role) => [role, 0]));
  for (const [from, to] of moves) {
    next.get(from)!.push(to);
    waiting.set(to, waiting.get(to)! + 1);
  }
  const depths = new Map(roles.map((role) => [role, 1]));
  const ready = roles.filter((role) => waiting.get(role) === 0);
  // The list grows while it is walked through.
  for (const role of ready) {
    for (const to of next.get(role)!) {
      depths.set(to, Math.max(depths.get(to)!, depths.get(role)! + 1));
      waiting.set(to, waiting.get(to)! - 1);
      if (waiting.get(to) === 0) ready.push(to);
    }
  }
  return ready.length === roles.length ? depths : undefined;
}
