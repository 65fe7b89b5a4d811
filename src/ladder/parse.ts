/**
 * Text to ladder, or every diagnostic: the pure part of loading.
 */
import type { Diagnostic, LadderText, Severity } from '../core/diagnostic.ts';
import type { Ladder } from '../core/model.ts';
import { assembleLadder } from './assemble.ts';
import { checkDraft } from './check.ts';
import { createFindings, type Findings, type Locate } from './diagnostics.ts';
import { LADDER_FILE } from '../schema/ladder-file.ts';
import { createDraft, type Draft, EVERYTHING, type ReadFile } from './draft.ts';
import { isMapping } from '../schema/mapping.ts';
import type { Path } from '../schema/shape.ts';
import { parseYaml } from './yaml.ts';

/** A ladder, or none, and everything there is to say about its files. */
export interface ParsedLadder {
  /** Absent when there is an error among the diagnostics. */
  readonly ladder?: Ladder;
  /** Sorted by file and position; of very many, the first thousand errors and the first thousand warnings found. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many there are, also of those that were not kept. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Files read as far as they can be. */
export interface ReadTexts {
  readonly findings: Findings;
  /** Absent where a file could not even be read: too many holes for the checks of the whole to make sense. */
  readonly draft?: Draft;
}

/** Is told up to which offset of a text the parser has come. */
export type Watch = (text: LadderText, offset: number) => void;

/** A file as plain values, and how the place of a value is found. */
export interface LadderValue {
  readonly file: string;
  readonly value: unknown;
  readonly locate: Locate;
}

/**
 * Parses and checks a ladder.
 *
 * @param texts the ladder's files, YAML or JSON
 * @param watch is told, line by line, how far the parser has come
 * @returns the ladder, unless there is an error, and every diagnostic that bears on its use; `validateLadder` looks closer
 */
export function parseLadder(texts: readonly LadderText[], watch?: Watch): ParsedLadder {
  return assembled(readTexts(texts, watch));
}

/** Checks a ladder that comes from something else than YAML or JSON. */
export function checkValues(values: readonly LadderValue[]): ParsedLadder {
  return assembled(readValues(values, []));
}

function assembled({ draft, findings }: ReadTexts): ParsedLadder {
  const known = { diagnostics: findings.list(), counts: findings.counts() };
  return draft && !findings.failed() ? { ...known, ladder: assembleLadder(draft) } : known;
}

/** Reads and checks a ladder's files, without making the ladder of them. */
export function readTexts(texts: readonly LadderText[], watch?: Watch): ReadTexts {
  const unread: Diagnostic[] = [];
  const values: LadderValue[] = [];
  for (const entry of texts) {
    const { file, text } = entry;
    const watchText =
      watch &&
      ((offset: number): void => {
        watch(entry, offset);
      });
    const { value, problems, locate } = parseYaml(text, watchText);
    if (problems.length === 0) values.push({ file, value, locate });
    else for (const problem of problems) unread.push({ severity: 'error', file, ...problem });
  }
  return readValues(values, unread);
}

function readValues(values: readonly LadderValue[], unread: readonly Diagnostic[]): ReadTexts {
  const locators = new Map(values.map(({ file, locate }) => [file, locate]));
  const findings = createFindings((file, path, part) => locators.get(file)?.(path, part));
  for (const diagnostic of unread) findings.addPlaced(diagnostic);
  const files = values.map(({ file, value }): ReadFile => {
    const misfits: Misfit[] = [];
    LADDER_FILE.check(value, [], (code, path, message, hint, part) => {
      misfits.push({ code, path });
      findings.add(code, { file, path }, message, { hint, part });
    });
    return fittingPart(file, value, misfits);
  });
  // What could not even be read leaves too many holes for the checks of the whole to make sense.
  if (unread.length > 0) return { findings };
  const draft = createDraft(files, findings);
  checkDraft(draft, findings);
  return { findings, draft };
}

/** Something that does not fit its shape. */
interface Misfit {
  readonly code: string;
  readonly path: Path;
}

/**
 * What of a file fits its shape, for the checks of the whole to go on with: what has a mistake in it is left out, but its id
 * stays known, so that nothing that refers to it is reported for that.
 */
function fittingPart(file: string, value: unknown, misfits: readonly Misfit[]): ReadFile {
  if (!isMapping(value)) return { file, value: {}, spared: [{ kind: EVERYTHING, id: '' }] };
  const spared: { kind: string; id: string }[] = [];
  const byKey = grouped(misfits, 0);
  const entries = Object.entries(value).flatMap(([key, content]): [string, unknown][] => {
    const here = byKey.get(key) ?? [];
    if (here.some(({ path }) => path.length === 1) || (here.length > 0 && !Array.isArray(content))) {
      spared.push({ kind: key, id: '' });
      return [];
    }
    if (content === null) return [];
    if (!Array.isArray(content) || here.length === 0) return [[key, withoutEmpty(content)]];
    const byIndex = grouped(here, 1);
    // Holes keep every entry at its place, so that its position is found.
    const fitting = content.map((entry: unknown, index) => {
      const wrong = byIndex.get(index);
      if (!wrong) return withoutEmpty(entry);
      const part = key === 'roles' ? fittingRole(entry, wrong) : undefined;
      if (part === undefined) for (const id of idsOf(key, entry)) spared.push(id);
      return part;
    });
    return [[key, fitting]];
  });
  return { file, value: Object.fromEntries(entries), spared };
}

/** Misfits by what stands at a place of their path. */
function grouped(misfits: readonly Misfit[], place: number): ReadonlyMap<unknown, readonly Misfit[]> {
  const groups = new Map<unknown, Misfit[]>();
  for (const misfit of misfits) {
    const group = groups.get(misfit.path[place]);
    if (group) group.push(misfit);
    else groups.set(misfit.path[place], [misfit]);
  }
  return groups;
}

/** A role without what does not fit: roles are long, and a slip in one line must not hide those in the others. */
function fittingRole(entry: unknown, wrong: readonly Misfit[]): unknown {
  if (!isMapping(entry) || typeof entry['id'] !== 'string' || typeof entry['title'] !== 'string') return undefined;
  const holes = new Set(
    wrong.flatMap(({ code, path }) =>
      code === 'missing-key' && path.length === 2 ? [] : [`${String(path[2])} ${String(path[3] ?? '')}`],
    ),
  );
  if (holes.has('id ') || holes.has('title ') || holes.has('undefined ')) return undefined;
  const keys = Object.entries(entry).filter(([key, content]) => !holes.has(`${key} `) && content !== null);
  return Object.fromEntries(
    keys.map(([key, content]) => [
      key,
      Array.isArray(content)
        ? content.map((element: unknown, index) => (holes.has(`${key} ${index}`) ? undefined : withoutEmpty(element)))
        : withoutEmpty(content),
    ]),
  );
}

/** The ids that an entry gives, its facts' among them. */
function idsOf(kind: string, entry: unknown): { kind: string; id: string }[] {
  if (!isMapping(entry)) return [];
  const facts = Array.isArray(entry['facts']) ? entry['facts'].flatMap((fact: unknown) => idsOf(kind, fact)) : [];
  return typeof entry['id'] === 'string' ? [{ kind, id: entry['id'] }, ...facts] : facts;
}

/** Drops the keys whose value was left empty (`aliases:` with nothing behind it): they count as absent. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).filter(([, content]) => content !== null);
  return Object.fromEntries(entries.map(([key, content]) => [key, withoutEmpty(content)]));
}
