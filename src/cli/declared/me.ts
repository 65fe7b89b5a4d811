/**
 * The commands about the user: what they can do, what is missing, and what to do about it.
 */
import { argument, type CommandDeclaration, example, option } from '../declaration.ts';
import { CITES, FORCE, OUTPUT } from './shared.ts';

export const ME: readonly CommandDeclaration[] = [
  {
    name: 'me',
    usage: '[answer [role] | set <id> <answer> | set role|aim <role> | unset <id>]',
    summary: 'your profile: what you can do and have done',
    description:
      'Show your profile, answer more of it, or set one thing. It is one YAML file, yours alone; what is not in it was not answered, which is never a no.',
    arguments: [
      argument('[action]', 'answer, set or unset; without one your profile is shown or, on a terminal, made', {
        offers: ['answer', 'set', 'unset'],
      }),
      argument('[words...]', 'a skill or responsibility and the answer; role or aim and a role', { offers: 'skill' }),
    ],
    options: [
      option('--full', 'tell each answer by itself'),
      option('--evidence [text]', 'with set: what shows it, added to what is there; alone: show what is there'),
      option('--url <address>', 'where the evidence can be seen'),
      option('--on <day>', 'the day of the evidence, if not today'),
      option('--because <reason>', 'with set <id> not-applicable: why it does not apply to you'),
    ],
    examples: [
      example('pmroles me set role product-manager', 'your role; makes the profile if there is none'),
      example('pmroles me set marketing partly --evidence "Ran the spring launch"', 'one answer, and what shows it'),
    ],
    load: () => import('../../commands/me.ts'),
  },
  {
    name: 'fit',
    usage: '[profile]',
    summary: 'the roles that your answers cover',
    description:
      'Rank the roles by how much of what you answered they find covered. What is not answered counts for nothing.',
    arguments: [argument('[profile]', 'me (if left out), or @ and a file')],
    options: [option('--full', 'name every role, also those of which nothing is answered')],
    examples: [
      example('pmroles fit', 'which roles your answers cover'),
      example('pmroles fit --json', 'the same for a script'),
    ],
    load: () => import('../../commands/fit.ts'),
  },
  {
    name: 'plan',
    usage: '[profile] [role]',
    summary: 'your growth plan on the way to a role',
    description:
      'Write a growth plan: at most three gaps, those of the next step first, each with its reason and what is to be reached.',
    arguments: [
      argument('[role...]', 'the role to get to; your aim if left out; before it, @ and a file', { offers: 'role' }),
    ],
    options: [
      option('--write', 'put the goals into your profile, with room for how, when and by when'),
      option('--by <day>', 'the day by which new goals are to be reached'),
      CITES,
      OUTPUT,
      FORCE,
    ],
    examples: [
      example('pmroles plan head-of-product', 'what to grow first'),
      example('pmroles plan --format markdown', 'the same, to show your manager; -o plan.md writes a file'),
    ],
    load: () => import('../../commands/plan.ts'),
  },
];
