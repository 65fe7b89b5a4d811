/**
 * Changes a profile's text and leaves what else is in it as it is: comments, order, keys of its own.
 */
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Ladder } from '../core/model.ts';
import type { Evidence, PlanEntry } from '../core/profile/profile.ts';
import { YAML_OPTIONS } from '../ladder/yaml.ts';

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
    '# yaml-language-server: $schema=profile.schema.json',
    `# What I can do and have done, by the ids of the ladder ${JSON.stringify(title)}. What is not here was not answered.`,
    'profile: 1',
    `ladder: { id: ${id}, version: ${JSON.stringify(version)} }`,
    '',
  ].join('\n');
}

/** Makes one change to a text that is a profile already. */
export function edited(text: string, change: (document: Document) => void): string {
  const document = parseDocument(text, YAML_OPTIONS);
  change(document);
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  return text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written;
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

/** Sets an answer; evidence is added to what is there. */
export function withAnswer(text: string, kind: ItemKind, id: string, answer: NewAnswer): string {
  const { word, notApplicable, evidence = [] } = answer;
  const key = kind === 'skill' ? 'level' : 'done';
  return edited(text, (document) => {
    const path = [LISTS[kind], id];
    if (!isMap(document.getIn([LISTS[kind]], true))) document.set(LISTS[kind], document.createNode({}));
    const before = document.getIn(path, true);
    if (!isMap(before)) {
      const short = isScalar(before) ? before.value : undefined;
      if (notApplicable === undefined && evidence.length === 0) {
        if (isScalar(before)) before.value = word;
        else document.setIn(path, word);
        return;
      }
      document.setIn(path, document.createNode(short === undefined ? {} : { [key]: short }));
    }
    if (notApplicable !== undefined) {
      document.deleteIn([...path, key]);
      document.setIn([...path, 'not-applicable'], notApplicable);
    } else if (word !== undefined) {
      document.deleteIn([...path, 'not-applicable']);
      document.setIn([...path, key], word);
    }
    if (evidence.length === 0) return;
    if (!isSeq(document.getIn([...path, 'evidence'], true))) {
      document.setIn([...path, 'evidence'], document.createNode([]));
    }
    for (const entry of evidence) document.addIn([...path, 'evidence'], document.createNode(entry));
  });
}

/** Takes an answer out: it counts as not answered from then on. */
export function withoutAnswer(text: string, kind: ItemKind, id: string): string {
  return edited(text, (document) => {
    document.deleteIn([LISTS[kind], id]);
    const list = document.get(LISTS[kind], true);
    if (isMap(list) && list.items.length === 0) document.delete(LISTS[kind]);
  });
}

/** Adds entries to the plan, with empty places for what is still to be said. */
export function withPlan(text: string, entries: readonly PlanEntry[]): string {
  return edited(text, (document) => {
    if (!isSeq(document.get('plan', true))) document.set('plan', document.createNode([]));
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
