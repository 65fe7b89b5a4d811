/**
 * What an import read, how, and what it left out.
 */
import { createCatalog } from '../core/catalog.ts';
import type { LadderChanges } from '../core/changes/ladder-changes.ts';
import type { Ladder } from '../core/model.ts';
import type { Imported, ImportReport } from '../import/import-tables.ts';
import type { Dropped } from '../import/notes.ts';
import {
  type Block,
  bullets,
  command,
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
import { changeBlocks } from './ladder-changes.ts';
import { count, joinWords } from './parts.ts';
import { recordsOf } from './records.ts';
import { showView } from './show.ts';

/** So much of what was left out is shown to people; the other formats have more. */
const MOST_SHOWN = 20;

/** A check has much to say about a ladder in the making; the first of it shows what kind of thing. */
const MOST_WARNINGS = 5;

export interface ImportViewOptions {
  /** The ladder, where the answer is to hold it. */
  readonly document: object | null;
  /** Whether the first role is shown, so that somebody can tell whether it was read right. */
  readonly preview: boolean;
  /** The command line that says what somebody was asked. */
  readonly again: string | undefined;
  /** What changes in a ladder that was there, and what is said of ids that stay. */
  readonly update: { readonly changes: LadderChanges; readonly reworded: readonly string[] } | undefined;
}

export function importView({ ladder, report }: Imported, options: ImportViewOptions): Report<Data<'import'>> {
  const { files, rows, columns, readings, aside, lost, lostCount, warnings, warningCount } = report;
  const counts = countsOf(ladder);
  const title = `Import of ${joinWords(files)}`;
  const made = [
    count(counts.roles, 'role'),
    ...counted(counts.skills, 'skill'),
    ...counted(counts.levels, 'level'),
    ...counted(counts.requirements, 'requirement'),
    ...counted(counts.responsibilities, 'responsibility', 'responsibilities'),
    ...counted(counts.progressions, 'move'),
  ];
  const doubts = warnings
    .slice(0, MOST_WARNINGS)
    .map(({ message, hint }) => (hint === undefined ? message : `${message} (${hint})`));
  const [first] = ladder.roles;
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(`${count(rows, 'row')}: ${joinWords(made)}.`),
      ...updateBlocks(options),
      // Next month, how a sheet is read is nothing new.
      ...(options.update ? [] : [...columnBlocks(report), ...section(2, 'How it was read', bullets(readings))]),
      ...section(2, `Left out · ${lostCount}`, placed(lost, lostCount, report)),
      ...section(2, `Not about the ladder · ${aside.length}`, placed(aside, aside.length, report)),
      // Of a folder, the table is a part; pmroles validate checks the whole.
      ...(options.update
        ? []
        : section(2, `Doubtful about the ladder · ${warningCount}`, [
            ...bullets(doubts),
            ...andMore(warningCount - MOST_WARNINGS, '; pmroles validate shows them all.'),
          ])),
      ...(options.preview && first
        ? section(2, 'The first role', showView(createCatalog(ladder), first, { cites: false, full: false }).blocks)
        : []),
      ...(options.again === undefined
        ? []
        : [paragraph('To import it again without being asked:'), command(options.again)]),
    ],
    records: () =>
      recordsOf('what file line text reason', [
        ...columns.map(({ file, name, meaning, why }) => ({
          what: 'column',
          file,
          text: name,
          reason: `${meaning}: ${why}`,
        })),
        ...readings.map((text) => ({ what: 'reading', text })),
        ...lost.map(({ file, line, what, why }) => ({ what: 'left out', file, line, text: what, reason: why })),
        ...aside.map(({ file, line, what, why }) => ({
          what: 'not about the ladder',
          file,
          line,
          text: what,
          reason: why,
        })),
        ...warnings.map(({ message, hint }) => ({ what: 'doubtful', text: message, reason: hint })),
      ]),
    data: () => ({ ...report, counts, changes: options.update?.changes.changes ?? null, document: options.document }),
  };
}

function updateBlocks({ update }: ImportViewOptions): Block[] {
  if (!update) return [];
  const { changes, reworded } = update;
  const some = (kind: string, what: string): boolean =>
    changes.changes.some(({ about, change, role }) => about === kind && change === what && !role);
  const isRenamed = (kind: string): boolean => some(kind, 'added') && some(kind, 'removed');
  const other =
    isRenamed('role') || isRenamed('skill')
      ? ['If something added is something removed under a new name, say so under "ids" in the mapping file.']
      : [];
  return changes.changes.length === 0
    ? [paragraph('Nothing changed, and nothing was written.')]
    : [...changeBlocks(changes), ...section(2, 'The same under another name', bullets([...reworded, ...other]))];
}

/** Where each stands, and why. */
function placed(entries: readonly Dropped[], all: number, { files, unit }: ImportReport): Block[] {
  const shown = entries.slice(0, MOST_SHOWN).map(({ file, line, what, why }) => {
    const where = `${files.length > 1 ? `${file}, ` : ''}${unit} ${line}: `;
    return item('-', [where, strong(what), what === '' ? why : `: ${why}`]);
  });
  return [...list(shown), ...andMore(all - shown.length, '.')];
}

/** What there is of a kind, in words; nothing where there is none. */
function counted(number: number, one: string, many?: string): string[] {
  return number === 0 ? [] : [count(number, one, many)];
}

function andMore(rest: number, ending: string): Block[] {
  return rest > 0 ? [paragraph(`… and ${rest} more${ending}`)] : [];
}

/** What an export wrote says of each column what it holds; nobody needs to be told. */
function columnBlocks({ columns }: ImportReport): Block[] {
  if (columns.length === 0) return [];
  const shown = columns.slice(0, MOST_SHOWN);
  return [
    table(
      ['Column', { title: 'Read as', short: true }, 'Since'],
      shown.map(({ name, meaning, why }) => row(name, meaning, why)),
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
