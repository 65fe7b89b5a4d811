/**
 * `pmroles skills`: which skills there are, and who needs them.
 */
import { collect, type Example, type Register } from './shared/session.ts';

/** What the command line may ask about skills. */
export interface SkillsFlags {
  readonly matrix?: boolean;
  readonly track?: readonly string[];
  readonly cites?: boolean;
}

/** What help shows. */
export const SKILLS_EXAMPLES: readonly Example[] = [
  { line: 'pmroles skills', purpose: 'every skill, and how many roles need it' },
  { line: 'pmroles skills marketing --cites', purpose: 'who needs marketing, how much, and who says so' },
  { line: 'pmroles skills --matrix', purpose: 'roles and skills at a glance' },
];

/** Declares the command. */
export const registerSkills: Register = (program, perform) => {
  program
    .command('skills')
    .argument('[skill]', 'id or name of a skill; without it all of them')
    .summary('list the skills, and who needs them')
    .description('List the skills and how many roles need each, or show one skill with the roles that need it.')
    .option('--matrix', 'roles and skills in one table')
    .option('--track <track>', 'only the roles on this track in the matrix (repeatable)', collect)
    .option('--cites', 'show the cite behind each statement')
    .action((skill: string | undefined, flags: SkillsFlags) =>
      perform(async (session) => {
        const { runSkills } = await import('./skills-run.ts');
        return runSkills(skill, flags, session);
      }),
    );
};
