/**
 * Checks a profile against the ladder that it is of, and takes its answers over. Pure, so that a page can do it as well.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Answer, PlanEntry, Profile, Truth } from '../core/profile/profile.ts';
import { TRUTHS } from '../core/profile/profile.ts';
import { type Kind, knownIds } from '../core/profile/successors.ts';
import { suggest } from '../core/suggest.ts';
import type { DiagnosticCode } from '../core/diagnostic.ts';
import { PROFILE_FILE, type ProfileFile } from '../schema/profile-file.ts';
import type { Part, Path } from '../schema/shape.ts';

/** Is told what is wrong, and where. */
export type Report = (code: DiagnosticCode, path: Path, message: string, hint?: string, part?: Part) => void;

type AnswerFile = NonNullable<ProfileFile['skills'] | ProfileFile['responsibilities']>[string];

/**
 * Makes a profile of plain values.
 *
 * @param value what the file holds
 * @param catalog the ladder
 * @param report is told of everything that is wrong; the profile is only to be used where no error was
 * @returns the profile; undefined where its shape does not fit
 */
export function checkProfile(value: unknown, catalog: Catalog, report: Report): Profile | undefined {
  let fits = true as boolean;
  PROFILE_FILE.check(value, [], (code, path, message, ...more) => {
    fits = false;
    report(code, path, message, ...more);
  });
  if (!fits) return undefined;
  const file = withoutEmpty(value as ProfileFile);
  const { ladder } = catalog;
  if (file.ladder.id !== ladder.id) {
    const hint = 'name its ladder with --data, or another profile with --me';
    report(
      'other-ladder',
      ['ladder', 'id'],
      `the profile is of the ladder ${file.ladder.id}, not of ${ladder.id}`,
      hint,
    );
    return undefined;
  }
  const { version } = file.ladder;
  if (version !== undefined && version !== ladder.version) {
    const message = `the profile is of version ${/^[\w.+-]{1,40}$/.test(version) ? version : '…'} of the ladder, which is ${ladder.version} now`;
    report('other-version', ['ladder', 'version'], message, 'what that changes: pmroles diff <old> <new> --for me');
  }
  let suggested = 0;
  const idNow = (kind: Kind, id: string, path: Path, part: Part = 'value'): string | undefined =>
    presentId(
      catalog,
      kind,
      id,
      () => suggested++ < MOST_SUGGESTIONS,
      (code, message, hint) => {
        report(code, path, message, hint, part);
      },
    );
  const answers = (kind: 'skill' | 'responsibility', key: 'skills' | 'responsibilities'): Map<string, Answer> => {
    const taken = new Map<string, Answer>();
    const given = Object.entries<AnswerFile>(file[key] ?? {});
    for (const [id, answer] of given) {
      const now = idNow(kind, id, [key, id], 'key');
      const read = readAnswer(catalog, kind, answer, [key, id], report);
      // An answer about the id that there is now is the newer one.
      if (now === undefined || (now !== id && Object.hasOwn(file[key]!, now))) continue;
      if (!taken.has(now)) taken.set(now, read);
      else
        report(
          'replaced-id',
          [key, id],
          `${now} is answered already, by another id that it replaces`,
          undefined,
          'key',
        );
    }
    return taken;
  };
  const role = file.role === undefined ? undefined : idNow('role', file.role, ['role']);
  const aim = file.aim === undefined ? undefined : idNow('role', file.aim, ['aim']);
  return {
    ladder: file.ladder,
    ...(file.on !== undefined && { on: file.on }),
    ...(file.by !== undefined && { by: file.by }),
    ...(role !== undefined && { role }),
    ...(aim !== undefined && { aim }),
    skills: answers('skill', 'skills'),
    responsibilities: answers('responsibility', 'responsibilities'),
    plan: (file.plan ?? []).flatMap((entry, index) => planEntry(catalog, entry, ['plan', index], idNow, report)),
  };
}

/**
 * A message, or a hint, without the words of the person: what somebody writes of themselves is nobody else's, and errors are copied
 * into chats. Ids and keys stay.
 */
export function discreet(text: string): string {
  return text
    .replace(/^found the (?:text|number) .*, (?=expected)/su, '')
    .replace(/^(the alias \*|found the tag !|found %).*(?= contains| has no|, expected|, which)/su, '$1…')
    .replace(/^found \\.*?(?= between double)/su, 'found an escape')
    .replace(/(?<=put the text in quotes): .*/su, '')
    .replace(/^as an id: .*/su, 'take the id, as the ladder has it')
    .replace(/"(.*)"(?= is not a key| is there twice)|"((?:[^"\\]|\\.)*)"/gsu, (quoted) =>
      /^"(?:[\w.-]{0,40}|key: (?:value|\|)|- |: )"$/.test(quoted) ? quoted : '"…"',
    );
}

/** Looking for what was meant takes long on a large ladder; nobody reads more of it. */
const MOST_SUGGESTIONS = 100;

/** The id that something has now; undefined where it is gone, or was split, so that nobody can tell which is meant. */
function presentId(
  catalog: Catalog,
  kind: Kind,
  id: string,
  maySuggest: () => boolean,
  report: (code: DiagnosticCode, message: string, hint?: string) => void,
): string | undefined {
  const { ids, successors } = knownIds(catalog)[kind];
  if (ids.has(id)) return id;
  const now = successors.get(id) ?? [];
  // One that stands for several former ones may be their sum, or the last of their names: a ladder alone does not tell.
  if (now.length === 1) {
    report('replaced-id', `the ${kind} ${id} is ${now[0]!} now`);
    return now[0];
  }
  if (now.length > 1) {
    report(
      'replaced-id',
      `the ${kind} ${id} is several now: ${now.join(', ')}`,
      'answer each of them; the old answer counts for nothing',
    );
    return undefined;
  }
  const [near] = maySuggest() ? suggest(id, ids, 1) : [];
  const hint = near === undefined ? undefined : `did you mean ${near}?`;
  report('unknown-id', `the ladder has no ${kind} with the id ${JSON.stringify(id)}`, hint);
  return undefined;
}

function readAnswer(
  catalog: Catalog,
  kind: 'skill' | 'responsibility',
  written: AnswerFile,
  path: Path,
  report: Report,
): Answer {
  if (typeof written === 'string') return { ...wordOf(catalog, kind, written, path, report), evidence: [] };
  const { on, evidence = [] } = written;
  const key = kind === 'skill' ? 'level' : 'done';
  const word = 'level' in written ? written.level : 'done' in written ? written.done : undefined;
  const reason = written['not-applicable'];
  if ((word === undefined) === (reason === undefined)) {
    report('missing-key', path, `an answer has either "${key}" or "not-applicable"`);
    return { evidence: [] };
  }
  const said = word === undefined ? { notApplicable: reason! } : wordOf(catalog, kind, word, [...path, key], report);
  return { ...said, ...(on !== undefined && { on }), evidence };
}

/** What may be answered about something: the ladder's levels and no, or yes, partly and no. */
export function wordsFor({ ladder }: Catalog, kind: 'skill' | 'responsibility'): readonly string[] {
  return kind === 'skill' && ladder.levels.length > 0
    ? [...new Set([...ladder.levels.map(({ id }) => id), 'no'])]
    : TRUTHS;
}

function wordOf(
  catalog: Catalog,
  kind: 'skill' | 'responsibility',
  word: string,
  path: Path,
  report: Report,
): Pick<Answer, 'level' | 'truth'> {
  if (kind === 'skill' && catalog.levels.has(word)) return { level: word };
  const words = wordsFor(catalog, kind);
  if (words.includes(word)) return { truth: word as Truth };
  report('unknown-level', path, `the answer is none of ${words.join(', ')}`);
  return {};
}

function planEntry(
  catalog: Catalog,
  written: NonNullable<ProfileFile['plan']>[number],
  path: Path,
  idNow: (kind: Kind, id: string, path: Path) => string | undefined,
  report: Report,
): PlanEntry[] {
  const { skill, responsibility, 'done-when': doneWhen, state = 'open', ...rest } = written;
  if ((skill === undefined) === (responsibility === undefined)) {
    report('missing-key', path, 'an entry of the plan has either "skill" or "responsibility"');
    return [];
  }
  const kind = skill === undefined ? 'responsibility' : 'skill';
  const id = idNow(kind, (skill ?? responsibility)!, [...path, kind]);
  if (rest.to !== undefined) wordOf(catalog, kind, rest.to, [...path, 'to'], report);
  if (id === undefined) return [];
  return [{ ...rest, [kind]: id, ...(doneWhen !== undefined && { doneWhen }), state }];
}

/** Keys whose value was left empty count as absent. */
function withoutEmpty(file: ProfileFile): ProfileFile {
  return JSON.parse(JSON.stringify(file, (_, value: unknown) => value ?? undefined)) as ProfileFile;
}
