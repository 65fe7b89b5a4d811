/**
 * `pmroles import`: a ladder from a table.
 */
import { type Delimiter, DELIMITERS, type LineRange } from '../import/csv-table.ts';
import { type Field, FIELDS } from '../import/headers.ts';
import type { EmptyRows } from '../import/reading.ts';
import type { FoundShape } from '../import/shape.ts';
import { importTable, type ImportOptions } from '../import/import-table.ts';
import { writeJson } from '../export/json-text.ts';
import { ladderDocument } from '../export/ladder-document.ts';
import { writeYaml } from '../export/yaml-text.ts';
import { PmrolesError, usage } from '../core/errors.ts';
import { ID_FORM, isId } from '../core/ids.ts';
import { quote } from '../core/names.ts';
import { shellWord } from '../core/shell-words.ts';
import { sizeLimit } from '../core/size-limit.ts';
import { suggest } from '../core/suggest.ts';
import { FORMATS, renderReport } from '../report/index.ts';
import { displayOptions } from '../system/terminal.ts';
import { answerTo } from '../views/answer.ts';
import { importView } from '../views/import.ts';
import { formatOf, type Session } from './shared/session.ts';
import { type Destination, writeTo } from './shared/write-to.ts';

interface ImportFlags extends Destination {
  readonly shape?: FoundShape;
  readonly map?: readonly string[];
  readonly delimiter?: string;
  readonly levels?: string;
  readonly emptyRows?: EmptyRows;
  readonly skipRows?: string;
  readonly id?: string;
  readonly title?: string;
  readonly dryRun?: boolean;
}

/**
 * Imports a table: the ladder goes to standard output or the file, the report to stderr. Where the report is the answer, on a
 * dry run and as JSON, it goes to standard output; JSON then holds the ladder too, unless that goes to a file.
 */
export async function run(session: Session, [table]: readonly [string], flags: ImportFlags): Promise<number> {
  const { runtime } = session;
  const options = optionsOf(flags);
  const format = formatOf(session.flags, FORMATS);
  refuseOtherFiles(table, session);
  const name = table === '-' ? 'standard input' : table;
  const { most, hint } = sizeLimit(runtime.env);
  const text = await runtime.readText(table, most, hint);
  refuseLadder(table, text);
  const { ladder, report } = importTable(name, text, options);
  const document = ladderDocument(ladder);
  const toFile = (flags.output ?? '-') !== '-';
  const asJson = format === 'json';
  if (flags.dryRun !== true && (toFile || !asJson)) {
    const comment = [`Imported from ${name}.`, 'Ids are stable: keep them when titles change.'];
    const written = /\.json$/i.test(flags.output ?? '') ? writeJson(document) : writeYaml(document, comment);
    await writeTo(flags, session, written);
  }
  const output = flags.dryRun === true || asJson ? runtime.stdout : runtime.stderr;
  const display = await displayOptions(session.flags, runtime, output);
  const view = importView(ladder, report, flags.dryRun === true || toFile ? null : document);
  const answer = await renderReport(format, view, display, answerTo('import', ladder));
  await (output === runtime.stdout ? session.print(answer) : output.write(answer));
  return 0;
}

/** What is no table by its name, and what would be read besides. */
function refuseOtherFiles(table: string, { flags }: Session): void {
  if (flags.data !== undefined) {
    throw usage('import reads a table, so --data means nothing here', 'leave it out');
  }
  if (/\.(?:xls[xmb]?|ods|numbers)$/i.test(table)) {
    throw new PmrolesError('read-failed', `cannot import ${table}: it is a spreadsheet`, {
      hint: 'save it as CSV (UTF-8), and import that',
      location: { file: table },
    });
  }
  if (/\.(?:ya?ml|json)$/i.test(table)) throw isLadder(table);
}

/** A ladder may have any name, or none. */
function refuseLadder(table: string, text: string): void {
  if (/^\s*\{\s*"/.test(text) || (/^id:\s/m.test(text) && /^roles:\s*$/m.test(text))) throw isLadder(table);
}

function isLadder(table: string): PmrolesError {
  const name = table === '-' ? 'standard input' : table;
  return usage(
    `${name} is no table: YAML and JSON are what ladders are written in`,
    `use it as it is: pmroles list --data ${shellWord(table)}`,
  );
}

function optionsOf({ shape, map = [], delimiter, levels, emptyRows, skipRows, id, title }: ImportFlags): ImportOptions {
  if (id !== undefined && !isId(id)) {
    throw usage(`${quote(id)} is no id`, `an id is ${ID_FORM}`);
  }
  if (title?.trim() === '') throw usage('the title is empty');
  return {
    columns: map.map(columnOf),
    ...(shape === undefined ? {} : { shape }),
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
    ...(levels === undefined ? {} : { levels: levelsOf(levels) }),
    ...(emptyRows === undefined ? {} : { emptyRows }),
    ...(skipRows === undefined ? {} : { skipRows: linesOf(skipRows) }),
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
  };
}

/** Parted by semicolons where there are any: a level's name may hold a comma. */
function levelsOf(text: string): string[] {
  const levels = text
    .split(text.includes(';') ? ';' : ',')
    .map((level) => level.trim())
    .filter((level) => level !== '');
  if (levels.length > 0) return levels;
  throw usage('--levels names no level', 'for example: --levels "Basic, Good, Very good"');
}

/** `7,12-14` */
function linesOf(text: string): LineRange[] {
  return text.split(',').map((part): LineRange => {
    const [, first = '', last = first] = /^\s*([1-9]\d{0,8})(?:\s*-\s*(\d{1,9}))?\s*$/.exec(part) ?? [];
    if (first !== '' && Number(first) <= Number(last)) return [Number(first), Number(last)];
    throw usage(`${quote(part)} names no lines of the file`, 'for example: --skip-rows 7,12-14');
  });
}

function columnOf(mapping: string): { column: string; field: Field } {
  const at = mapping.lastIndexOf('=');
  if (at <= 0) {
    throw usage(`${quote(mapping)} is no mapping`, 'for example: --map "My column=skill"');
  }
  const word = mapping.slice(at + 1).trim();
  const field = FIELDS.find((known) => known === word);
  if (field) return { column: mapping.slice(0, at), field };
  const [near] = suggest(word, FIELDS, 1);
  throw usage(
    `a column cannot hold ${quote(word)}`,
    `${near === undefined ? '' : `did you mean ${near}? `}it may hold: ${FIELDS.join(', ')}`,
  );
}

const DELIMITER_NAMES: Readonly<Record<string, Delimiter>> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };

function delimiterOf(word: string): Delimiter {
  const named = Object.hasOwn(DELIMITER_NAMES, word) ? DELIMITER_NAMES[word] : undefined;
  const delimiter = named ?? DELIMITERS.find((known) => known === word);
  if (delimiter !== undefined) return delimiter;
  const hint = `one of ${Object.keys(DELIMITER_NAMES).join(', ')}`;
  throw usage(`there is no delimiter ${quote(word)} here`, hint);
}
