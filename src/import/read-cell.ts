/**
 * What one cell says of a role.
 */
import { quote } from '../core/names.ts';
import type { DraftLadder, Need, RoleDraft } from './draft-ladder.ts';
import { type ImportNotes, someOf } from './import-notes.ts';
import { splitList, tidy } from './lists.ts';
import { degreeOf, importanceOf, meaningOf } from './meaning.ts';
import type { Reading } from './reading.ts';
import { isShortWording, LONGEST_LEVEL } from './scale.ts';
import type { ReadTable } from './shape.ts';

/** What a dash is taken for. */
const DASH = 'A dash says nothing: what stands there is not stated.';

/** Says what a dash is taken for, or what is written instead of one. */
export function tellDash(cell: string, notes: ImportNotes): void {
  notes.guessed(/[\p{L}?]/u.test(cell) ? `${quote(cell.trim())} says nothing: what stands there is not stated.` : DASH);
}

/** Takes a cell of a matrix for what it says of a role and a skill, or of a role in an area. */
export interface CellTaker {
  (role: RoleDraft, label: string, group: string, cell: string, line: number): void;
  /** True where the labels are areas. */
  readonly areas: boolean;
  /** Says, at the end, which cells among levels are kept as wording. */
  readonly tell: () => void;
}

/** Decides once for a whole matrix whether its cells are levels or texts. */
export function cellTaker(
  table: ReadTable,
  places: readonly number[],
  labelledAreas: boolean,
  draft: DraftLadder,
  { notes, isLevel: isKnownLevel, levelsStated }: Reading,
): CellTaker {
  const counts = new Map<string, number>();
  let words = 0;
  let known = 0;
  let importances = 0;
  for (const { cells } of table.rows) {
    for (const place of places) {
      const cell = (cells[place] ?? '').trim();
      if (meaningOf(cell) !== 'words') continue;
      words++;
      if (isKnownLevel(cell) || importanceOf(cell)) known++;
      if (importanceOf(cell) && !isKnownLevel(cell)) importances++;
      if (isShortWording(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
  const repeated = [...counts.values()].reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
  const levels = words > 0 && (levelsStated || known * 2 >= words || (repeated * 2 > words && counts.size <= 12));
  const areas = labelledAreas && !levels && words > 0;
  if (words > 0) {
    notes.guessed(
      areas
        ? 'The cells are taken for responsibilities.'
        : levels
          ? `The cells are taken for ${importances === 0 ? 'levels' : importances === words ? 'importance' : 'levels, and for importance'}.`
          : "The cells are taken for each role's own wording of the skill.",
    );
  }
  const worded = new Set<string>();
  const take = (role: RoleDraft, label: string, group: string, cell: string, line: number): void => {
    if (areas) {
      for (const text of splitList(cell, false)) {
        const meaning = meaningOf(text);
        if (meaning === 'words') draft.duty(role, { area: tidy(label), text }, line);
        else if (meaning === 'dash') tellDash(text, notes);
        else notes.dropped(line, `${role.name} / ${label}: ${text}`, 'it names no responsibility');
      }
      return;
    }
    const skill = draft.skill(label);
    setOnce(skill, 'group', tidy(group));
    const trimmed = cell.trim();
    if (trimmed === '') return;
    const importance = importanceOf(trimmed);
    const isLevel = levels && isShortWording(trimmed) && (isKnownLevel(trimmed) || (counts.get(trimmed) ?? 0) > 1);
    if (meaningOf(trimmed) === 'words' && importance && !isKnownLevel(trimmed))
      draft.need(role, skill, { importance }, line);
    else if (meaningOf(trimmed) === 'words' && !isLevel) {
      if (levels) worded.add(tidy(trimmed));
      draft.need(role, skill, { text: trimmed }, line);
    } else {
      const need = readNeed(trimmed, `${role.name} / ${skill.name}`, line, notes);
      if (need) draft.need(role, skill, need, line);
    }
  };
  const tell = (): void => {
    if (worded.size === 0) return;
    const names = someOf(
      [...worded].map((cell) => (cell.length > LONGEST_LEVEL ? `${cell.slice(0, LONGEST_LEVEL)}…` : cell)),
    );
    notes.guessed(`Kept as wording, since they are no levels that are known: ${names}.`);
  };
  return Object.assign(take, { areas, tell });
}

/** Reads what a cell says of how a role needs a skill (`of`: for what is left out); undefined where nothing is stated. */
export function readNeed(cell: string, of: string, line: number, notes: ImportNotes): Need | undefined {
  switch (meaningOf(cell)) {
    case 'nothing':
      return {};
    case 'yes':
      if (/[()!?]/.test(cell))
        notes.dropped(line, `${of}: ${cell.trim()}`, 'what the signs about the mark say: it is read as a plain mark');
      return {};
    case 'dash':
      tellDash(cell, notes);
      return undefined;
    case 'no':
      notes.dropped(line, `${of}: ${cell}`, 'a "no" is not kept: a ladder says what a role needs');
      return undefined;
    case 'not applicable':
      return { notApplicable: true };
    case 'words':
      return isShortWording(cell) ? { level: tidy(cell) } : { text: cell };
  }
}

/** Reads an importance (`of`: of what, for what is left out); what is none is left out. */
export function readImportance(cell: string, of: string, line: number, notes: ImportNotes): Pick<Need, 'importance'> {
  const meaning = meaningOf(cell);
  if (meaning === 'nothing' || meaning === 'dash') return {};
  const importance = importanceOf(cell) ?? (meaning === 'yes' ? 'essential' : undefined);
  if (importance) return { importance };
  const degree = degreeOf(cell);
  if (degree) {
    notes.guessed('High importance is taken for essential, medium for useful, and low for optional.');
    return { importance: degree };
  }
  notes.dropped(line, `${of}: ${cell}`, 'it is no importance: essential, useful or optional');
  return {};
}

/** Sets a field that is not set yet, unless there is nothing to set it to. */
export function setOnce<K extends string>(target: Partial<Record<K, string>>, key: K, value: string): void {
  if (value !== '') target[key] ??= value;
}
