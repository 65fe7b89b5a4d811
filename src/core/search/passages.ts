/**
 * The passages of a ladder: every text that somebody may look for, and where it stands.
 */
import { type Catalog, heldRoles, sourcesOf } from '../catalog.ts';
import type { Cite } from '../model.ts';

/** In the order in which help lists them. */
export const PASSAGE_KINDS = ['role', 'skill', 'responsibility', 'fact'] as const;

/** What a search may be narrowed to. */
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** What of the ladder a passage is, and the kind that it counts as. */
const KINDS = {
  role: 'role',
  note: 'role',
  contrast: 'role',
  skill: 'skill',
  requirement: 'skill',
  responsibility: 'responsibility',
  source: 'fact',
  fact: 'fact',
  disagreement: 'fact',
} as const satisfies Readonly<Record<string, PassageKind>>;

/** A text of the ladder. */
export interface Passage {
  readonly kind: PassageKind;
  readonly part: keyof typeof KINDS;
  /** The role, skill, responsibility, fact, source or disagreement that it is or belongs to; empty for a note on the whole ladder. */
  readonly id: string;
  /** What it is called; empty where it is a statement. */
  readonly name: string;
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

type Said = Pick<Passage, 'text' | 'cites'>;
type Further = Partial<Pick<Passage, 'name' | 'aliases' | 'roles' | 'skill' | 'area'>>;

/** Lists the passages of a ladder: what is said of each role itself, not what it inherits. */
export function passagesOf(catalog: Catalog): Passage[] {
  const { roles, contrasts, notes, skills, sources, disagreements } = catalog.ladder;
  const held = heldRoles(catalog.ladder);
  const none: readonly never[] = [];
  // Every key, always in this order: a large ladder has tens of thousands of passages.
  const passage = (part: Passage['part'], id: string, { text, cites }: Said, further: Further = {}): Passage => ({
    kind: KINDS[part],
    part,
    id,
    name: further.name ?? '',
    aliases: further.aliases ?? none,
    text,
    roles: further.roles ?? none,
    skill: further.skill,
    area: further.area,
    cites,
    sources: cites.length === 0 ? none : sourcesOf(catalog, cites),
  });
  return [
    ...held.map(({ id, title, aliases, summary }) =>
      passage('role', id, summary, { name: title, aliases, roles: [id] }),
    ),
    ...held.flatMap(({ id, notes }) => notes.map((note) => passage('note', id, note, { roles: [id] }))),
    ...contrasts.map((contrast) => passage('contrast', contrast.roles[0]!, contrast, { roles: contrast.roles })),
    ...notes.map((note) => passage('note', '', note)),
    ...skills.map(({ id, name, description = '', levels = {} }) => {
      const text = [description, ...Object.values(levels)].filter((part) => part !== '').join(' ');
      return passage('skill', id, { text, cites: none }, { name, skill: id });
    }),
    ...roles.flatMap(({ id, requirements }) =>
      requirements
        .filter(({ text }) => text !== '')
        .map((needed) => passage('requirement', needed.skill, needed, { roles: [id], skill: needed.skill })),
    ),
    ...roles.flatMap(({ id, responsibilities }) =>
      responsibilities.map((own) => passage('responsibility', own.id, own, { roles: [id], area: own.area })),
    ),
    ...sources.map(({ id, title, note = '' }) => passage('source', id, { text: note, cites: [id] }, { name: title })),
    ...sources.flatMap(({ facts }) => facts.map(({ id, text }) => passage('fact', id, { text, cites: [id] }))),
    ...disagreements.flatMap(({ id, roles: about, positions }) =>
      positions.map((position) => passage('disagreement', id, position, { roles: about })),
    ),
  ];
}
