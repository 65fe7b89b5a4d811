/**
 * What happens in the matrix of skills: a square that is pressed says what it means, arrow keys walk the squares, which are one stop
 * of the tab key, and ticked columns can be compared.
 */
import { writeAddress } from './address.ts';
import { toNodes } from './dom.ts';
import { type Book, link } from './page.ts';
import { cellTrees } from './skills-matrix.ts';

const STEPS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

/** Says what a square means. */
export function matrixPress(target: Element, book: Book): boolean {
  const square = target.closest<HTMLElement>('.mx .sq');
  if (!square) return false;
  const matrix = square.closest('.mx')!;
  for (const other of matrix.querySelectorAll<HTMLElement>('[aria-pressed=true], [tabindex="0"]')) {
    other.setAttribute('aria-pressed', 'false');
    other.tabIndex = -1;
  }
  square.setAttribute('aria-pressed', 'true');
  square.tabIndex = 0;
  const { skill, role } = square.dataset;
  document.querySelector('#cell')!.replaceChildren(...toNodes(cellTrees(book, skill!, role!)));
  return true;
}

/** Goes on to the next square in the direction of a key, and says what it means. */
export function matrixKey(event: KeyboardEvent, target: Element, book: Book): boolean {
  const step = STEPS[event.key];
  const square = target.closest<HTMLElement>('.mx .sq');
  if (!step || !square) return false;
  event.preventDefault();
  const rows = [...square.closest('tbody')!.querySelectorAll('tr:not(.grp)')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('.sq'),
  ]);
  const line = rows.findIndex((row) => row.includes(square));
  const within = (place: number, length: number): number => Math.max(0, Math.min(length - 1, place));
  const row = rows[within(line + step[1], rows.length)]!;
  const next = row[within(rows[line]!.indexOf(square) + step[0], row.length)]!;
  next.focus();
  return matrixPress(next, book);
}

/** Marks the ticked columns, and offers to compare them. */
export function matrixPick(target: Element): boolean {
  if (!target.matches('[data-pick]')) return false;
  const matrix = target.closest('.mx')!;
  const picks = [...matrix.querySelectorAll<HTMLInputElement>('[data-pick]')];
  const roles = picks.filter(({ checked }) => checked).map(({ dataset }) => dataset['pick']!);
  for (const square of matrix.querySelectorAll<HTMLElement>('.sq')) {
    square.parentElement!.classList.toggle('picked', roles.includes(square.dataset['role']!));
  }
  const offer =
    roles.length < 2
      ? 'Tick one more role to compare.'
      : link(writeAddress('compare', roles), `Compare the ${roles.length} chosen roles`, { class: 'btn btn--main' });
  document.querySelector('#picked')!.replaceChildren(...toNodes(roles.length === 0 ? [] : [offer]));
  return true;
}
