/**
 * Problems of a ladder as GitHub Actions reads them off the log of a job: it shows each beside the line that it speaks of.
 */
import type { Diagnostic } from '../core/diagnostic.ts';
import { printable } from '../report/printable.ts';

/** Writes workflow commands, as GitHub's runner defines them. */
export function renderAnnotations(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, code, message, hint, file, position }) => {
      const properties = { file, line: position?.line, col: position?.column, title: code };
      const given = Object.entries(properties).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
      );
      return `::${severity} ${given.join(',')}::${escapeData(hint === undefined ? message : `${message}\n${hint}`)}\n`;
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
