/**
 * What only the whole ladder can show: ids that are taken, names that lead nowhere, statements that lean on nothing.
 */
import { foldName } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import type { Findings, Part, Place } from './diagnostics.ts';
import { type Draft, type Placed, within } from './draft.ts';

/** The ids of one kind, and how to speak of it. */
interface Kind {
  readonly name: string;
  readonly ids: ReadonlySet<string>;
}

/**
 * Checks a draft as a whole.
 *
 * @param draft the files of a ladder, each of the right shape
 * @param findings is told everything that is wrong
 */
export function checkDraft(draft: Draft, findings: Findings): void {
  const kind = (name: string, entries: readonly Placed<{ readonly id: string }>[]): Kind => ({
    name,
    ids: collectIds(name, entries, findings),
  });
  const tracks = kind('track', draft.tracks);
  const areas = kind('area', draft.areas);
  const levels = kind('level', draft.levels);
  const skills = kind('skill', draft.skills);
  const roles = kind('role', draft.roles);
  kind('disagreement', draft.disagreements);
  // Sources and facts share the ids that statements cite.
  const facts = draft.sources.flatMap(({ value, at }) => [
    { value, at },
    ...(value.facts ?? []).map((fact, index) => ({ value: fact, at: within(at, 'facts', index) })),
  ]);
  const cites = kind('source or fact', facts);

  const refer = (to: Kind, id: string | undefined, at: Place, part: Part = 'value'): void => {
    if (id === undefined || to.ids.has(id)) return;
    const near = suggest(id, to.ids, 1)[0];
    const known = to.ids.size === 0 ? `the ladder has no ${to.name}` : undefined;
    findings.add(
      'error',
      'unknown-id',
      at,
      `no ${to.name} has the id "${id}"`,
      near ? `did you mean ${near}?` : known,
      part,
    );
  };
  const citing = (
    statement: { readonly cites?: readonly string[]; readonly editorial?: boolean },
    what: string,
    at: Place,
  ): void => {
    (statement.cites ?? []).forEach((id, index) => refer(cites, id, within(at, 'cites', index)));
    // A ladder without sources is its keeper's own word throughout, and need not say so line by line.
    if (cites.ids.size === 0 || statement.editorial === true || (statement.cites ?? []).length > 0) return;
    findings.add('warning', 'uncited', at, `${what} cites nothing`, 'add cites, or editorial: true');
  };

  for (const { value: skill, at } of draft.skills) {
    for (const id of Object.keys(skill.levels ?? {})) refer(levels, id, within(at, 'levels', id), 'key');
  }
  for (const { value: role, at } of draft.roles) {
    refer(tracks, role.track, within(at, 'track'));
    if (typeof role.summary === 'object') citing(role.summary, 'the summary', within(at, 'summary'));
    (role.includes ?? []).forEach((inclusion, index) => {
      refer(roles, inclusion.role, within(at, 'includes', index, 'role'));
      citing(inclusion, 'the inclusion', within(at, 'includes', index));
    });
    const duties = new Set<string>();
    (role.responsibilities ?? []).forEach((duty, index) => {
      const here = within(at, 'responsibilities', index);
      refer(areas, duty.area, within(here, 'area'));
      citing(duty, 'the responsibility', here);
      if (duty.id === undefined) return;
      if (duties.has(duty.id)) {
        findings.add(
          'error',
          'duplicate-id',
          within(here, 'id'),
          `the role has the responsibility "${duty.id}" already`,
        );
      }
      duties.add(duty.id);
    });
    const needed = new Set<string>();
    (role.skills ?? []).forEach((entry, index) => {
      const here = within(at, 'skills', index);
      const requirement = typeof entry === 'string' ? { skill: entry } : entry;
      refer(skills, requirement.skill, typeof entry === 'string' ? here : within(here, 'skill'));
      if (needed.has(requirement.skill)) {
        findings.add('error', 'duplicate-id', here, `the role has the skill "${requirement.skill}" already`);
      }
      needed.add(requirement.skill);
      refer(levels, requirement.level, within(here, 'level'));
      citing(requirement, 'the requirement', here);
    });
    (role.notes ?? []).forEach((note, index) => {
      if (typeof note === 'object') citing(note, 'the note', within(at, 'notes', index));
    });
  }
  draft.notes.forEach(({ value, at }) => {
    if (typeof value === 'object') citing(value, 'the note', at);
  });
  for (const { value: edge, at } of draft.progressions) {
    refer(roles, edge.from, within(at, 'from'));
    refer(roles, edge.to, within(at, 'to'));
    citing(
      { editorial: edge.basis === 'editorial', ...(edge.cites ? { cites: edge.cites } : {}) },
      'the progression',
      at,
    );
    if (edge.from === edge.to)
      findings.add('error', 'self-loop', at, `the progression leads from "${edge.from}" to itself`);
  }
  for (const { value: contrast, at } of draft.contrasts) {
    contrast.roles.forEach((id, index) => refer(roles, id, within(at, 'roles', index)));
    citing(contrast, 'the contrast', at);
  }
  for (const { value: disagreement, at } of draft.disagreements) {
    (disagreement.roles ?? []).forEach((id, index) => refer(roles, id, within(at, 'roles', index)));
    disagreement.positions.forEach((position, index) =>
      citing(position, 'the position', within(at, 'positions', index)),
    );
  }
  checkQuiz(draft, { roles, areas, skills }, { refer, citing, findings });
  checkNames(draft, findings);
  checkWhole(draft, findings);
}

/** What the check of the quiz shares with the others. */
interface Tools {
  readonly refer: (to: Kind, id: string | undefined, at: Place, part?: Part) => void;
  readonly citing: (statement: { readonly cites?: readonly string[] }, what: string, at: Place) => void;
  readonly findings: Findings;
}

function checkQuiz(
  draft: Draft,
  known: { readonly roles: Kind; readonly areas: Kind; readonly skills: Kind },
  { refer, citing, findings }: Tools,
): void {
  if (!draft.quiz) return;
  const { value: quiz, at } = draft.quiz;
  const questions = (quiz.questions ?? []).map((value, index) => ({ value, at: within(at, 'questions', index) }));
  const experience = (quiz.experience ?? []).map((value, index) => ({ value, at: within(at, 'experience', index) }));
  collectIds('question', [...questions, ...experience], findings);
  for (const { value: question, at: here } of questions) {
    for (const id of Object.keys(question.weights)) refer(known.roles, id, within(here, 'weights', id), 'key');
    refer(known.roles, question.signature, within(here, 'signature'));
    (question.areas ?? []).forEach((id, index) => refer(known.areas, id, within(here, 'areas', index)));
    (question.skills ?? []).forEach((id, index) => refer(known.skills, id, within(here, 'skills', index)));
    citing(question, 'the question', here);
  }
  for (const { value: question, at: here } of experience) {
    citing(question, 'the question', here);
    if (question.answers.length < 2) {
      findings.add(
        'error',
        'too-few-answers',
        within(here, 'answers'),
        'an experience question needs two answers or more',
      );
    }
    question.answers.forEach(({ ranks }, index) => {
      if (ranks.length === 2 && ranks[0]! <= ranks[1]!) return;
      const message = 'expected two ranks, the lower one first';
      findings.add('error', 'type', within(here, 'answers', index, 'ranks'), message, 'for example: [1, 2]');
    });
  }
}

/** Collects the ids of one kind and reports those that are taken. */
function collectIds(
  name: string,
  entries: readonly Placed<{ readonly id: string }>[],
  findings: Findings,
): ReadonlySet<string> {
  const first = new Map<string, Place>();
  for (const { value, at } of entries) {
    const known = first.get(value.id);
    if (known) {
      const where = known.file === at.file ? '' : ` in ${known.file}`;
      findings.add('error', 'duplicate-id', within(at, 'id'), `the ${name} "${value.id}" stands twice${where}`);
    } else first.set(value.id, at);
  }
  return new Set(first.keys());
}

/** Two roles that can be called by one name: that name then finds neither. */
function checkNames(draft: Draft, findings: Findings): void {
  const taken = new Map<string, string>();
  for (const { value: role, at } of draft.roles) {
    const names = [
      { name: role.id, at: within(at, 'id') },
      { name: role.title, at: within(at, 'title') },
      ...(role.aliases ?? []).map((name, index) => ({ name, at: within(at, 'aliases', index) })),
    ];
    for (const { name, at: place } of names) {
      const folded = foldName(name);
      const owner = taken.get(folded);
      if (owner === undefined) taken.set(folded, role.id);
      else if (owner !== role.id) {
        const message = `the name "${name}" already means the role "${owner}"`;
        findings.add('warning', 'ambiguous-name', place, message, 'nobody can use it until it means one role only');
      }
    }
  }
}

function checkWhole(draft: Draft, findings: Findings): void {
  const file = draft.id?.at.file ?? draft.roles[0]?.at.file ?? draft.title?.at.file ?? '';
  const top: Place = { file, path: [] };
  if (!draft.id) findings.add('error', 'missing-key', top, 'the ladder has no id', 'add "id: my-ladder" at the top');
  if (!draft.title) findings.add('error', 'missing-key', top, 'the ladder has no title', 'add "title: …" at the top');
  if (draft.roles.length === 0) findings.add('error', 'missing-key', top, 'the ladder has no roles', 'add "roles:"');
}
