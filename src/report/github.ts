/**
 * Annotations as GitHub Actions reads them off the log of a job: it shows each beside the line that it speaks of.
 */
import { printable } from './printable.ts';

export interface Annotation {
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Writes workflow commands, as GitHub's runner defines them. */
export function renderAnnotations(annotations: readonly Annotation[]): string {
  return annotations
    .map(({ severity, title, message, file, line, column }) => {
      const properties = { file, line, col: column, title };
      const given = Object.entries(properties).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
      );
      return `::${severity} ${given.join(',')}::${escapeData(message)}\n`;
    })
    .join('');
}

/** Line breaks are kept: the runner turns them back, and they never reach the log as such. */
function escapeData(text: string): string {
  const lines = text.split(/(\r\n|\r|\n)/).map((part) => (/^[\r\n]/.test(part) ? part : printable(part)));
  return lines.join('').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
