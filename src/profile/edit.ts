/**
 * Changes a profile's text and leaves what else is in it as it is: comments, order, keys of its own.
 */
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml';
import { usage } from '../core/errors.ts';
import type { Ladder } from '../core/model.ts';
import type { Evidence, PlanEntry } from '../core/profile/profile.ts';
import { parseJson } from '../ladder/json.ts';
import { MOST_NESTING, YAML_OPTIONS } from '../ladder/yaml.ts';

/** Where answers of each kind stand. */
export const LISTS = { skill: 'skills', responsibility: 'responsibilities' } as const;

type ItemKind = keyof typeof LISTS;

/** What somebody answers: a level or a truth, or why it does not apply; only evidence where neither is given. */
export interface NewAnswer {
  readonly word?: string;
  readonly notApplicable?: string;
  readonly evidence?: readonly Evidence[];
}

/** A profile in which nothing is answered yet. */
export function emptyProfile({ id, version, title }: Ladder): string {
  return [
    `# What I can do and have done, by the ids of the ladder ${JSON.stringify(title)}. What is not here was not answered.`,
    'profile: 1',
    // An id may look like a number.
    `ladder: { id: ${stringify(id, YAML_OPTIONS).trim()}, version: ${JSON.stringify(version)} }`,
    '',
  ].join('\n');
}

/** Makes one change to a text that is a profile already. */
export function edited(text: string, change: (document: Document) => void): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const document = parseDocument(text, YAML_OPTIONS);
  writeOutAliases(document);
  change(document);
  const isJson = parseJson(text.slice(mark.length), MOST_NESTING) !== undefined;
  const written = isJson
    ? `${JSON.stringify(document.toJS(), null, /\n([ \t]+)/.exec(text)?.[1])}\n`
    : document.toString({ lineWidth: 0, flowCollectionPadding: true, indent: indentOf(text) });
  return mark + (text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written);
}

/** By how much the text sets in what belongs to a key. */
function indentOf(text: string): number {
  return /^[^\s#-][^#\n]*:[^\S\n]*(?:#.*)?\n(?:[^\S\n]*(?:#.*)?\n)*( {1,8})[^\s#-]/m.exec(text)?.[1]!.length ?? 2;
}

/** Writes out what aliases stand for: a change in one place must not be one in another. */
function writeOutAliases(document: Document): void {
  let known = false as boolean;
  visit(document, {
    Alias(_, alias) {
      known = true;
      const copy = alias.resolve(document)!.clone() as Node;
      return Object.assign(copy, { comment: alias.comment, commentBefore: alias.commentBefore });
    },
  });
  if (!known) return;
  visit(document, {
    Value(_, node) {
      delete node.anchor;
    },
  });
}

/** Makes a node in the place of another, and keeps what was noted beside that. */
function inPlaceOf(before: unknown, node: Node): Node {
  if (!isNode(before)) return node;
  const notes = [before.commentBefore, before.comment].filter((note) => typeof note === 'string');
  return Object.assign(node, { commentBefore: notes.length === 0 ? undefined : notes.join('\n') });
}

/** Sets what is said of the person: role, aim, or the day it holds for; undefined takes it out. */
export function withField(text: string, key: 'role' | 'aim' | 'on', value: string | undefined): string {
  return edited(text, (document) => {
    if (value === undefined) document.delete(key);
    else if (document.has(key) || !isMap(document.contents)) document.set(key, value);
    else {
      // What is said of the person stands before the long lists.
      const at = document.contents.items.findIndex(({ key: other }) => isScalar(other) && isLong(String(other.value)));
      document.contents.items.splice(at < 0 ? document.contents.items.length : at, 0, document.createPair(key, value));
    }
  });
}

function isLong(key: string): boolean {
  return ['skills', 'responsibilities', 'plan', 'former'].includes(key);
}

/**
 * Sets an answer; evidence is added to what is there.
 *
 * @param former ids that this one has replaced: an answer that stands under one of them is this one's
 */
export function withAnswer(
  text: string,
  kind: ItemKind,
  id: string,
  { word, notApplicable, evidence = [] }: NewAnswer,
  former: readonly string[] = [],
): string {
  const key = kind === 'skill' ? 'level' : 'done';
  return edited(text, (document) => {
    const path = [LISTS[kind], id];
    const list = document.get(LISTS[kind], true);
    if (!isMap(list)) document.set(LISTS[kind], inPlaceOf(list, document.createNode({})));
    else if (!list.has(id)) rename(list, former, id);
    const before = document.getIn(path, true);
    if (word === undefined && notApplicable === undefined && before === undefined) {
      throw usage(`${id} is not answered yet`, `with the evidence, give an answer: pmroles me set ${id} <answer> …`);
    }
    if (!isMap(before)) {
      const short = isScalar(before) ? before.value : undefined;
      if (notApplicable === undefined && evidence.length === 0) {
        if (isScalar(before)) before.value = word;
        else document.setIn(path, word);
        return;
      }
      document.setIn(path, inPlaceOf(before, document.createNode(short === undefined ? {} : { [key]: short })));
    }
    const said = notApplicable ?? word;
    if (said !== undefined) {
      const [to, from] = notApplicable === undefined ? [key, 'not-applicable'] : ['not-applicable', key];
      rename(document.getIn(path), [from], to);
      document.setIn([...path, to], said);
      // The day of an earlier answer is not this one's; the whole profile's is.
      document.deleteIn([...path, 'on']);
    }
    if (evidence.length === 0) return;
    const shown = document.getIn([...path, 'evidence'], true);
    if (!isSeq(shown)) document.setIn([...path, 'evidence'], inPlaceOf(shown, document.createNode([])));
    for (const entry of evidence) document.addIn([...path, 'evidence'], document.createNode(entry));
  });
}

/** Gives the first key that is one of some another name; what is noted beside it stays. */
function rename(map: unknown, from: readonly string[], to: string): void {
  const pair = (map as YAMLMap).items.find(({ key }) => isScalar(key) && from.includes(String(key.value)));
  if (isScalar(pair?.key)) pair.key.value = to;
}

/** Takes an answer out, by its id and those that it has replaced: it counts as not answered from then on. */
export function withoutAnswer(text: string, kind: ItemKind, ids: readonly string[]): string {
  return edited(text, (document) => {
    const list = document.get(LISTS[kind], true);
    if (!isMap(list)) return;
    for (const id of ids) list.delete(id);
    const isBare = list.items.length === 0 && (list.comment ?? list.commentBefore ?? '') === '';
    if (isBare) document.delete(LISTS[kind]);
  });
}

/** What stands over the first key of a mapping is noted of the mapping; it belongs to that key, and goes with it. */
export function keepComment(list: YAMLMap, pair: Pair): void {
  if (list.items[0] !== pair || typeof list.commentBefore !== 'string' || !isNode(pair.key)) return;
  pair.key.commentBefore = list.commentBefore;
  list.commentBefore = null;
}

/** Adds entries to the plan, with empty places for what is still to be said. */
export function withPlan(text: string, entries: readonly PlanEntry[]): string {
  return edited(text, (document) => {
    const before = document.get('plan', true);
    if (!isSeq(before)) document.set('plan', inPlaceOf(before, document.createNode([])));
    for (const { skill, responsibility, to, how, kind, doneWhen, by, review, state } of entries) {
      const about = skill === undefined ? { responsibility } : { skill };
      const room = { how, kind, 'done-when': doneWhen, by, review };
      const open = Object.fromEntries(Object.entries(room).map(([key, value]) => [key, value ?? null]));
      const node = document.createNode({ ...about, ...(to !== undefined && { to }), ...open, state });
      // An empty place is shown as one: `how:`, not `how: null`.
      for (const { value } of (node as unknown as YAMLMap).items)
        if (isScalar(value) && value.value === null) value.source = '';
      document.addIn(['plan'], node);
    }
  });
}
