/**
 * The questions of a quiz laid open: what each one tells about which roles, and what it leans on.
 */
import type { Catalog } from '../core/catalog.ts';
import type { LadderBank } from '../core/quiz/bank.ts';
import { type Cell, heading, paragraph, type Report, section, styled, table } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { citeNote, citing, count, titleOf } from './parts.ts';

/** Makes the report of `pmroles quiz --list`. */
export function quizQuestionsView(catalog: Catalog, { bank, generated }: LadderBank): Report<Data<'quiz-questions'>> {
  const title = `Quiz of ${catalog.ladder.title} · ${count(bank.experience.length + bank.questions.length, 'question')}`;
  const roles = catalog.ladder.roles.filter((role) =>
    bank.questions.some(({ weights }) => Object.hasOwn(weights, role.id)),
  );
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(
        styled(
          'muted',
          `${generated ? 'Made from what the roles answer for and need.' : 'Wording and numbers are the ladder keeper’s own; the cites say what each question stands for.'} The numbers are the answers expected of somebody whom the role suits, from 1 (strongly dislike) to 5 (strongly like).`,
        ),
      ),
      ...section(
        2,
        'Experience',
        bank.experience.length === 0
          ? []
          : [
              paragraph(styled('muted', 'Asked of those who name no role they have.')),
              table(
                ['Question', 'Answers, and the ranks that each is typical of'],
                bank.experience.map((question): Cell[] => [
                  [[question.text, ...citeNote(question, citing(catalog, true))]],
                  question.answers.map(({ text, ranks, ranksIfSmall, small }, index) => ({
                    mark: `${index + 1}`,
                    line: [text, styled('muted', small ? ' (a small organisation)' : rangeNote(ranks, ranksIfSmall))],
                  })),
                ]),
                'space',
              ),
            ],
      ),
      heading(2, 'Interest'),
      {
        kind: 'table',
        columns: [{ title: 'How much would you enjoy …' }, { title: 'Expected of' }],
        rows: bank.questions.map((question): Cell[] => [
          [[question.text, ...citeNote(question, citing(catalog, true))]],
          // Grouped by answer: what a question tells is who stands at which end.
          [5, 4, 3, 2, 1].flatMap((weight) => {
            const fitting = roles.filter(
              ({ id }) => Object.hasOwn(question.weights, id) && question.weights[id] === weight,
            );
            return fitting.length === 0
              ? []
              : [{ mark: `${weight}`, line: [fitting.map((role) => titleOf(catalog, role.id)).join(', ')] }];
          }),
        ]),
        between: 'space',
      },
    ],
    records: () => ({
      columns: ['kind', 'id', 'text', 'cites', ...roles.map((role) => role.id)],
      rows: [
        ...bank.experience.map(({ id, text, cites }) => [
          'experience',
          id,
          text,
          cites.join(' '),
          ...roles.map(() => ''),
        ]),
        ...bank.questions.map(({ id, text, cites, weights }) => {
          return [
            'interest',
            id,
            text,
            cites.join(' '),
            ...roles.map(({ id }) => (Object.hasOwn(weights, id) ? weights[id]! : '')),
          ];
        }),
      ],
    }),
    data: (): Data<'quiz-questions'> => ({
      questions: bank.questions,
      experience: bank.experience,
      experienceRanks: bank.experienceRanks ?? {},
      generated,
    }),
  };
}

/** The ranks that an answer is typical of, in a small organisation too where that differs. */
function rangeNote(ranks: readonly number[] | undefined, ranksIfSmall: readonly number[] | undefined): string {
  const said = ([low, high]: readonly number[]): string => (low === high ? `${low}` : `${low} to ${high}`);
  if (!ranks) return '';
  return ` (${said(ranks)}${ranksIfSmall ? `; in a small organisation ${said(ranksIfSmall)}` : ''})`;
}
