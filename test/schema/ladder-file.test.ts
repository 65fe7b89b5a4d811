import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LADDER_FILE, LADDER_SCHEMA } from '../../src/schema/ladder-file.ts';
import { ladderFiles } from '../../src/system/files.ts';
import { CUMULATIVE_YAML, LEVELLED_YAML, PLAIN_YAML, SHIPPED_FOLDER } from '../support/ladders.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(LADDER_SCHEMA);

/** Whether the program's own checks find the shape of a document right. */
function fits(value: unknown): boolean {
  let sound = true;
  LADDER_FILE.check(value, [], () => (sound = false));
  return sound;
}

/** A place in a document, found by a few random numbers: the mapping or list, and the key in it. */
function pick(
  document: unknown,
  steps: readonly number[],
): { readonly holder: Record<string, unknown>; readonly key: string } | undefined {
  let place: { readonly holder: Record<string, unknown>; readonly key: string } | undefined;
  for (const step of steps) {
    const inner: unknown = place ? place.holder[place.key] : document;
    const keys = typeof inner === 'object' && inner !== null ? Object.keys(inner) : [];
    if (keys.length === 0) break;
    place = { holder: inner as Record<string, unknown>, key: keys[step % keys.length]! };
  }
  return place;
}

const files = ladderFiles(SHIPPED_FOLDER);
const role = (more: object): unknown => ({ roles: [{ id: 'r', title: 'R', rank: 1, ...more }] });

describe('LADDER_SCHEMA', () => {
  it('sees every file of the shipped ladder', () => {
    expect(files.length).toBeGreaterThanOrEqual(13);
  });

  it.each(files.map((file) => [basename(file), file]))(
    'accepts the shipped file %s, as the checks do',
    (_name, file) => {
      const value = parse(readFileSync(file, 'utf8')) as unknown;
      expect(validate(value)).toBe(true);
      expect(fits(value)).toBe(true);
    },
  );

  it.each([
    ['plain', PLAIN_YAML],
    ['levelled', LEVELLED_YAML],
    ['cumulative', CUMULATIVE_YAML],
  ])('accepts the %s ladder that the tests made by hand', (_name, text) => {
    expect(validate(parse(text))).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'x'],
    ['a list', []],
    ['an unknown key', { rolls: [] }],
    ['a key that every object has', JSON.parse('{"__proto__": {}}')],
    ['a constructor', { constructor: 'x' }],
    ['a number for a title', { title: 1.1 }],
    ['a boolean for a title', { title: true }],
    ['a blank title', { title: ' \u3000\n' }],
    ['an empty id', { id: '' }],
    ['an id in capitals', { id: 'Ladder' }],
    ['an id with a blank', { id: 'a b' }],
    ['an id that ends in a hyphen', { id: 'a-' }],
    ['an id with a line break', { id: 'a\n' }],
    ['an id in another script', { id: 'été' }],
    ['a text for a boolean', { cumulative: 'yes' }],
    ['a mapping for a list', { roles: {} }],
    ['nothing in a list', { roles: [null] }],
    ['a role without a rank', { roles: [{ id: 'r', title: 'R' }] }],
    ['a text for a rank', { roles: [{ id: 'r', title: 'R', rank: '1' }] }],
    ['nothing for a title', { roles: [{ id: 'r', title: null, rank: 1 }] }],
    ['an unknown key of a role', role({ titel: 'T' })],
    ['a number among the aliases', role({ aliases: ['x', 3] })],
    ['a summary with an unknown key', role({ summary: { text: 'T.', cite: ['A'] } })],
    ['a summary that is a list', role({ summary: ['T.'] })],
    ['a responsibility without an area', role({ responsibilities: [{ text: 'T.' }] })],
    ['a skill that is a number', role({ skills: [3] })],
    ['a skill whose id is none', role({ skills: ['A B'] })],
    ['a requirement without a skill', role({ skills: [{ level: 'low' }] })],
    ['an unknown importance', role({ skills: [{ skill: 's', importance: 'vital' }] })],
    ['a text for notApplicable', role({ skills: [{ skill: 's', notApplicable: 'true' }] })],
    ['a cite with a blank', role({ notes: [{ text: 'T.', cites: ['A 1'] }] })],
    ['a cite that is no list', role({ notes: [{ text: 'T.', cites: 'A-1' }] })],
    ['an unknown kind of move', { progressions: [{ from: 'a', to: 'b', kind: 'promoted' }] }],
    ['an unknown basis', { progressions: [{ from: 'a', to: 'b', basis: 'said' }] }],
    ['a move to nowhere', { progressions: [{ from: 'a' }] }],
    ['a contrast without a text', { contrasts: [{ roles: ['a', 'b'] }] }],
    ['a disagreement without positions', { disagreements: [{ id: 'd', title: 'D' }] }],
    ['a position in short', { disagreements: [{ id: 'd', title: 'D', positions: ['P.'] }] }],
    ['a fact without an id', { sources: [{ id: 'A', title: 'A', facts: [{ text: 'T.' }] }] }],
    ['a date that is a number', { sources: [{ id: 'A', title: 'A', date: 2024 }] }],
    ['levels that are a list', { skills: [{ id: 's', name: 'S', levels: ['low'] }] }],
    ['a level described by a number', { skills: [{ id: 's', name: 'S', levels: { low: 1 } }] }],
    ['a group of numbers', { skills: [{ id: 's', name: 'S', group: [1] }] }],
    ['a quiz that is a list', { quiz: [] }],
    ['a question without weights', { quiz: { questions: [{ id: 'q', text: 'Q?' }] } }],
    ['a weight that is a text', { quiz: { questions: [{ id: 'q', text: 'Q?', weights: { a: '5' } }] } }],
  ])('refuses what the checks refuse: %s', (_what, value) => {
    expect(fits(value)).toBe(false);
    expect(validate(value)).toBe(false);
  });

  it.each<[string, unknown]>([
    ['an empty mapping', {}],
    ['the schema line', { $schema: '../ladder.schema.json' }],
    ['an empty list', { roles: [] }],
    ['a title between blanks', { title: ' x ' }],
    ['a group in short', { skills: [{ id: 's', name: 'S', group: 'G' }] }],
    ['an empty group', { skills: [{ id: 's', name: 'S', group: [] }] }],
    ['ids with full stops', { id: 'a.b-c.1' }],
    ['a negative rank', { roles: [{ id: 'r', title: 'R', rank: -0.5 }] }],
    ['a skill in short and one at length', role({ skills: ['a', { skill: 'b' }] })],
    ['levels by any key', { skills: [{ id: 's', name: 'S', levels: { constructor: 'x' } }] }],
    [
      'a quiz',
      {
        quiz: {
          questions: [{ id: 'q', text: 'Q?', weights: { a: 5 }, areas: [], skills: [] }],
          experience: [
            { id: 's', text: 'S?', answers: [{ text: 'A.', small: true }, { text: 'B.' }] },
            { id: 'e', text: 'E?', answers: [{ text: 'A.', ranks: [1, 2], ranksIfSmall: [1, 1] }] },
          ],
          experienceRanks: { a: 1 },
        },
      },
    ],
  ])('accepts what the checks accept: %s', (_what, value) => {
    expect(fits(value)).toBe(true);
    expect(validate(value)).toBe(true);
  });

  it('accepts, as the checks do, an optional key that was left empty', () => {
    const value = role({ aliases: null, summary: null });
    expect(fits(value)).toBe(true);
    expect(validate(value)).toBe(true);
  });

  it('judges a random change to a sound document as the checks do', () => {
    const documents = [LEVELLED_YAML, CUMULATIVE_YAML, readFileSync(join(SHIPPED_FOLDER, 'quiz.yaml'), 'utf8')].map(
      (text) => parse(text) as unknown,
    );
    const junk = fc.constantFrom<unknown>(
      ...[null, true, 0, 1, 6, -0.5, '', ' ', 'a', 'A-1', 'a b', 'lateral', 'skills', '1', [], ['a'], [null], [[]], {}],
      ...[{ text: 'T.' }, { id: 'a', title: 'T' }, { skill: 'a' }, { text: '', cites: ['x y'] }],
    );
    const change = fc.record({
      steps: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
      how: fc.constantFrom('replace', 'remove', 'add'),
      key: fc.constantFrom('id', 'text', 'roles', 'levels', 'titel', 'cites', 'constructor', '__proto__', 'editorial'),
      junk,
    });
    const seen = { sound: 0, unsound: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (document, changes) => {
          const value = structuredClone(document);
          for (const { steps, how, key, junk: put } of changes) {
            const place = pick(value, steps);
            if (!place) continue;
            const { holder } = place;
            if (how === 'replace') holder[place.key] = put;
            else if (Array.isArray(holder)) continue;
            else if (how === 'remove') Reflect.deleteProperty(holder, place.key);
            else
              Object.defineProperty(holder, key, { value: put, enumerable: true, configurable: true, writable: true });
          }
          const sound = fits(value);
          seen[sound ? 'sound' : 'unsound']++;
          expect(validate(value)).toBe(sound);
        },
      ),
      { seed: 30, numRuns: 3000 },
    );
    // Both happen often enough to mean something.
    expect(Math.min(seen.sound, seen.unsound)).toBeGreaterThan(300);
  });

  it('describes every key, and names itself', () => {
    const bare: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const {
        properties = {},
        items,
        anyOf = [],
        additionalProperties,
      } = schema as {
        properties?: Record<string, { description?: string }>;
        items?: unknown;
        anyOf?: unknown[];
        additionalProperties?: unknown;
      };
      for (const [key, property] of Object.entries(properties)) {
        if ((property.description ?? '').length < 10) bare.push(`${path}.${key}`);
        visit(property, `${path}.${key}`);
      }
      for (const inner of [items, additionalProperties, ...anyOf]) visit(inner, path);
    };
    visit(LADDER_SCHEMA, '');
    expect(bare).toEqual([]);
    expect(LADDER_SCHEMA).toMatchObject({ $schema: expect.any(String), $id: 'urn:pmroles:ladder' });
  });

  it('gives defaults and examples that fit', () => {
    let tried = 0;
    const visit = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { default: usual, examples = [] } = schema as { default?: unknown; examples?: unknown[] };
      const given = [...(usual === undefined ? [] : [usual]), ...examples];
      const one = given.length > 0 && new Ajv2020({ strict: true }).compile(schema);
      for (const example of given) {
        tried++;
        expect(one && one(example), JSON.stringify(example)).toBe(true);
      }
      const { properties = {}, items, anyOf = [] } = schema as Record<string, never>;
      for (const inner of [...Object.values(properties), items, ...(anyOf as unknown[])]) visit(inner);
    };
    visit(LADDER_SCHEMA);
    expect(tried).toBeGreaterThan(10);
  });
});
