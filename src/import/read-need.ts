/**
 * What a cell or an entry of a list says of how a role needs a skill.
 */
import { type Meaning } from './answers.ts';
import { degreeOf, importanceOf, meaningOf } from './cells.ts';
import { isPlural } from './columns/headers.ts';
import type { Column, Recognised } from './columns/recognise.ts';
import type { Draft, Need, RoleDraft, SkillDraft } from './draft.ts';
import { isList, splitList, tidy } from './lists.ts';
import type { Notes, Place } from './notes.ts';
import { isShortWording } from './scale.ts';
import type { Row } from './table.ts';

/** A row of a table of which the cells can be asked by what they hold. */
export interface ReadRow extends Place {
  readonly row: Row;
  /** The trimmed cell of the first column that holds this. */
  readonly cell: (meaning: Meaning) => string;
  readonly at: (column: Column) => string;
}

/** Takes a cell for what a role needs of a skill; `named` where the row itself names the skill, so that an empty cell is no silence. */
export function readNeed(
  role: RoleDraft,
  skill: SkillDraft,
  cell: string,
  more: Need,
  read: ReadRow,
  { cells, isLevel, isStated }: Recognised,
  draft: Draft,
  notes: Notes,
  named = false,
): void {
  const take = (said: Need): void => draft.need(role, skill, { ...said, ...more }, read);
  const trimmed = cell.trim();
  const isBit = cells === 'marks' && (trimmed === '0' || trimmed === '1');
  const says = isStated(trimmed) ? 'words' : isBit ? (trimmed === '1' ? 'yes' : 'no') : meaningOf(cell);
  if (says === 'nothing') {
    if (named) take({});
  } else if (says === 'yes') take({});
  else if (says === 'no')
    notes.read(`${trimmed === '0' ? 'A 0' : `"${trimmed}"`} is kept as not stated: a ladder says what a role needs.`);
  else if (says === 'dash')
    notes.read(`${/[\p{L}?]/u.test(cell) ? `"${trimmed}"` : 'A dash'} says nothing: what stands there is not stated.`);
  else if (says === 'not applicable') take({ notApplicable: true });
  else if (cells === 'importance' && importanceOf(cell)) take({ importance: importanceOf(cell)! });
  else if (cells === 'texts' || !isShortWording(trimmed)) take({ text: trimmed });
  else if (cells !== 'levels' || isLevel(trimmed) || named) take({ level: tidy(trimmed) });
  else if (importanceOf(cell)) take({ importance: importanceOf(cell)! });
  else {
    notes.read(`Cells that are no levels are kept as the role's own words, such as "${tidy(trimmed)}".`, 'no level');
    take({ text: trimmed });
  }
}

/** Reads the importance that stands in a column of its own. */
export function readImportance(read: ReadRow, of: string, notes: Notes): Pick<Need, 'importance'> {
  const cell = read.cell('importance');
  const says = meaningOf(cell);
  if (says === 'nothing' || says === 'dash' || says === 'no') return {};
  const known = importanceOf(cell) ?? (says === 'yes' ? 'essential' : undefined);
  if (known) return { importance: known };
  const degree = degreeOf(cell);
  if (degree) {
    notes.read('High importance is read as essential, medium as useful, and low as optional.');
    return { importance: degree };
  }
  notes.lost(read, `${of}: ${cell}`, "it isn't an importance (essential, useful or optional)");
  return {};
}

/** The skills that a cell names, and what stands behind each: `SQL (basic)`, `SQL: must`. */
export function skillsIn(
  cell: string,
  column: Column,
  { isLevel }: Recognised,
  notes: Notes,
): { name: string; behind: Need }[] {
  const says = meaningOf(cell);
  if (says === 'nothing' || says === 'dash' || says === 'not applicable') return [];
  // Where each role has one row, a column of skills holds lists.
  const commas = isPlural(column.header) && !isList(cell);
  if (commas && cell.includes(',')) notes.read(`Commas part the skills in ${column.name}.`);
  const single = !isPlural(column.header) && !isList(cell);
  return (single ? [tidy(cell)] : splitList(cell, commas)).map((entry) => {
    const [, name, words] =
      /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/.exec(entry) ??
      /^(.*[^\s:])\s*:\s*(\S.*)$/.exec(entry) ??
      /^(.*\S)\s+[-–—]\s+(\S.*)$/.exec(entry) ??
      [];
    const behind = (words ?? '').split(/[,/]/).map((word) => word.trim());
    const fits = (word: string): boolean =>
      isLevel(word) || importanceOf(word) !== undefined || meaningOf(word) === 'not applicable';
    if (name === undefined || !behind.every(fits)) return { name: entry, behind: {} };
    notes.read(`What stands behind a skill is its level or importance, as in "${entry}".`, 'behind');
    return { name, behind: Object.assign({}, ...behind.map((word) => behindSkill(word, isLevel))) as Need };
  });
}

function behindSkill(word: string, isLevel: (word: string) => boolean): Need {
  if (meaningOf(word) === 'not applicable') return { notApplicable: true };
  const known = importanceOf(word);
  return known && !isLevel(word) ? { importance: known } : { level: word };
}
