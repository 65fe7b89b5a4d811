/**
 * The workbooks of docs/examples, as somebody keeps them: a title, merged groups, levels with a number, a legend, an owner. The
 * same bytes every time, so that a test can tell whether the files are what stands here.
 */
import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';

type Group = readonly [name: string, ...skills: (readonly string[])[]];

const LEVELS = ['1 - Learning', '2 - Working', '3 - Proficient'];
const [LEARNING = '', WORKING = '', PROFICIENT = ''] = LEVELS;

const MARCH: readonly Group[] = [
  [
    'Bread',
    ['Kneading', LEARNING, WORKING, PROFICIENT, 'Ada'],
    ['Sourdough', '', WORKING, PROFICIENT, 'Ada'],
    ['Tending the oven', LEARNING, PROFICIENT, PROFICIENT, 'Ada'],
  ],
  ['Pastry', ['Folding dough', '', LEARNING, WORKING, 'Bo'], ['Icing', LEARNING, WORKING, WORKING, 'Bo']],
  ['Shop', ['Ordering flour', '', LEARNING, PROFICIENT, 'Cleo'], ['Training others', 'n/a', '', WORKING, 'Cleo']],
];

/** A month later: kneading is raised for the Baker, and a skill was added. */
const APRIL = MARCH.map(([name, ...skills]): Group => {
  if (name === 'Shop') return [name, ...skills, ['Food hygiene', LEARNING, PROFICIENT, PROFICIENT, 'Cleo']];
  return [name, ...skills.map((cells) => (cells[0] === 'Kneading' ? cells.with(2, PROFICIENT) : cells))];
});

const bold = (text: string, more: Partial<CellObject> = {}): CellObject => ({
  type: String,
  value: text,
  fontWeight: 'bold',
  ...more,
});

async function workbook(roles: readonly string[], groups: readonly Group[]): Promise<Uint8Array> {
  const header = ['Group', 'Skill', ...roles, 'Owner'];
  const title = [bold('What each role in the bakery needs', { columnSpan: header.length })];
  const rows = groups.flatMap(([name, ...skills]) =>
    skills.map((cells, at) => [at === 0 ? bold(name, { rowSpan: skills.length }) : null, ...cells.map(cellOf)]),
  );
  const legend = LEVELS.map((level) => [cellOf(level)]);
  const data = [title, [], header.map((name) => bold(name)), ...rows, [], ...legend];
  const columns = header.map((name) => ({ width: Math.max(16, name.length + 2) }));
  const bytes = await writeExcelFile([{ sheet: 'Skills', data, columns }]).toBuffer();
  // It says when it was written; the first time of all stands there instead.
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) });
}

function cellOf(text: string): CellObject | null {
  return text === '' ? null : { type: String, value: text };
}

/** The files by their names. */
export async function bakerySheets(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ['bakery-march.xlsx', await workbook(['Apprentice Baker', 'Baker', 'Head Baker'], MARCH)],
    ['bakery-april.xlsx', await workbook(['Apprentice Baker', 'Baker', 'Head of Bakery'], APRIL)],
  ]);
}
