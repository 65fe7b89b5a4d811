/**
 * The public library as a program uses it: names as on the command line, its defaults, and errors that say what is missing.
 */
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { shippedCatalog } from '../support/ladders.ts';

const {
  bankOf,
  compareRoles,
  expectationsOf,
  findRoutes,
  listRoles,
  nextStep,
  PmrolesError,
  quizResult,
  searchLadder,
} = library;
const catalog = shippedCatalog();
const { ladder } = catalog;
const routes = (...rest: Parameters<typeof findRoutes> extends [unknown, ...infer Rest] ? Rest : never) =>
  findRoutes(catalog, ...rest).routes.map(({ roles }) => roles);

describe('the library', () => {
  it('finds the three best routes between roles that are named as on the command line', () => {
    expect(routes('pm', 'Chief Product Officer')).toEqual(routes('product-manager', 'cpo', { most: 3 }));
    expect(routes('pm', 'cpo')).toHaveLength(3);
    expect(routes('pm', 'cpo', { most: 1 })).toEqual([routes('pm', 'cpo')[0]]);
  });

  it('takes the names of options as well', () => {
    expect(routes('pm', 'hop', { via: ['product lead'], most: 1 })).toEqual([
      ['product-manager', 'senior-pm', 'product-lead', 'head-of-product'],
    ]);
    expect(routes('pm', 'cpo', { avoid: ['Director of Product'] }).flat()).not.toContain('director-of-product');
    expect(routes('pm', 'cpo', { sources: ['B'] })).toEqual(
      routes('pm', 'cpo', { sources: [ladder.sources[1]!.title] }),
    );
    expect(() => routes('pm', 'cpo', { exact: true })).toThrow('no role has the id "pm"');
  });

  it('compares roles and lists them by their names', () => {
    expect(compareRoles(catalog, ['hop', 'cpo'])).toEqual(compareRoles(catalog, ['head-of-product', 'cpo']));
    expect(listRoles(catalog)).toEqual(ladder.roles);
    const leading = listRoles(catalog, { tracks: ['Leadership'], sort: 'rank' });
    expect(leading.map(({ id }) => id)).toEqual(['head-of-product', 'director-of-product', 'cpo']);
    expect(leading).toEqual(listRoles(catalog, { tracks: ['leadership'] }));
  });

  it('asks the questions of the quiz, and says what the answers come to', () => {
    const { bank } = bankOf(catalog);
    const answers: library.QuizAnswer[] = [];
    for (let step = nextStep(bank, ladder, answers); !step.done; step = nextStep(bank, ladder, answers)) {
      if (step.kind === 'role') answers.push({ question: library.PRESENT_ROLE, answer: 0 });
      else if (step.kind === 'experience') {
        answers.push({ question: step.question.id, answer: step.question.answers.length - 1 });
      } else answers.push({ question: step.question.id, answer: step.question.weights['cpo'] ?? null });
    }
    expect(quizResult(bank, ladder, answers).aim[0]).toBe('cpo');
    expect(library.readReplay(bank, ladder, library.writeReplay(bank, ladder, answers))).toEqual(answers);
  });

  it('searches all of a ladder, or the kinds that are named', () => {
    const { hits } = searchLadder(catalog, 'roadmap');
    expect(hits.length).toBeGreaterThan(0);
    const kinds = ['skill'] as const;
    expect(searchLadder(catalog, 'marketing', kinds).hits.every(({ passage }) => passage.kind === 'skill')).toBe(true);
  });

  // What a program without types can get wrong.
  type Loose = Record<string, (...args: unknown[]) => unknown>;
  const loose = library as unknown as Loose;
  const from = 'the role to start from';
  it.each<[string, unknown[], string]>([
    ['findRoutes', [], 'the catalog is missing, expected what createCatalog makes of a ladder'],
    ['findRoutes', [ladder, 'pm', 'cpo'], 'the catalog is an object, expected what createCatalog makes of a ladder'],
    ['findRoutes', [catalog], `${from} is missing, expected a name`],
    ['findRoutes', [catalog, { from: 'pm', to: 'cpo' }], `${from} is an object, expected a name`],
    ['findRoutes', [catalog, 'pm'], 'the role to get to is missing, expected a name'],
    ['findRoutes', [catalog, 'pm', 'cpo', 3], 'the fourth argument is 3, expected an object'],
    ['findRoutes', [catalog, 'pm', 'cpo', null], 'the fourth argument is null, expected an object'],
    ['findRoutes', [catalog, 'pm', 'cpo', { most: 0 }], 'most is 0, expected a whole number from 1'],
    ['findRoutes', [catalog, 'pm', 'cpo', { most: '3' }], 'most is "3", expected a whole number from 1'],
    ['findRoutes', [catalog, 'pm', 'cpo', { via: 'hop' }], 'via is "hop", expected a list of names'],
    ['findRoutes', [catalog, 'pm', 'cpo', { avoid: [7] }], 'a name in avoid is 7, expected a name'],
    ['findRoutes', [catalog, 'pm', 'cpo', { kinds: ['up'] }], 'a kind of move is "up", expected promotion, lateral'],
    ['compareRoles', [catalog], 'the list of roles is missing, expected a list of names'],
    ['compareRoles', [catalog, 'pm', 'cpo'], 'the list of roles is "pm", expected a list of names'],
    ['compareRoles', [catalog, ['pm', 'cpo'], 'some'], 'only is "some", expected changed, common, unique'],
    ['compareRoles', [catalog, ['pm']], 'a comparison takes two or more roles'],
    ['listRoles', [], 'the catalog is missing'],
    ['listRoles', [catalog, ['leadership']], 'the query is a list, expected an object'],
    ['listRoles', [catalog, { tracks: 'leadership' }], 'tracks is "leadership", expected a list of names'],
    ['listRoles', [catalog, { sort: 'age' }], 'sort is "age", expected rank, title, responsibilities, skills'],
    ['stepChanges', [catalog], 'the route is missing, expected a list of names'],
    ['expectationsOf', [catalog, 'pm'], 'the role is "pm", expected what findRole finds'],
    ['expectationsOf', [catalog], 'the role is missing, expected what findRole finds'],
    ['findRole', [], 'the ladder is missing'],
    ['findRole', [ladder], 'the name is missing, expected a name'],
    ['findTrack', [catalog, 'leadership'], 'the ladder is an object, expected a ladder'],
    ['createCatalog', [], 'the ladder is missing'],
    ['roleOf', [], 'the catalog is missing'],
    ['bankOf', [], 'the catalog is missing'],
    ['nextStep', [], 'the bank is missing, expected what bankOf finds'],
    ['nextStep', [bankOf(catalog).bank], 'the ladder is missing'],
    ['quizResult', [bankOf(catalog).bank, ladder], 'the list of answers is missing, expected a list'],
    ['searchLadder', [catalog], 'the query is missing, expected words to look for'],
    ['searchLadder', [catalog, 'a', ['roles']], 'a kind is "roles", expected role, skill, responsibility, fact'],
  ])('%s(%j) says what is wrong', (name, args, message) => {
    const call = () => loose[name]!(...args);
    expect(call).toThrow(PmrolesError);
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('says that a name means nothing, or too much, as the command line does', () => {
    expect(() => routes('pm', 'nobody')).toThrow('no role is called "nobody"');
    expect(() => compareRoles(catalog, ['pm', '__proto__'])).toThrow('no role is called "__proto__"');
    expect(() => listRoles(catalog, { tracks: ['toString'] })).toThrow('no track is called "toString"');
    expect(() => expectationsOf(catalog, ladder.roles[0]!)).not.toThrow();
  });
});
