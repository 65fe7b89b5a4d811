/**
 * Tables of tests, imported, and what came of them in few words.
 */
import { type Answers, type Question, Unsure } from '../../src/import/answers.ts';
import { type Imported, importTables } from '../../src/import/import-tables.ts';
import { readTables } from '../../src/import/tables/read-tables.ts';
import type { Ladder } from '../../src/core/model.ts';

/** Imports the lines of a CSV file, or of several. */
export async function imported(
  lines: readonly string[],
  answers: Answers = {},
  ...more: (readonly string[])[]
): Promise<Imported> {
  const files = [lines, ...more];
  const tables = await Promise.all(
    files.map((file, at) => readTables(at === 0 ? 'team.csv' : `more-${at}.csv`, Buffer.from(`${file.join('\n')}\n`))),
  );
  return importTables(tables.flat(), answers, {});
}

/** What is asked about lines that cannot be read for sure. */
export async function questionOf(lines: readonly string[], answers: Answers = {}): Promise<Question> {
  try {
    await imported(lines, answers);
  } catch (error) {
    if (error instanceof Unsure) return error.question;
    throw error;
  }
  throw new Error('nothing was asked');
}

/** The columns that are asked about, with the best guess: `ID=ignore`. */
export async function doubts(lines: readonly string[], answers: Answers = {}): Promise<string[]> {
  const question = await questionOf(lines, answers);
  if (question.about !== 'columns') throw new Error(question.text);
  return question.columns.filter(({ sure }) => !sure).map(({ name, meaning = '?' }) => `${name}=${meaning}`);
}

/** Each role's skills, as `skill=level=importance: wording`. */
export function skillsOf({ roles }: Ladder): Record<string, string[]> {
  return Object.fromEntries(
    roles.map(({ id, requirements }) => [
      id,
      requirements.map(({ skill, level, importance, notApplicable, text }) => {
        const parts = [skill, level, importance, notApplicable && 'n/a'].filter(Boolean).join('=');
        return text === '' ? parts : `${parts}: ${text}`;
      }),
    ]),
  );
}

/** Each role's responsibilities, as `area: text`. */
export function dutiesOf({ roles, areas }: Ladder): Record<string, string[]> {
  const titles = new Map(areas.map(({ id, title }) => [id, title]));
  return Object.fromEntries(
    roles.map(({ id, responsibilities }) => [
      id,
      responsibilities.map(({ area, text }) => `${titles.get(area)}: ${text}`),
    ]),
  );
}

export const titlesOf = (entries: readonly { readonly title: string }[]): string[] => entries.map(({ title }) => title);

export const namesOf = ({ skills }: Ladder): string[] => skills.map(({ name }) => name);
