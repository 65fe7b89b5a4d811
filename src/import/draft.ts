/**
 * A ladder in the making: what tables say of roles and skills, gathered row by row.
 */
import { responsibilityId } from '../core/ids.ts';
import type { Importance, ProgressionKind } from '../core/model.ts';
import { quote } from '../core/names.ts';
import { tidy } from './lists.ts';
import { nameKey } from './name-key.ts';
import type { Notes, Place } from './notes.ts';
import { spellingKey } from './scale.ts';

/** What a role needs of a skill. */
export interface Need {
  readonly level?: string;
  readonly importance?: Importance;
  readonly text?: string;
  readonly notApplicable?: true;
}

/** What a role answers for; the area is empty where no table names one. */
export interface Duty {
  readonly area: string;
  readonly text: string;
}

/** A role in the making. */
export interface RoleDraft {
  readonly name: string;
  title?: string;
  rank?: Place & { readonly text: string };
  track?: string;
  /** What the track belongs to. */
  family?: string;
  summary?: string;
  readonly aliases: Set<string>;
  readonly next: (Place & { readonly name: string; readonly kind?: ProgressionKind })[];
  /** By the key of the skill. */
  readonly needs: Map<string, Need>;
  /** By the id that the text gives. */
  readonly duties: Map<string, Duty>;
  readonly notes: Set<string>;
}

/** A skill in the making. */
export interface SkillDraft {
  readonly key: string;
  readonly name: string;
  group?: string;
  description?: string;
  /** By the name of the level, what it looks like. */
  readonly levels: Map<string, string>;
}

/** What is gathered. Maps keep the order of first appearance. */
export interface Draft {
  readonly roles: ReadonlyMap<string, RoleDraft>;
  readonly skills: ReadonlyMap<string, SkillDraft>;
  /** Finds or adds the role of a name, however it is spelt. */
  readonly role: (name: string) => RoleDraft;
  /** Finds or adds a skill. Where one name stands in several groups, the group is part of what tells skills apart. */
  readonly skill: (name: string, group: string) => SkillDraft;
  readonly need: (role: RoleDraft, skill: SkillDraft, need: Need, place: Place) => void;
  readonly duty: (role: RoleDraft, duty: Duty, place: Place) => void;
}

/** The area of responsibilities for which the table names none. */
const GENERAL = 'General';

/**
 * Starts an empty ladder.
 *
 * @param split the keys of names that stand for different skills in different groups
 */
export function createDraft(split: ReadonlySet<string>, notes: Notes): Draft {
  const roles = new Map<string, RoleDraft>();
  const skills = new Map<string, SkillDraft>();
  /** Says so where a name is taken for another that is spelt otherwise, unless that is a matter of capitals. */
  const sameName = <T extends { readonly name: string }>(kind: string, known: T, name: string): T => {
    if (name.toLowerCase() !== known.name.toLowerCase())
      notes.read(`${quote(name)} and ${quote(known.name)} are one ${kind}.`);
    return known;
  };
  return {
    roles,
    skills,
    role(written) {
      const name = tidy(written);
      const key = nameKey(name);
      const known = roles.get(key);
      if (known) return sameName('role', known, name);
      const role = {
        name,
        aliases: new Set<string>(),
        next: [],
        needs: new Map(),
        duties: new Map(),
        notes: new Set<string>(),
      };
      roles.set(key, role);
      return role;
    },
    skill(written, group) {
      const name = tidy(written);
      const key = split.has(nameKey(name)) && group !== '' ? `${nameKey(name)}\n${nameKey(group)}` : nameKey(name);
      const known = skills.get(key);
      if (known) {
        setOnce(known, 'group', tidy(group));
        return sameName('skill', known, name);
      }
      const skill: SkillDraft = { key, name, levels: new Map() };
      setOnce(skill, 'group', tidy(group));
      skills.set(key, skill);
      return skill;
    },
    need(role, skill, need, place) {
      const known = role.needs.get(skill.key);
      if (!known) {
        role.needs.set(skill.key, need);
        return;
      }
      // What a second row adds is taken; what it contradicts is not.
      const merged = known.notApplicable === need.notApplicable ? { ...need, ...known } : known;
      const sameLevel = spellingKey(need.level ?? '') === spellingKey(merged.level ?? '');
      const lost = (Object.keys(need) as (keyof Need)[]).some(
        (field) => need[field] !== merged[field] && !(field === 'level' && sameLevel),
      );
      const what = `${role.name} / ${skill.name}`;
      if (lost) notes.lost(place, what, 'the role has the skill already, said otherwise');
      else notes.aside(place, what, 'the role has the skill already');
      role.needs.set(skill.key, merged);
    },
    duty(role, { area, text }, place) {
      const id = responsibilityId(text);
      if (role.duties.has(id)) notes.aside(place, text, `${role.name} has the responsibility already`);
      else role.duties.set(id, { area: area || GENERAL, text });
      if (area === '') notes.read(`Responsibilities without an area stand in the area "${GENERAL}".`);
    },
  };
}

/** Sets a field that is not set yet, unless there is nothing to set it to. */
export function setOnce<K extends string>(target: Partial<Record<K, string>>, key: K, value: string): void {
  if (value !== '') target[key] ??= value;
}
