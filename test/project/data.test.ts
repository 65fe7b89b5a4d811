/**
 * The shipped ladder: what it promises about its sources.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import type { Cite, Ladder } from '../../src/core/model.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { SHIPPED } from '../support/fake-runtime.ts';

const { ladder, warnings } = loadLadder(SHIPPED);
const catalog = createCatalog(ladder);

/** Every cite of every statement outside the sources themselves. */
function allCites({ roles, progressions, contrasts, disagreements, notes }: Ladder): Cite[] {
  const statements = [
    ...roles.flatMap((role) => [
      role.summary,
      ...role.includes,
      ...role.responsibilities,
      ...role.requirements,
      ...role.notes,
    ]),
    ...progressions,
    ...contrasts,
    ...disagreements.flatMap((disagreement) => disagreement.positions),
    ...notes,
  ];
  return statements.flatMap((statement) => [...statement.cites]);
}

/** Every text of a ladder that people read. */
function readable(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && ['text', 'note', 'title', 'name', 'summary', 'description'].includes(key)
      ? [value]
      : readable(value),
  );
}

/** Words that are rare in speech, or that stand for one of which the ladder has a plainer one: responsibility for duty. */
const STILTED =
  /\b(?:dut(?:y|ies)|whoever|whom|whomever|thereof|hereby|juggl(?:e|es|ing)|lonely|mend|lend|liaises?|lean(?:s|ing)? (?:on|towards)|stands? in for|see(?:s|ing)? to it|bring(?:s|ing)? about|by which|is to be|of one's own|nobody|told)\b/i;

const facts = ladder.sources.flatMap((source) => source.facts);
const role = (id: string) => catalog.roles.get(id)!;

describe('the shipped ladder', () => {
  it('loads without a warning', () => {
    expect(warnings).toEqual([]);
  });

  it('has the eight roles, junior to senior', () => {
    expect(ladder.roles.map((entry) => entry.id)).toEqual([
      'junior-pm',
      'product-manager',
      'product-owner',
      'senior-pm',
      'product-lead',
      'head-of-product',
      'director-of-product',
      'cpo',
    ]);
  });

  it('cites every fact of its sources somewhere', () => {
    const cited = new Set(allCites(ladder));
    expect(facts.map((fact) => fact.id).filter((id) => !cited.has(id))).toEqual([]);
  });

  it('cites nothing that its sources do not list', () => {
    expect(allCites(ladder).filter((cite) => !catalog.cites.has(cite))).toEqual([]);
  });

  it('lists the facts under the ids that the sources were read into', () => {
    const numbers = (source: string) =>
      ladder.sources.find((entry) => entry.id === source)!.facts.map((fact) => Number(fact.id.split('-')[1]));
    const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
    expect(numbers('A').toSorted((a, b) => a - b)).toEqual([
      ...span(1, 3),
      ...span(10, 19),
      ...span(20, 28),
      ...span(30, 41),
      ...span(50, 61),
      ...span(70, 74),
      ...span(80, 83),
      ...span(90, 91),
    ]);
    expect(numbers('B').toSorted((a, b) => a - b)).toEqual([
      ...span(1, 7),
      ...span(10, 11),
      ...span(20, 21),
      ...span(30, 32),
      ...span(40, 43),
      ...span(50, 52),
      ...span(60, 64),
      ...span(70, 71),
      ...span(80, 81),
      90,
    ]);
  });

  it.each([
    ['product-manager', 15, 18, 4],
    ['head-of-product', 23, 28, 6],
    ['director-of-product', 34, 40, 7],
    ['cpo', 55, 61, 7],
  ])('gives %s the responsibilities that source A lists, each once', (id, from, to, count) => {
    const listed = Array.from({ length: to - from + 1 }, (_, index) => `A-${from + index}`);
    const leaning = role(id).responsibilities.filter((entry) => entry.cites.some((cite) => listed.includes(cite)));
    expect(leaning).toHaveLength(count);
    expect(new Set(leaning.flatMap((entry) => entry.cites.filter((cite) => listed.includes(cite)))).size).toBe(count);
  });

  it.each([
    ['head-of-product', 'A-21', 6],
    ['director-of-product', 'A-32', 5],
    ['cpo', 'A-52', 5],
    ['product-manager', 'A-70', 6],
    ['head-of-product', 'A-70', 6],
    ['director-of-product', 'A-70', 6],
    ['cpo', 'A-70', 6],
    ['product-manager', 'A-71', 2],
    ['head-of-product', 'A-72', 2],
    ['director-of-product', 'A-73', 3],
    ['cpo', 'A-74', 3],
  ])('gives %s every skill of the list %s', (id, cite, count) => {
    expect(role(id).requirements.filter((entry) => entry.cites.includes(cite))).toHaveLength(count);
  });

  it('marks as editorial what cites nothing, and only that', () => {
    const statements = ladder.roles.flatMap((entry) => [
      entry.summary,
      ...entry.includes,
      ...entry.responsibilities,
      ...entry.requirements,
      ...entry.notes,
    ]);
    for (const statement of [...statements, ...ladder.notes, ...ladder.contrasts]) {
      expect(statement.editorial).toBe(statement.cites.length === 0);
    }
    expect(ladder.progressions.every((edge) => edge.cites.length > 0)).toBe(true);
  });

  it('states the five moves of source A, and implies those of source B', () => {
    const moves = (basis: string) =>
      ladder.progressions.filter((edge) => edge.basis === basis).map((edge) => `${edge.from} ${edge.to}`);
    expect(moves('stated')).toEqual([
      'junior-pm product-manager',
      'product-manager senior-pm',
      'senior-pm head-of-product',
      'head-of-product director-of-product',
      'director-of-product cpo',
    ]);
    expect(moves('implied')).toEqual([
      'junior-pm product-manager',
      'product-manager product-owner',
      'product-manager senior-pm',
      'product-owner senior-pm',
      'senior-pm product-lead',
      'product-lead head-of-product',
      'head-of-product cpo',
    ]);
  });

  it('takes no move from the place of the director in the list of source B', () => {
    const director = ladder.progressions.filter((edge) => [edge.from, edge.to].includes('director-of-product'));
    expect(director.every((edge) => edge.cites.every((cite) => cite.startsWith('A-')))).toBe(true);
  });

  it('gives the product owner no seniority that the sources leave open', () => {
    expect(role('product-owner').rank).toBe(role('product-manager').rank);
    const moves = ladder.progressions.filter((edge) => [edge.from, edge.to].includes('product-owner'));
    expect(moves.map((edge) => `${edge.kind} ${edge.basis}`)).toEqual(['lateral implied', 'lateral implied']);
    expect(moves.every((edge) => edge.note?.includes('unclear'))).toBe(true);
  });

  it('says that B-71 may be about either of two roles, and takes no responsibility of the head from it', () => {
    const notes = (id: string) => role(id).notes.filter((note) => note.cites.includes('B-71'));
    expect(notes('cpo')).toHaveLength(1);
    expect(notes('head-of-product')).toHaveLength(1);
    expect(facts.find((fact) => fact.id === 'B-71')!.text).toContain('Unsure');
    expect(role('head-of-product').responsibilities.flatMap((entry) => entry.cites)).not.toContain('B-71');
  });

  it('states no proficiency level, because no source does', () => {
    expect(ladder.levels).toEqual([]);
    expect(ladder.roles.flatMap((entry) => entry.requirements).every((entry) => entry.level === undefined)).toBe(true);
  });

  it('records both orders of Head and Director', () => {
    const order = ladder.disagreements.find((entry) => entry.positions.some((p) => p.cites.includes('A-82')));
    expect(order?.roles).toEqual(expect.arrayContaining(['head-of-product', 'director-of-product']));
    expect(order?.positions.map((position) => position.cites[0]![0])).toEqual(['A', 'B']);
  });

  it('words responsibilities in parallel: a verb, or when it applies, first; a full stop last', () => {
    for (const { text } of ladder.roles.flatMap((entry) => entry.responsibilities)) {
      expect(text).toMatch(/^[A-Z][a-z]+,? .*[^.]\.$/);
      expect(text).not.toMatch(/^(?:The|A|An|Is|Has|Are|It|This)\b/);
    }
  });
});

describe('the words of the shipped ladder', () => {
  const texts = readable({
    ...ladder,
    sources: ladder.sources.map(({ note, facts: listed }) => ({ note, facts: listed })),
  });

  it('are all read', () => {
    expect(texts).toEqual(expect.arrayContaining([ladder.summary, facts[0]!.text, ladder.quiz!.questions[0]!.text]));
    expect(texts.length).toBeGreaterThan(300);
  });

  it('come in sentences of 25 words at most', () => {
    const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 25)).toEqual([]);
  });

  /**
   * Hashes of every run of seven words in what was noted from the sources, so that the ladder can be held against their wording
   * without keeping it: of each run, in lower case and without punctuation, the first 32 bits of its SHA-256.
   */
  const RUNS = new Set(readFileSync(new URL('../support/source-runs.txt', import.meta.url), 'utf8').split(/\s+/));
  const isShared = (run: string): boolean => RUNS.has(createHash('sha256').update(run).digest('hex').slice(0, 8));
  const TITLES = /^(?:(?:junior|senior|product|manager|owner|lead|director|head|of|chief|officer|pm) ?)+$/;
  const sharedRuns = (text: string): string[] => {
    const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
    const runs = words.slice(6).map((_, index) => words.slice(index, index + 7).join(' '));
    // Lists of titles can be said in one way only.
    return runs.filter((run) => isShared(run) && !TITLES.test(run));
  };

  it('share no run of more than six words with a source', () => {
    expect(texts.flatMap(sharedRuns)).toEqual([]);
    // The source's own title is one, and shows that such a run would be found.
    expect(sharedRuns(ladder.sources[0]!.title)).toHaveLength(1);
  });

  it('are plain', () => {
    expect(texts.filter((text) => STILTED.test(text))).toEqual([]);
  });
});
