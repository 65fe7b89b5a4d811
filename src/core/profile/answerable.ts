/**
 * Finds what somebody answers about, by its name.
 */
import { PmrolesError } from '../errors.ts';
import type { Ladder } from '../model.ts';
import { find, type Finding, foldName, type Named, quote } from '../names.ts';

/** A skill or a responsibility, which profiles answer for. */
export interface Answerable {
  readonly kind: 'skill' | 'responsibility';
  readonly id: string;
}

/**
 * Finds the one skill or responsibility that a name means; a responsibility's name is its sentence.
 *
 * @param ladder the ladder to look in
 * @param name what was typed: an id, a name or a sentence in any spelling, or the unique start of one
 * @param how whether nothing but the id will do
 * @returns its kind and id
 * @throws PmrolesError `unknown-name` with the nearest names or the candidates, `usage` for an argument that is missing
 */
export function findAnswerable(ladder: Ladder, name: string, how: Finding = {}): Answerable {
  const found = find(ladder, answerables, name, 'skill or responsibility', how, 'pmroles skills');
  const entry = answerables(ladder).find(({ value }) => value.kind === found.kind && value.id === found.id)!;
  // What is written down must be meant: the start of a name is one where whole words of it are typed.
  const words = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
      .trim();
  const isMeant = [entry.id, ...entry.names].some(
    (one) => foldName(one) === foldName(name) || `${words(one)} `.startsWith(`${words(name)} `),
  );
  if (isMeant) return found;
  throw new PmrolesError('unknown-name', `no skill or responsibility is called ${quote(name)}`, {
    hint: `did you mean ${found.id}?`,
  });
}

function answerables({ skills, roles }: Ladder): Named<Answerable>[] {
  const duties = new Map<string, string[]>();
  for (const { id, text } of roles.flatMap(({ responsibilities }) => responsibilities)) {
    duties.set(id, [...(duties.get(id) ?? []), text]);
  }
  return [
    ...skills.map(({ id, name }): Named<Answerable> => ({ id, names: [name], value: { kind: 'skill', id } })),
    // Where a skill has the same id, that is what is meant.
    ...[...duties].map(([id, names]): Named<Answerable> => ({ id, names, value: { kind: 'responsibility', id } })),
  ];
}
