/**
 * What `pmroles import` does.
 */
import { type Delimiter, DELIMITERS } from '../convert/csv-table.ts';
import { type Field, FIELDS } from '../convert/headers.ts';
import { importTable, type ImportOptions, MOST_BYTES } from '../convert/import-table.ts';
import { ladderDocument } from '../convert/ladder-document.ts';
import { writeYaml } from '../convert/yaml-text.ts';
import { PmrolesError } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import { FORMATS, loadRenderer } from '../render/index.ts';
import { displayOptions } from '../terminal.ts';
import { importView } from '../views/import.ts';
import type { ImportFlags } from './import.ts';
import { formatOf, type Session } from './session.ts';
import { writeTo } from './write-to.ts';

/**
 * Imports a table: the ladder goes to standard output or the file, the report to stderr; on a dry run the report is the answer.
 *
 * @param table the table's file, or - for standard input
 * @param flags what was asked for
 * @param session the run
 * @returns the exit code
 * @throws PmrolesError `usage`, `read-failed`, `write-failed`; `ladder-invalid` for a table that no ladder can be made of
 */
export async function runImport(table: string, flags: ImportFlags, session: Session): Promise<number> {
  const { runtime } = session;
  const options = optionsOf(flags);
  if (/\.(?:xls[xmb]?|ods|numbers)$/i.test(table)) {
    throw new PmrolesError('read-failed', `cannot import ${table}: it is a spreadsheet`, {
      hint: 'save it as CSV (UTF-8), and import that',
      location: { file: table },
    });
  }
  const name = table === '-' ? 'standard input' : table;
  const { ladder, report } = importTable(name, await runtime.readText(table, MOST_BYTES), options);
  const output = flags.dryRun === true ? runtime.stdout : runtime.stderr;
  if (flags.dryRun !== true) {
    const comment = [`Imported from ${name}.`, 'Ids are stable: keep them when titles change.'];
    await writeTo(flags, session, writeYaml(ladderDocument(ladder), comment));
  }
  const render = await loadRenderer(formatOf(session.flags, FORMATS));
  const display = await displayOptions(session.flags, runtime, output);
  const text = render(importView(ladder, report), { command: 'import', ladder }, display);
  await (flags.dryRun === true ? session.print(text) : output.write(text));
  return 0;
}

function optionsOf({ shape, map = [], delimiter, id, title }: ImportFlags): ImportOptions {
  if (id !== undefined && !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(id)) {
    throw new PmrolesError('usage', `${quote(id)} is no id`, {
      hint: 'an id is lower-case letters and digits, joined by - or .',
    });
  }
  if (title?.trim() === '') throw new PmrolesError('usage', 'the title is empty');
  return {
    columns: map.map(columnOf),
    ...(shape === undefined ? {} : { shape }),
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
  };
}

function columnOf(mapping: string): { column: string; field: Field } {
  const at = mapping.lastIndexOf('=');
  if (at <= 0) {
    throw new PmrolesError('usage', `${quote(mapping)} is no mapping`, {
      hint: 'for example: --map "My column=skill"',
    });
  }
  const word = mapping.slice(at + 1).trim();
  const field = FIELDS.find((known) => known === word);
  if (field) return { column: mapping.slice(0, at), field };
  const [near] = suggest(word, FIELDS, 1);
  throw new PmrolesError('usage', `a column cannot hold ${quote(word)}`, {
    hint: `${near === undefined ? '' : `did you mean ${near}? `}it may hold: ${FIELDS.join(', ')}`,
  });
}

const DELIMITER_NAMES: Readonly<Record<string, Delimiter>> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };

function delimiterOf(word: string): Delimiter {
  const named = Object.hasOwn(DELIMITER_NAMES, word) ? DELIMITER_NAMES[word] : undefined;
  const delimiter = named ?? DELIMITERS.find((known) => known === word);
  if (delimiter !== undefined) return delimiter;
  const hint = `one of ${Object.keys(DELIMITER_NAMES).join(', ')}`;
  throw new PmrolesError('usage', `there is no delimiter ${quote(word)} here`, { hint });
}
