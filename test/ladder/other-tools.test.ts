/**
 * Files of other tools: one sentence instead of an error for each key.
 */
import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/import/tables/read-tables.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { ME_YAML } from '../support/profiles.ts';

const TOPICS =
  'title: Bakery\nlevels: 2\ntopics:\n  - name: craft\n    content:\n      - level: 1\n        criteria: [Kneads.]\n';

describe.each([
  ['Monzo', TOPICS],
  ['Financial Times', '- id: a\n  summary: Kneads.\n  examples: []\n  level: helper\n  area: craft\n'],
  ['Financial Times', '{ "competencies": [{ "id": "a", "summary": "Kneads.", "level": "helper", "area": "craft" }] }'],
  ['a profile', ME_YAML],
  ['Forward Impact', 'specialization: Baking\ncoreSkills: [kneading]\nsupportingSkills: [selling]\n'],
  ['Forward Impact', '- id: J040\n  professionalTitle: Level I\n  ordinalRank: 1\n'],
  ['Forward Impact', 'name: Craft\nskills:\n  - id: kneading\n    human: { description: Works the dough. }\n'],
])('a file of %s', (name, text) => {
  it('is told by its keys, and nothing else is said of it', () => {
    const { ladder, diagnostics } = parseLadder([{ file: 'x.yaml', text }]);
    expect(ladder).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'other-format', position: { column: 1 } }]);
    expect(diagnostics[0]!.message).toContain(name);
  });
});

it('a Markdown document with such topics above its text is refused by import', async () => {
  const text = new TextEncoder().encode(`---\n${TOPICS}---\n# About\n\n| a | b |\n|---|---|\n| c | d |\n`);
  await expect(readTables('baking.md', text)).rejects.toMatchObject({
    code: 'ladder-invalid',
    message: expect.stringContaining("as Monzo's are") as string,
  });
});

it('a ladder that has roles is a ladder, whatever else it holds', () => {
  const { diagnostics } = parseLadder([
    { file: 'x', text: 'id: x\ntitle: X\ntopics: [{ name: a, content: [] }]\nroles: []\n' },
  ]);
  expect(diagnostics.map(({ code }) => code)).toContain('unknown-key');
});
