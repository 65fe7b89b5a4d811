import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/core/catalog.ts';
import type { Ladder, Role } from '../../../src/core/model.ts';
import { bankOf } from '../../../src/core/quiz/bank.ts';
import { makeBank } from '../../../src/core/quiz/made-bank.ts';
import { type QuizResult, quizResult } from '../../../src/core/quiz/result.ts';
import { loadLadder } from '../../../src/system/load-ladder.ts';
import { templateFile } from '../../support/fake-runtime.ts';
import { integer, mulberry32, shuffled } from '../../support/rng.ts';
import { bareRole, duty, JOINERS, ladderOf, need } from '../../support/quiz-ladder.ts';

const TEMPLATES = ['craft', 'engineering', 'small'];
const templateOf = (name: string): Ladder => loadLadder(templateFile(name)).ladder;

const made = (roles = JOINERS, more = {}) => makeBank(createCatalog(ladderOf(roles, more)));
/** The result of somebody who answers all as a role is expected to. */
const asOne = (role: string, roles: readonly Role[], { bank } = made(roles)): QuizResult => {
  const answers = bank.questions.map(({ id, weights }) => ({ question: id, answer: weights[role]! }));
  return quizResult(bank, ladderOf(roles), answers);
};

describe('makeBank', () => {
  it('finds every role of a small ladder from perfect answers', () => {
    expect(made().distinguishes).toBe(3);
    for (const { id } of JOINERS)
      expect(asOne(id, JOINERS)).toMatchObject({ ranking: [{ role: id, fit: 100 }, {}, {}] });
  });

  it('weighs a skill by how much a role asks of it beside its others, and "not stated" as no dislike', () => {
    const { questions } = made().bank;
    const saw = questions.find(({ id }) => id === 'skill.saw')!;
    expect(JOINERS.map(({ id }) => saw.weights[id])).toEqual([4, 3, 4]);
    expect(questions.find(({ id }) => id === 'skill.teach')!.weights['sawyer']).toBe(2);
  });

  it('does not take a role for one that likes everything because it asks the top level of everything', () => {
    const skills = ['saw', 'sell', 'teach'];
    const needing = (...levels: readonly string[]) => levels.map((level, n) => need(skills[n]!, level));
    const others = [
      bareRole('low', 1, { requirements: needing('some', 'good', 'some') }),
      bareRole('mixed', 2, { requirements: needing('good', 'some', 'good') }),
    ];
    const weightsOf = (...levels: readonly string[]) =>
      made([...others, bareRole('top', 3, { requirements: needing(...levels) })]).bank.questions.flatMap(
        ({ id, weights }) => (/^skill\.\w+$/.test(id) ? [[id, weights['top']]] : []),
      );
    expect(weightsOf('good', 'good', 'good').length).toBeGreaterThan(0);
    expect(weightsOf('best', 'best', 'best')).toEqual(weightsOf('good', 'good', 'good'));
    for (const [, weight] of weightsOf('best', 'best', 'best')) expect(weight).toBeLessThan(5);
  });

  it('quotes what the ladder says, or asks about doing it', () => {
    const worded = {
      skills: [{ id: 'saw', name: 'Sawing', group: [], levels: { some: 'Saws.', good: 'Saws well.' } }],
    };
    const banks = [made(), made(JOINERS, worded), ...TEMPLATES.map((name) => bankOf(createCatalog(templateOf(name))))];
    for (const { bank } of banks) {
      expect(bank.questions.length).toBeGreaterThan(0);
      for (const { text, editorial, cites } of bank.questions) {
        expect(text).toMatch(/^(?:“.+”|\p{Lu}\p{Ll}+ing .+\.|[^:]+: “.+”)$/u);
        expect(text).not.toMatch(/\bnot\b.*\brather\b/);
        expect(editorial).toBe(true);
        expect(Array.isArray(cites)).toBe(true);
      }
    }
    expect(made().bank.questions.every(({ cites }) => cites.length > 0)).toBe(true);
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
    expect(bank.questions.map(({ text }) => text)).toEqual(['Sawing: “Saws beams.”', 'Sawing: “Saws planks.”']);
    expect(JOINERS.map(({ id }) => bank.questions[0]!.weights[id])).toEqual([3, 5, 3]);
    expect(made(worded('Saws.', 'Saws.', '')).bank.questions).toEqual([]);
  });

  it('drops what says the same of every role', () => {
    const alike = JOINERS.map((role) => ({ ...role, requirements: [need('saw', 'good')] }));
    expect(made(alike).bank.questions.map(({ id }) => id)).not.toContain('skill.saw');
  });

  it('does not depend on the order of the file', () => {
    const rng = mulberry32(62);
    for (const name of TEMPLATES) {
      const ladder = templateOf(name);
      const turned = { ...ladder };
      for (const list of ['skills', 'areas', 'progressions'] as const) {
        Object.assign(turned, { [list]: shuffled<unknown>(ladder[list], rng) });
      }
      const [one, other] = [ladder, turned].map((each) => makeBank(createCatalog(each)));
      expect(other).toEqual(one);
    }
  });

  it('knows nothing of a role that the ladder says nothing of, and never puts it first', () => {
    const roles = [...JOINERS, bareRole('silent', 4)];
    const { bank, distinguishes } = made(roles);
    expect(distinguishes).toBe(4);
    expect(bank.questions.every(({ weights }) => weights['silent'] === undefined)).toBe(true);
    for (const { id } of JOINERS) expect(asOne(id, roles).ranking[0]!.role).toBe(id);
  });

  it('says how many roles it can tell apart', () => {
    const twin = { ...JOINERS[0]!, id: 'twin', title: 'The twin' };
    expect(made([...JOINERS, twin]).distinguishes).toBe(3);
    expect(made([bareRole('one', 1), bareRole('two', 2)])).toMatchObject({ distinguishes: 1, bank: { questions: [] } });
  });

  it('tells roles apart that differ only by level where the levels differ from skill to skill', () => {
    const levelled = (...rows: readonly (readonly string[])[]) =>
      rows.map(([saw, sell], n) => bareRole(`r${n}`, n, { requirements: [need('saw', saw), need('sell', sell)] }));
    expect(made(levelled(['some', 'best'], ['best', 'some'])).distinguishes).toBe(2);
    // All levels a step up: no other liking follows from that, so there is nothing to ask.
    expect(made(levelled(['some', 'good'], ['good', 'best']))).toMatchObject({
      distinguishes: 1,
      bank: { questions: [] },
    });
  });

  it('does not name a role in a question', () => {
    const helper = bareRole('helper', 1, { responsibilities: [duty('fetch', 'wood', 'Fetch tools for the master.')] });
    expect(made([...JOINERS, helper]).bank.questions.map(({ id }) => id)).not.toContain('responsibility.fetch');
  });

  it('asks nothing about experience where all ranks are equal, and covers the ranks where they differ', () => {
    expect(made(JOINERS.map((role) => ({ ...role, rank: 2 }))).bank.experience).toEqual([]);
    const [size, ...telling] = made().bank.experience;
    expect(size!.answers.map(({ small }) => small)).toEqual([true, undefined]);
    for (const { answers } of telling) {
      expect(answers[0]!.ranks![0]).toBe(1);
      expect(answers.at(-1)!.ranks![1]).toBe(3);
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
    const large = made(roles, { skills });
    expect(large.bank.questions.length).toBeLessThanOrEqual(48);
    expect(large.distinguishes).toBeGreaterThan(200);
    const role = roles[500]!.id;
    const { ranking } = asOne(role, roles, large);
    expect(ranking.find((ranked) => ranked.role === role)!.fit).toBe(ranking[0]!.fit);
  });
});
