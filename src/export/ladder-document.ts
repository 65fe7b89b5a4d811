/**
 * A ladder as the document that it could have been read from: what is default or derived is left out.
 */
import {
  type Contrast,
  INCLUDED,
  type Ladder,
  type Progression,
  type QuizBank,
  type Requirement,
  type Role,
  type Skill,
  type Statement,
} from '../core/model.ts';
import type { LadderFile } from '../ladder/document.ts';
import { responsibilityId } from '../ladder/responsibility-id.ts';

type Cited = Pick<Statement, 'cites' | 'editorial'>;

/** Writes a ladder as a document of one file. */
export function ladderDocument(ladder: Ladder): LadderFile {
  const cited = ladder.sources.length > 0;
  const leaning = (statement: Cited): object => ({
    cites: some(statement.cites),
    editorial: editorialOf(statement, cited),
  });
  const statement = ({ text, ...rest }: Statement): object => filled({ text, ...leaning(rest) });
  const statementOrText = (entry: Statement): unknown => {
    const long = statement(entry);
    return Object.keys(long).length === 1 ? entry.text : long;
  };
  const role = (entry: Role): object =>
    filled({
      id: entry.id,
      title: entry.title,
      aliases: some(entry.aliases),
      rank: entry.rank,
      track: entry.track,
      summary: entry.summary.text === '' ? undefined : statementOrText(entry.summary),
      includes: some(entry.includes)?.map(({ role: other, of, ...rest }) =>
        filled({ role: other, of: isAll(of) ? undefined : of, ...leaning(rest) }),
      ),
      responsibilities: some(entry.responsibilities)?.map(({ id, area, text, ...rest }) =>
        filled({ id: id === responsibilityId(text) ? undefined : id, area, text, ...leaning(rest) }),
      ),
      skills: some(entry.requirements)?.map(requirement),
      notes: some(entry.notes)?.map(statementOrText),
    });
  const requirement = ({ skill, text, level, importance, notApplicable, ...rest }: Requirement): unknown => {
    const long = filled({
      skill,
      level,
      importance,
      notApplicable,
      text: text === '' ? undefined : text,
      ...leaning(rest),
    });
    return Object.keys(long).length === 1 ? skill : long;
  };
  return filled({
    id: ladder.id,
    version: ladder.version === '0.0.0' ? undefined : ladder.version,
    title: ladder.title,
    summary: ladder.summary === '' ? undefined : ladder.summary,
    cumulative: ladder.cumulative ? true : undefined,
    tracks: some(ladder.tracks),
    areas: some(ladder.areas),
    levels: some(ladder.levels),
    skills: some(ladder.skills)?.map(skillEntry),
    sources: some(ladder.sources)?.map((source) => filled({ ...source, facts: some(source.facts) })),
    roles: ladder.roles.map(role),
    progressions: some(ladder.progressions)?.map((edge) => progressionEntry(edge, cited)),
    contrasts: some(ladder.contrasts)?.map(({ roles, ...rest }: Contrast) => ({ roles, ...statement(rest) })),
    disagreements: some(ladder.disagreements)?.map(({ id, title, roles, positions }) =>
      filled({ id, title, roles: some(roles), positions: positions.map(statement) }),
    ),
    notes: some(ladder.notes)?.map(statementOrText),
    quiz: ladder.quiz && quizEntry(ladder.quiz, leaning),
  });
}

function skillEntry({ id, name, group, description, levels }: Skill): object {
  return filled({ id, name, group: group.length > 1 ? group : group[0], description, levels });
}

function progressionEntry({ from, to, kind, basis, cites, note }: Progression, cited: boolean): object {
  const usual = cites.length > 0 ? 'stated' : 'editorial';
  return filled({
    from,
    to,
    kind: kind === 'promotion' ? undefined : kind,
    basis: basis === usual && !(cited && basis === 'editorial') ? undefined : basis,
    cites: some(cites),
    note,
  });
}

function quizEntry({ questions, experience }: QuizBank, leaning: (statement: Cited) => object): object {
  return filled({
    questions: some(questions)?.map(({ id, text, reverse, weights, areas, skills, signature, ...rest }) =>
      filled({
        id,
        text,
        reverse: reverse ? true : undefined,
        signature,
        weights,
        areas: some(areas),
        skills: some(skills),
        ...leaning(rest),
      }),
    ),
    experience: some(experience)?.map(({ id, text, answers, ...rest }) =>
      filled({ id, text, answers, ...leaning(rest) }),
    ),
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

/** A list, or nothing where it is empty. */
function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** An object without the keys that have no value; the round-trip tests hold that what is left fits the shape of the file. */
function filled(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
