/**
 * What an import read, guessed and left out.
 */
import type { ImportReport } from '../import/import-table.ts';
import type { Ladder } from '../core/model.ts';
import {
  type Block,
  bullets,
  heading,
  item,
  list,
  paragraph,
  type Report,
  row,
  section,
  strong,
  table,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, joinWords } from './parts.ts';
import { recordsOf } from './records.ts';

/** So much of what was left out is shown to people; the other formats have more. */
const MOST_SHOWN = 20;

/** A check has much to say about a ladder in the making; the first of it shows what kind of thing. */
const MOST_WARNINGS = 5;

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

export function importView(ladder: Ladder, report: ImportReport, document: object | null): Report<Data<'import'>> {
  const { file, rows, columns, guesses, dropped, droppedCount, warnings, warningCount } = report;
  const counts = countsOf(ladder);
  const title = `Import of ${file}`;
  const made = [
    count(counts.roles, 'role'),
    ...counted(counts.skills, 'skill'),
    ...counted(counts.levels, 'level'),
    ...counted(counts.requirements, 'requirement'),
    ...counted(counts.responsibilities, 'responsibility', 'responsibilities'),
    ...counted(counts.progressions, 'move'),
  ];
  const droppedItems = dropped
    .slice(0, MOST_SHOWN)
    .map(({ line, what, why }) => item('-', [`Line ${line}: `, strong(what), what === '' ? why : `: ${why}`]));
  const doubts = warnings
    .slice(0, MOST_WARNINGS)
    .map(({ message, hint }) => (hint === undefined ? message : `${message} (${hint})`));
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(`${count(rows, 'row')}, ${DELIMITER_NAMES[report.delimiter]}-separated: ${joinWords(made)}.`),
      ...columnBlocks(report),
      ...section(2, 'Guessed', bullets(guesses)),
      ...section(2, `Left out · ${droppedCount}`, [
        ...list(droppedItems),
        ...andMore(droppedCount - droppedItems.length, '.'),
      ]),
      ...section(2, `Doubtful about the ladder · ${warningCount}`, [
        ...bullets(doubts),
        ...andMore(warningCount - MOST_WARNINGS, '; pmroles validate shows them all.'),
      ]),
    ],
    records: () =>
      recordsOf('what line text reason', [
        ...columns.map(({ header, field }) => ({ what: 'column', text: header, reason: field ?? 'not read' })),
        ...guesses.map((text) => ({ what: 'guess', text })),
        ...dropped.map(({ line, what, why }) => ({ what: 'left out', line, text: what, reason: why })),
        ...warnings.map(({ message, hint }) => ({ what: 'doubtful', text: message, reason: hint })),
      ]),
    data: () => ({ ...report, counts, document }),
  };
}

/** What there is of a kind, in words; nothing where there is none. */
function counted(number: number, one: string, many?: string): string[] {
  return number === 0 ? [] : [count(number, one, many)];
}

function andMore(rest: number, ending: string): Block[] {
  return rest > 0 ? [paragraph(`… and ${rest} more${ending}`)] : [];
}

/** What an export wrote says of each column what it holds; nobody needs to be told. */
function columnBlocks({ shape, columns }: ImportReport): Block[] {
  if (shape === 'export') return [];
  const shown = columns.slice(0, MOST_SHOWN);
  return [
    table(
      ['Column', { title: 'Read as', short: true }],
      shown.map(({ header, field }) => row(header || '(no header)', field ?? 'not read')),
    ),
    ...andMore(columns.length - shown.length, ' columns.'),
  ];
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
