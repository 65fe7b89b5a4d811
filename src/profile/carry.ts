/**
 * Carries a profile over to another version of its ladder: answers whose id changed take the new one, and what has no sure place
 * waits under `former`, from where a version that has the place takes it back.
 */
import { type Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Ladder } from '../core/model.ts';
import type { Held, MovedAnswers } from '../core/profile/moved-answers.ts';
import { edited, keepComment, LISTS } from './edit.ts';

/** How many answers, and entries of the plan, came back from `former`. */
export interface Carried {
  readonly text: string;
  readonly restored: number;
}

/**
 * Writes a profile for another version of its ladder.
 *
 * @param text the profile
 * @param moved what becomes of its answers
 * @param now the ladder that it is to be of
 * @returns the text, in which nothing is lost
 */
export function carriedOver(text: string, { moved, doubtful, lost }: MovedAnswers, now: Ladder): Carried {
  let restored = 0;
  const carried = edited(text, (document) => {
    for (const one of moved) rename(document, one);
    // From the last entry of the plan to the first, so that the numbers of the others hold.
    for (const one of [...doubtful, ...lost].toSorted((a, b) => (b.entry ?? 0) - (a.entry ?? 0)))
      putAside(document, one);
    restored = takeBack(document, now);
    document.setIn(['ladder', 'id'], now.id);
    document.setIn(['ladder', 'version'], now.version);
  });
  return { text: carried, restored };
}

/** Gives something the id that it has now; its answer and the comments beside it stay. */
function rename(document: Document, { of, id, entry, about, to }: Held): void {
  const target = to[0]!.id;
  if (of === 'role' || of === 'aim') document.set(of, target);
  else if (of === 'plan') document.setIn(['plan', entry!, about], target);
  else {
    const pair = pairOf(document, [LISTS[of]], id);
    if (isScalar(pair?.key)) pair.key.value = target;
  }
}

function pairOf(document: Document, path: readonly string[], id: string): Pair | undefined {
  const list = document.getIn(path, true);
  return isMap(list) ? list.items.find(({ key }) => isScalar(key) && key.value === id) : undefined;
}

function putAside(document: Document, { of, id, entry }: Held): void {
  if (of === 'role' || of === 'aim') {
    document.deleteIn(['former', of]);
    move(document, [of], ['former', of]);
  } else if (of === 'plan') {
    const plan = document.get('plan', true);
    if (!isSeq(plan)) return;
    listIn(document, ['former', 'plan']).push(plan.items[entry!]);
    plan.delete(entry!);
  } else {
    // An older answer that waits there already must not be lost for it.
    let free = id;
    for (let number = 2; document.hasIn(['former', LISTS[of], free]); number++) free = `${id}.${number}`;
    if (free !== id) move(document, ['former', LISTS[of], id], ['former', LISTS[of], free]);
    move(document, [LISTS[of], id], ['former', LISTS[of], id]);
  }
}

/** The items of a list, which is made where it is not there. */
function listIn(document: Document, path: readonly string[]): unknown[] {
  if (!isSeq(document.getIn(path, true))) document.setIn(path, document.createNode([]));
  return (document.getIn(path, true) as { items: unknown[] }).items;
}

/** Moves what stands in a mapping to another one, unless something stands there. */
function move(document: Document, from: readonly string[], to: readonly string[]): boolean {
  const node = document.getIn(from, true);
  if (node === undefined) return false;
  if (document.hasIn(to)) return false;
  for (let depth = 1; depth < to.length; depth++) {
    const above = to.slice(0, depth);
    if (!isMap(document.getIn(above, true))) document.setIn(above, document.createNode({}));
  }
  const pair = pairOf(document, from.slice(0, -1), from.at(-1)!) ?? undefined;
  const target = document.getIn(to.slice(0, -1), true) as YAMLMap;
  // The pair itself, so that comments go with it; its name is another one where the place was taken.
  const source = document.getIn(from.slice(0, -1), true);
  if (pair) {
    if (isMap(source)) keepComment(source, pair);
    if (isScalar(pair.key)) pair.key.value = to.at(-1)!;
    target.items.push(pair);
    if (isMap(source)) source.items = source.items.filter((one) => one !== pair);
  } else {
    document.setIn(to, node);
    document.deleteIn(from);
  }
  prune(document, from.slice(0, -1));
  return true;
}

/** Takes out what became empty, up to the top. */
function prune(document: Document, path: readonly string[]): void {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if ((isMap(node) || isSeq(node)) && node.items.length === 0) document.deleteIn(path.slice(0, depth));
  }
}

/** Takes back from `former` what the ladder has a place for; how much that was. */
function takeBack(document: Document, { roles, skills, levels }: Ladder): number {
  const ids = {
    skills: new Set(skills.map(({ id }) => id)),
    responsibilities: new Set(roles.flatMap(({ responsibilities }) => responsibilities.map(({ id }) => id))),
  };
  const words = new Set(['no', ...(levels.length === 0 ? ['yes', 'partly'] : levels.map(({ id }) => id))]);
  const fits = (list: keyof typeof ids, id: string): boolean => {
    const answer: unknown = document.getIn(['former', list, id]);
    const word: unknown = isMap(answer) ? (answer.get('level') ?? 'no') : answer;
    return ids[list].has(id) && (list === 'responsibilities' || words.has(word as string));
  };
  let restored = 0;
  for (const list of ['skills', 'responsibilities'] as const) {
    const former = document.getIn(['former', list], true);
    const known = isMap(former) ? former.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : [];
    for (const id of known) {
      if (fits(list, id) && move(document, ['former', list, id], [list, id])) restored++;
    }
  }
  const held = new Set(roles.map(({ id }) => id));
  for (const key of ['role', 'aim'] as const) {
    const id: unknown = document.getIn(['former', key]);
    if (typeof id === 'string' && held.has(id) && move(document, ['former', key], [key])) restored++;
  }
  const plan = document.getIn(['former', 'plan'], true);
  for (const entry of isSeq(plan) ? [...plan.items] : []) {
    if (!isMap(entry)) continue;
    const [skill, duty, to] = [entry.get('skill'), entry.get('responsibility'), entry.get('to')];
    const isKnown = skill === undefined ? ids.responsibilities.has(duty as string) : ids.skills.has(skill as string);
    if (!isKnown || (skill !== undefined && to !== undefined && !words.has(to as string))) continue;
    listIn(document, ['plan']).push(entry);
    (plan as { items: unknown[] }).items = (plan as { items: unknown[] }).items.filter((one) => one !== entry);
    restored++;
  }
  prune(document, ['former', 'plan']);
  return restored;
}
