/**
 * The questions of a quiz laid open: what each one tells about which roles, and what it leans on.
 */
import { type Catalog, weightsOf } from '../core/catalog.ts';
import type { ExperienceQuestion, QuizQuestion } from '../core/model.ts';
import type { LadderBank } from '../core/quiz/bank.ts';
import { type Cell, heading, muted, paragraph, type Report, table } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { citeNote, citing, count, titleOf } from './parts.ts';

/** Makes the report of `pmroles quiz --list`. */
export function quizQuestionsView(catalog: Catalog, { bank, generated }: LadderBank): Report<Data<'quiz-questions'>> {
  const { questions, experience, experienceRanks = {} } = bank;
  const title = `Quiz of ${catalog.ladder.title} · ${count(experience.length + questions.length, 'question')}`;
  const told = new Set(questions.flatMap(({ weights }) => Object.keys(weights)));
  const roles = catalog.ladder.roles.filter(({ id }) => told.has(id));
  const asked = (question: ExperienceQuestion | QuizQuestion): Cell => [
    [question.text, ...citeNote(question, citing(catalog, catalog.ladder.sources.length > 0))],
  ];
  const origin = generated
    ? 'Made from what the roles answer for and need.'
    : 'Wording and numbers are the ladder keeper’s own; the cites say what each question stands for.';
  const numbers =
    'The numbers are the answers expected of somebody whom the role suits, from 1 (strongly dislike) to 5 (strongly like).';
  const experienceTable = table(
    ['Question', 'Answers, and the ranks that each is typical of'],
    experience.map((question): Cell[] => [
      asked(question),
      question.answers.map(({ text, ranks, ranksIfSmall, small }, index) => ({
        mark: `${index + 1}`,
        line: [text, muted(small ? ' (a small organisation)' : rangeNote(ranks, ranksIfSmall))],
      })),
    ]),
    'space',
  );
  const interestTable = table(
    ['How much would you enjoy …', 'Expected of'],
    questions.map((question): Cell[] => {
      const weights = weightsOf(question, roles);
      // Grouped by answer: what a question tells is who stands at which end.
      const groups = [5, 4, 3, 2, 1].map((weight) => ({
        mark: `${weight}`,
        line: [roles.flatMap(({ id }, role) => (weights[role] === weight ? titleOf(catalog, id) : [])).join(', ')],
      }));
      return [asked(question), groups.filter(({ line }) => line[0] !== '')];
    }),
    'space',
  );
  const all = [
    ...experience.map((question) => ({ kind: 'experience', ...question, weights: {} })),
    ...questions.map((question) => ({ kind: 'interest', ...question })),
  ];
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(muted(`${origin} ${numbers}`)),
      ...(experience.length === 0
        ? []
        : [heading(2, 'Experience'), paragraph(muted('Asked of those who name no role they have.')), experienceTable]),
      heading(2, 'Interest'),
      interestTable,
    ],
    records: () => ({
      columns: ['kind', 'id', 'text', 'cites', ...roles.map(({ id }) => id)],
      rows: all.map((question) => {
        const weights = [...weightsOf(question, roles)].map((weight) => weight || '');
        return [question.kind, question.id, question.text, question.cites.join(' '), ...weights];
      }),
    }),
    data: (): Data<'quiz-questions'> => ({ questions, experience, experienceRanks, generated }),
  };
}

/** The ranks that an answer is typical of, in a small organisation too where that differs. */
function rangeNote(ranks: readonly number[] | undefined, ranksIfSmall: readonly number[] | undefined): string {
  const said = ([low, high]: readonly number[]): string => (low === high ? `${low}` : `${low} to ${high}`);
  if (!ranks) return '';
  return ` (${said(ranks)}${ranksIfSmall ? `; in a small organisation ${said(ranksIfSmall)}` : ''})`;
}
