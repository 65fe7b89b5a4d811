/**
 * A change of a ladder as a line.
 */
import type { Change } from '../core/changes/change.ts';
import { type Line, styled } from '../report/report.ts';
import { joinWords } from './parts.ts';

/** Of an entry in a list of the ladder. */
export function entryLine(change: Change): Line {
  const { about, is, was, part = '', to, level } = change;
  const { title = '' } = is[0] ?? was[0] ?? {};
  if (change.change === 'added') return [to ? `${title}: ${to.text}` : title];
  if (change.change === 'removed') return [title];
  if (change.change === 'reordered') return [`Order of the ${LISTS[about] ?? about}`];
  if (SUCCESSIONS.has(change.change)) return [succession(change)];
  const label = level?.title ?? (Object.hasOwn(LABELS, part) ? LABELS[part]! : part);
  return [differing([title, label].filter((word) => word !== '').join(', '), change)];
}

/** Of a role, or of what it states. */
export function roleLine(change: Change): Line {
  const { about, part = '', is, was, from, to } = change;
  const { title } = (is[0] ?? was[0])!;
  if (change.change === 'reordered')
    return [part === 'order of skill' ? 'Order of the skills' : 'Order of the responsibilities'];
  if (about === 'role') {
    if (part === 'abstract') return [to ? 'Nobody holds it any more' : 'People hold it now'];
    return [differing(Object.hasOwn(LABELS, part) ? LABELS[part]! : part, change)];
  }
  if (change.change === 'added' || change.change === 'removed') {
    const detail = to ?? from;
    return [detail ? `${title} (${detail.text})` : title];
  }
  if (change.change === 'restated') {
    return [`${title}: ${to ? `now inherited from ${to.text}` : 'now said of the role itself'}`];
  }
  if (SUCCESSIONS.has(change.change)) {
    const [old, now] = [was, is].map((all) => all.map((entry) => entry.title));
    if (about === 'skill') return [`${from?.text ?? old!.join(', ')} → ${to?.text ?? now!.join(', ')}`];
    return [`“${old!.join(' ')}” is now “${now!.join(' ')}”`];
  }
  if (part === 'notApplicable') return [`${title}: ${to?.text === 'true' ? 'does not apply any more' : 'applies now'}`];
  if (part === 'text') return [differing(about === 'skill' ? title : '', change)];
  const none = part === 'level' ? 'no level' : 'not stated';
  return [differing(part === 'replaces' ? `${title}, ${LABELS['replaces']!}` : title, change, none)];
}

/** What may be the same, and how to say so. */
export function guessLine({ about, ...change }: Change): Line {
  const [old, now] = [change.was[0]!, change.is[0]!];
  const [was, is] = [old, now].map(({ title }) => (about === 'responsibility' ? `“${title}”` : title)) as [
    string,
    string,
  ];
  const said = was === is ? `${is} has the id ${now.id}, and had ${old.id}` : `${is} seems to be ${was} in other words`;
  return [`${said}. If so, add to it: `, styled('code', `replaces: [${old.id}]`)];
}

/** What became of what. */
function succession({ is, was }: Change): string {
  const titles = (entries: Change['is']): string => joinWords(entries.map(({ title }) => title));
  const ids = (entries: Change['is']): string => joinWords(entries.map(({ id }) => id));
  const without = (all: Change['is'], others: Change['is']): Change['is'] =>
    all.filter(({ id }) => !others.some((entry) => entry.id === id));
  const [left, fresh] = [without(was, is), without(is, was)];
  const be = (all: Change['is']): string => (all.length === 1 ? 'is' : 'are');
  if (fresh.length === 0 && left.length > 0) return `${titles(left)} ${be(left)} now part of ${titles(is)}`;
  if (left.length === 0 && fresh.length > 0) return `${titles(fresh)} ${be(fresh)} no longer part of ${titles(was)}`;
  if (titles(was) === titles(is)) return `${titles(is)}, id: ${ids(was)} → ${ids(is)}`;
  return `${titles(was)} ${be(was)} now ${titles(is)}`;
}

/** What a value was and is, behind what it is of. */
function differing(name: string, { change, part = '', from, to }: Change, none = 'none'): string {
  if (!from && !to) return name;
  if (Object.hasOwn(LISTED, part)) {
    const [now, gone] = LISTED[part]!;
    const said = [...(to ? [`${now} ${to.text}`] : []), ...(from ? [`${gone} ${from.text}`] : [])].join('; ');
    return said.replace(/^./, (letter) => letter.toUpperCase());
  }
  if (change !== 'reworded') return `${name}: ${from?.text ?? none} → ${to?.text ?? none}`;
  const [was, is] = briefly(from?.text, to?.text);
  const said = !from ? `“${is}”` : !to ? `no longer “${was}”` : `“${was}” is now “${is}”`;
  return name === '' ? said : `${name}: ${said}`;
}

/** So many words around those that differ are enough to find the place. */
const AROUND = 4;

/** Two texts without most of what they have in common at their starts and ends. */
function briefly(was = '', is = ''): [string, string] {
  const [old, now] = [was.split(' '), is.split(' ')];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const cut = (words: readonly string[]): string => {
    const from = start > AROUND * 2 ? start - AROUND : 0;
    const to = end > AROUND * 2 ? words.length - end + AROUND : words.length;
    return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
  };
  return [cut(old), cut(now)];
}

const SUCCESSIONS: ReadonlySet<Change['change']> = new Set(['renamed', 'replaced', 'split', 'merged', 'guessed']);

const LISTS: Readonly<Partial<Record<Change['about'], string>>> = {
  level: 'levels',
  track: 'tracks',
  area: 'areas',
  skill: 'skills',
  source: 'sources',
  disagreement: 'disagreements',
  related: 'related responsibilities',
};

/** Parts that are lists of texts: what is said of those that are new, and of those that are gone. */
const LISTED: Readonly<Record<string, readonly [now: string, gone: string]>> = {
  aliases: ['also called', 'no longer called'],
  includes: ['inherits from', 'no longer inherits from'],
  notes: ['noted:', 'no longer noted:'],
};

const LABELS: Readonly<Record<string, string>> = {
  title: 'Title',
  summary: 'Summary',
  description: '',
  group: 'group',
  language: 'Language',
  licence: 'Licence',
  cumulative: 'Each role adds to the one below it',
  notes: 'Order of the notes',
  aliases: 'Order of the other names',
  includes: 'Order of the roles that it inherits from',
  contrasts: 'Comparisons of roles',
  quiz: 'The quiz',
  rank: 'Rank',
  track: 'Track',
  cites: 'sources',
  replaces: 'what it replaces',
};
