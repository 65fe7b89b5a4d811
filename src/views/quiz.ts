/**
 * The result of a quiz, with its working shown.
 */
import type { Catalog } from '../core/catalog.ts';
import type { QuizAnswer } from '../core/quiz/bank.ts';
import type { LadderBank } from '../core/quiz/bank-of.ts';
import type { Contribution } from '../core/quiz/explain.ts';
import { shownAnswer, writeReplay } from '../core/quiz/replay.ts';
import type { QuizResult, RankedRole } from '../core/quiz/result.ts';
import { findRoutes, type Route } from '../core/routes/routes.ts';
import { stepChanges } from '../core/routes/steps.ts';
import {
  type Block,
  heading,
  item,
  type Item,
  type Line,
  list,
  paragraph,
  type Report,
  styled,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, joinWords, roleLink, skillName, titleOf } from './parts.ts';

/** What is asked about each activity. */
export const INTEREST_QUESTION = 'how much would you enjoy this as a regular part of your work?';

/** The words on the scale of interest, from 1 to 5. */
export const INTEREST_SCALE: readonly string[] = [
  'strongly dislike',
  'dislike',
  'neither like nor dislike',
  'like',
  'strongly like',
];

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
}

/** Makes the report of `pmroles quiz`. */
export function quizView(catalog: Catalog, outcome: QuizOutcome): Report<Data<'quiz'>> {
  const { source, answers, result, finished } = outcome;
  const { bank } = source;
  const replay = writeReplay(bank, answers);
  const route = wayTo(catalog, result);
  return {
    title: 'Which role fits you?',
    signs: 'quiz',
    blocks: [
      heading(1, 'Which role fits you?'),
      paragraph(...verdict(catalog, outcome)),
      ...bars(catalog, outcome),
      ...because(catalog, outcome),
      ...way(catalog, outcome, route),
      ...notes(catalog, outcome),
      paragraph('Run this again:'),
      {
        kind: 'command',
        text: `pmroles quiz --answers ${replay}${outcome.rerun}`,
        target: { to: `#quiz=${replay}&result`, label: 'this result' },
      },
    ],
    records: () => ({
      columns: ['role', 'fit', 'probability', 'now', 'aim'],
      rows: result.ranking.map(({ role, fit, probability }) => {
        return [role, fit, probability, result.now?.role === role, result.aim.includes(role)];
      }),
    }),
    data: (): Data<'quiz'> => ({
      ranking: result.ranking,
      noClearFit: result.noClearFit,
      reason: result.reason,
      confidence: result.confidence,
      now: result.now
        ? { role: result.now.role, confidence: result.now.confidence, next: route?.roles[1] ?? null }
        : null,
      aim: result.aim,
      explanation: result.explanation
        ? {
            role: result.explanation.role,
            over: result.explanation.over,
            logOdds: result.explanation.logOdds,
            contributions: result.explanation.contributions,
          }
        : null,
      change: result.change,
      route: route?.roles ?? null,
      answers: answers.map((answer) => ({ question: answer.question, answer: shownAnswer(bank, answer) })),
      finished,
      generated: source.generated,
      distinguishes: source.distinguishes,
      bank: result.bank,
      replay,
    }),
  };
}

function percent(probability: number): string {
  // Nothing that is asked of people is ever certain.
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))} %`;
}

/** What is said first. Two roles at least, because the second one is often the better guess for somebody between two. */
function verdict(catalog: Catalog, { source, answers, result, finished }: QuizOutcome): Line {
  const { reason, aim, now, ranking, noClearFit } = result;
  if (reason === 'straight-lining') {
    return [
      'Your answers are (nearly) all the same, so they point to no role. Take it again, and say which activities you would rather do without.',
    ];
  }
  if (reason === 'no-clear-fit') {
    const given = interestAnswers(source, answers);
    return noClearFit > 0.5
      ? [
          `No clear fit (${percent(noClearFit)} sure): your answers point in several directions at once. It helps to ${finished ? 'take the quiz again' : 'answer more questions'}, and to use the ends of the scale where you have strong feelings.`,
        ]
      : [
          given === 0
            ? 'No clear fit: no question about what you would enjoy was answered. Answer a few.'
            : `No clear fit: ${count(given, 'answer')} about what you would enjoy ${given === 1 ? 'is too little' : 'are too few'} to go by. Answer a few more.`,
        ];
  }
  const chance = (id: string): string => percent(ranking.find(({ role }) => role === id)?.probability ?? 0);
  const named = (id: string, word = ''): Line => [roleLink(catalog, id, 'strong'), ` (${word}${chance(id)})`];
  const [first, second] = aim;
  const words = { clear: 'clearly, ', likely: 'likely, ', leaning: 'leaning that way, ', tie: '' }[reason];
  const others: Line = second === undefined ? [] : [reason === 'tie' ? ' or ' : ' · Second choice: ', ...named(second)];
  const fitting: Line = now ? ['Fits now: ', roleLink(catalog, now.role, 'strong'), ' · '] : [];
  return [...fitting, reason === 'tie' ? 'Aim for, a tie: ' : 'Aim for: ', ...named(first!, words), ...others];
}

/** How many questions of interest were answered, skipped ones not counted. */
function interestAnswers({ bank }: LadderBank, answers: readonly QuizAnswer[]): number {
  const interest = new Set(bank.questions.map(({ id }) => id));
  return answers.filter(({ question, answer }) => answer !== null && interest.has(question)).length;
}

function bars(catalog: Catalog, { source, answers, result }: QuizOutcome): Block[] {
  if (interestAnswers(source, answers) === 0) return [];
  const { ranking, aim, now, reason } = result;
  const byFit = (a: RankedRole, b: RankedRole): number => b.fit - a.fit;
  // The roles to aim for are the likeliest ones; below them the eye expects the bars to fall.
  const ordered = [...ranking.slice(0, aim.length), ...ranking.slice(aim.length).sort(byFit)];
  return [
    paragraph(styled('muted', 'Match with your interests (0 to 100):')),
    {
      kind: 'bars',
      bars: ordered.map(({ role, fit }) => {
        const marks = [
          ...(now?.role === role ? ['fits now'] : []),
          ...(aim[0] === role || (aim[1] === role && reason === 'tie') ? ['aim'] : []),
          ...(aim[1] === role && reason !== 'tie' ? ['second choice'] : []),
        ];
        return {
          label: [roleLink(catalog, role)],
          value: fit,
          most: 100,
          note: [String(Math.round(fit)), ...(marks.length > 0 ? [styled('strong', ` ← ${marks.join(', ')}`)] : [])],
        };
      }),
    },
  ];
}

/** An answer that counts for less than this is not worth naming. */
const LEAST_AMOUNT = 0.05;

function because(catalog: Catalog, { source, result }: QuizOutcome): Block[] {
  const { explanation, change } = result;
  if (!explanation) return [];
  const texts = new Map(source.bank.questions.map(({ id, text }) => [id, text]));
  const told = ({ question, answer, amount }: Contribution, mark: string, style: 'added' | 'removed'): Item =>
    item(
      mark,
      [`“${texts.get(question)!}” ${INTEREST_SCALE[answer - 1]!} `, styled('muted', `(${signed(amount)})`)],
      style,
    );
  const counts = ({ amount }: Contribution): boolean => Math.abs(amount) >= LEAST_AMOUNT;
  const against = result.against.filter(counts);
  const changed = change?.answers.map(
    ({ question, from, to }) =>
      `“${INTEREST_SCALE[to - 1]!}”, not “${INTEREST_SCALE[from - 1]!}”, to “${texts.get(question)!}”`,
  );
  return [
    heading(2, `Why ${titleOf(catalog, explanation.role)} rather than ${titleOf(catalog, explanation.over)}`),
    ...list([
      ...result.for.filter(counts).map((entry) => told(entry, '+', 'added')),
      ...(against.length > 0
        ? against.map((entry) => told(entry, '-', 'removed'))
        : [item('-', [styled('muted', 'None of your answers speaks against it.')], 'removed')]),
      ...(change && changed && changed.length <= 3
        ? [
            item(
              '±',
              [
                `You would have got ${change.becomes === null ? 'no clear fit' : titleOf(catalog, change.becomes)} if you had answered ${joinWords(changed)}.`,
              ],
              'changed',
            ),
          ]
        : [item('±', [styled('muted', 'Changing up to three answers would not change this.')], 'changed')]),
    ]),
    paragraph(styled('muted', 'The numbers show how much each answer counts: 0.7 doubles the odds.')),
  ];
}

/** A contribution in natural log-odds, with its sign. */
function signed(amount: number): string {
  return `${amount >= 0 ? '+' : '-'}${Math.abs(amount).toFixed(1)}`;
}

/** The route from the role that fits now to the one to aim for. */
function wayTo(catalog: Catalog, { now, aim }: QuizResult): Route | undefined {
  const [goal] = aim;
  if (!now || goal === undefined || now.role === goal) return undefined;
  return findRoutes(catalog, now.role, goal, { most: 1 }).routes[0];
}

function way(catalog: Catalog, { result: { now, aim }, rerun }: QuizOutcome, route: Route | undefined): Block[] {
  const [goal] = aim;
  if (!now || goal === undefined) return [];
  const [from, to] = [titleOf(catalog, now.role), titleOf(catalog, goal)];
  if (now.role === goal) {
    const further = now.supportedRank > catalog.roles.get(goal)!.rank;
    return [
      paragraph(
        further
          ? `You'd enjoy ${to} most, and you have experience for more.`
          : `You'd enjoy ${to} most, and your experience fits it now.`,
      ),
    ];
  }
  if (!route) return [paragraph(`The ladder has no route from ${from} to ${to}.`)];
  const steps = stepChanges(catalog, route.roles);
  return [
    heading(2, `From ${from} to ${to} · ${count(route.moves.length, 'move')}`),
    ...list(
      steps.map((step, index) => {
        const { gained, grown } = step.responsibilities;
        const skills = step.skills.gained.map(({ skill }) => skillName(catalog, skill));
        const silent = step.skills.silent || step.responsibilities.silent;
        const raised = step.skills.raised.length;
        const gain = [
          count(gained.length, 'new responsibility', 'new responsibilities'),
          ...(grown.length > 0
            ? [`${grown.length} that ${grown.length === 1 ? 'builds' : 'build'} on earlier work`]
            : []),
          ...(raised > 0 ? [`${count(raised, 'skill')} at a higher level`] : []),
          ...(skills.length > 0 ? [`new skills: ${skills.join(', ')}`] : []),
        ].join(', ');
        return item('→', [
          roleLink(catalog, route.roles[index + 1]!, 'strong'),
          ` · ${gain}${silent ? ' (not all is stated)' : ''}`,
        ]);
      }),
    ),
    paragraph('Each step in full:'),
    {
      kind: 'command',
      text: `pmroles path ${now.role} ${goal}${rerun}`,
      target: { to: `#path=${now.role},${goal}`, label: `${from} → ${to}` },
    },
  ];
}

function notes(catalog: Catalog, { source, result, finished }: QuizOutcome): Block[] {
  const texts: string[] = [];
  if (!result.now && result.confidence !== 'none')
    texts.push('Answer the questions about your experience to see what fits now.');
  if (!finished && result.reason !== 'straight-lining') texts.push('Not finished: more answers may change this.');
  if (source.generated) {
    const all = catalog.ladder.roles.length;
    texts.push(
      `The ladder has no quiz of its own. This one was made from its roles, and tells ${source.distinguishes} of ${all} of them apart.`,
    );
  }
  return texts.map((text) => paragraph(styled('muted', text)));
}
