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
  strong,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, roleLink, titleOf } from './parts.ts';
import { nextStep } from './quiz-next.ts';

/** What the quiz knows when it is over. */
export interface QuizOutcome {
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
  const replay = writeReplay(source.bank, answers);
  const next = nextStep(catalog, result);
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
        return [role, fit, probability, result.now?.role === role, result.aim.includes(role)];
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
  const [from, to] = (range ?? []).map((id) => roleLink(catalog, id));
  const done: Line = range ? (range[0] === range[1] ? [from!] : [from!, ' to ', to!]) : [];
  if (role === null) return [['none of these', ...(range ? ['; near ', ...done] : []), '.']];
  return given ? [[roleLink(catalog, role), ', as you said.']] : [[...done, ', by what you have done.']];
}

/** What the answers point to, with how sure that is. */
function aimWords(catalog: Catalog, { source, result }: QuizOutcome): Line {
  const { verdict, aim, deciding } = result;
  const [open] = deciding;
  const help = open === undefined ? '' : ` To settle it: do you like ${activity(source, open)}?`;
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
      return [`open. ${count(result.answered, 'answer')} about what you would enjoy will not do; give a few more.`];
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

/** So many roles are shown: the first, those that the result speaks of, and where there is room others from the top. */
const MOST_BARS = 3;

function bars(catalog: Catalog, { result, full }: QuizOutcome): Block[] {
  const { ranking, aim, now } = result;
  // Where nothing is said of any role, a list with one at its head would say something all the same.
  if (result.answered === 0 || (aim.length === 0 && full !== true)) return [];
  const named = new Set([ranking[0]!.role, ...aim, ...(now?.role ? [now.role] : [])]);
  const others = ranking.filter(({ role }) => !named.has(role));
  const hidden = full === true ? [] : others.slice(Math.max(0, MOST_BARS - named.size));
  return [
    {
      kind: 'bars',
      bars: ranking
        .filter((entry) => !hidden.includes(entry))
        .map(({ role, fit }) => ({
          label: [roleLink(catalog, role)],
          value: fit,
          most: 100,
          note: [String(Math.round(fit)), ...(now?.role === role ? [strong(' ← now')] : [])],
        })),
    },
    paragraph(
      muted(
        `Nearness, of 100; tried on simulated people only.${hidden.length > 0 ? ` ${hidden.length} more: --full` : ''}`,
      ),
    ),
  ];
}

/** An answer that counts for less than this, in points of the fit, is not worth naming. */
const LEAST_POINTS = 1;

const MOST_REASONS = 3;

/** Nobody is won over by what they neither like nor dislike, though it counts. */
const NEITHER = 3;

function reasons(catalog: Catalog, { source, result }: QuizOutcome): Block[] {
  const { explanation, verdict } = result;
  if (!explanation) return [];
  const { contributions } = explanation;
  const [first, second] = [titleOf(catalog, explanation.role), titleOf(catalog, explanation.over)];
  const isBetween = verdict === 'between';
  const telling = contributions.filter(({ answer, amount }) => answer !== NEITHER && Math.abs(amount) >= LEAST_POINTS);
  const against = telling.filter(({ amount }) => amount < 0).slice(isBetween ? -2 : -1);
  const speaking = telling.filter(({ amount }) => amount > 0).slice(0, isBetween ? 2 : MOST_REASONS - against.length);
  const items: Item[] = [
    ...speaking.map((entry) => item('+', [reason(source, entry)], 'added')),
    ...against.toReversed().map((entry) => item('-', [reason(source, entry)], 'removed')),
  ];
  if (items.length === 0) return [];
  const title = isBetween ? `What speaks for ${first} (+) and for ${second} (-)` : `Why ${first} more than ${second}`;
  return [heading(2, title), ...list(items)];
}

/** An answer in the words of the one who gave it. */
function reason(source: LadderBank, { question, answer }: Contribution): string {
  const feeling = ['', 'You dislike', 'You don’t much like', '', 'You like', 'You like'];
  return `${feeling[answer]!} ${activity(source, question)}.`;
}

/** What a question asks about, to go on with after "You like": as it is where it says what one does, else quoted. */
function activity({ bank }: LadderBank, id: string): string {
  const text = bank.questions.find((question) => question.id === id)!.text.replace(/\.$/, '');
  if (/[“”"]$/.test(text)) return text;
  return /^\p{Lu}\p{Ll}+ing\b/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : `“${text}”`;
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
