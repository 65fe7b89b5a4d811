/**
 * What changed between two versions of a ladder, as a keeper would tell it to those who are on it.
 */
import type { Change } from '../core/changes/change.ts';
import type { LadderChanges } from '../core/changes/ladder-changes.ts';
import { groupBy } from '../core/group-by.ts';
import { type Block, heading, item, type Item, list, section } from '../report/report.ts';
import { entryLine, guessLine, roleLine } from './change-lines.ts';
import { count } from './parts.ts';

/** The changes, in sections; nothing where nothing changed. The titles and versions of the two are for a heading to say. */
export function changeBlocks({ changes }: LadderChanges): Block[] {
  const isGuess = ({ change, about: kind }: Change): boolean => change === 'guessed' && MAY_REPLACE.has(kind);
  const guesses = changes.filter(isGuess);
  const entries = changes.filter((change) => change.role === undefined && !isGuess(change));
  const about = (kind: Change['about']): readonly Change[] => entries.filter((change) => change.about === kind);
  const roles = about('role').filter(isOfEntry);
  // A new id of a responsibility is worth no line of its own where a role tells of its new words.
  const told = new Set(
    changes.flatMap(({ role, about: kind, is }) => (role && kind === 'responsibility' ? is.map(({ id }) => id) : [])),
  );
  const duties = about('responsibility').filter(({ is }) => !is.some(({ id }) => told.has(id)));
  // A role that is gone takes its moves with it.
  const gone = new Set(roles.flatMap(({ change, was }) => (change === 'removed' ? was.map(({ id }) => id) : [])));
  const moves = about('move').filter(
    ({ change, was }) => change !== 'removed' || !was[0]!.id.split(' → ').some((id) => gone.has(id)),
  );
  const other = OTHERS.flatMap(about).filter(({ part }) => part !== 'version' && part !== 'id');
  const isRenumbered = entries.some(({ change }) => change === 'renumbered');
  const ranks = isRenumbered ? [marked('changed', 'Ranks have other numbers, in the same order')] : [];
  return [
    ...section(2, 'Roles', list(entryItems(roles))),
    ...section(2, 'Levels', list(entryItems(about('level')))),
    ...section(2, 'Skills', list(entryItems(about('skill')))),
    ...section(2, 'Responsibilities', list(entryItems(duties))),
    ...section(2, 'In the roles', roleBlocks(changes)),
    ...section(2, 'Moves', list(entryItems(moves))),
    ...section(2, 'Besides', list([...entryItems(other), ...ranks])),
    ...section(2, 'Perhaps the same', list(guesses.map((guess) => item('?', guessLine(guess))))),
  ];
}

/** How much changed, in a sentence. */
export function countSentence({ changes }: LadderChanges): string {
  if (changes.length === 0) return 'Nothing changed.';
  const [roles, skills, moves] = (['role', 'skill', 'move'] as const).map((about) => {
    const own = changes.filter((change) => change.about === about && !change.role && isOfEntry(change));
    const byVerb = Array.from(groupBy(inOrder(own), verbOf), ([verb, all]) => ({ verb, number: all.length }));
    return byVerb.map(({ verb, number }, index) => `${index === 0 ? count(number, about) : number} ${verb}`);
  }) as [string[], string[], string[]];
  const expected = changes.filter(({ role, change, part }) => role && change !== 'restated' && part !== 'cites');
  const expecting = new Set(expected.map(({ role }) => role!.id)).size;
  const levels = (['raised', 'lowered'] as const).flatMap((change) => {
    const number = expected.filter((one) => one.change === change).length;
    return number === 0 ? [] : [`${count(number, 'level')} ${change}`];
  });
  const inRoles =
    expecting === 0 ? [] : [`${count(expecting, 'role')} ${expecting === 1 ? 'expects' : 'expect'} something else`];
  const parts = [roles, skills, inRoles, levels, moves].filter((part) => part.length > 0);
  if (parts.length > 0) return `${parts.map((part) => part.join(', ')).join('; ')}.`;
  return changes.every(({ part }) => part === 'version') ? 'Only the version changed.' : 'Only details changed.';
}

const MAY_REPLACE: ReadonlySet<Change['about']> = new Set(['role', 'skill', 'responsibility']);

const OTHERS = ['ladder', 'track', 'area', 'source', 'disagreement', 'related'] as const;

function verbOf({ change }: Change): string {
  if (change === 'guessed') return 'perhaps renamed';
  return change === 'replaced' ? 'renamed' : change;
}

/** Whether it is about an entry as a whole, and not about what is said of one that both versions have. */
function isOfEntry({ change }: Change): boolean {
  return !/^(?:reworded|changed|reordered|renumbered)$/.test(change);
}

function roleBlocks(changes: readonly Change[]): Block[] {
  const all = changes.flatMap((change) => {
    const role = change.role ?? (change.about === 'role' && !isOfEntry(change) ? change.is[0] : undefined);
    return role && change.change !== 'renumbered' ? [{ role, change }] : [];
  });
  return Array.from(groupBy(all, ({ role }) => role.id)).flatMap(([, own]) => {
    const told = own.filter(({ change }) => change.part !== 'cites');
    const cited = own.length - told.length;
    const sources = cited === 0 ? [] : [marked('changed', `Sources of ${count(cited, 'statement')}`)];
    const items = told.map(({ change }) => marked(change.change, ...roleLine(change)));
    return [heading(3, own[0]!.role.title), ...list([...items, ...sources], 2)];
  });
}

function entryItems(changes: readonly Change[]): Item[] {
  return inOrder(changes).map((change) => marked(change.change, ...entryLine(change)));
}

/** What is new first, then what is gone. */
function inOrder(changes: readonly Change[]): Change[] {
  const place = ({ change }: Change): number => (change === 'added' ? 0 : change === 'removed' ? 1 : 2);
  return changes.toSorted((a, b) => place(a) - place(b));
}

const MARKS: Readonly<Partial<Record<Change['change'], string>>> = {
  added: '+',
  removed: '-',
  raised: '↑',
  lowered: '↓',
};

function marked(change: Change['change'], ...line: Item['line']): Item {
  return item(MARKS[change] ?? '±', line, change === 'added' || change === 'removed' ? change : 'changed');
}
