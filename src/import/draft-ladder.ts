/**
 * A ladder in the making: what a table says of roles and skills, gathered row by row.
 */
import type { Importance } from '../core/model.ts';
import { quote } from '../core/names.ts';
import { responsibilityId } from '../core/ids.ts';
import type { ImportNotes } from './import-notes.ts';
import { tidy } from './lists.ts';
import { nameKey } from './name-key.ts';
import { spellingKey } from './scale.ts';

/** What a role needs of a skill. */
export interface Need {
  readonly level?: string;
  readonly importance?: Importance;
  readonly text?: string;
  readonly notApplicable?: true;
}

/** So many names that are spelt in two ways are told, and no more. */
const MOST_SPELLINGS = 10;

/** The area of responsibilities for which the table names none. */
const GENERAL = 'General';

/** What a role answers for. */
export interface Duty {
  /** Empty where the table names none. */
  readonly area: string;
  readonly text: string;
}

/** A role in the making. */
export interface RoleDraft {
  readonly name: string;
  readonly line: number;
  title?: string;
  rank?: { readonly text: string; readonly line: number };
  track?: string;
  summary?: string;
  readonly aliases: string[];
  readonly next: { readonly name: string; readonly line: number }[];
  /** By the key of the skill. */
  readonly needs: Map<string, Need>;
  /** By the id that the text gives. */
  readonly duties: Map<string, Duty>;
  readonly notes: string[];
}

/** A skill in the making. */
export interface SkillDraft {
  readonly name: string;
  group?: string;
  description?: string;
}

/** What is gathered. Maps keep the order of first appearance. */
export interface DraftLadder {
  readonly roles: ReadonlyMap<string, RoleDraft>;
  readonly skills: ReadonlyMap<string, SkillDraft>;
  /** Finds or adds the role of a name, however it is spelt. */
  readonly role: (name: string, line: number) => RoleDraft;
  readonly skill: (name: string) => SkillDraft;
  readonly need: (role: RoleDraft, skill: SkillDraft, need: Need, line: number) => void;
  readonly duty: (role: RoleDraft, duty: Duty, line: number) => void;
}

/** Starts an empty ladder. */
export function createDraftLadder(notes: ImportNotes): DraftLadder {
  const roles = new Map<string, RoleDraft>();
  const skills = new Map<string, SkillDraft>();
  const spellings = new Set<string>();
  /** Says so where a name is taken for another that is spelt otherwise, unless that is a matter of capitals. */
  const sameName = <T extends { readonly name: string }>(kind: string, known: T, name: string): T => {
    if (name !== known.name && name.toLowerCase() !== known.name.toLowerCase()) {
      spellings.add(name);
      notes.guessed(
        spellings.size > MOST_SPELLINGS
          ? 'More names than these are taken for the same, since they differ in blanks and punctuation alone.'
          : `${quote(name)} and ${quote(known.name)} are taken for the same ${kind}.`,
      );
    }
    return known;
  };
  return {
    roles,
    skills,
    role(written, line) {
      const name = tidy(written);
      const key = nameKey(name);
      const known = roles.get(key);
      if (known) return sameName('role', known, name);
      const role = { name, line, aliases: [], next: [], needs: new Map(), duties: new Map(), notes: [] };
      roles.set(key, role);
      return role;
    },
    skill(written) {
      const name = tidy(written);
      const key = nameKey(name);
      const known = skills.get(key);
      if (known) return sameName('skill', known, name);
      const skill = { name };
      skills.set(key, skill);
      return skill;
    },
    need(role, skill, need, line) {
      const key = nameKey(skill.name);
      const known = role.needs.get(key);
      if (!known) {
        role.needs.set(key, need);
        return;
      }
      // What a second row adds is taken; what it contradicts is not.
      const merged = known.notApplicable === need.notApplicable ? { ...need, ...known } : known;
      const sameLevel = spellingKey(need.level ?? '') === spellingKey(merged.level ?? '');
      const lost = (Object.keys(need) as (keyof Need)[]).some(
        (field) => need[field] !== merged[field] && !(field === 'level' && sameLevel),
      );
      const why = `the role has the skill already${lost ? ', said otherwise' : ''}`;
      notes.dropped(line, `${role.name} / ${skill.name}`, why);
      role.needs.set(key, merged);
    },
    duty(role, { area, text }, line) {
      const id = responsibilityId(text);
      if (role.duties.has(id)) notes.dropped(line, text, `${role.name} has the responsibility already`);
      else role.duties.set(id, { area: area || GENERAL, text });
      if (area === '') notes.guessed(`Responsibilities of no area stand in the area "${GENERAL}".`);
    },
  };
}
