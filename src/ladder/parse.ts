/**
 * Text to ladder, or every diagnostic: the pure part of loading.
 */
import { otherTool } from './other-tools.ts';
import type { CheckedLadder, LadderText } from '../core/diagnostic.ts';
import { LADDER_FILE, type LadderFile } from '../schema/ladder-file.ts';
import { isMapping } from '../schema/mapping.ts';
import type { Path } from '../schema/shape.ts';
import { assembleLadder } from './assemble.ts';
import { checkDraft } from './check.ts';
import { createFindings, type Findings } from './diagnostics.ts';
import { createDraft, type Draft, EVERYTHING, type ReadFile, type Spared } from './draft.ts';
import { type ParsedText, parseYaml } from './yaml.ts';

/** A ladder, unless there is an error among the diagnostics, and everything there is to say about its files. */
export type ParsedLadder = Omit<CheckedLadder, 'texts'>;

/** Is told up to which offset of a text the parser has come. */
export type Watch = (text: LadderText, offset: number) => void;

/** A file as plain values, or why it is none, and how the place of a value is found. */
type LadderValue = { readonly file: string } & ParsedText;

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
export function checkValues(values: readonly Omit<LadderValue, 'problems'>[]): ParsedLadder {
  return assembled(readValues(values.map((value) => ({ ...value, problems: [] }))));
}

function assembled({ draft, findings }: ReturnType<typeof readValues>): ParsedLadder {
  const known = { diagnostics: findings.list(), counts: findings.counts() };
  return draft && !findings.failed() ? { ...known, ladder: assembleLadder(draft) } : known;
}

/** Reads and checks a ladder's files, without making the ladder of them. */
export function readTexts(texts: readonly LadderText[], watch?: Watch) {
  return readValues(
    texts.map((text) => ({
      file: text.file,
      ...parseYaml(text.text, (offset) => watch?.(text, offset)),
    })),
  );
}

function readValues(values: readonly LadderValue[]): { readonly findings: Findings; readonly draft?: Draft } {
  const locators = new Map(values.map(({ file, locate }) => [file, locate]));
  const findings = createFindings((file, path, part) => locators.get(file)?.(path, part));
  for (const { file, problems } of values) {
    for (const { code, message, hint, position } of problems) findings.add(code, { file, position }, message, { hint });
  }
  for (const { file, value } of values) {
    const other = otherTool(value);
    if (other) findings.add('other-format', { file, path: [] }, other.message, { hint: other.hint });
  }
  if (findings.failed() && values.every(({ problems }) => problems.length === 0)) return { findings };
  const isWhole = !findings.failed();
  const files = values
    .filter(({ problems }) => problems.length === 0)
    .map(({ file, value }): ReadFile => {
      const misfits: Path[] = [];
      LADDER_FILE.check(value, [], (code, path, message, hint, part) => {
        misfits.push(path);
        findings.add(code, { file, path }, message, { hint, part });
      });
      return fittingPart(file, value, misfits);
    });
  // What could not even be read leaves too many holes for the checks of the whole to make sense.
  if (!isWhole) return { findings };
  const draft = createDraft(files, findings);
  checkDraft(draft, findings);
  return { findings, draft };
}

/**
 * What of a file fits its shape, for the checks of the whole to go on with: what has a mistake in it is left out, but its id
 * stays known, so that nothing that refers to it is reported for that.
 */
function fittingPart(file: string, value: unknown, misfits: readonly Path[]): ReadFile {
  if (!isMapping(value)) return { file, value: {}, spared: [{ kind: EVERYTHING, id: '' }] };
  const fitting = withoutEmpty(value) as LadderFile;
  const holes = new Map(misfits.map((path) => holeFor(value, path)).map((hole) => [JSON.stringify(hole), hole]));
  const spared: Spared[] = [];
  for (const hole of holes.values()) {
    leaveOut(fitting, hole);
    const [kind, index] = hole as [string, number?];
    if (index === undefined) spared.push({ kind, id: '' });
    else if (hole.length === 2) spared.push(...idsOf(kind, (value[kind] as readonly unknown[])[index]));
  }
  return { file, value: fitting, spared };
}

/** What has to be left out for something that does not fit: mostly an entry of a list. */
function holeFor(value: Readonly<Record<string, unknown>>, path: Path): Path {
  const [key, index, part] = path as [string, number?, string?];
  const content = value[key];
  if (!Array.isArray(content)) return [key];
  const role: unknown = key === 'roles' ? content[index!] : undefined;
  const isNamed = isMapping(role) && typeof role['id'] === 'string' && typeof role['title'] === 'string';
  if (!isNamed || part === 'id' || part === 'title') return path.slice(0, 2);
  // Roles are long, and a slip in one line must not hide those in the others. One that lacks something stays as it is.
  return path.slice(0, part !== undefined && Array.isArray(role[part]) ? 4 : 3);
}

/** Leaves something out. A hole keeps the other entries of a list at their places, so that their positions are found. */
function leaveOut(from: object, [step, ...rest]: Path): void {
  const values = from as Record<string | number, unknown>;
  const value = values[step!];
  if (rest.length === 0) values[step!] = undefined;
  else if (typeof value === 'object' && value !== null) leaveOut(value, rest);
}

/** The ids that an entry gives, its facts' among them. */
function idsOf(kind: string, entry: unknown): Spared[] {
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
