import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Ladder, QuizBank } from '../../../src/core/model.ts';
import { PRESENT_ROLE, quizFingerprint } from '../../../src/core/quiz/bank.ts';
import { SETTINGS } from '../../../src/core/quiz/instrument.ts';
import { agreement } from '../../bench/assumptions.ts';
import { HELD_OUT, ratings, SHIPPED_LADDER, SHIPPED_ROLES, shippedBank } from '../../support/shipped-quiz.ts';

const bank = shippedBank();
const ids = SHIPPED_ROLES.map(({ id }) => id);

describe('docs/quiz.md', () => {
  it('gives the numbers that hold', () => {
    const text = readFileSync(new URL('../../../docs/quiz.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
    const { lambda, stopProbability, maxAnswers, maxAsked } = SETTINGS;
    const word = (number: number): string => ['', '', '', '', '', 'five', 'six', 'seven', 'eight'][number]!;
    expect(text).toContain(`one answer in ${word(Math.round(1 / lambda))} may be a slip`);
    expect(text).toContain(`is at least ${100 * stopProbability} % likely`);
    expect(text).toContain(`after ${maxAnswers} answers, at most ${maxAsked} questions`);
    expect(text).toContain(/\d+ to \d+ % of cases/.exec(agreement())![0]);
    expect(text).toContain(`asked ${word(bank.experience.length)} questions more`);
  });
});

describe('the shipped bank', () => {
  it('has weights that are the medians of five ratings, the sixth being kept to hold them against', () => {
    const byRater = ratings();
    expect([...byRater.keys()].sort()).toEqual(['1', '2', '3', '4', '5', HELD_OUT]);
    for (const own of byRater.values()) {
      expect([...own.keys()].sort()).toEqual(bank.questions.map(({ id }) => id).sort());
      for (const [id, rated] of own) {
        expect(Object.keys(rated).sort(), id).toEqual([...ids].sort());
        for (const rating of Object.values(rated)) expect([1, 2, 3, 4, 5], id).toContain(rating);
      }
    }
    const raters = [...byRater].filter(([rater]) => rater !== HELD_OUT).map(([, own]) => own);
    for (const { id, weights } of bank.questions) {
      const median = (role: string): number => raters.map((own) => own.get(id)![role]!).sort()[2]!;
      expect(weights, id).toEqual(Object.fromEntries(ids.map((role) => [role, median(role)])));
    }
  });

  it('separates every pair of roles by several questions, and has some that each likes very much', () => {
    for (const a of ids) {
      expect(bank.questions.filter(({ weights }) => weights[a] === 5).length, a).toBeGreaterThanOrEqual(2);
      for (const b of ids) {
        if (a >= b) continue;
        const apart = bank.questions.filter(({ weights }) => Math.abs(weights[a]! - weights[b]!) >= 2);
        expect(apart.length, `${a} and ${b}`).toBeGreaterThanOrEqual(4);
      }
    }
  });

  it('asks about one activity at a time, as what one goes on with after "You like"', () => {
    for (const { id, text } of bank.questions) {
      expect(text, id).toMatch(/^[A-Z][a-z]+ing\b.*[^.]\.$/);
      expect(text, id).not.toMatch(/\brather than\b|\binstead\b|[;,] (?:and|or)\b|\band [a-z]+ing\b/);
    }
  });

  it('names no role, and cites something for every question', () => {
    for (const { id, text, cites } of [...bank.questions, ...bank.experience]) {
      for (const { title } of SHIPPED_ROLES) expect(text.toLowerCase(), id).not.toContain(title.toLowerCase());
      expect(text, id).not.toMatch(/\b(cpo|director|head|lead|owner|manager of product|senior|junior)\b/i);
      expect(cites.length, id).toBeGreaterThan(0);
    }
  });

  it('asks how big the organisation is, and five questions on experience whose ranks never fall', () => {
    const [size, ...telling] = bank.experience;
    expect(size!.answers.map(({ small, ranks }) => ({ small, ranks }))).toEqual([{ small: true }, {}, {}]);
    expect(telling).toHaveLength(5);
    for (const { id, text, answers } of telling) {
      expect(answers, id).toHaveLength(5);
      expect([text, ...answers.map((a) => a.text)].join(' '), id).not.toMatch(/\byears?\b/i);
      answers.forEach(({ ranks, ranksIfSmall = ranks }, index) => {
        const before = answers[index - 1];
        for (const [range, last] of [
          [ranks!, before?.ranks],
          [ranksIfSmall!, before?.ranksIfSmall ?? before?.ranks],
        ] as const) {
          expect(range[0], id).toBeLessThanOrEqual(range[1]);
          expect(!last || (range[0] >= last[0] && range[1] >= last[1]), id).toBe(true);
        }
        expect(ranksIfSmall![0] <= ranks![0] && ranksIfSmall![1] <= ranks![1], id).toBe(true);
      });
    }
  });

  it('has no id twice, and none that means the present role', () => {
    const all = [PRESENT_ROLE, ...[...bank.questions, ...bank.experience].map(({ id }) => id)];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('quizFingerprint', () => {
  const first = bank.questions[0]!;
  const changed = (question: object): QuizBank => ({
    ...bank,
    questions: [{ ...first, ...question }, ...bank.questions.slice(1)],
  });

  const told = (answer: object): QuizBank => ({
    ...bank,
    experience: bank.experience.map((e) => ({ ...e, answers: e.answers.map((a) => ({ ...a, ...answer })) })),
  });

  const printOf = (of: QuizBank, ladder: Ladder = SHIPPED_LADDER): string => quizFingerprint({ ...of }, ladder);

  it('notices a changed text, weight, id, experience answer or missing question', () => {
    const others = [
      changed({ text: `${first.text} ` }),
      changed({ weights: { ...first.weights, cpo: 2 } }),
      changed({ id: 'other' }),
      { ...bank, questions: bank.questions.slice(1) },
      { ...bank, experience: bank.experience.slice(1) },
      told({ ranks: [1, 8] }),
      told({ ranksIfSmall: [1, 1] }),
      told({ small: true }),
      told({ text: 'Much.' }),
      { ...bank, experienceRanks: {} },
    ];
    const prints = [bank, ...others].map((of) => printOf(of));
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints.every((print) => /^[0-9a-f]{16}$/.test(print))).toBe(true);
  });

  it('notices other roles, ranks and moves, which decide what is asked as well', () => {
    const { roles, progressions } = SHIPPED_LADDER;
    const ladders: Ladder[] = [
      SHIPPED_LADDER,
      { ...SHIPPED_LADDER, progressions: progressions.filter(({ to }) => to !== 'product-lead') },
      { ...SHIPPED_LADDER, roles: roles.map((role) => (role.id === 'cpo' ? { ...role, rank: 9 } : role)) },
      {
        ...SHIPPED_LADDER,
        roles: roles.map((role) => (role.id === 'cpo' ? { ...role, abstract: true as const } : role)),
      },
    ];
    expect(new Set(ladders.map((ladder) => printOf(bank, ladder))).size).toBe(ladders.length);
    // The same bank is fingerprinted anew for another ladder.
    expect(new Set(ladders.map((ladder) => quizFingerprint(bank, ladder))).size).toBe(ladders.length);
  });

  it('does not mind the order of questions, roles and moves, or other cites', () => {
    const turned = changed({ weights: Object.fromEntries(Object.entries(first.weights).reverse()), cites: [] });
    const print = printOf(
      { ...turned, questions: turned.questions.toReversed(), experience: bank.experience.toReversed() },
      {
        ...SHIPPED_LADDER,
        roles: SHIPPED_LADDER.roles.toReversed(),
        progressions: SHIPPED_LADDER.progressions.toReversed(),
      },
    );
    expect(print).toBe(printOf(bank));
  });
});
