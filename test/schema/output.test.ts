import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerOf, type Data, OUTPUT_SCHEMA } from '../../src/schema/output.ts';
import { levelledCatalog } from '../support/ladders.ts';
import { outputProblems } from '../support/output-schema.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What each command answered when the golden files were written: the first document of each. */
function goldenAnswers(): Map<string, Json> {
  const answers = new Map<string, Json>();
  const folder = new URL('../program/golden/', import.meta.url);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.json.txt')) continue;
    const document = /^\{$[\s\S]*?^\}$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[0];
    const answer = document === undefined ? {} : (JSON.parse(document) as { command?: string; error?: Json });
    const kind = answer.command ?? (answer.error === undefined ? undefined : 'error');
    if (kind !== undefined) answers.set(`${kind} in ${name}`, answer);
  }
  return answers;
}

/** Every mapping in a document, by its place; entries of one list share a place. */
function mappingsIn(value: Json, place = ''): [string, Record<string, Json>][] {
  if (Array.isArray(value)) return value.flatMap((entry) => mappingsIn(entry, `${place}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return [[place, value], ...Object.entries(value).flatMap(([key, inner]) => mappingsIn(inner, `${place}.${key}`))];
}

/** Mappings whose keys are free, and the ladder that import writes. */
const isOpen = (place: string): boolean =>
  /\.(?:weights|levels|experienceRanks)$|\.data\.(?:document|roles$|skills$|responsibilities$)/.test(place);

describe('OUTPUT_SCHEMA', () => {
  const answers = goldenAnswers();

  it('knows every command', () => {
    const { $defs } = OUTPUT_SCHEMA as unknown as {
      $defs: { answer: { properties: { command: { enum: string[] } } } };
    };
    const seen = new Set([...answers.keys()].map((name) => name.split(' ')[0]!));
    seen.delete('error');
    expect([...seen].sort()).toEqual([...$defs.answer.properties.command.enum].sort());
  });

  it.each([...answers])('accepts the answer of %s', (_name, answer) => {
    expect(outputProblems(answer)).toBe('');
  });

  it('refuses each answer with a key too few, a key too many or another type at any place', () => {
    const tried = new Set<string>();
    for (const [name, answer] of answers) {
      const kind = name.split(' ')[0]!;
      for (const [place, mapping] of mappingsIn(answer)) {
        if (isOpen(place)) continue;
        const refused = (what: string, change: () => void): void => {
          const id = `${kind}${place} ${what}`;
          if (tried.has(id)) return;
          tried.add(id);
          const before = { ...mapping };
          change();
          expect(outputProblems(answer), id).not.toBe('');
          for (const key of Object.keys(mapping)) Reflect.deleteProperty(mapping, key);
          Object.assign(mapping, before);
        };
        refused('with another key', () => (mapping['another'] = 1));
        for (const key of Object.keys(mapping)) {
          const isOptional = place.endsWith('.error.location') && key !== 'file';
          if (!isOptional) refused(`without ${key}`, () => Reflect.deleteProperty(mapping, key));
          refused(`with a list of lists as ${key}`, () => (mapping[key] = [[[]]]));
        }
      }
    }
    expect(tried.size).toBeGreaterThan(700);
  });
});

describe('answerOf', () => {
  const { ladder } = levelledCatalog();
  const { levels } = ladder;

  it('puts the data into the envelope that every command shares, in one order of keys', () => {
    const skills = [{ group: [], name: 'S', id: 's', needed: ['a'], notApplicable: [], description: 'D' }];
    // What the schema does not have is not written.
    const answer = answerOf('skills', ladder, { another: 1, skills });
    expect(JSON.stringify(answer)).toBe(
      '{"schemaVersion":2,"command":"skills","ladder":{"id":"workshop","version":"2.1.0"},' +
        '"data":{"skills":[{"id":"s","name":"S","group":[],"description":"D","needed":["a"],"notApplicable":[]}]}}',
    );
    expect(answerOf('skills', undefined, { skills })).toMatchObject({ ladder: null });
  });

  it('writes null for what is not known, and false for a mark that is not there', () => {
    const requirement = { skill: 's', text: '', cites: [], editorial: false };
    const role = { id: 'a', title: 'A', requirements: [requirement] };
    expect(answerOf('skill-matrix', ladder, { levels, skills: [], roles: [role] })).toMatchObject({
      data: { roles: [{ requirements: [{ level: null, importance: null, notApplicable: false, origin: null }] }] },
    });
  });
});

describe('Data', () => {
  it('keeps the compiler from a key too few, a key too many and another type', () => {
    const ladder = { hash: '', roles: 1, moves: 1, progressions: 1 };
    const answers: Data<'version'>[] = [
      { program: '', node: '', ladder },
      // @ts-expect-error: node is missing
      { program: '', ladder },
      // @ts-expect-error: more is no key of it
      { program: '', node: '', ladder, more: 1 },
      // @ts-expect-error: program is a number
      { program: 1, node: '', ladder },
    ];
    expect(answers).toHaveLength(4);
  });
});
