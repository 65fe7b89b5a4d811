/**
 * Everything in a ladder that names something else by id, and every statement, with what it cites.
 */
import type { Part } from '../schema/shape.ts';
import type { Place } from './diagnostics.ts';
import { type Draft, each, within } from './draft.ts';

/** What can be named by id. Sources and facts share the ids that statements cite. */
export type Kind = 'track' | 'area' | 'level' | 'skill' | 'role' | 'responsibility' | 'source or fact';

/** Is told what stands where. */
export interface Visitor {
  readonly refer: (kind: Kind, id: string, at: Place, part?: Part) => void;
  /** Told of each statement that could say what it leans on, and whether it does so or is marked as editorial. */
  readonly statement?: (what: string, at: Place, backed: boolean) => void;
}

/** Something that may cite; a text alone is the keeper's own. */
type Citing = string | { readonly cites?: readonly string[]; readonly editorial?: boolean };

/** Visits every reference and every statement of a draft. */
export function visitReferences(draft: Draft, { refer, statement }: Visitor): void {
  const one = (kind: Kind, id: string | undefined, at: Place, ...steps: (string | number)[]): void => {
    if (id !== undefined) refer(kind, id, within(at, ...steps));
  };
  const all = (kind: Kind, ids: readonly string[] | undefined, at: Place, key: string): void => {
    ids?.forEach((id, index) => refer(kind, id, within(at, key, index)));
  };
  const keys = (kind: Kind, mapping: object | undefined, at: Place, key: string): void => {
    for (const id of Object.keys(mapping ?? {})) refer(kind, id, within(at, key, id), 'key');
  };
  const cite = (what: string, entry: Citing | undefined, at: Place): void => {
    if (typeof entry !== 'object') return;
    all('source or fact', entry.cites, at, 'cites');
    statement?.(what, at, entry.editorial === true || (entry.cites ?? []).length > 0);
  };

  for (const { value, at } of draft.skills) keys('level', value.levels, at, 'levels');
  for (const { value: role, at } of draft.roles) {
    one('track', role.track, at, 'track');
    cite('the summary', role.summary, within(at, 'summary'));
    each(role.includes, (inclusion, index) => {
      const here = within(at, 'includes', index);
      one('role', inclusion.role, here, 'role');
      cite('the inclusion', inclusion, here);
    });
    each(role.responsibilities, (responsibility, index) => {
      const here = within(at, 'responsibilities', index);
      one('area', responsibility.area, here, 'area');
      cite('the responsibility', responsibility, here);
    });
    each(role.skills, (entry, index) => {
      const here = within(at, 'skills', index);
      if (typeof entry === 'string') refer('skill', entry, here);
      else {
        one('skill', entry.skill, here, 'skill');
        one('level', entry.level, here, 'level');
      }
      cite('the skill', typeof entry === 'string' ? {} : entry, here);
    });
    each(role.notes, (note, index) => {
      cite('the note', note, within(at, 'notes', index));
    });
  }
  for (const { value, at } of draft.notes) cite('the note', value, at);
  for (const { value: move, at } of draft.progressions) {
    one('role', move.from, at, 'from');
    one('role', move.to, at, 'to');
    cite('the move', { cites: move.cites ?? [], editorial: move.basis === 'editorial' }, at);
  }
  for (const { value: contrast, at } of draft.contrasts) {
    all('role', contrast.roles, at, 'roles');
    cite('the contrast', contrast, at);
  }
  for (const { value: disagreement, at } of draft.disagreements) {
    all('role', disagreement.roles, at, 'roles');
    disagreement.positions.forEach((position, index) => {
      cite('the position', position, within(at, 'positions', index));
    });
  }
  for (const { value, at } of draft.related) all('responsibility', value.responsibilities, at, 'responsibilities');
  const { questions = [], experience = [], experienceRanks = {} } = draft.quiz?.value ?? {};
  const quiz = draft.quiz?.at ?? { file: '', path: [] };
  keys('role', experienceRanks, quiz, 'experienceRanks');
  questions.forEach((question, index) => {
    const here = within(quiz, 'questions', index);
    keys('role', question.weights, here, 'weights');
    all('area', question.areas, here, 'areas');
    all('skill', question.skills, here, 'skills');
    cite('the question', question, here);
  });
  experience.forEach((question, index) => {
    cite('the question', question, within(quiz, 'experience', index));
  });
}
