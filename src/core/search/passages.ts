/**
 * The passages of a ladder: every text that somebody may look for, and where it stands.
 */
import { type Catalog, sourcesOf } from '../catalog.ts';
import type { Cite, Role, Skill } from '../model.ts';

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
  readonly skill: string | undefined;
  readonly area: string | undefined;
  readonly cites: readonly Cite[];
  /** The ids of the sources that it is of. */
  readonly sources: readonly string[];
}

/** Some passages that are made together, when one of them is wanted: of a large ladder nobody wants most of them. */
export interface Shelf {
  readonly kind: PassageKind;
  readonly make: () => readonly Passage[];
}

/** Says where the passages of a ladder are: what is said of each role itself, not what it takes over. */
export function shelvesOf(catalog: Catalog): Shelf[] {
  const { roles, contrasts, notes, skills, sources, disagreements } = catalog.ladder;
  const shelf = (kind: PassageKind, make: Shelf['make']): Shelf => ({ kind, make });
  return [
    shelf('role', () =>
      roles.map(({ id, title, aliases, summary }) =>
        passage(catalog, 'role', id, summary, { name: title, aliases, roles: [id] }),
      ),
    ),
    ...roles.map((role) =>
      shelf('role', () => role.notes.map((note) => passage(catalog, 'note', role.id, note, { roles: [role.id] }))),
    ),
    shelf('role', () => [
      ...contrasts.map((contrast) =>
        passage(catalog, 'contrast', contrast.roles[0]!, contrast, { roles: contrast.roles }),
      ),
      ...notes.map((note) => passage(catalog, 'note', '', note, {})),
    ]),
    shelf('skill', () =>
      skills.map((skill) =>
        passage(
          catalog,
          'skill',
          skill.id,
          { text: skillText(skill), cites: NONE },
          { name: skill.name, skill: skill.id },
        ),
      ),
    ),
    ...roles.map((role) => shelf('skill', () => requirementPassages(catalog, role))),
    ...roles.map((role) => shelf('responsibility', () => responsibilityPassages(catalog, role))),
    shelf('fact', () => [
      ...sources.map(({ id, title, note }) =>
        passage(catalog, 'source', id, { text: note ?? '', cites: [id] }, { name: title }),
      ),
      ...sources.flatMap(({ facts }) =>
        facts.map(({ id, text }) => passage(catalog, 'fact', id, { text, cites: [id] }, {})),
      ),
      ...disagreements.flatMap(({ id, roles: about, positions }) =>
        positions.map((position) => passage(catalog, 'disagreement', id, position, { roles: about })),
      ),
    ]),
  ];
}

const KINDS: Readonly<Record<PassagePart, PassageKind>> = {
  role: 'role',
  note: 'role',
  contrast: 'role',
  skill: 'skill',
  requirement: 'skill',
  responsibility: 'responsibility',
  source: 'fact',
  fact: 'fact',
  disagreement: 'fact',
};

const NONE: readonly never[] = [];

/** What only some passages have. */
type Further = Partial<Pick<Passage, 'name' | 'aliases' | 'roles' | 'skill' | 'area'>>;

/** Every key in one place and in one order: a large ladder has tens of thousands of them. */
function passage(
  catalog: Catalog,
  part: PassagePart,
  id: string,
  { text, cites }: { readonly text: string; readonly cites: readonly Cite[] },
  further: Further,
): Passage {
  return {
    kind: KINDS[part],
    part,
    id,
    name: further.name ?? '',
    aliases: further.aliases ?? NONE,
    text,
    roles: further.roles ?? NONE,
    skill: further.skill,
    area: further.area,
    cites,
    sources: cites.length === 0 ? NONE : sourcesOf(catalog, cites),
  };
}

function requirementPassages(catalog: Catalog, role: Role): Passage[] {
  return role.requirements
    .filter(({ text }) => text !== '')
    .map((requirement) => {
      const { skill } = requirement;
      return passage(catalog, 'requirement', skill, requirement, { roles: [role.id], skill });
    });
}

function responsibilityPassages(catalog: Catalog, role: Role): Passage[] {
  return role.responsibilities.map((responsibility) => {
    const { id, area } = responsibility;
    return passage(catalog, 'responsibility', id, responsibility, { roles: [role.id], area });
  });
}

function skillText({ description, levels }: Skill): string {
  return [description ?? '', ...Object.values(levels ?? {})].filter((text) => text !== '').join(' ');
}
