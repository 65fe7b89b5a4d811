/**
 * A ladder with the ids of another version, so that what only has another id is compared as what it is.
 */
import type { Ladder, QuizQuestion } from '../model.ts';
import type { Kind } from './entries.ts';

/** By kind and old id, the new one. */
export type NewIds = Readonly<Record<Kind, ReadonlyMap<string, string>>>;

export function withIds(ladder: Ladder, ids: NewIds): Ladder {
  if (Object.values(ids).every(({ size }) => size === 0)) return ladder;
  const to = (kind: Kind, id: string): string => ids[kind].get(id) ?? id;
  const all = (kind: Kind, list: readonly string[]): string[] => list.map((id) => to(kind, id));
  const keys = <T>(kind: Kind, record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [to(kind, id), value]));
  const own = <T extends { readonly id: string }>(kind: Kind, list: readonly T[]): T[] =>
    list.map((entry) => ({ ...entry, id: to(kind, entry.id) }));
  const question = (entry: QuizQuestion): QuizQuestion => ({
    ...entry,
    weights: keys('role', entry.weights),
    areas: all('area', entry.areas),
    skills: all('skill', entry.skills),
  });
  const { quiz } = ladder;
  return {
    ...ladder,
    tracks: own('track', ladder.tracks),
    areas: own('area', ladder.areas),
    levels: own('level', ladder.levels),
    skills: own('skill', ladder.skills).map(({ levels, ...skill }) => ({
      ...skill,
      ...(levels && { levels: keys('level', levels) }),
    })),
    roles: own('role', ladder.roles).map(({ track, ...role }) => ({
      ...role,
      ...(track !== undefined && { track: to('track', track) }),
      includes: role.includes.map((inclusion) => ({ ...inclusion, role: to('role', inclusion.role) })),
      responsibilities: own('responsibility', role.responsibilities).map((entry) => ({
        ...entry,
        area: to('area', entry.area),
      })),
      requirements: role.requirements.map(({ level, ...need }) => ({
        ...need,
        skill: to('skill', need.skill),
        ...(level !== undefined && { level: to('level', level) }),
      })),
    })),
    progressions: ladder.progressions.map((move) => ({
      ...move,
      from: to('role', move.from),
      to: to('role', move.to),
    })),
    contrasts: ladder.contrasts.map((contrast) => ({ ...contrast, roles: all('role', contrast.roles) })),
    disagreements: ladder.disagreements.map((entry) => ({ ...entry, roles: all('role', entry.roles) })),
    related: ladder.related.map((group) => ({
      ...group,
      responsibilities: all('responsibility', group.responsibilities),
    })),
    ...(quiz && {
      quiz: {
        ...quiz,
        questions: quiz.questions.map(question),
        ...(quiz.experienceRanks && { experienceRanks: keys('role', quiz.experienceRanks) }),
      },
    }),
  };
}
