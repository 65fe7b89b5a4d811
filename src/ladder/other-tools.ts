/**
 * Files of other career frameworks that are common in public, and profiles: told by their keys, and refused in one sentence instead of an error
 * for each key.
 */
import { isMapping } from '../schema/mapping.ts';

/** What a file of another tool is, and how to bring it here. */
export interface OtherTool {
  readonly message: string;
  readonly hint: string;
}

const has = (value: unknown, ...keys: readonly string[]): boolean =>
  isMapping(value) && keys.every((key) => Object.hasOwn(value, key));

const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 20) : []);

const TOOLS: readonly (OtherTool & { readonly fits: (value: unknown) => boolean })[] = [
  {
    fits: (value) => has(value, 'profile', 'ladder'),
    message: 'this is a profile, not a ladder',
    hint: 'name it with --me or, in the place of a role, as @ and the file; check it with: pmroles show @<file>',
  },
  {
    fits: (value) => isMapping(value) && entriesOf(value['topics']).some((topic) => has(topic, 'name', 'content')),
    message: `this is a progression framework as Monzo's are: its "topics" hold "criteria" by level, and it has no "roles"`,
    hint: 'make each topic a skill, with its criteria as the texts of the levels, and each level a role',
  },
  {
    fits: (value) =>
      entriesOf(Array.isArray(value) ? value : isMapping(value) && value['competencies']).some((entry) =>
        has(entry, 'summary', 'level', 'area'),
      ),
    message: `these are competencies as the Financial Times keeps them: a list with "summary", "level" and "area", and no "roles"`,
    hint: 'make each level a role, and each summary one of its responsibilities, in its area',
  },
  {
    fits: (value) =>
      [value, ...entriesOf(value)].some(
        (entry) =>
          [
            'coreSkills',
            'supportingSkills',
            'professionalTitle',
            'baseSkillProficiencies',
            'baseSkillLevels',
            'skillModifiers',
          ].some((key) => has(entry, key)) ||
          (isMapping(entry) && entriesOf(entry['skills']).some((skill) => has(skill, 'human'))),
      ),
    message: `this is a part of a standard as Forward Impact's are: disciplines, levels and tracks from which roles are worked out, and no "roles"`,
    hint: 'write out the roles that you have: each with its title, rank and skills',
  },
];

/** Tells whether a file is another tool's; undefined where it is not known to be. */
export function otherTool(value: unknown): OtherTool | undefined {
  return has(value, 'roles') ? undefined : TOOLS.find(({ fits }) => fits(value));
}
