/**
 * What somebody who takes the quiz is shown, whoever they are and whatever ladder they take it on.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog, heldRoles } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { bankOf, PRESENT_ROLE, type QuizAnswer } from '../../src/core/quiz/bank.ts';
import { writeReplay } from '../../src/core/quiz/replay.ts';
import { quizResult } from '../../src/core/quiz/result.ts';
import { nextStep } from '../../src/core/quiz/session.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { whatNext } from '../../src/views/quiz-next.ts';
import { progressWords } from '../../src/views/quiz-asked.ts';
import { richLadder } from '../support/arbitrary.ts';
import { runIn, shippedLadder, templateFile } from '../support/fake-runtime.ts';
import { JOINERS, ladderOf } from '../support/quiz-ladder.ts';
import { integer, mulberry32, pick, type Rng } from '../support/rng.ts';
import { takeQuiz } from '../support/take-quiz.ts';
import { runs } from '../support/thorough.ts';

const ladder = shippedLadder();
const LADDERS: readonly (readonly [string, Ladder])[] = [
  ['product-management', ladder],
  ...['small', 'engineering', 'craft'].map((name) => [name, loadLadder(templateFile(name)).ladder] as const),
];

/** Takes the quiz of a ladder as one of many kinds of people; undefined where there is nothing to ask. */
function person(of: Ladder, rng: Rng): QuizAnswer[] | undefined {
  const { bank } = bankOf(createCatalog(of));
  if (bank.questions.length === 0) return undefined;
  const roles = heldRoles(of).map(({ id }) => id);
  const [usual, liked] = [integer(rng, 1, 5), pick(rng, roles)];
  const weights = new Map(bank.questions.map((question) => [question.id, question.weights[liked] ?? 3]));
  const interest = pick<(id: string) => number | null>(rng, [
    () => integer(rng, 1, 5),
    () => usual,
    () => integer(rng, 3, 4),
    () => null,
    () => (rng() < 0.4 ? null : integer(rng, 1, 5)),
    (id) => weights.get(id)!,
    (id) => Math.min(5, Math.max(1, weights.get(id)! + integer(rng, -1, 1))),
  ]);
  const role = pick<string | 0 | null>(rng, [0, null, pick(rng, roles)]);
  return takeQuiz(bank, of, { role, experience: () => pick(rng, [0, 1, null]), interest });
}

/** The commands of the next step of some people who take the quiz of a ladder. */
function commandsOf(of: Ladder, rng: Rng, people: number): string[][] {
  const catalog = createCatalog(of);
  const found = new Map<string, string[]>();
  for (let n = 0; n < people; n += 1) {
    const answers = person(of, rng);
    if (!answers) return [];
    const result = quizResult(bankOf(catalog).bank, of, answers);
    const step = whatNext(catalog, result);
    // Nobody is sent to read what the role does that they have, unless it is the one for them.
    if (step.kind === 'show' && result.now?.given === true) expect(step.roles).not.toContain(result.now.role);
    expect(step.line.length).toBeGreaterThan(0);
    expect(step.commands.length).toBeGreaterThan(0);
    for (const words of step.commands) found.set(words.join(' '), [...words]);
  }
  return [...found.values()];
}

describe('the next step', () => {
  it.each(LADDERS)('is there for anybody who takes the quiz of %s, and can be taken', async (_name, of) => {
    const commands = commandsOf(of, mulberry32(71), runs(40, 80));
    expect(commands.length).toBeGreaterThan(1);
    for (const words of commands) {
      expect(await runIn(words, { ladder: of }), words.join(' ')).toMatchObject({ code: 0, stderr: '' });
    }
  });

  it('is there on any ladder', async () => {
    const seed = 72;
    await fc.assert(
      fc.asyncProperty(richLadder, fc.integer(), async (of, start) => {
        for (const words of commandsOf(of, mulberry32(start), 4)) {
          expect(await runIn(words, { ladder: of }), words.join(' ')).toMatchObject({ code: 0 });
        }
      }),
      { seed, numRuns: runs(20, 40) },
    );
  });
});

describe('an open result', () => {
  it.each([
    ['cpo', 'compare cpo director-of-product'],
    ['junior-pm', 'compare junior-pm product-manager'],
    ['cpo,3,3,3,3,3,3', 'compare cpo director-of-product'],
    ['0', 'list'],
    ['-,-', 'list'],
  ])('of %s leads to the roles around the present one', async (answers, command) => {
    const { stdout } = await runIn(['quiz', '--answers', answers]);
    expect(stdout).toContain('Aim: open.');
    expect(stdout).toMatch(new RegExp(`\n {2}pmroles ${command}\n$`));
  });

  it('of somebody whose role no move leads to or from leads to the ladder', () => {
    const of = ladderOf(JOINERS);
    const catalog = createCatalog(of);
    const answers = [{ question: PRESENT_ROLE, answer: 'master' }];
    expect(whatNext(catalog, quizResult(bankOf(catalog).bank, of, answers)).commands).toEqual([['list']]);
  });
});

describe('the result', () => {
  it('takes at most 24 lines of 80 columns, and ends in the aim and the next step', async () => {
    const rng = mulberry32(73);
    const { bank } = bankOf(createCatalog(ladder));
    const tooLong: string[] = [];
    for (let n = 0; n < runs(100, 300); n += 1) {
      const replay = writeReplay(bank, ladder, person(ladder, rng)!);
      const { code, stdout } = await runIn(['quiz', '--answers', replay, '--width', '80']);
      expect(code).toBe(0);
      const lines = stdout.trimEnd().split('\n');
      if (lines.length > 24 || lines.some((line) => line.length > 80)) tooLong.push(`${lines.length}: ${replay}`);
      expect(stdout.split('What it comes to').at(-1), replay).toMatch(
        /\n *(?:Now: .+)?[^]*\bAim: .+[^]*\bNext: .+[^]*\n +pmroles (?:path|compare|show|list)\b[^\n]*\n*$/,
      );
    }
    expect(tooLong).toEqual([]);
  });

  it('ranks no role where everything is strongly disliked', async () => {
    for (const role of ['-', '0', 'cpo']) {
      const { bank } = bankOf(createCatalog(ladder));
      const answers = takeQuiz(bank, ladder, {
        role: role === '-' ? null : role === '0' ? 0 : role,
        interest: () => 1,
      });
      const { stdout } = await runIn(['quiz', '--answers', writeReplay(bank, ladder, answers)]);
      expect(stdout).toMatch(/^Which role fits you\?\n\nThe same again:\n/);
      expect(stdout).toContain('all the same');
      expect(stdout).not.toMatch(/[█░]|Nearness|Why /);
    }
  });
});

describe('progressWords', () => {
  it.each(LADDERS)('never run backwards, on %s', (_name, of) => {
    const rng = mulberry32(74);
    const { bank } = bankOf(createCatalog(of));
    for (let n = 0; n < 60; n += 1) {
      const answers = person(of, rng)!;
      const said = answers.map((_, given) => {
        const step = nextStep(bank, of, answers.slice(0, given));
        return step.done ? '' : progressWords(step);
      });
      expect(said[0]).toBe('To begin with');
      const numbers = said.slice(1).map((words) => Number(/^Question (\d+)/.exec(words)![1]));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      const rest = said.slice(1).map((words) => words.replace(/^Question \d+/, ''));
      expect(rest.filter((words, index) => words !== rest[index - 1]).join('')).toMatch(
        /^(?: of (?:about )?\d+)?(?:, a few more than usual)?(?:, the last one)?$/,
      );
    }
  });
});
