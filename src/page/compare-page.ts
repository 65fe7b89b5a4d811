import { compareRoles } from '../core/compare.ts';
import { compareView } from '../views/compare.ts';
import { type Address, writeAddress } from './address.ts';
import { textsOf } from './fields.ts';
import { type Book, type Page, reportPage } from './page.ts';
export const compareAddress = (data: FormData): string => writeAddress('compare', textsOf(data, 'role'));
export function comparePage(book: Book, { values }: Address): Page {
  return reportPage(
    book,
    compareView(book.catalog, compareRoles(book.catalog, values), undefined, { cites: true, full: true }),
  );
}
