/**
 * Skills, sources and the questions of the quiz: what the other views refer to.
 */
import { findSkill } from '../core/names.ts';
import { element } from '../report/tree.ts';
import { quizQuestionsView } from '../views/quiz-questions.ts';
import { skillView } from '../views/skills.ts';
import { sourcesView } from '../views/sources.ts';
import { type Address, writeAddress } from './address.ts';
import { nowherePage, problemTrees, resolveAll } from './names.ts';
import { type Book, link, type Page, reportPage } from './page.ts';

/** One skill, and who needs it. */
export function skillPage(book: Book, { values }: Address): Page {
  const { catalog } = book;
  const entries = catalog.ladder.skills.map((skill) => ({ id: skill.id, names: [skill.name], value: skill }));
  const { ids, problems } = resolveAll(entries, 'skill', [values.join(',')], {
    mended: (_, id) => writeAddress('skill', [id]),
    called: (id) => catalog.skills.get(id)!.name,
  });
  if (ids.length === 0) return nowherePage('There is no such skill', problemTrees(problems));
  const report = skillView(catalog, findSkill(catalog.ladder, ids[0]!), { cites: book.cites });
  return { ...reportPage(book, report), address: writeAddress('skill', [ids[0]!]) };
}

/** The questions of the quiz laid open. */
export function questionsPage(book: Book): Page {
  return reportPage(book, quizQuestionsView(book.catalog, book.quiz()), true);
}

/** What the ladder leans on; a fact or a source may be named. */
export function sourcesPage(book: Book, { values }: Address): Page {
  const { catalog } = book;
  const cite = values.join(',');
  const page = { ...reportPage(book, sourcesView(catalog, { cites: book.cites })), title: 'Sources' };
  if (cite === '') return page;
  if (catalog.cites.has(cite)) return { ...page, cite };
  const entries = [...catalog.cites.keys()].map((id) => ({ id, names: [], value: { id } }));
  const { ids, problems } = resolveAll(entries, 'source or fact', [cite], {
    mended: (_, id) => writeAddress('sources', [id]),
    called: (id) => id,
  });
  if (ids.length > 0) return { ...page, cite: ids[0]!, address: writeAddress('sources', [ids[0]!]) };
  return nowherePage('There is no such source', [
    ...problemTrees(problems),
    element('p', {}, link('#sources', 'All sources')),
  ]);
}
