/**
 * What only the whole ladder can show: ids that are taken, names that lead nowhere, statements that lean on nothing.
 */
import { foldName } from '../core/names.ts';
import { suggest } from '../core/suggest.ts';
import type { Findings, Place } from './diagnostics.ts';
import { type Draft, each, EVERYTHING, firstUnder, type Placed, within } from './draft.ts';
import { type Kind, visitReferences } from './references.ts';
import { responsibilityId } from '../core/ids.ts';

/** For so many unknown ids the nearest known one is looked for. */
const MOST_SUGGESTIONS = 100;

/** Checks a draft as a whole. */
export function checkDraft(draft: Draft, findings: Findings): void {
  const known = idsByKind(draft, findings);
  checkReferences(draft, known, findings);
  checkReplaced(draft, known, findings);
  for (const { value: role, at } of draft.roles) checkRepeated(role, at, findings);
  for (const { value: move, at } of draft.progressions) {
    if (move.from === move.to) findings.add('self-loop', at, `the move leads from "${move.from}" to itself`);
  }
  for (const { value: contrast, at } of draft.contrasts) {
    if (new Set(contrast.roles).size >= 2) continue;
    findings.add('too-few-roles', within(at, 'roles'), 'a contrast compares two or more roles');
  }
  for (const { value: group, at } of draft.related) {
    if (new Set(group.responsibilities).size >= 2) continue;
    findings.add(
      'too-few-related',
      within(at, 'responsibilities'),
      'a group of related responsibilities needs two or more',
    );
  }
  if (draft.quiz) checkQuiz(draft.quiz, findings);
  checkNames(draft, findings);
  checkWhole(draft, findings);
}

/** The ids that there are, also of what was left out for a mistake in it. */
function idsByKind(draft: Draft, findings: Findings): Readonly<Record<Kind, ReadonlySet<string>>> {
  const idsOf = (name: string, list: string, entries: readonly Placed<{ readonly id: string }>[]): Set<string> => {
    const spared = draft.spared.flatMap((entry) => (entry.kind === list ? entry.id : []));
    return new Set([...collectIds(name, entries, findings), ...spared]);
  };
  idsOf('disagreement', 'disagreements', draft.disagreements);
  idsOf('group of related responsibilities', 'related', draft.related);
  const facts = draft.sources.flatMap(({ value, at }) => [
    { value, at },
    ...(value.facts ?? []).map((fact, index) => ({ value: fact, at: within(at, 'facts', index) })),
  ]);
  return {
    track: idsOf('track', 'tracks', draft.tracks),
    area: idsOf('area', 'areas', draft.areas),
    level: idsOf('level', 'levels', draft.levels),
    skill: idsOf('skill', 'skills', draft.skills),
    role: idsOf('role', 'roles', draft.roles),
    responsibility: responsibilityIds(draft),
    'source or fact': idsOf('source or fact', 'sources', facts),
  };
}

/** The ids of all responsibilities, given or made from their texts; roles may share one. */
function responsibilityIds(draft: Draft): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { value: role } of draft.roles) {
    each(role.responsibilities, ({ id, text }) => ids.add(id ?? responsibilityId(text)));
  }
  return ids;
}

/** Names that lead nowhere, statements that lean on nothing. */
function checkReferences(draft: Draft, known: Readonly<Record<Kind, ReadonlySet<string>>>, findings: Findings): void {
  // Looking for the nearest of many names takes a while; a ladder with hundreds of unknown ids has another problem.
  const asked = new Map<string, string | undefined>();
  const nearest = (kind: Kind, id: string): string | undefined => {
    const key = `${kind} ${id}`;
    if (!asked.has(key)) asked.set(key, asked.size < MOST_SUGGESTIONS ? suggest(id, known[kind], 1)[0] : undefined);
    return asked.get(key);
  };
  // A ladder without sources is its keeper's own word throughout, and need not say so line by line.
  const hasSources = known['source or fact'].size > 0;
  visitReferences(draft, {
    refer(kind, id, at, part = 'value') {
      if (known[kind].has(id)) return;
      const near = nearest(kind, id);
      const none = known[kind].size === 0 ? `the ladder has no ${kind}` : undefined;
      findings.add('unknown-id', at, `no ${kind} has the id "${id}"`, {
        hint: near ? `did you mean ${near}?` : none,
        part,
      });
    },
    statement(what, at, backed) {
      if (backed || !hasSources) return;
      const own = what === 'the progression' ? 'basis: editorial' : 'editorial: true';
      findings.add('uncited', at, `${what} cites nothing`, { hint: `add cites, or ${own}` });
    },
  });
}

/**
 * What is replaced is gone. An error, not a warning: what somebody answered about an id that is there and replaced has two
 * places, and either could be the wrong one.
 */
function checkReplaced(draft: Draft, known: Readonly<Record<Kind, ReadonlySet<string>>>, findings: Findings): void {
  const check = (kind: Kind, replaces: readonly string[] = [], at: Place): void => {
    for (const [index, id] of replaces.entries()) {
      if (!known[kind].has(id)) continue;
      findings.add('still-there', within(at, 'replaces', index), `the ${kind} "${id}" is still there`, {
        hint: `remove it, or take its id out of "replaces"`,
      });
    }
  };
  for (const { value, at } of draft.skills) check('skill', value.replaces, at);
  for (const { value: role, at } of draft.roles) {
    check('role', role.replaces, at);
    each(role.responsibilities, ({ replaces }, index) => {
      check('responsibility', replaces, within(at, 'responsibilities', index));
    });
  }
}

/** A responsibility or a skill that a role has twice. The same sentence under a made id is left out, and no mistake. */
function checkRepeated(role: Draft['roles'][number]['value'], at: Place, findings: Findings): void {
  const said = firstUnder<{ readonly at: Place; readonly made: string; readonly isGiven: boolean }>();
  each(role.responsibilities, ({ id, text }, index) => {
    const made = responsibilityId(text);
    const isGiven = id !== undefined;
    const here = within(at, 'responsibilities', index, ...(isGiven ? ['id'] : []));
    const other = said(id ?? made, { at: here, made, isGiven });
    if (!other) return;
    if (other.made === made && !(isGiven && other.isGiven)) {
      const place = within(at, 'responsibilities', index, 'text');
      const hint = 'it is used once, in its first area; remove one, or give each an id of its own';
      const message = `the role "${role.id}" has the same responsibility twice`;
      findings.add('repeated-sentence', place, message, { hint, other: other.at });
    } else {
      const message = `the role "${role.id}" has the responsibility "${id ?? made}" twice`;
      findings.add('duplicate-id', here, message, { other: other.at });
    }
  });
  const needed = firstUnder<Place>();
  each(role.skills, (entry, index) => {
    const [id, here] = [typeof entry === 'string' ? entry : entry.skill, within(at, 'skills', index)];
    const other = needed(id, here);
    if (other) findings.add('duplicate-id', here, `the role "${role.id}" has the skill "${id}" twice`, { other });
  });
}

function checkQuiz({ value: quiz, at }: NonNullable<Draft['quiz']>, findings: Findings): void {
  const questions = (quiz.questions ?? []).map((value, index) => ({ value, at: within(at, 'questions', index) }));
  const experience = (quiz.experience ?? []).map((value, index) => ({ value, at: within(at, 'experience', index) }));
  collectIds('question', [...questions, ...experience], findings);
  for (const { value: question, at: here } of experience) {
    if (question.answers.length < 2) {
      findings.add('too-few-answers', within(here, 'answers'), 'an experience question needs two or more answers');
    }
    const asksForSize = question.answers.every(({ ranks }) => ranks === undefined);
    question.answers.forEach((answer, index) => {
      const place = within(here, 'answers', index);
      if (!asksForSize && !answer.ranks) {
        findings.add('missing-key', place, 'the answer has no "ranks", and other answers of the question do');
      }
      if (asksForSize && answer.ranksIfSmall) {
        findings.add('missing-key', place, 'the answer has "ranksIfSmall", but no "ranks"');
      }
      if (!asksForSize && answer.small !== undefined) {
        findings.add('type', within(place, 'small'), '"small" belongs to a question whose answers have no "ranks"');
      }
      for (const key of ['ranks', 'ranksIfSmall'] as const) {
        const ranks = answer[key];
        if (!ranks || (ranks.length === 2 && ranks[0]! <= ranks[1]!)) continue;
        const message = 'expected two ranks, the lower one first';
        findings.add('type', within(place, key), message, { hint: 'for example: [1, 2]' });
      }
    });
  }
}

/** Collects the ids of one kind and reports those that are taken. */
function collectIds(
  name: string,
  entries: readonly Placed<{ readonly id: string }>[],
  findings: Findings,
): ReadonlySet<string> {
  const first = firstUnder<Place>();
  for (const { value, at } of entries) {
    const known = first(value.id, at);
    if (!known) continue;
    const where = known.file === at.file ? 'there twice' : `in ${known.file} already`;
    const other = within(known, 'id');
    findings.add('duplicate-id', within(at, 'id'), `the ${name} "${value.id}" is ${where}`, { other });
  }
  return new Set(entries.map(({ value }) => value.id));
}

/** Two roles that can be called by one name: that name then finds neither. */
function checkNames(draft: Draft, findings: Findings): void {
  const first = firstUnder<{ readonly role: string; readonly at: Place; readonly isId: boolean }>();
  for (const { value: role, at } of draft.roles) {
    const names: { readonly name: string; readonly at: Place }[] = [
      { name: role.id, at: within(at, 'id') },
      { name: role.title, at: within(at, 'title') },
    ];
    each(role.aliases, (name, index) => names.push({ name, at: within(at, 'aliases', index) }));
    for (const [index, { name, at: place }] of names.entries()) {
      const isId = index === 0;
      const owner = first(foldName(name), { role: role.id, at: place, isId });
      if (!owner || owner.role === role.id) continue;
      findings.add('ambiguous-name', place, `the name "${name}" already means the role "${owner.role}"`, {
        // An id as it is written goes before any other name.
        hint:
          isId || owner.isId
            ? `only the exact id "${isId ? role.id : owner.role}" will find a role`
            : "it can't be used until only one role has it",
        other: owner.at,
      });
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
