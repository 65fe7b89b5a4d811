import { skillsView } from '../views/skills.ts';
import { type Book, type Page, reportPage } from './page.ts';
export function skillsPage(book: Book): Page {
  return reportPage(book, skillsView(book.catalog, ''));
}
