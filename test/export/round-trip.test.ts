/**
 * A ladder that is written and read again is the same ladder, in every format.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatTable } from '../../src/export/flat-table.ts';
import type { Answers } from '../../src/import/answers.ts';
import { type Imported, importTables } from '../../src/import/import-tables.ts';
import { readTables } from '../../src/import/tables/read-tables.ts';
import { ladderDocument } from '../../src/export/ladder-document.ts';
import { writeJson } from '../../src/export/json-text.ts';
import { normaliseYaml, writeYaml } from '../../src/export/yaml-text.ts';
import type { Ladder } from '../../src/core/model.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { visible } from '../../src/report/printable.ts';
import { writeRecords } from '../../src/report/csv.ts';
import { fullLadder, HOSTILE_TEXTS, hostileText } from '../support/arbitrary.ts';
import { shippedLadder } from '../support/fake-runtime.ts';
import { runs } from '../support/thorough.ts';

const ladders = fc.oneof(fullLadder(hostileText, true), fullLadder(hostileText, false));

/** What a terminal would act on, and what hides or reorders text. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/u;

function read(text: string): Ladder {
  const { ladder, diagnostics } = parseLadder([{ file: 'x', text }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return ladder!;
}

const FORMATS = [
  ['YAML', (ladder: Ladder) => writeYaml(ladderDocument(ladder), [ladder.title])],
  ['JSON', (ladder: Ladder) => writeJson(ladderDocument(ladder))],
] as const;

describe.each(FORMATS)('a ladder as %s', (_name, write) => {
  it('is read as the same ladder', () => {
    fc.assert(
      fc.property(ladders, (ladder) => {
        const text = write(ladder);
        expect(read(text)).toEqual(ladder);
        expect(text).not.toMatch(UNSAFE);
      }),
      { seed: 71, numRuns: runs(50, 300) },
    );
  });

  it.each(HOSTILE_TEXTS)('keeps the text %j wherever it stands', (text) => {
    fc.assert(
      fc.property(fullLadder(fc.constant(text), true), (ladder) => {
        expect(read(write(ladder))).toEqual(ladder);
      }),
      { seed: 72, numRuns: runs(2, 4) },
    );
  });

  it('keeps the shipped ladder, without a warning', () => {
    const parsed = parseLadder([{ file: 'x', text: write(shippedLadder()) }]);
    expect(parsed).toMatchObject({ ladder: shippedLadder(), diagnostics: [] });
  });
});

describe("a ladder's own YAML, written anew", () => {
  it('keeps comments, order and all that it says', () => {
    fc.assert(
      fc.property(ladders, (ladder) => {
        const source = `# first \u202e\n${writeYaml(ladderDocument(ladder), [])}# last\n`;
        const anew = normaliseYaml(source)!;
        expect(read(anew)).toEqual(ladder);
        expect(anew).toMatch(/^# first \\u202e$[^]*^# Junior to senior\.$[^]*^# last$/m);
        expect(anew).not.toMatch(UNSAFE);
        expect(normaliseYaml(anew)).toBe(anew);
      }),
      { seed: 73, numRuns: runs(25, 100) },
    );
  });

  it('is not JSON, nor anything else that is no mapping in block style', () => {
    for (const text of ['{"id": "x"}', '[1]', '', 'a: [']) expect(normaliseYaml(text)).toBeUndefined();
  });
});

/** What a CSV text is imported as. */
async function imported(text: string, answers: Answers = {}): Promise<Imported> {
  return importTables(await readTables('x.csv', new TextEncoder().encode(text)), answers, {});
}

describe('a ladder as CSV', () => {
  const csv = (ladder: Ladder): string => writeRecords(flatTable(ladderDocument(ladder)));
  // CSV has no escapes: what a terminal would act on is written out, for good. A table that is read has LF alone at line ends.
  const safe = hostileText.filter((text) => visible(text) === text && !text.includes('\r'));

  it('is imported as the same ladder', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fullLadder(safe, true), fullLadder(safe, false)), async (ladder) => {
        const { ladder: back, report } = await imported(csv(ladder));
        expect(back).toEqual(ladder);
        expect(report).toMatchObject({ columns: [], lost: [] });
      }),
      { seed: 74, numRuns: runs(50, 500) },
    );
  });

  it('is imported, characters written out, whatever its texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fullLadder(hostileText, true), async (ladder) => {
        const { ladder: back } = await imported(csv(ladder));
        expect(back.roles.map((role) => role.title)).toEqual(
          ladder.roles.map((role) => visible(role.title).replace(/\r\n?/g, '\n')),
        );
      }),
      { seed: 75, numRuns: runs(25, 100) },
    );
  });

  it('keeps the shipped ladder', async () => {
    expect((await imported(csv(shippedLadder()))).ladder).toEqual(shippedLadder());
  });

  it('is the same in whatever order a spreadsheet has put the columns', async () => {
    const { columns, rows } = flatTable(ladderDocument(shippedLadder()));
    const turned = writeRecords({ columns: columns.toReversed(), rows: rows.map((row) => row.toReversed()) });
    expect((await imported(turned)).ladder).toEqual(shippedLadder());
  });

  it('is the same with columns of somebody else, which are told, and with its rows sorted', async () => {
    const { columns, rows } = flatTable(ladderDocument(shippedLadder()));
    const more = writeRecords({ columns: [...columns, 'Owner'], rows: rows.map((row) => [...row, 'ann']) });
    const { ladder, report } = await imported(more);
    expect(ladder).toEqual(shippedLadder());
    expect(report).toMatchObject({ columns: [], lost: [{ line: 1, what: 'Owner' }] });
    const sorted = writeRecords({ columns, rows: rows.toReversed() });
    const roles = (some: Ladder): string[] => some.roles.map((role) => JSON.stringify(role).length.toString());
    expect(roles((await imported(sorted)).ladder)).toEqual(roles(shippedLadder()));
  });

  it('that was sorted says that the order of its levels is a guess, and takes a stated one', async () => {
    const lines = ['entry,id,title,role,rank', 'level,b,Best,,', 'level,a,Able,,', 'ladder,x,X,,', 'role,,R,r,1'];
    const { ladder, report } = await imported(lines.join('\n'));
    expect(ladder.levels.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(report.readings.join()).toContain('is a guess: Best, Able. --levels states it.');
    const stated = await imported(lines.join('\n'), { levels: ['Able', 'b'] });
    expect(stated.ladder.levels.map(({ id }) => id)).toEqual(['a', 'b']);
    await expect(imported(lines.join('\n'), { levels: ['Able'] })).rejects.toThrow('leaves out "Best"');
  });

  it.each([
    [['fact,,,,,X,F-1,x'], 'line 3: no source has the id "X"'],
    [['role,a,A,high,,,,'], 'line 3: found the text "high", expected a number'],
    [['role,a,A,1,,,,', 'requirement,a,,,nope,,,'], 'line 4: no skill has the id "nope"'],
    [['role,a,A,1,,,,', 'progression,a,,,,,,'], 'line 4: the key "to" is missing, expected an id'],
  ])('with a mistake says in which line: %j', async (rows, message) => {
    const table = ['entry,role,title,rank,skill,parent,id,text', 'ladder,,T,,,,x,', ...rows].join('\n');
    await expect(imported(table)).rejects.toThrow(`cannot import x.csv: ${message}`);
  });

  it('leaves out rows that do not say what they are', async () => {
    const table = 'entry,role,title,rank,id\nladder,,T,,x\nrole,a,A,1,\nroel,b,B,2,\n';
    const { ladder, report } = await imported(table, { allowLoss: true });
    expect(ladder.roles.map(({ id }) => id)).toEqual(['a']);
    expect(report.lost).toMatchObject([{ line: 4, what: 'roel' }]);
  });
});
