import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/core/catalog.ts';
import { bankFingerprint } from '../../../src/core/quiz/bank.ts';
import { generateBank } from '../../../src/core/quiz/generate.ts';
import { quizResult } from '../../../src/core/quiz/result.ts';
import { integer, mulberry32 } from '../../support/rng.ts';
import { bareRole, duty, JOINERS, ladderOf, need } from '../../support/quiz-ladder.ts';

const made = (roles = JOINERS, more = {}): ReturnType<typeof generateBank> =>
  generateBank(createCatalog(ladderOf(roles, more)));

describe('generateBank', () => {
  it('finds every role of a small ladder from perfect answers', () => {
    const { bank, distinguishes } = made();
    expect(distinguishes).toBe(3);
    for (const { id } of JOINERS) {
      const answers = bank.questions.map(({ id: question, weights }) => ({ question, answer: weights[id]! }));
      expect(quizResult(bank, { roles: JOINERS }, answers)).toMatchObject({
        clear: true,
        aim: [id, expect.any(String)],
      });
    }
  });

  it('weighs a skill by its level, and takes "not stated" for less than any but not for dislike', () => {
    const { bank } = made();
    const saw = bank.questions.find(({ id }) => id === 'skill.saw')!;
    const weights = JOINERS.map(({ id }) => (saw.reverse ? 6 - saw.weights[id]! : saw.weights[id]!));
    expect(weights).toEqual([5, 2, 4]);
    const teach = bank.questions.find(({ id }) => id === 'skill.teach')!;
    expect(teach.reverse ? 6 - teach.weights['sawyer']! : teach.weights['sawyer']).toBe(2);
  });

  it('turns about a third round, and marks all as editorial with what they stand for', () => {
    const { questions } = made().bank;
    expect(questions.filter(({ reverse }) => reverse)).toHaveLength(Math.floor(questions.length / 3));
    expect(questions.every(({ editorial, cites }) => editorial && cites.length > 0)).toBe(true);
  });

  it('asks about the words of a skill that has no levels, where roles word it differently', () => {
    const worded = (...texts: readonly string[]) =>
      JOINERS.map((role, index) => ({
        ...role,
        responsibilities: [],
        requirements: [{ skill: 'saw', text: texts[index]!, cites: ['S'], editorial: false }],
      }));
    const { bank, distinguishes } = made(worded('Saws planks.', 'Saws beams.', 'Saws planks.'));
    expect(distinguishes).toBe(2);
    expect(bank.questions.map(({ text }) => text)).toEqual([
      expect.stringMatching(/: Saws beams\.$/),
      expect.stringMatching(/: Saws planks\.$/),
    ]);
    const [beams] = bank.questions;
    expect(JOINERS.map(({ id }) => beams!.weights[id])).toEqual([3, 5, 3]);
    expect(made(worded('Saws.', 'Saws.', '')).bank.questions).toEqual([]);
  });

  it('drops what says the same of every role', () => {
    const alike = JOINERS.map((role) => ({ ...role, requirements: [need('saw', 'good')] }));
    expect(made(alike).bank.questions.map(({ id }) => id)).not.toContain('skill.saw');
  });

  it('does not depend on the order of the file', () => {
    const ladder = ladderOf(JOINERS);
    const turned = made(JOINERS.toReversed(), { skills: ladder.skills.toReversed(), areas: ladder.areas.toReversed() });
    expect(turned).toEqual(made());
    expect(bankFingerprint(turned.bank)).toBe(bankFingerprint(made().bank));
  });

  it('knows nothing of a role that the ladder says nothing of, and never puts it first', () => {
    const roles = [...JOINERS, bareRole('silent', 4)];
    const { bank, distinguishes } = made(roles);
    expect(distinguishes).toBe(4);
    expect(bank.questions.every(({ weights }) => weights['silent'] === undefined)).toBe(true);
    const answers = bank.questions.map(({ id, weights }) => ({ question: id, answer: weights['master']! }));
    expect(quizResult(bank, { roles }, answers).ranking[0]!.role).toBe('master');
  });

  it('says how many roles it can tell apart', () => {
    const twin = { ...JOINERS[0]!, id: 'twin', title: 'The twin' };
    expect(made([...JOINERS, twin]).distinguishes).toBe(3);
    expect(made([bareRole('one', 1), bareRole('two', 2)])).toMatchObject({ distinguishes: 1, bank: { questions: [] } });
  });

  it('does not name a role in a question', () => {
    const roles = [
      ...JOINERS,
      bareRole('helper', 1, { responsibilities: [duty('fetch', 'wood', 'Fetch tools for the master.')] }),
    ];
    expect(made(roles).bank.questions.map(({ id }) => id)).not.toContain('responsibility.fetch');
  });

  it('asks nothing about experience where all ranks are equal, and covers the ranks where they differ', () => {
    expect(made(JOINERS.map((role) => ({ ...role, rank: 2 }))).bank.experience).toEqual([]);
    for (const { answers } of made().bank.experience) {
      expect(answers[0]!.ranks[0]).toBe(1);
      expect(answers.at(-1)!.ranks[1]).toBe(3);
    }
  });

  it('manages a thousand roles', () => {
    const rng = mulberry32(61);
    const roles = Array.from({ length: 1000 }, (_, i) =>
      bareRole(`r${i}`, 1 + (i % 9), {
        title: `Role ${i}`,
        responsibilities: [duty(`d${i}`, i % 2 ? 'wood' : 'trade'), duty(`e${integer(rng, 0, 40)}`, 'wood')],
        requirements: [need('saw', 'good'), need(`s${integer(rng, 0, 20)}`, 'best')],
      }),
    );
    const skills = Array.from({ length: 21 }, (_, i) => ({ id: `s${i}`, name: `Skill ${i}`, group: [] }));
    const { bank, distinguishes } = made(roles, { skills });
    expect(bank.questions.length).toBeLessThanOrEqual(48);
    expect(distinguishes).toBeGreaterThan(200);
    const role = roles[500]!.id;
    const answers = bank.questions.map(({ id, weights }) => ({ question: id, answer: weights[role]! }));
    const { ranking } = quizResult(bank, { roles }, answers);
    expect(ranking.find((ranked) => ranked.role === role)!.probability).toBeCloseTo(ranking[0]!.probability, 9);
  });
});
