/**
 * What an import read, guessed and left out.
 */
import type { Dropped } from '../import/import-notes.ts';
import type { ImportReport, ImportWarning } from '../import/import-table.ts';
import type { Ladder } from '../core/model.ts';
import { type Block, heading, item, list, paragraph, type Report, styled } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, joinWords } from './parts.ts';

/** So much of what was left out is shown to people; the other formats have more. */
const MOST_SHOWN = 20;

/** A check has much to say about a ladder in the making; the first of it shows what kind of thing. */
const MOST_WARNINGS = 5;

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

/** Makes the report of `pmroles import`. */
export function importView(ladder: Ladder, report: ImportReport, document: object | null): Report<Data<'import'>> {
  const { file, rows, columns, guesses, dropped, droppedCount, warnings, warningCount } = report;
  const counts = countsOf(ladder);
  const title = `Import of ${file}`;
  const shown = dropped.slice(0, MOST_SHOWN);
  const made = [
    count(counts.roles, 'role'),
    ...counted(counts.skills, 'skill'),
    ...counted(counts.levels, 'level'),
    ...counted(counts.requirements, 'requirement'),
    ...counted(counts.responsibilities, 'responsibility', 'responsibilities'),
    ...counted(counts.progressions, 'progression'),
  ];
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(`${count(rows, 'row')}, cells parted by ${DELIMITER_NAMES[report.delimiter]}: ${joinWords(made)}.`),
      ...columnBlocks(report),
      ...(guesses.length === 0 ? [] : [heading(2, 'Guessed')]),
      ...list(guesses.map((guess) => item('•', [guess]))),
      ...(droppedCount === 0 ? [] : [heading(2, `Left out · ${droppedCount}`)]),
      ...list(shown.map(droppedItem)),
      ...(droppedCount > shown.length ? [paragraph(`… and ${droppedCount - shown.length} more.`)] : []),
      ...(warningCount === 0 ? [] : [heading(2, `Doubtful about the ladder · ${warningCount}`)]),
      ...list(warnings.slice(0, MOST_WARNINGS).map(warningItem)),
      ...(warningCount > MOST_WARNINGS
        ? [paragraph(`… and ${warningCount - MOST_WARNINGS} more; pmroles validate shows them all.`)]
        : []),
    ],
    records: () => ({
      columns: ['what', 'line', 'text', 'reason'],
      rows: [
        ...columns.map(({ header, field }) => ['column', '', header, field ?? 'not read']),
        ...guesses.map((guess) => ['guess', '', guess, '']),
        ...dropped.map(({ line, what, why }) => ['left out', line, what, why]),
        ...warnings.map(({ message, hint }) => ['doubtful', '', message, hint ?? '']),
      ],
    }),
    data: (): Data<'import'> => ({
      file,
      shape: report.shape,
      delimiter: report.delimiter,
      rows,
      columns: columns.map(({ header, field }) => ({ header, field: field ?? null })),
      counts,
      guesses,
      dropped,
      droppedCount,
      warnings: warnings.map(({ code, message, hint }) => ({ code, message, hint: hint ?? null })),
      warningCount,
      document,
    }),
  };
}

/** What there is of a kind, in words; nothing where there is none. */
function counted(number: number, one: string, many = `${one}s`): string[] {
  return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
}

/** What an export wrote says of each column what it holds; nobody needs to be told. */
function columnBlocks({ shape, columns }: ImportReport): Block[] {
  if (shape === 'export') return [];
  return [
    {
      kind: 'table',
      columns: [{ title: 'Column' }, { title: 'Read as', short: true }],
      rows: columns
        .slice(0, MOST_SHOWN)
        .map(({ header, field }) => [[[header || '(no header)']], [[field ?? 'not read']]]),
      between: 'nothing',
    },
    ...(columns.length > MOST_SHOWN ? [paragraph(`… and ${columns.length - MOST_SHOWN} more columns.`)] : []),
  ];
}

function droppedItem({ line, what, why }: Dropped) {
  return item('-', [`Line ${line}: `, styled('strong', what), what === '' ? why : `: ${why}`]);
}

function warningItem({ message, hint }: ImportWarning) {
  return item('•', [hint === undefined ? message : `${message} (${hint})`]);
}

function countsOf({ roles, skills, levels, areas, tracks, progressions }: Ladder) {
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return {
    roles: roles.length,
    tracks: tracks.length,
    areas: areas.length,
    skills: skills.length,
    levels: levels.length,
    responsibilities: sum(roles.map((role) => role.responsibilities.length)),
    requirements: sum(roles.map((role) => role.requirements.length)),
    progressions: progressions.length,
  };
}
