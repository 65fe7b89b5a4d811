/**
 * The result of a quiz: what fits, why, and what to do next.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import type { LadderBank, QuizAnswer } from '../core/quiz/bank.ts';
import type { Contribution } from '../core/quiz/fit.ts';
import { shownAnswer, writeReplay } from '../core/quiz/replay.ts';
import type { QuizResult } from '../core/quiz/result.ts';
import {
  type Block,
  heading,
  hint,
  item,
  join,
  type Line,
  list,
  muted,
  paragraph,
  type Report,
  section,
  strong,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, roleCommand, roleLink, titleOf } from './parts.ts';
import { INTEREST_SCALE } from './quiz-asked.ts';
import { whatNext } from './quiz-next.ts';

/** What the quiz knows when it is over. */
interface QuizOutcome {
  readonly source: LadderBank;
  /** In the order in which they were asked for. */
  readonly answers: readonly QuizAnswer[];
  readonly result: QuizResult;
  /** False where more questions would have come. */
  readonly finished: boolean;
  /** What a command line must end in to speak of the same ladder. */
  readonly rerun: string;
  /** True to show every role. */
  readonly full?: boolean;
}

/** Makes the report of `pmroles quiz`. What it comes to stands last, where the eye is when a terminal has scrolled. */
export function quizView(catalog: Catalog, outcome: QuizOutcome): Report<Data<'quiz'>> {
  const { source, answers, result, finished } = outcome;
  const replay = writeReplay(source.bank, catalog.ladder, answers);
  const next = whatNext(catalog, result);
  return {
    title: 'Which role fits you?',
    signs: 'quiz',
    blocks: [
      heading(1, 'Which role fits you?'),
      ...bars(catalog, outcome),
      ...reasons(catalog, outcome),
      ...notes(catalog, outcome),
      hint(muted('The same again:')),
      { kind: 'command', text: `pmroles quiz --answers ${replay}${outcome.rerun}` },
      heading(2, 'What it comes to'),
      ...list([
        ...nowWords(catalog, result).map((line) => item('Now:', line)),
        item('Aim:', aimWords(catalog, outcome)),
        item('Next:', next.line),
      ]),
      ...next.commands.map((words): Block => ({ kind: 'command', ...roleCommand(catalog, words, outcome.rerun) })),
    ],
    records: () => ({
      columns: ['role', 'fit', 'probability', 'now', 'aim'],
      rows: result.ranking.map(({ role, fit, probability }) => {
        return [role, fit, probability, role === knownRole(result), result.aim.includes(role)];
      }),
    }),
    data: (): Data<'quiz'> => ({
      ...result,
      next: { kind: next.kind, roles: next.roles },
      answers: answers.map((answer) => ({ question: answer.question, answer: shownAnswer(source.bank, answer) })),
      finished,
      generated: source.generated,
      distinguishes: source.distinguishes,
      replay,
    }),
  };
}

function nowWords(catalog: Catalog, { now }: QuizResult): Line[] {
  if (!now) return [];
  const { role, given, range } = now;
  const ends = [...range.slice(0, 1), ...range.slice(1).slice(-1)].map((id) => [roleLink(catalog, id)]);
  // Two roles may ask for the same experience.
  const done = join(ends, range.length === 2 ? ' or ' : ' to ');
  if (role === null) return [['none of these', ...(done.length > 0 ? ['; near ', ...done] : []), '.']];
  return given ? [[roleLink(catalog, role), ', as you said.']] : [[...done, ', by what you have done.']];
}

/** What the answers point to, with how sure that is. */
function aimWords(catalog: Catalog, { source, result }: QuizOutcome): Line {
  const { verdict, aim, deciding, answered, ranking } = result;
  const [open] = deciding;
  const help = open === undefined ? '' : ` It hinges on whether you like ${activity(source, open)}.`;
  const links = aim.map((id) => roleLink(catalog, id, 'strong'));
  switch (verdict) {
    case 'clear':
      return [...links, ', clearly.'];
    case 'likely':
      return [...links, ', most likely.'];
    case 'leaning':
      return [...links, `, but not by much.${help}`];
    case 'between':
      return [
        'between ',
        ...join(
          links.map((link) => [link]),
          ' and ',
        ),
        `.${help}`,
      ];
    case 'all-alike':
      return [`open. Your answers are (nearly) all the same, so they set no role apart.${help}`];
    case 'too-few':
      if (answered === 0) return ['open. You have not said what you would enjoy.'];
      return [
        `open. ${count(answered, 'answer')} about what you would enjoy ${answered === 1 ? 'is' : 'are'} too few.`,
      ];
    case 'no-clear-fit': {
      const nearest = ranking.slice(0, 2).map(({ role }) => [roleLink(catalog, role)]);
      return ['open. No role has most of what you like. Nearest: ', ...join(nearest, ' and '), `.${help}`];
    }
  }
}

/** The present role where it is known: a guess among several is not marked as if it were. */
const knownRole = ({ now }: QuizResult): string | null | undefined =>
  now?.given === true || now?.range.length === 1 ? now.role : undefined;

/** So many roles are shown: the first, those that the result speaks of, and where there is room others from the top. */
const MOST_BARS = 3;

function bars(catalog: Catalog, { result, full }: QuizOutcome): Block[] {
  const { ranking, aim, answered, explanation } = result;
  // Where nothing is said of any role, a list with one at its head would say something all the same.
  if (answered === 0 || (aim.length === 0 && full !== true)) return [];
  const present = knownRole(result);
  const named = [ranking[0]!.role, ...aim, explanation?.over, present];
  const others = ranking.filter(({ role }) => !named.includes(role));
  const hidden = full === true ? [] : others.slice(Math.max(0, MOST_BARS - (ranking.length - others.length)));
  const shown = ranking.filter((entry) => !hidden.includes(entry));
  const more = hidden.length > 0 ? ` ${hidden.length} more: --full` : '';
  return [
    {
      kind: 'bars',
      bars: shown.map(({ role, fit }) => ({
        label: [roleLink(catalog, role)],
        value: fit,
        most: 100,
        note: [String(Math.round(fit)), ...(role === present ? [strong(' ← now')] : [])],
      })),
    },
    paragraph(muted(`Nearness, of 100: a hint, not a measurement.${more}`)),
  ];
}

/** An answer that counts for less than this between two roles, in points of the fit, speaks for neither. */
const LEAST_POINTS = 1;
const MOST_REASONS = 3;
const NEITHER = 3;

/** Whether somebody likes what a role expects to be liked, or dislikes what it expects to be disliked: 1; the other way: -1. */
const agreement = (answer: number, expected: number): number =>
  expected === 0 ? 0 : Math.sign(answer - NEITHER) * Math.sign(expected - NEITHER);

/** What speaks for a role and what against it or, between two, what speaks for each. */
function reasons(catalog: Catalog, { source, result }: QuizOutcome): Block[] {
  const { explanation, verdict } = result;
  if (!explanation) return [];
  const [first, second] = [titleOf(catalog, explanation.role), titleOf(catalog, explanation.over)];
  const isBetween = verdict === 'between';
  // What sets the role apart from the second one comes first.
  const { contributions } = explanation;
  const agreeing = contributions.filter(
    ({ answer, expected, amount }) => agreement(answer, expected.role) === 1 && (!isBetween || amount >= LEAST_POINTS),
  );
  const against = isBetween
    ? contributions
        .toReversed()
        .filter(({ answer, expected, amount }) => amount <= -LEAST_POINTS && agreement(answer, expected.over) === 1)
    : contributions.filter(({ answer, expected }) => agreement(answer, expected.role) === -1).slice(-1);
  const pros = agreeing.slice(0, MOST_REASONS - Math.min(1, against.length));
  const cons = against.slice(0, MOST_REASONS - pros.length);
  const told = ({ question, answer }: Contribution, who: string): string =>
    `${who} ${INTEREST_SCALE[answer - 1]!.toLowerCase()} ${activity(source, question)}.`;
  return section(
    2,
    isBetween ? `What speaks for ${first} (+) and for ${second} (-)` : `Why ${first}`,
    list([
      ...pros.map((entry) => ({
        ...item('+', [told(entry, 'You')], 'added'),
        ...(isBetween && { word: `for ${first}:` }),
      })),
      ...cons.map((entry) => ({
        ...item('-', [told(entry, isBetween ? 'You' : 'But you')], 'removed'),
        ...(isBetween && { word: `for ${second}:` }),
      })),
    ]),
  );
}

/** What a question asks about, to go on with after "You like": as it is where it says what one does, else quoted. */
function activity({ bank }: LadderBank, id: string): string {
  const text = bank.questions.find((question) => question.id === id)!.text.replace(/\.?([”"]?)\.?$/, '$1');
  if (/^\p{Lu}\p{Ll}+ing\b/u.test(text)) return text.charAt(0).toLowerCase() + text.slice(1);
  return /[“”"]$/.test(text) ? text : `“${text}”`;
}

function notes({ ladder }: Catalog, { source, finished }: QuizOutcome): Block[] {
  const made = `Made from the ladder’s own statements, which tell ${source.distinguishes} of ${heldRoles(ladder).length} roles apart.`;
  const texts = [
    ...(finished ? [] : ['Not finished: more answers may change this.']),
    ...(source.generated ? [made] : []),
  ];
  return texts.length === 0 ? [] : [paragraph(muted(texts.join(' ')))];
}
