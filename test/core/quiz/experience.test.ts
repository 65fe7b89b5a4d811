import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/core/catalog.ts';
import { PmrolesError } from '../../../src/core/errors.ts';
import type { QuizBank } from '../../../src/core/model.ts';
import { PRESENT_ROLE, type QuizAnswer } from '../../../src/core/quiz/bank.ts';
import { supportOf } from '../../../src/core/quiz/experience.ts';
import { makeBank } from '../../../src/core/quiz/made-bank.ts';
import { quizResult } from '../../../src/core/quiz/result.ts';
import { bareRole, ladderOf } from '../../support/quiz-ladder.ts';
import { integer, mulberry32, pick } from '../../support/rng.ts';
import { SHIPPED_LADDER, shippedBank } from '../../support/shipped-quiz.ts';
import { runs } from '../../support/thorough.ts';

type Support = NonNullable<ReturnType<typeof supportOf>>;

const bank = shippedBank();
const RANKS = SHIPPED_LADDER.roles.map(({ id, rank }) => bank.experienceRanks![id] ?? rank);
const FIVE = [0, 1, 2, 3, 4];
const SIZES = [null, 0, 1, 2];
type Row = readonly (number | null)[];

/** Answers to the questions on experience in the order of the bank, of which the size of the organisation is the first. */
const done = (row: Row, { experience } = bank): QuizAnswer[] =>
  experience.map(({ id }, index) => ({ question: id, answer: row[index] ?? null }));
const support = (row: Row): Support => supportOf(bank, RANKS, done(row))!;
const ends = (of: Support): number[] => [of.lowest, of.rank, of.highest];
const isAtLeast = (one: Support, other: Support): boolean => ends(one).every((rank, n) => rank >= ends(other)[n]!);

/** The ranks that roles of the shipped ladder ask for, and where each lies; nobody asks for 4. */
const RUNGS = [1, 2, 3, 5, 6, 7];
const PLACE = [NaN, 0, 1, 2, 2.5, 3, 4, 5];

/** The graded response model worked out by hand, with plain products. */
function byHand([size, ...row]: Row): number[] {
  const chances = RUNGS.map((_, rung) =>
    bank.experience.slice(1).reduce((product, { answers }, question) => {
      const answer = row[question] ?? null;
      if (answer === null) return product;
      const typical = answers.map(({ ranks, ranksIfSmall }) => (size === 0 && ranksIfSmall ? ranksIfSmall : ranks!));
      const between: number[] = [];
      for (let n = 1; n < 5; n += 1) {
        between.push(Math.max((PLACE[typical[n - 1]![1]]! + PLACE[typical[n]![0]]!) / 2, (between.at(-1) ?? -9) + 0.1));
      }
      const further = [1, ...between.map((bound) => 1 / (1 + Math.exp(2.5 * (bound - rung)))), 0];
      return product * (further[answer]! - further[answer + 1]!);
    }, 1),
  );
  const sure = [...chances.keys()].map((n) => {
    const part = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    return part(chances.slice(n)) / part(chances);
  });
  const upTo = (isSure: (n: number) => boolean): number =>
    RUNGS[
      Math.max(
        0,
        sure.findLastIndex((_, n) => isSure(n)),
      )
    ]!;
  const rank = upTo((n) => sure[n]! > 0.5 + 1e-9 && (n === 0 || sure[n - 1]! >= 0.97));
  return [
    Math.min(
      rank,
      upTo((n) => sure[n]! >= 0.85),
    ),
    rank,
    Math.max(
      rank,
      upTo((n) => sure[n]! >= 0.25),
    ),
  ];
}

describe('supportOf', () => {
  const rows = FIVE.flatMap((a) =>
    FIVE.flatMap((b) => FIVE.flatMap((c) => FIVE.flatMap((d) => FIVE.map((e) => [a, b, c, d, e])))),
  );

  it('never falls with more experience, in any organisation, and is never higher for a small one', () => {
    const key = (row: Row): string => row.join();
    const wrong: Row[] = [];
    const bySize = SIZES.map((size) => new Map(rows.map((row) => [key(row), support([size, ...row])])));
    for (const of of bySize) {
      for (const row of rows) {
        row.forEach((answer, n) => {
          if (answer < 4 && !isAtLeast(of.get(key(row.with(n, answer + 1)))!, of.get(key(row))!)) wrong.push(row);
        });
        if (!isAtLeast(of.get(key(row))!, bySize[1]!.get(key(row))!)) wrong.push(row);
      }
    }
    expect(rows).toHaveLength(3125);
    expect(wrong).toEqual([]);
  });

  it('is what Bayes’ rule gives by hand', () => {
    expect([...new Set(RANKS)].sort()).toEqual(RUNGS);
    const rng = mulberry32(81);
    for (let trial = 0; trial < runs(1000, 20_000); trial += 1) {
      const row = [pick(rng, SIZES), ...FIVE.map(() => (rng() < 0.2 ? null : integer(rng, 0, 4)))];
      if (row.slice(1).some((answer) => answer !== null)) expect(ends(support(row)), row.join()).toEqual(byHand(row));
    }
  });

  it('never falls on ladders of two to twelve ranks either, also where questions are skipped', () => {
    const rng = mulberry32(82);
    for (let trial = 0; trial < runs(1500, 20_000); trial += 1) {
      const ranks = Array.from({ length: integer(rng, 2, 12) }, (_, n) => 2 * n + integer(rng, 0, 1));
      const made = makeBank(createCatalog(ladderOf(ranks.map((rank) => bareRole(`r${rank}`, rank))))).bank;
      const of = (row: Row): Support => supportOf(made, ranks, done(row, made))!;
      const row: Row = [pick(rng, [null, 0, 1]), ...FIVE.map(() => (rng() < 0.2 ? null : integer(rng, 0, 4)))];
      const raised = integer(rng, 1, 5);
      const before = row.with(raised, integer(rng, 0, 3));
      const after = before.with(raised, before[raised]! + 1);
      expect(isAtLeast(of(after), of(before)), `${ranks.join()}: ${before.join()}`).toBe(true);
      expect(isAtLeast(of(before.with(0, 1)), of(before.with(0, 0))), `${ranks.join()}: ${before.join()}`).toBe(true);
      expect(ranks).toEqual(expect.arrayContaining(ends(of(before))));
    }
  });

  it('does not let one boast outweigh four modest answers, and reaches both ends', () => {
    expect(support([1, 1, 0, 0, 1, 4]).rank).toBeLessThanOrEqual(2);
    expect(ends(support([1, 0, 0, 0, 0, 0]))).toEqual([1, 1, 1]);
    expect(support([1, 4, 4, 4, 4, 4])).toMatchObject({ rank: 7, highest: 7 });
  });

  it('says nothing where nothing tells, and refuses an answer that the question does not have', () => {
    expect(supportOf(bank, RANKS, done([]))).toBeUndefined();
    expect(supportOf(bank, RANKS, done([0]))).toBeUndefined();
    for (const answer of [5, -1, 1.5]) expect(() => support([1, answer])).toThrow(PmrolesError);
  });
});

describe('what fits now', () => {
  const rng = mulberry32(83);
  const interest = (role?: string): QuizAnswer[] =>
    bank.questions.map(({ id, weights }) => ({ question: id, answer: role ? weights[role]! : integer(rng, 1, 5) }));
  const now = (present: string | 0 | null, row: Row, liked?: string, of: QuizBank = bank) =>
    quizResult(of, SHIPPED_LADDER, [{ question: PRESENT_ROLE, answer: present }, ...done(row), ...interest(liked)]).now;
  const rankOf = (id: string): number => SHIPPED_LADDER.roles.find((role) => role.id === id)!.rank;
  const anyRow = (): Row => [integer(rng, 0, 2), ...FIVE.map(() => (rng() < 0.2 ? null : integer(rng, 0, 4)))];

  it('is the role that was given, whatever else was answered', () => {
    for (let trial = 0; trial < 200; trial += 1) {
      const { id } = pick(rng, SHIPPED_LADDER.roles);
      expect(now(id, anyRow())).toEqual({ role: id, given: true, range: [] });
    }
  });

  it('is no role of the ladder for who has none of them, with where experience would place them', () => {
    for (let trial = 0; trial < 100; trial += 1) {
      const row = anyRow().with(1, 2);
      const skipped = now(null, row, 'cpo')!;
      expect(now(0, row, 'cpo')).toEqual({ role: null, given: true, range: skipped.range });
      expect(skipped.range, row.join()).toContain(skipped.role);
      const ranks = skipped.range.map((id) => bank.experienceRanks![id] ?? rankOf(id));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
    expect(now(0, [])).toEqual({ role: null, given: true, range: [] });
    expect(now(null, [])).toBeNull();
  });

  it('never lifts a beginner who loves strategy above what they have done', () => {
    for (const role of ['cpo', 'director-of-product', 'head-of-product']) {
      expect(now(null, [1, 0, 0, 0, 0, 0], role)).toEqual({
        role: 'junior-pm',
        given: false,
        range: ['junior-pm'],
      });
    }
  });

  it('is the one liked most of those that ask for the same experience', () => {
    for (const role of ['product-manager', 'product-owner'])
      expect(now(null, [1, 2, 1, 1, 2, 1], role)!.role).toBe(role);
    for (const role of ['senior-pm', 'product-lead']) expect(now(null, [1, 3, 2, 2, 2, 2], role)!.role).toBe(role);
  });

  it('names all of those that ask for the same experience, whichever is liked', () => {
    for (const role of ['product-manager', 'product-owner', 'cpo']) {
      const { range } = now(null, [1, 2, 1, 1, 2, 1], role)!;
      expect(range).toEqual(expect.arrayContaining(['product-manager', 'product-owner']));
    }
  });

  it('refuses a role that the ladder does not have', () => {
    expect(() => now('nobody', [])).toThrow(/"nobody" is no role/);
  });
});
