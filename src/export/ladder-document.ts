/**
 * A ladder as the document that it could have been read from: what is default or derived is left out.
 */
import {
  type Cited,
  INCLUDED,
  type Ladder,
  type Progression,
  type QuizBank,
  type Requirement,
  type Role,
  type Skill,
  type Statement,
} from '../core/model.ts';
import type { LadderFile } from '../schema/ladder-file.ts';
import { responsibilityId } from '../core/ids.ts';

/** Writes a ladder as a document of one file. */
export function ladderDocument(ladder: Ladder): LadderFile {
  const cited = ladder.sources.length > 0;
  const leaning = (statement: Cited): object => ({
    cites: statement.cites,
    editorial: editorialOf(statement, cited),
  });
  const statement = ({ text, ...rest }: Statement): object => filled({ text, ...leaning(rest) });
  // What a group names keeps its id, however its text is written.
  const named = new Set(ladder.related.flatMap(({ responsibilities }) => responsibilities));
  const isMade = (id: string, text: string): boolean => id === responsibilityId(text) && !named.has(id);
  const statementOrText = (entry: Statement): unknown => shortened(statement(entry), entry.text);
  const role = (entry: Role): object =>
    filled({
      id: entry.id,
      title: entry.title,
      aliases: entry.aliases,
      rank: entry.rank,
      track: entry.track,
      abstract: entry.abstract,
      replaces: entry.replaces,
      summary: entry.summary.text === '' ? undefined : statementOrText(entry.summary),
      includes: entry.includes.map(({ role: other, of, ...rest }) =>
        filled({ role: other, of: isAll(of) ? undefined : of, ...leaning(rest) }),
      ),
      responsibilities: entry.responsibilities.map(({ id, area, text, replaces, ...rest }) =>
        filled({ id: isMade(id, text) ? undefined : id, area, text, replaces, ...leaning(rest) }),
      ),
      skills: entry.requirements.map(requirement),
      notes: entry.notes.map(statementOrText),
    });
  const requirement = ({ skill, text, level, importance, notApplicable, ...rest }: Requirement): unknown =>
    shortened(
      filled({ skill, level, importance, notApplicable, text: text === '' ? undefined : text, ...leaning(rest) }),
      skill,
    );
  return filled({
    id: ladder.id,
    version: ladder.version === '0.0.0' ? undefined : ladder.version,
    title: ladder.title,
    summary: ladder.summary === '' ? undefined : ladder.summary,
    language: ladder.language,
    licence: ladder.licence,
    cumulative: ladder.cumulative ? true : undefined,
    tracks: ladder.tracks,
    areas: ladder.areas,
    levels: ladder.levels,
    skills: ladder.skills.map(skillEntry),
    sources: ladder.sources.map(filled),
    roles: ladder.roles.map(role),
    progressions: ladder.progressions.map((move) => progressionEntry(move, cited)),
    contrasts: ladder.contrasts.map(({ roles, ...rest }) => ({ roles, ...statement(rest) })),
    disagreements: ladder.disagreements.map(({ id, title, roles, positions }) =>
      filled({ id, title, roles, positions: positions.map(statement) }),
    ),
    related: ladder.related,
    notes: ladder.notes.map(statementOrText),
    quiz: ladder.quiz && quizEntry(ladder.quiz, leaning),
  });
}

function skillEntry({ group, ...skill }: Skill): object {
  const { id, name, description, levels, replaces } = skill;
  return filled({ id, name, group: group.length > 1 ? group : group[0], description, levels, replaces });
}

function progressionEntry({ from, to, kind, basis, cites, note }: Progression, cited: boolean): object {
  const usual = cites.length > 0 ? 'stated' : 'editorial';
  return filled({
    from,
    to,
    kind: kind === 'promotion' ? undefined : kind,
    basis: basis === usual && !(cited && basis === 'editorial') ? undefined : basis,
    cites,
    note,
  });
}

function quizEntry({ questions, experience, experienceRanks }: QuizBank, leaning: (said: Cited) => object): object {
  return filled({
    questions: questions.map(({ id, text, weights, areas, skills, ...rest }) =>
      filled({ id, text, weights, areas, skills, ...leaning(rest) }),
    ),
    experience: experience.map(({ id, text, answers, ...rest }) => filled({ id, text, answers, ...leaning(rest) })),
    experienceRanks,
  });
}

/** What cites nothing is editorial unless it says otherwise, and needs to say so only where other statements have cites. */
function editorialOf({ cites, editorial }: Cited, cited: boolean): boolean | undefined {
  if (editorial !== (cites.length === 0)) return editorial;
  return editorial && cited ? true : undefined;
}

function isAll(of: readonly string[]): boolean {
  return of.length === INCLUDED.length && INCLUDED.every((what, index) => of[index] === what);
}

/** The only value that an entry holds, in the place of the entry. */
function shortened(entry: object, value: string): unknown {
  return Object.keys(entry).length === 1 ? value : entry;
}

/** To include nothing of a role is not to include all of it; and a disagreement without positions has to say so. */
const MAY_BE_EMPTY = ['of', 'positions'];

/** An object without the keys that say nothing; the round-trip tests hold that what is left fits the shape of the file. */
function filled(fields: object): object {
  const entries = Object.entries(fields) as [string, unknown][];
  const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
  return Object.fromEntries(
    entries.filter(([key, value]) => value !== undefined && (MAY_BE_EMPTY.includes(key) || !isEmpty(value))),
  );
}
