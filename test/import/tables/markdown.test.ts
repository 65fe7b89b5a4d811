/**
 * Tables in Markdown documents.
 */
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import type { Table } from '../../../src/import/table.ts';

const read = async (text: string, file = 'ladder.md'): Promise<Table[]> =>
  readTables(file, new TextEncoder().encode(text));

const failure = async (text: string): Promise<unknown> =>
  read(text).then(
    () => undefined,
    (error: unknown) => error,
  );

const DOCUMENT = `# The bakery

Some words | with a bar.

## Baking *by hand*

| Skill | Junior | Senior |
|-------|:------:|--------|
| **Mixing** | [well](https://example.org/a) | \`a \\| b\` |
| Icing<br>cakes | x &amp; y |
| | | |
| Selling | ~~no~~ &#233; | <b>yes</b> ![pic](a.png) |

Leads
=====

> ### Quoted
> Role | Next
> -----|-----
> Junior | Senior

1. a list

   | A | B |
   |---|---|
   | 1 | \\* |
`;

describe('a document', () => {
  it('gives each table, with the heading above it and the lines of its rows', async () => {
    const tables = await read(DOCUMENT);
    expect(tables.map(({ name, unit, rows }) => [name, unit, rows.map(({ line }) => line)])).toEqual([
      ['Baking by hand', 'line', [7, 9, 10, 12]],
      ['Quoted', 'line', [18, 20]],
      ['Quoted', 'line', [24, 26]],
    ]);
  });

  it('gives its cells as plain text', async () => {
    const [first, , third] = await read(DOCUMENT);
    expect(first!.rows.map(({ cells }) => cells)).toEqual([
      ['Skill', 'Junior', 'Senior'],
      ['Mixing', 'well', 'a | b'],
      ['Icing\ncakes', 'x & y', ''],
      ['Selling', 'no é', 'yes pic'],
    ]);
    expect(third!.rows[1]!.cells).toEqual(['1', '*']);
  });

  it('counts lines that end in CR LF', async () => {
    const tables = await read(DOCUMENT.replaceAll('\n', '\r\n'));
    expect(tables.map(({ rows }) => rows[0]!.line)).toEqual([7, 18, 24]);
  });

  it('leaves entities that it does not know, and names that every object has, as they are', async () => {
    const [table] = await read('| A |\n|---|\n| &constructor; &toString; &eacute; |\n');
    expect(table!.rows[1]!.cells[0]).toBe('&constructor; &toString; &eacute;');
  });

  it('without a table is refused', async () => {
    expect(await failure('# Bakery\n\nRoles: baker, seller.\n')).toMatchObject({
      code: 'ladder-invalid',
      message: 'cannot import ladder.md: the document has no table',
    });
  });

  it('whose row has more cells than its header is refused, since the last ones would be lost', async () => {
    expect(await failure('# B\n\n| Skill | Level |\n|---|---|\n| Mixing | 1 |\n| a|b | 2 |\n')).toMatchObject({
      message: 'cannot import ladder.md: line 6: the row has 3 cells, and its header 2',
    });
  });

  it.each([
    ['nested without end', '> '.repeat(20_000)],
    ['of one endless cell', `|a|\n|-|\n|${'<'.repeat(200_000)}|\n`],
    ['of endless headings', `# ${'['.repeat(200_000)}\n`],
    ['that is very long', 'a\n'.repeat(2_000_000)],
  ])('%s is refused at once', async (_what, text) => {
    const start = Date.now();
    expect(await failure(text)).toMatchObject({ code: 'ladder-invalid' });
    expect(Date.now() - start).toBeLessThan(10_000);
  });
});

describe('a text of another name', () => {
  it.each(['# Bakery\n\n| Skill | A |\n| :--- | --- |\n| Mixing | x |\n', 'Skill|A\n-|-\nMixing|x\n'])(
    'is Markdown where a line of dashes is under its first bars: %j',
    async (text) => {
      const [table] = await read(text, 'notes.txt');
      expect(table!.rows.map(({ cells }) => cells)).toEqual([
        ['Skill', 'A'],
        ['Mixing', 'x'],
      ]);
    },
  );

  it.each(['Skill|A\nMixing|x\n-|-\n', 'Skill,A|B\n-,-\nIcing,x\n'])('is CSV else: %j', async (text) => {
    const [table] = await read(text, 'notes.txt');
    expect(table!.rows).toHaveLength(3);
  });
});
