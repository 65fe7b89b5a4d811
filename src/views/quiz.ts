/**
 * The result of a quiz: what fits, why, and what to do next.
 */
import type { Catalog } from '../core/catalog.ts';
import type { LadderBank, QuizAnswer } from '../core/quiz/bank.ts';
import type { Contribution } from '../core/quiz/fit.ts';
import { shownAnswer, writeReplay } from '../core/quiz/replay.ts';
import type { QuizResult } from '../core/quiz/result.ts';
import {
  type Block,
  heading,
  hint,
  item,
  type Item,
  type Line,
  list,
  muted,
  paragraph,
  type Report,
  section,
  strong,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, roleLink, titleOf } from './parts.ts';
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
      ...next.commands.map(({ words, to, label }): Block => ({
        kind: 'command',
        text: `pmroles ${words.join(' ')}${outcome.rerun}`,
        target: { to, label },
      })),
    ],
    records: () => ({
      columns: ['role', 'fit', 'probability', 'now', 'aim'],
      rows: result.ranking.map(({ role, fit, probability }) => {
        return [role, fit, probability, isNow(result, role), result.aim.includes(role)];
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
  const [from, to] = [range[0], range.at(-1)].flatMap((id) => (id === undefined ? [] : [roleLink(catalog, id)]));
  // Two roles may ask for the same experience.
  const done: Line = range.length < 2 ? [from ?? ''] : [from!, range.length === 2 ? ' or ' : ' to ', to!];
  if (role === null) return [['none of these', ...(range.length > 0 ? ['; near ', ...done] : []), '.']];
  return given ? [[roleLink(catalog, role), ', as you said.']] : [[...done, ', by what you have done.']];
}

/** What the answers point to, with how sure that is. */
function aimWords(catalog: Catalog, { source, result }: QuizOutcome): Line {
  const { verdict, aim, deciding } = result;
  const [open] = deciding;
  const help = open === undefined ? '' : ` It hinges on whether you like ${activity(source, open)}.`;
  const [first, second] = aim.map((id) => roleLink(catalog, id, 'strong'));
  switch (verdict) {
    case 'clear':
      return [first!, ', clearly.'];
    case 'likely':
      return [first!, ', most likely.'];
    case 'leaning':
      return [first!, `, but not by much.${help}`];
    case 'between':
      return ['between ', first!, ' and ', second!, `.${help}`];
    case 'all-alike':
      return [`open. Your answers are (nearly) all the same, so they set no role apart.${help}`];
    case 'too-few':
      return [
        result.answered === 0
          ? 'open. You have not said what you would enjoy.'
          : `open. ${count(result.answered, 'answer')} about what you would enjoy ${result.answered === 1 ? 'is' : 'are'} too few.`,
      ];
    case 'no-clear-fit': {
      const [nearest, next] = result.ranking.map(({ role }) => roleLink(catalog, role));
      return [
        'open. No role has most of what you like. Nearest: ',
        nearest!,
        ...(next ? [' and ', next] : []),
        `.${help}`,
      ];
    }
  }
}

/** Whether a role is known to be the present one: a guess among several is not marked as if it were. */
const isNow = ({ now }: QuizResult, role: string): boolean =>
  role === now?.role && (now.given || now.range.length === 1);

/** So many roles are shown: the first, those that the result speaks of, and where there is room others from the top. */
const MOST_BARS = 3;

function bars(catalog: Catalog, { result, full }: QuizOutcome): Block[] {
  const { ranking, aim } = result;
  // Where nothing is said of any role, a list with one at its head would say something all the same.
  if (result.answered === 0 || (aim.length === 0 && full !== true)) return [];
  const second = result.explanation ? [result.explanation.over] : [];
  const named = new Set([
    ranking[0]!.role,
    ...aim,
    ...second,
    ...ranking.map(({ role }) => role).filter((role) => isNow(result, role)),
  ]);
  const others = ranking.filter(({ role }) => !named.has(role));
  const hidden = full === true ? [] : others.slice(Math.max(0, MOST_BARS - named.size));
  return [
    {
      kind: 'bars',
      bars: ranking
        .filter((entry) => !hidden.includes(entry))
        .map((entry) => ({
          label: [roleLink(catalog, entry.role)],
          value: entry.fit,
          most: 100,
          note: [String(Math.round(entry.fit)), ...(isNow(result, entry.role) ? [strong(' ← now')] : [])],
        })),
    },
    paragraph(
      muted(`Nearness, of 100: a hint, not a measurement.${hidden.length > 0 ? ` ${hidden.length} more: --full` : ''}`),
    ),
  ];
}

/** An answer that counts for less than this between two roles, in points of the fit, speaks for neither. */
const LEAST_POINTS = 1;
const MOST_REASONS = 3;
const NEITHER = 3;

/** Whether somebody likes what a role expects to be liked, or dislikes what it expects to be disliked: 1; the other way: -1. */
const agreement = (answer: number, expected: number): number =>
  expected === 0 ? 0 : Math.sign(answer - NEITHER) * Math.sign(expected - NEITHER);

function reasons(catalog: Catalog, { source, result }: QuizOutcome): Block[] {
  const { explanation, verdict } = result;
  if (!explanation) return [];
  const [first, second] = [titleOf(catalog, explanation.role), titleOf(catalog, explanation.over)];
  // What sets the role apart from the second one comes first.
  const { contributions } = explanation;
  const agreeing = (sign: number): readonly Contribution[] =>
    contributions.filter(({ answer, expected }) => agreement(answer, expected.role) === sign);
  const told = (mark: '+' | '-', entry: Contribution, opening: string, word?: string): Item => ({
    ...item(mark, [`${opening} ${reason(source, entry)}`], mark === '+' ? 'added' : 'removed'),
    ...(word !== undefined && { word }),
  });
  if (verdict === 'between') {
    const forSecond = contributions
      .toReversed()
      .filter(({ answer, expected, amount }) => amount <= -LEAST_POINTS && agreement(answer, expected.over) === 1);
    const forFirst = agreeing(1)
      .filter(({ amount }) => amount >= LEAST_POINTS)
      .slice(0, MOST_REASONS - 1);
    const items = [
      ...forFirst.map((entry) => told('+', entry, 'You', `for ${first}:`)),
      ...forSecond.slice(0, MOST_REASONS - forFirst.length).map((entry) => told('-', entry, 'You', `for ${second}:`)),
    ];
    return section(2, `What speaks for ${first} (+) and for ${second} (-)`, list(items));
  }
  const against = agreeing(-1).slice(-1);
  return section(
    2,
    `Why ${first}`,
    list([
      ...agreeing(1)
        .slice(0, MOST_REASONS - against.length)
        .map((entry) => told('+', entry, 'You')),
      ...against.map((entry) => told('-', entry, 'But you')),
    ]),
  );
}

/** An answer in the words of the one who gave it. */
function reason(source: LadderBank, { question, answer }: Contribution): string {
  return `${INTEREST_SCALE[answer - 1]!.toLowerCase()} ${activity(source, question)}.`;
}

/** What a question asks about, to go on with after "You like": as it is where it says what one does, else quoted. */
function activity({ bank }: LadderBank, id: string): string {
  const text = bank.questions.find((question) => question.id === id)!.text.replace(/\.?([”"]?)\.?$/, '$1');
  if (/^\p{Lu}\p{Ll}+ing\b/u.test(text)) return text.charAt(0).toLowerCase() + text.slice(1);
  return /[“”"]$/.test(text) ? text : `“${text}”`;
}

function notes(catalog: Catalog, { source, finished }: QuizOutcome): Block[] {
  const all = catalog.ladder.roles.filter((role) => role.abstract !== true).length;
  const texts = [
    ...(finished ? [] : ['Not finished: more answers may change this.']),
    ...(source.generated
      ? [`Made from the ladder’s own statements, which tell ${source.distinguishes} of ${all} roles apart.`]
      : []),
  ];
  return texts.length === 0 ? [] : [paragraph(muted(texts.join(' ')))];
}
