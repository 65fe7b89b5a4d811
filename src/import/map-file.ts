/**
 * The mapping file: what somebody said of a sheet, kept for the next time that it is imported.
 */
import type { Position } from '../core/diagnostic.ts';
import { PmrolesError } from '../core/errors.ts';
import { writeYaml } from '../export/yaml-text.ts';
import { parseYaml } from '../ladder/yaml.ts';
import { object, record } from '../schema/mapping.ts';
import { list, oneOf, text as textShape } from '../schema/shape.ts';
import type { Of } from '../schema/written.ts';
import { type Answers, CELL_KINDS, EMPTY_ROWS, MEANINGS } from './answers.ts';

const ids = record(textShape());

const mapFile = object(
  {},
  {
    sheets: list(textShape()),
    columns: record(oneOf(MEANINGS)),
    levels: list(textShape()),
    cells: oneOf(CELL_KINDS),
    'empty-rows': oneOf(EMPTY_ROWS),
    moves: oneOf(['by-rank']),
    ids: object({}, { roles: ids, skills: ids }),
  },
);

/** What stands in the file, a comment each. */
const COMMENTS: Readonly<Record<string, string>> = {
  sheets: 'Which sheets or tables are read.',
  columns:
    'What each column holds. "is-role", "is-skill" and "is-level": the header is the name of one. "ignore": left out.',
  levels: 'The levels of skill, the lowest first.',
  cells: 'What the cells are where a role meets a skill: levels, marks, importance or texts.',
  'empty-rows': 'What rows with nothing but a name are: groups or skills.',
  moves: 'Moves are made: one rank up on each track.',
  ids: 'Ids by title, where a title was changed and the id has to stay.',
};

/**
 * Reads a mapping file.
 *
 * @throws PmrolesError `config-invalid` with line and column for a file that is none
 */
export function readMapFile(file: string, text: string): Answers {
  const { value, problems, locate } = parseYaml(text);
  const fail = (position: Position | undefined, message: string, hint?: string): never => {
    throw new PmrolesError(
      'config-invalid',
      `cannot use the mapping file ${file}: ${position ? `line ${position.line}: ` : ''}${message}`,
      {
        location: { file, ...position },
        ...(hint === undefined ? {} : { hint }),
      },
    );
  };
  for (const { position, message, hint } of problems) fail(position, message, hint);
  mapFile.check(value, [], (_, path, message, hint, part = 'value') => fail(locate(path, part), message, hint));
  const { columns = {}, 'empty-rows': emptyRows, ...rest } = value as Of<typeof mapFile>;
  const told = Object.entries(columns).map(([column, meaning]) => ({ column, meaning }));
  return { ...rest, columns: told, ...(emptyRows && { emptyRows }) };
}

/** Writes what was said of a table, as YAML with comments. */
export function writeMapFile(table: string, { columns = [], emptyRows, ...answers }: Answers): string {
  const { sheets, levels, cells, moves, ids: kept } = answers;
  const meanings = Object.fromEntries(columns.map(({ column, meaning }) => [column, meaning]));
  const entries = { sheets, columns: meanings, levels, cells, 'empty-rows': emptyRows, moves, ids: kept };
  const said = Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
  return writeYaml(said, [`How pmroles reads ${table}; give it with --map-file. Change it as you like.`], COMMENTS);
}
