/**
 * A report's records as CSV (RFC 4180), safe to open in a spreadsheet.
 */
import { visible } from './printable.ts';
import type { Records, Report } from './report.ts';

export function renderCsv(report: Report): string {
  // A return alone would let the end of a cell be written over its beginning on a terminal.
  return writeRecords(report.records()).replaceAll(/\r(?!\n)/g, '\n');
}

export function writeRecords({ columns, rows }: Records): string {
  return [columns, ...rows].map((row) => `${row.map(renderField).join(',')}\r\n`).join('');
}

/**
 * A spreadsheet runs a text that starts like a formula. Such texts get an apostrophe in front, as OWASP's guide to CSV
 * injection advises; numbers are numbers, and stay as they are. Full-width signs count, because some spreadsheets take them for
 * the usual ones; so do texts that have such an apostrophe already, so that it can be told from ours: whoever reads the file
 * takes one away.
 */
function renderField(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const safe = visible(value);
  const guarded = /^'*[=+\-@\t\r\n＝＋－＠]/.test(safe) ? `'${safe}` : safe;
  return /[",\r\n]/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
