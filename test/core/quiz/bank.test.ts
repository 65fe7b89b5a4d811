import { describe, expect, it } from 'vitest';
import type { QuizBank } from '../../../src/core/model.ts';
import { bankFingerprint } from '../../../src/core/quiz/bank.ts';
import { SHIPPED_ROLES, shippedBank } from '../../support/shipped-quiz.ts';

const bank = shippedBank();
const ids = SHIPPED_ROLES.map(({ id }) => id);

describe('the shipped bank', () => {
  it('has enough questions, about a third of them in reverse', () => {
    expect(bank.questions.length).toBeGreaterThanOrEqual(24);
    const reverse = bank.questions.filter((question) => question.reverse).length / bank.questions.length;
    expect(reverse).toBeGreaterThan(0.28);
    expect(reverse).toBeLessThan(0.4);
  });

  it('gives every role a weight from 1 to 5 in every question', () => {
    for (const { id, weights } of bank.questions) {
      expect(Object.keys(weights).sort(), id).toEqual([...ids].sort());
      expect(
        Object.values(weights).every((w) => Number.isInteger(w) && w >= 1 && w <= 5),
        id,
      ).toBe(true);
    }
  });

  it('has one signature question for each role, which that role likes more than any other does', () => {
    const signatures = bank.questions.filter(({ signature }) => signature !== undefined);
    expect(signatures.map(({ signature }) => signature).sort()).toEqual([...ids].sort());
    for (const { signature, weights } of signatures) {
      const others = ids.filter((id) => id !== signature).map((id) => weights[id]!);
      expect(weights[signature!], signature).toBeGreaterThan(Math.max(...others));
    }
  });

  it('separates every pair of roles by several questions', () => {
    for (const a of ids) {
      for (const b of ids) {
        if (a >= b) continue;
        const apart = bank.questions.filter(({ weights }) => Math.abs(weights[a]! - weights[b]!) >= 2);
        expect(apart.length, `${a} and ${b}`).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it('names no role, and cites something for every question', () => {
    for (const { id, text, cites } of [...bank.questions, ...bank.experience]) {
      for (const { title } of SHIPPED_ROLES) expect(text.toLowerCase(), id).not.toContain(title.toLowerCase());
      expect(text, id).not.toMatch(/\b(cpo|director|head|lead|owner|manager of product|senior|junior)\b/i);
      expect(cites.length, id).toBeGreaterThan(0);
    }
  });

  it('has five experience questions with five answers, whose ranks never fall', () => {
    expect(bank.experience).toHaveLength(5);
    for (const { id, text, answers } of bank.experience) {
      expect(answers, id).toHaveLength(5);
      expect([text, ...answers.map((a) => a.text)].join(' '), id).not.toMatch(/\byears?\b/i);
      answers.forEach(({ ranks: [low, high] }, index) => {
        expect(low, id).toBeLessThanOrEqual(high);
        const before = answers[index - 1]?.ranks ?? [0, 0];
        expect(low >= before[0] && high >= before[1], id).toBe(true);
      });
    }
  });

  it('has no id twice', () => {
    const all = [...bank.questions, ...bank.experience].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('bankFingerprint', () => {
  const first = bank.questions[0]!;
  const changed = (question: object): QuizBank => ({
    ...bank,
    questions: [{ ...first, ...question }, ...bank.questions.slice(1)],
  });

  it('notices a changed text, weight, id, experience answer or missing question', () => {
    const others = [
      changed({ text: `${first.text} ` }),
      changed({ weights: { ...first.weights, cpo: 2 } }),
      changed({ id: 'other' }),
      { ...bank, questions: bank.questions.slice(1) },
      { ...bank, experience: bank.experience.slice(1) },
      {
        ...bank,
        experience: bank.experience.map((e) => ({
          ...e,
          answers: e.answers.map((a) => ({ ...a, ranks: [1, 8] as const })),
        })),
      },
    ];
    const prints = [bank, ...others].map(bankFingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints.every((print) => /^[0-9a-f]{16}$/.test(print))).toBe(true);
  });

  it('does not mind the order of questions and roles, or other cites', () => {
    const turned = changed({ weights: Object.fromEntries(Object.entries(first.weights).reverse()), cites: [] });
    const print = bankFingerprint({
      questions: turned.questions.toReversed(),
      experience: bank.experience.toReversed(),
    });
    expect(print).toBe(bankFingerprint(bank));
  });
});
