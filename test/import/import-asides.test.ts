/**
 * Rows of a table that are no entries: sums, headers again, footnotes, and what the user leaves out.
 */
import { describe, expect, it } from 'vitest';
import { type ImportOptions, type ImportReport, importTable } from '../../src/import/import-table.ts';
import type { Ladder } from '../../src/core/model.ts';

function imported(lines: readonly string[], options: ImportOptions = {}): { ladder: Ladder; report: ImportReport } {
  return importTable('team.csv', `${lines.join('\n')}\n`, options);
}

const skills = ({ ladder }: { ladder: Ladder }): string[] => ladder.skills.map(({ name }) => name);
const titles = ({ ladder }: { ladder: Ladder }): string[] => ladder.roles.map(({ title }) => title);

describe('sums and averages', () => {
  it.each([
    'Total,2,4',
    'TOTAL:,2,4',
    'Total competencias,2,-',
    'Average score,"1,5",2.5',
    'Durchschnitt,#DIV/0!,2',
    'Summe der Punkte,20%,1 000',
    'Mean,,',
    'Media,"1,5",2',
  ])('%s is left out of a matrix, and said', (row) => {
    const made = imported(['Skill,Junior,Senior', 'SQL,1,2', row, 'Go,1,2']);
    expect(skills(made)).toEqual(['SQL', 'Go']);
    expect(made.report.dropped).toEqual([
      expect.objectContaining({ line: 3, why: 'a sum or an average of the table, and no entry of it' }),
    ]);
  });

  it.each([
    'Total Quality Management,1,2',
    'Total,a little,more',
    'Media relations,1,2',
    'Media,1,2',
    'Summarising,1,2',
  ])('%s is a skill', (row) => {
    const made = imported(['Skill,Junior,Senior', 'SQL,1,2', row], { shape: 'matrix' });
    expect(skills(made)).toHaveLength(2);
  });

  it('are no roles of a table with the roles down', () => {
    const made = imported(['Position,SQL,Go', 'Dev,1,2', 'Lead,2,3', 'Total,3,5']);
    expect(titles(made)).toEqual(['Dev', 'Lead']);
  });
});

describe('a header once more', () => {
  it('is left out, and said', () => {
    const made = imported(['Skill,Junior,Senior', 'SQL,1,2', 'skill, Junior ,Senior,', 'Git,1,2']);
    expect(skills(made)).toEqual(['SQL', 'Git']);
    expect(made.report.dropped).toEqual([{ line: 3, what: 'skill Junior Senior', why: 'the header once more' }]);
  });

  it('joins two tables with the same columns', () => {
    const made = imported(['Role,Skill,Level', 'Dev,SQL,1', '', 'Role,Skill,Level', 'Sales,Talk,1']);
    expect(titles(made)).toEqual(['Dev', 'Sales']);
  });

  it('with other columns begins another table, which is refused with its line', () => {
    const lines = ['Skill,Junior,Senior', 'SQL,1,2', ',,', 'Skill,Manager,Director', 'Budget,1,2'];
    expect(() => imported(lines)).toThrow(
      expect.objectContaining({
        code: 'ladder-invalid',
        message:
          'cannot import team.csv: line 4: another table begins here, whose header is not that of line 1: "Skill, Manager, Director"',
        hint: 'import each table by itself, from a file of its own or with --skip-rows: 4-999999 leaves out all from here on',
      }) as Error,
    );
    expect(skills(imported(lines, { skipRows: [[4, 999999]] }))).toEqual(['SQL']);
    expect(skills(imported(lines, { skipRows: [[1, 3]] }))).toEqual(['Budget']);
  });

  it('is a heading where it stands alone', () => {
    expect(skills(imported(['Skill,A,B', 'SQL,1,2', '', 'Skill,,', 'Git,1,2']))).toContain('Git');
  });
});

describe('footnotes', () => {
  it.each([
    '* as agreed with HR,,',
    'Source: HR 2026',
    'Quelle: HR',
    'Dernière mise à jour 2026,,',
    'Stand 03/2026,,',
    '© us,,',
    `${'A long sentence. '.repeat(5)},,`,
  ])('%s is left out at the end, and said', (row) => {
    const made = imported([
      'Role,Skills,Next role',
      'Cook,"Knives, Menus",Chef',
      'Chef,Menus,',
      '',
      row,
      'Note: draft',
    ]);
    expect(titles(made)).toEqual(['Cook', 'Chef']);
    expect(made.report.dropped.map(({ line, why }) => [line, why])).toEqual([
      [5, 'a footnote of the table'],
      [6, 'a footnote of the table'],
    ]);
  });

  it.each(['Source control,,', 'Note taking,,', 'Chef,,'])('%s is an entry', (row) => {
    expect(titles(imported(['Role,Skills,Next role', 'Cook,Knives,', row]))).toHaveLength(2);
  });

  it('are none where all entries have such signs before them, or stand alone', () => {
    expect(titles(imported(['Role,Next role', '* Cook,* Chef', '* Chef,']))).toHaveLength(2);
    expect(titles(imported(['Role', '* Cook', '* Chef']))).toHaveLength(2);
  });
});

describe('rows that the user leaves out', () => {
  const lines = ['Our sheet', 'Skill,Junior,Senior', 'SQL,1,2', '"Talk', 'and more",1,2', '', 'Go,1,2', 'Bye,1,2'];

  it('are told by their lines, whichever line of a row it is', () => {
    const { ladder, report } = imported(lines, {
      skipRows: [
        [1, 1],
        [5, 6],
        [8, 900],
      ],
    });
    expect(skills({ ladder })).toEqual(['SQL', 'Go']);
    expect(report.dropped.map(({ line, why }) => [line, why])).toEqual([
      [1, 'as --skip-rows says'],
      [4, 'as --skip-rows says'],
      [8, 'as --skip-rows says'],
    ]);
  });

  it('may be the header', () => {
    expect(titles(imported(['Skill,X,Y', 'Skill,A,B', 'SQL,1,2'], { skipRows: [[1, 1]] }))).toEqual(['A', 'B']);
  });

  it('are lines of the table', () => {
    expect(() => imported(lines, { skipRows: [[9, 9]] })).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: '--skip-rows names line 9, and the table ends in line 8',
      }) as Error,
    );
  });
});
