/**
 * Rows of a matrix with a label and nothing else.
 */
import { type Answers, Unsure } from './answers.ts';
import { ofRoles } from './columns/headers.ts';
import type { Column, Recognised } from './columns/recognise.ts';
import { tidy } from './lists.ts';
import { type Notes, someOf } from './notes.ts';
import type { Row } from './table.ts';

/** What tells a heading by itself. */
const LOOKS_LIKE_HEADING = /^(?=.*\p{Lu}{2})[^\p{Ll}]+$|:$/u;

/** The rows with a label alone that are headings of the rows below them; where that is not sure, it is asked. */
export function headingsOf(
  { sheet, of }: Recognised,
  label: Column,
  { emptyRows }: Answers,
  notes: Notes,
): ReadonlySet<Row> {
  const nameOf = ({ cells }: Row): string => tidy(cells[label.place] ?? '');
  const named = sheet.rows.filter((row) => nameOf(row) !== '' && ofRoles(nameOf(row)) === undefined);
  const isEmpty = ({ cells }: Row): boolean =>
    cells.every((cell, place) => place === label.place || cell.trim() === '');
  const empty = named.filter(isEmpty);
  if (empty.length === 0) return new Set();
  const names = someOf(empty.map(nameOf));
  const grouped = of('group').length > 0 || label.meaning !== 'skill';
  const parted = named.every((row, at) => !isEmpty(row) || (at < named.length - 1 && !isEmpty(named[at + 1]!)));
  const styled =
    empty.every((row) => LOOKS_LIKE_HEADING.test(nameOf(row))) &&
    named.some((row) => !LOOKS_LIKE_HEADING.test(nameOf(row)));
  const sure = grouped ? 'skills' : parted && (isEmpty(named[0]!) || styled) ? 'groups' : undefined;
  const taken = emptyRows ?? sure;
  if (taken === undefined) {
    throw new Unsure({
      about: 'emptyRows',
      text: `What are the rows with nothing but a name: ${names}?`,
      file: sheet.file,
      line: empty[0]!.line,
      choices: [
        { value: 'groups', says: 'headings: each names the group of the skills below it' },
        { value: 'skills', says: 'skills that no role is said to need' },
      ],
    });
  }
  notes.read(taken === 'groups' ? `Groups of skills: ${names}.` : `Skills that no role is said to need: ${names}.`);
  return new Set(taken === 'groups' ? empty : []);
}
