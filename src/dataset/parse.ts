/**
 * Text to ladder, or every diagnostic: the pure part of loading.
 */
import type { Ladder } from '../core/model.ts';
import { assembleLadder } from './assemble.ts';
import { checkDraft } from './check.ts';
import { createFindings, type Diagnostic, type Locate } from './diagnostics.ts';
import { LADDER_FILE, type LadderFile } from './document.ts';
import { createDraft, type ReadFile } from './draft.ts';
import { isMapping } from './shape.ts';
import { parseYaml } from './yaml.ts';

/** A file's name, as it is to stand in diagnostics, and its text. */
export interface LadderText {
  readonly file: string;
  readonly text: string;
}

/** A ladder, or none, and everything there is to say about its files. */
export interface ParsedLadder {
  /** Absent when there is an error among the diagnostics. */
  readonly ladder?: Ladder;
  /** Sorted by file and position. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses and checks a ladder.
 *
 * @param texts the ladder's files, YAML or JSON
 * @returns the ladder, unless there is an error, and every diagnostic
 */
export function parseLadder(texts: readonly LadderText[]): ParsedLadder {
  const locators = new Map<string, Locate>();
  const findings = createFindings((file, path, part) => locators.get(file)?.(path, part));
  const early: Diagnostic[] = [];
  const files: ReadFile[] = [];
  for (const { file, text } of texts) {
    const { value, problems, locate } = parseYaml(text);
    locators.set(file, locate);
    if (problems.length > 0) {
      early.push(...problems.map((problem): Diagnostic => ({ severity: 'error', file, ...problem })));
      continue;
    }
    const before = findings.count();
    LADDER_FILE.check(value, [], (code, path, message, hint, part) => {
      findings.add('error', code, { file, path }, message, hint, part);
    });
    // A file of the wrong shape would only make the checks of the whole repeat what was said.
    if (findings.count() === before) files.push({ file, value: withoutEmpty(value) as LadderFile });
  }
  if (files.length < texts.length) return { diagnostics: [...early, ...findings.list()] };
  const draft = createDraft(files, findings);
  checkDraft(draft, findings);
  const diagnostics = findings.list();
  return findings.failed() ? { diagnostics } : { ladder: assembleLadder(draft), diagnostics };
}

/** Drops the keys whose value was left empty (`aliases:` with nothing behind it): they count as absent. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).filter(([, content]) => content !== null);
  return Object.fromEntries(entries.map(([key, content]) => [key, withoutEmpty(content)]));
}
