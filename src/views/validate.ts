/**
 * What the check of a ladder found, as a report.
 */
import { countMoves, heldRoles, movesOf } from '../core/catalog.ts';
import type { CheckedLadder, Diagnostic, FilePosition, Severity } from '../core/diagnostic.ts';
import { linesOf } from '../core/lines.ts';
import { shellWord } from '../core/shell-words.ts';
import {
  type Block,
  command,
  type Excerpt,
  heading,
  item,
  paragraph,
  type Report,
  strong,
  styled,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, given } from './parts.ts';
import { recordsOf } from './records.ts';

/** So many problems are shown unless all are asked for. */
const MOST_SHOWN = 10;

export interface ValidateOptions {
  /** The ladder's path, as it was given. */
  readonly path: string;
  readonly all: boolean;
  /** True where warnings fail. */
  readonly strict: boolean;
}

export function passes({ counts }: CheckedLadder, strict: boolean): boolean {
  return counts.error === 0 && !(strict && counts.warning > 0);
}

export function validateView(checked: CheckedLadder, options: ValidateOptions): Report<Data<'validate'>> {
  const { counts, diagnostics, texts } = checked;
  const { path, strict } = options;
  // Standard input goes by the name that its problems go by.
  const title = `Check of ${path === '-' ? texts[0]!.file : path}`;
  return {
    title,
    blocks: [heading(1, title), ...problemBlocks(checked, options), paragraph(strong(verdict(checked, options)))],
    records: () =>
      recordsOf(
        'severity code file line column message hint other',
        diagnostics.map((diagnostic) => {
          const { other, position } = diagnostic;
          return { ...diagnostic, ...position, other: other && placeText(other) };
        }),
      ),
    data: () => ({
      path,
      files: texts.map(({ file }) => file),
      passed: passes(checked, strict),
      strict,
      errors: counts.error,
      warnings: counts.warning,
      problems: diagnostics.map((diagnostic) => {
        const { other, position } = diagnostic;
        return { ...diagnostic, ...position, other: other && { ...other, ...other.position } };
      }),
    }),
  };
}

/** Errors come first, so that warnings never push one out of sight. */
function problemBlocks({ texts, diagnostics, counts }: CheckedLadder, { path, all }: ValidateOptions): Block[] {
  const lines = new Map(texts.map(({ file, text }) => [file, linesOf(text)]));
  const excerptOf = ({ file, position }: Diagnostic): Excerpt | undefined => {
    const text = position && lines.get(file)?.line(position.line);
    // The end of a file is no line worth showing.
    return position && text ? { line: position.line, text, column: position.column } : undefined;
  };
  let room = all ? Infinity : MOST_SHOWN;
  const blocks: Block[] = [];
  const left: string[] = [];
  for (const severity of ['error', 'warning'] as const) {
    const shown = diagnostics.filter((diagnostic) => diagnostic.severity === severity).slice(0, room);
    room -= shown.length;
    if (shown.length > 0) blocks.push(heading(2, `${SECTIONS[severity]} · ${counts[severity]}`));
    for (const diagnostic of shown) blocks.push(problemBlock(diagnostic, excerptOf(diagnostic)));
    if (counts[severity] > shown.length) left.push(count(counts[severity] - shown.length, severity));
  }
  if (left.length > 0) {
    blocks.push(paragraph(`… and ${left.join(' and ')} more${all ? ', counted but not kept.' : ':'}`));
    if (!all) blocks.push(command(`pmroles validate ${shellWord(path)} --all`));
  }
  return blocks;
}

const SECTIONS: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings' };

function problemBlock(diagnostic: Diagnostic, excerpt: Excerpt | undefined): Block {
  const { severity, code, message, hint, other } = diagnostic;
  return {
    kind: 'problem',
    line: [
      styled('name', placeText(diagnostic)),
      ': ',
      styled(severity === 'error' ? 'removed' : 'changed', `${severity}[${code}]`),
      `: ${message}`,
    ],
    ...(excerpt ? { excerpt } : {}),
    notes: [
      ...given(hint, (text) => item('help:', [text])),
      ...given(other && placeText(other), (text) => item('see also:', [text])),
    ],
  };
}

function verdict(checked: CheckedLadder, { strict }: ValidateOptions): string {
  const { counts, ladder, texts } = checked;
  const errors = counts.error === 0 ? 'No errors' : count(counts.error, 'error');
  const warnings = counts.warning === 0 ? 'no warnings' : count(counts.warning, 'warning');
  const found = `${errors}, ${warnings} in ${count(texts.length, 'file')}`;
  if (!ladder) return `${found}. The ladder can't be used.`;
  const size = `${count(heldRoles(ladder).length, 'role')}, ${count(countMoves(movesOf(ladder)), 'move')}`;
  const end = passes(checked, strict) ? '' : ' --strict makes warnings fail.';
  return `${found}: ${ladder.title}, ${size}.${end}`;
}

function placeText({ file, position }: FilePosition): string {
  return position ? `${file}:${position.line}:${position.column}` : file;
}
