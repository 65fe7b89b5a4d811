/**
 * The passages of a ladder: every text that somebody may look for, and where it stands.
 */
import { type Catalog, sourcesOf } from './catalog.ts';
import type { Cite, Skill } from './model.ts';

/** What a search may be narrowed to. */
export type PassageKind = 'role' | 'skill' | 'responsibility' | 'fact';

/** Every kind, in the order in which help lists them. */
export const PASSAGE_KINDS: readonly PassageKind[] = ['role', 'skill', 'responsibility', 'fact'];

/** What of the ladder a passage is, more exactly than its kind. */
export type PassagePart =
  'role' | 'note' | 'contrast' | 'skill' | 'requirement' | 'responsibility' | 'source' | 'fact' | 'disagreement';

/** A text of the ladder. */
export interface Passage {
  readonly kind: PassageKind;
  readonly part: PassagePart;
  /** The role, skill, responsibility, fact, source or disagreement that it is or belongs to; empty for a note on the whole ladder. */
  readonly id: string;
  /** What it is called; empty where it is a statement. */
  readonly name: string;
  /** What else it is called. */
  readonly aliases: readonly string[];
  /** What it says; may be empty where there is a name. */
  readonly text: string;
  readonly roles: readonly string[];
  readonly skill?: string;
  readonly area?: string;
  readonly cites: readonly Cite[];
  /** The ids of the sources that it is of. */
  readonly sources: readonly string[];
}

/**
 * Collects the passages of a ladder: what is said of each role itself, not what it takes over.
 *
 * @param catalog the ladder
 * @param kinds the kinds to collect; all of them when empty
 * @returns the passages; of two that fit a search alike, the first should come first
 */
export function passagesOf(catalog: Catalog, kinds: readonly PassageKind[]): Passage[] {
  const makers: Record<PassageKind, (catalog: Catalog) => Passage[]> = {
    role: rolePassages,
    skill: skillPassages,
    responsibility: responsibilityPassages,
    fact: factPassages,
  };
  return PASSAGE_KINDS.filter((kind) => kinds.length === 0 || kinds.includes(kind)).flatMap((kind) =>
    makers[kind](catalog),
  );
}

const NOTHING = { name: '', aliases: [], text: '', roles: [], cites: [], sources: [] };

function rolePassages(catalog: Catalog): Passage[] {
  const { roles, contrasts, notes } = catalog.ladder;
  const said = (cites: readonly Cite[]) => ({ cites, sources: sourcesOf(catalog, cites) });
  return [
    ...roles.map(({ id, title, aliases, summary }): Passage => ({
      ...{ kind: 'role', part: 'role', id, name: title, aliases, text: summary.text, roles: [id] },
      ...said(summary.cites),
    })),
    ...roles.flatMap(({ id, notes: own }) =>
      own.map(({ text, cites }): Passage => ({
        ...NOTHING,
        ...{ kind: 'role', part: 'note', id, text, roles: [id] },
        ...said(cites),
      })),
    ),
    ...contrasts.map(({ roles: ids, text, cites }): Passage => ({
      ...NOTHING,
      ...{ kind: 'role', part: 'contrast', id: ids[0]!, text, roles: ids },
      ...said(cites),
    })),
    ...notes.map(({ text, cites }): Passage => ({
      ...NOTHING,
      kind: 'role',
      part: 'note',
      id: '',
      text,
      ...said(cites),
    })),
  ];
}

function skillPassages(catalog: Catalog): Passage[] {
  return [
    ...catalog.ladder.skills.map((skill): Passage => ({
      ...NOTHING,
      ...{ kind: 'skill', part: 'skill', id: skill.id, name: skill.name, text: skillText(skill), skill: skill.id },
    })),
    ...catalog.ladder.roles.flatMap((role) =>
      role.requirements
        .filter(({ text }) => text !== '')
        .map(({ skill, text, cites }): Passage => ({
          ...NOTHING,
          ...{ kind: 'skill', part: 'requirement', id: skill, text, roles: [role.id], skill, cites },
          sources: sourcesOf(catalog, cites),
        })),
    ),
  ];
}

function skillText({ description, levels }: Skill): string {
  return [description ?? '', ...Object.values(levels ?? {})].filter((text) => text !== '').join(' ');
}

function responsibilityPassages(catalog: Catalog): Passage[] {
  return catalog.ladder.roles.flatMap((role) =>
    role.responsibilities.map(({ id, area, text, cites }): Passage => ({
      ...NOTHING,
      ...{ kind: 'responsibility', part: 'responsibility', id, text, roles: [role.id], area, cites },
      sources: sourcesOf(catalog, cites),
    })),
  );
}

function factPassages(catalog: Catalog): Passage[] {
  const { sources, disagreements } = catalog.ladder;
  return [
    ...sources.map(({ id, title, note }): Passage => ({
      ...NOTHING,
      ...{ kind: 'fact', part: 'source', id, name: title, text: note ?? '', cites: [id], sources: [id] },
    })),
    ...sources.flatMap(({ id: source, facts }) =>
      facts.map(({ id, text }): Passage => ({
        ...NOTHING,
        ...{ kind: 'fact', part: 'fact', id, text, cites: [id], sources: [source] },
      })),
    ),
    ...disagreements.flatMap(({ id, roles, positions }) =>
      positions.map(({ text, cites }): Passage => ({
        ...NOTHING,
        ...{ kind: 'fact', part: 'disagreement', id, text, roles, cites, sources: sourcesOf(catalog, cites) },
      })),
    ),
  ];
}
