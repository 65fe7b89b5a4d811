/**
 * What only the whole ladder can show: ids that are taken, names that lead nowhere, statements that lean on nothing.
 */
import { foldName } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import type { Part } from '../schema/shape.ts';
import type { Findings, Place } from './diagnostics.ts';
import { type Draft, each, EVERYTHING, type Placed, within } from './draft.ts';
import { responsibilityId } from './responsibility-id.ts';

/** For so many unknown ids the nearest known one is looked for. */
const MOST_SUGGESTIONS = 100;

/** The ids of one kind, and how to speak of it. */
interface Kind {
  readonly name: string;
  readonly ids: ReadonlySet<string>;
}

/** Checks a draft as a whole. */
export function checkDraft(draft: Draft, findings: Findings): void {
  const kind = (name: string, list: string, entries: readonly Placed<{ readonly id: string }>[]): Kind => {
    const spared = draft.spared.flatMap((entry) => (entry.kind === list ? entry.id : []));
    return { name, ids: new Set([...collectIds(name, entries, findings), ...spared]) };
  };
  const tracks = kind('track', 'tracks', draft.tracks);
  const areas = kind('area', 'areas', draft.areas);
  const levels = kind('level', 'levels', draft.levels);
  const skills = kind('skill', 'skills', draft.skills);
  const roles = kind('role', 'roles', draft.roles);
  kind('disagreement', 'disagreements', draft.disagreements);
  // Sources and facts share the ids that statements cite.
  const facts = draft.sources.flatMap(({ value, at }) => [
    { value, at },
    ...(value.facts ?? []).map((fact, index) => ({ value: fact, at: within(at, 'facts', index) })),
  ]);
  const cites = kind('source or fact', 'sources', facts);

  // Looking for the nearest of many names takes a while; a ladder with hundreds of unknown ids has another problem.
  const asked = new Map<string, string | undefined>();
  const nearest = (to: Kind, id: string): string | undefined => {
    const key = `${to.name} ${id}`;
    if (!asked.has(key)) asked.set(key, asked.size < MOST_SUGGESTIONS ? suggest(id, to.ids, 1)[0] : undefined);
    return asked.get(key);
  };
  const refer = (to: Kind, id: string | undefined, at: Place, part: Part = 'value'): void => {
    if (id === undefined || to.ids.has(id)) return;
    const near = nearest(to, id);
    const known = to.ids.size === 0 ? `the ladder has no ${to.name}` : undefined;
    findings.add('unknown-id', at, `no ${to.name} has the id "${id}"`, {
      hint: near ? `did you mean ${near}?` : known,
      part,
    });
  };
  const citing = (
    statement: { readonly cites?: readonly string[]; readonly editorial?: boolean },
    what: string,
    at: Place,
  ): void => {
    (statement.cites ?? []).forEach((id, index) => refer(cites, id, within(at, 'cites', index)));
    // A ladder without sources is its keeper's own word throughout, and need not say so line by line.
    if (cites.ids.size === 0 || statement.editorial === true || (statement.cites ?? []).length > 0) return;
    findings.add('uncited', at, `${what} cites nothing`, { hint: 'add cites, or editorial: true' });
  };

  for (const { value: skill, at } of draft.skills) {
    for (const id of Object.keys(skill.levels ?? {})) refer(levels, id, within(at, 'levels', id), 'key');
  }
  for (const { value: role, at } of draft.roles) {
    refer(tracks, role.track, within(at, 'track'));
    if (typeof role.summary === 'object') citing(role.summary, 'the summary', within(at, 'summary'));
    each(role.includes, (inclusion, index) => {
      refer(roles, inclusion.role, within(at, 'includes', index, 'role'));
      citing(inclusion, 'the inclusion', within(at, 'includes', index));
    });
    const duties = new Map<string, Place>();
    each(role.responsibilities, (duty, index) => {
      const here = within(at, 'responsibilities', index);
      refer(areas, duty.area, within(here, 'area'));
      citing(duty, 'the responsibility', here);
      const id = duty.id ?? responsibilityId(duty.text);
      const place = duty.id === undefined ? here : within(here, 'id');
      const other = duties.get(id);
      if (other) findings.add('duplicate-id', place, `the role has the responsibility "${id}" already`, { other });
      else duties.set(id, place);
    });
    const needed = new Map<string, Place>();
    each(role.skills, (entry, index) => {
      const here = within(at, 'skills', index);
      const requirement = typeof entry === 'string' ? { skill: entry } : entry;
      refer(skills, requirement.skill, typeof entry === 'string' ? here : within(here, 'skill'));
      const other = needed.get(requirement.skill);
      if (other) findings.add('duplicate-id', here, `the role has the skill "${requirement.skill}" already`, { other });
      else needed.set(requirement.skill, here);
      refer(levels, requirement.level, within(here, 'level'));
      citing(requirement, 'the requirement', here);
    });
    each(role.notes, (note, index) => {
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
    if (edge.from === edge.to) findings.add('self-loop', at, `the progression leads from "${edge.from}" to itself`);
  }
  for (const { value: contrast, at } of draft.contrasts) {
    contrast.roles.forEach((id, index) => refer(roles, id, within(at, 'roles', index)));
    citing(contrast, 'the contrast', at);
    if (new Set(contrast.roles).size < 2) {
      findings.add('too-few-roles', within(at, 'roles'), 'a contrast sets two roles or more against each other');
    }
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
      findings.add('too-few-answers', within(here, 'answers'), 'an experience question needs two answers or more');
    }
    question.answers.forEach(({ ranks }, index) => {
      if (ranks.length === 2 && ranks[0]! <= ranks[1]!) return;
      const message = 'expected two ranks, the lower one first';
      findings.add('type', within(here, 'answers', index, 'ranks'), message, { hint: 'for example: [1, 2]' });
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
      const where = known.file === at.file ? 'twice' : `in ${known.file} already`;
      findings.add('duplicate-id', within(at, 'id'), `the ${name} "${value.id}" stands ${where}`, {
        other: within(known, 'id'),
      });
    } else first.set(value.id, at);
  }
  return new Set(first.keys());
}

/** Two roles that can be called by one name: that name then finds neither. */
function checkNames(draft: Draft, findings: Findings): void {
  const taken = new Map<string, { readonly role: string; readonly at: Place; readonly isId: boolean }>();
  for (const { value: role, at } of draft.roles) {
    const names = [
      { name: role.id, at: within(at, 'id') },
      { name: role.title, at: within(at, 'title') },
      ...(role.aliases ?? []).flatMap((name: string | undefined, index) =>
        name === undefined ? [] : [{ name, at: within(at, 'aliases', index) }],
      ),
    ];
    for (const [index, { name, at: place }] of names.entries()) {
      const folded = foldName(name);
      const owner = taken.get(folded);
      const isId = index === 0;
      if (owner === undefined) taken.set(folded, { role: role.id, at: place, isId });
      else if (owner.role !== role.id) {
        findings.add('ambiguous-name', place, `the name "${name}" already means the role "${owner.role}"`, {
          // An id as it is written goes before any other name.
          hint:
            isId || owner.isId
              ? `only "${isId ? role.id : owner.role}", the id as it is written, finds a role`
              : 'nobody can use it until it means one role only',
          other: owner.at,
        });
      }
    }
  }
}

function checkWhole(draft: Draft, findings: Findings): void {
  const file = draft.id?.at.file ?? draft.roles[0]?.at.file ?? draft.title?.at.file ?? '';
  const top: Place = { file, path: [] };
  // What is there and has a mistake in it was reported for that.
  const there = (key: 'id' | 'title' | 'roles'): boolean =>
    draft.spared.some(({ kind }) => kind === key || kind === EVERYTHING) ||
    (key === 'roles' ? draft.roles.length > 0 : draft[key] !== undefined);
  const want = (key: 'id' | 'title' | 'roles', what: string, hint: string): void => {
    if (!there(key)) findings.add('missing-key', top, `the ladder has no ${what}`, { hint });
  };
  want('id', 'id', 'add "id: my-ladder" at the top');
  want('title', 'title', 'add "title: …" at the top');
  want('roles', 'roles', 'add "roles:"');
}
