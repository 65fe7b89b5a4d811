/**
 * `pmroles import`: a ladder from tables.
 */
import { resolve } from 'node:path';
import { PmrolesError, usage } from '../core/errors.ts';
import { ID_FORM, isId } from '../core/ids.ts';
import type { Ladder } from '../core/model.ts';
import { quote } from '../core/names.ts';
import { shellWord } from '../core/shell-words.ts';
import { sizeLimit } from '../core/size-limit.ts';
import { writeJson } from '../export/json-text.ts';
import { ladderDocument } from '../export/ladder-document.ts';
import { writeYaml } from '../export/yaml-text.ts';
import { type Answers, type CellKind, type EmptyRows, type LineRange, Unsure } from '../import/answers.ts';
import { type Imported, importTables } from '../import/import-tables.ts';
import { keepReplaced, keptIds } from '../import/keep-ids.ts';
import { readMapFile, writeMapFile } from '../import/map-file.ts';
import type { Table } from '../import/table.ts';
import { type Delimiter, DELIMITERS } from '../import/tables/csv.ts';
import { readTables } from '../import/tables/read-tables.ts';
import { ENCODINGS } from '../import/tables/table-text.ts';
import { FORMATS, renderReport } from '../report/index.ts';
import { displayOptions } from '../system/terminal.ts';
import { answerTo } from '../views/answer.ts';
import { importView } from '../views/import.ts';
import { knownLadder } from './import-update.ts';
import { asFlags, askPerson, listOf, mappingOf, unanswered } from './import-questions.ts';
import { formatOf, type Session } from './shared/session.ts';
import { type Destination, writeTo } from './shared/write-to.ts';

interface ImportFlags extends Destination {
  readonly map?: readonly string[];
  readonly mapFile?: string;
  readonly sheet?: readonly string[];
  readonly levels?: string;
  readonly cells?: CellKind;
  readonly emptyRows?: EmptyRows;
  readonly moves?: 'by-rank';
  readonly skipRows?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly allowLoss?: boolean;
  readonly id?: string;
  readonly title?: string;
  readonly dryRun?: boolean;
  readonly update?: boolean;
}

/**
 * Imports tables: the ladder goes to standard output or the file, the report to stderr. Where the report is the answer, on a
 * dry run and as JSON, it goes to standard output; JSON then holds the ladder too, unless that goes to a file.
 */
export async function run(session: Session, files: readonly string[], flags: ImportFlags): Promise<number> {
  const { runtime } = session;
  const format = formatOf(session.flags, FORMATS);
  refuseContradictions(files, flags, session);
  const given = answersOf(flags);
  const kept = await keptAnswers(flags, session);
  const tables: Table[] = [];
  for (const file of files) tables.push(...(await readFile(file, flags, session)));
  const answers = { ...kept, ...given, columns: [...(kept?.columns ?? []), ...given.columns] };
  const known = flags.update === true ? await knownLadder(flags, session) : undefined;
  const first = await importAsking(tables, answers, flags, session);
  const { asked } = first;
  const { imported, kept: reworded } = known?.ladder
    ? againWithIds(tables, answers, first, known.ladder, flags)
    : { ...first, kept: [] };
  const { report } = imported;
  const ladder = known?.ladder ? keepReplaced(known.ladder, imported.ladder) : imported.ladder;
  const document = ladderDocument(ladder);
  const comment = [`Imported from ${report.files.join(', ')}.`, 'Ids are stable: keep them when titles change.'];
  const isJson = /\.json$/i.test(known?.file ?? flags.output ?? '');
  const text = isJson ? writeJson(document) : writeYaml(document, comment);
  const changes = known?.ladder && known.changesWith(text);
  const toFile = (flags.output ?? '-') !== '-';
  const asJson = format === 'json';
  if (flags.dryRun !== true && (toFile || !asJson) && changes?.changes.length !== 0) {
    const to = known
      ? { ...flags, output: known.file, force: known.ladder !== undefined || flags.force === true }
      : flags;
    await writeTo(to, session, text);
  }
  if (
    flags.mapFile !== undefined &&
    flags.dryRun !== true &&
    (asked !== undefined || kept === undefined || given.columns.length > 0)
  ) {
    const map = writeMapFile(files.join(', '), together(answers, asked));
    await writeTo({ output: flags.mapFile, force: kept !== undefined }, session, map);
  }
  const output = flags.dryRun === true || asJson ? runtime.stdout : runtime.stderr;
  const display = await displayOptions(session.flags, runtime, output);
  const again = asked === undefined || flags.mapFile !== undefined ? [] : asFlags(asked);
  const view = importView(imported, {
    document: flags.dryRun === true || toFile ? null : document,
    preview: flags.dryRun === true,
    again: again.length === 0 ? undefined : ['pmroles import', ...files.map(shellWord), ...again].join(' '),
    update: changes && { changes, reworded },
  });
  const answer = await renderReport(format, view, display, answerTo('import', ladder));
  await (output === runtime.stdout ? session.print(answer) : output.write(answer));
  return 0;
}

/** The same tables once more, with the ids that the ladder had. */
function againWithIds(
  tables: readonly Table[],
  given: Answers,
  { imported, asked }: { readonly imported: Imported; readonly asked: Answers | undefined },
  before: Ladder,
  flags: ImportFlags,
) {
  const { ids, said, ranks } = keptIds(before, imported.ladder, given.ids);
  const naming = { id: flags.id ?? before.id, title: flags.title ?? before.title };
  return { imported: importTables(tables, { ...together(given, asked), ids, ranks }, naming), kept: said };
}

function together(given: Answers, asked: Answers | undefined): Answers {
  return { ...given, ...asked, columns: [...(given.columns ?? []), ...(asked?.columns ?? [])] };
}

/** Imports, and asks whoever is there for what is not sure. What was answered comes back too. */
async function importAsking(
  tables: readonly Table[],
  given: Answers,
  { id, title }: ImportFlags,
  session: Session,
): Promise<{ readonly imported: Imported; readonly asked: Answers | undefined }> {
  let asked: Answers | undefined;
  for (;;) {
    try {
      const naming = { ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }) };
      return { imported: importTables(tables, together(given, asked), naming), asked };
    } catch (error) {
      if (!(error instanceof Unsure)) throw error;
      if (!session.runtime.interactive) throw unanswered(error.question);
      const reply = await askPerson(error.question, await session.prompter());
      if (reply === undefined) throw new PmrolesError('interrupted', 'interrupted');
      asked = { ...asked, ...reply, columns: [...(asked?.columns ?? []), ...(reply.columns ?? [])] };
    }
  }
}

async function readFile(
  file: string,
  { delimiter, encoding }: ImportFlags,
  { runtime }: Session,
): Promise<readonly Table[]> {
  const { most, hint } = sizeLimit(runtime.env);
  const bytes = await runtime.readBytes(file, most, hint);
  const start = new TextDecoder().decode(bytes.subarray(0, 64 * 1024));
  if (/^\s*\{\s*"/.test(start) || (/^id:\s/m.test(start) && /^roles:\s*$/m.test(start))) throw isLadder(file);
  return readTables(file === '-' ? 'standard input' : file, bytes, {
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
    ...(encoding === undefined ? {} : { encoding: oneOf(encoding, ENCODINGS, 'encoding') }),
  });
}

function delimiterOf(word: string): Delimiter {
  const named = Object.hasOwn(DELIMITER_NAMES, word) ? DELIMITER_NAMES[word] : undefined;
  return (
    named ?? DELIMITERS.find((known) => known === word) ?? oneOf(word, [], 'delimiter', Object.keys(DELIMITER_NAMES))
  );
}

const DELIMITER_NAMES: Readonly<Record<string, Delimiter>> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };

function oneOf<T extends string>(word: string, known: readonly T[], what: string, named: readonly string[] = known): T {
  const found = known.find((entry) => entry === word.toLowerCase());
  if (found !== undefined) return found;
  throw usage(`there is no ${what} ${quote(word)} here`, `one of ${named.join(', ')}`);
}

/** What a mapping file says; undefined where there is none yet: the first time, the questions write it. */
async function keptAnswers({ mapFile }: ImportFlags, { runtime }: Session): Promise<Answers | undefined> {
  const [kept] = mapFile === undefined ? [] : (await runtime.ladderTexts(mapFile)).texts;
  return kept && readMapFile(kept.file, kept.text);
}

function refuseContradictions(files: readonly string[], own: ImportFlags, { flags }: Session): void {
  const { id, title, output, mapFile } = own;
  if (flags.data !== undefined) throw usage('import reads tables, so --data means nothing here', 'leave it out');
  if (files.filter((file) => file === '-').length > 1) throw usage('standard input can be read once');
  // Nobody wants the sheet itself written over.
  const written = [output, mapFile].filter((file) => file !== undefined && file !== '-').map((file) => resolve(file!));
  const taken = files.filter((file) => file !== '-').map((file) => resolve(file));
  if (new Set([...written, ...taken]).size < written.length + new Set(taken).size) {
    throw usage('the table, the ladder and the mapping file are three files', 'give each a name of its own');
  }
  for (const file of files) {
    if (!/\.(?:ya?ml|json)$/i.test(file)) continue;
    throw isLadder(file);
  }
  if (id !== undefined && !isId(id)) throw usage(`${quote(id)} is no id`, `an id is ${ID_FORM}`);
  if (title?.trim() === '') throw usage('the title is empty');
}

/** A ladder may have any name, or none. */
function isLadder(file: string): PmrolesError {
  return usage(
    `${file === '-' ? 'standard input' : file} is no table: YAML and JSON are what ladders are written in`,
    `use it as it is: pmroles list --data ${shellWord(file)}`,
  );
}

function answersOf({ map = [], sheet, levels, cells, emptyRows, moves, skipRows, allowLoss }: ImportFlags) {
  const named = levels === undefined ? undefined : listOf(levels);
  if (named?.length === 0) throw usage('--levels names no level', 'for example: --levels "Basic, Good, Very good"');
  return {
    columns: map.map(mappingOf),
    ...(sheet && { sheets: sheet }),
    ...(named && { levels: named }),
    ...(cells && { cells }),
    ...(emptyRows && { emptyRows }),
    ...(moves && { moves }),
    ...(skipRows !== undefined && { skipRows: linesOf(skipRows) }),
    ...(allowLoss && { allowLoss }),
  };
}

/** `7,12-14` */
function linesOf(text: string): LineRange[] {
  return text.split(',').map((part): LineRange => {
    const [, first = '', last = first] = /^\s*([1-9]\d{0,8})(?:\s*-\s*(\d{1,9}))?\s*$/.exec(part) ?? [];
    if (first !== '' && Number(first) <= Number(last)) return [Number(first), Number(last)];
    throw usage(`${quote(part)} names no lines of the file`, 'for example: --skip-rows 7,12-14');
  });
}
