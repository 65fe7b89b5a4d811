/**
 * The commands that set roles side by side, and help to choose one.
 */
import { COMPARE_FORMATS } from '../../commands/shared/formats.ts';
import { ONLY } from '../../core/compare.ts';
import { PROGRESSION_KINDS } from '../../core/model.ts';
import { argument, type CommandDeclaration, example, option, several, wholeNumber } from '../declaration.ts';
import { CITES, EVIDENCE, FORCE, OUTPUT } from './shared.ts';

export const COMPARE: readonly CommandDeclaration[] = [
  {
    name: 'compare',
    usage: '<role> <role>...',
    summary: 'what separates two or more roles',
    description:
      'Compare roles: what they share, what only some have, and where levels differ. As svg, a picture of up to four roles. With a profile (me), what you have of them and what is missing; with two, what changed or where two people differ.',
    arguments: [
      argument(
        '[roles...]',
        'two or more roles, by id, title or another name; me or @file for a profile; asked for on a terminal',
        { offers: 'role or profile' },
      ),
    ],
    options: [
      option('--only <what>', 'changed: what they do not share; common: what they share; unique: what one role has', {
        choices: ONLY,
      }),
      option('--full', "add what each level means, and each role's own wording"),
      CITES,
      EVIDENCE,
      OUTPUT,
      FORCE,
    ],
    examples: [
      example('pmroles compare head-of-product cpo', 'two roles side by side'),
      example('pmroles compare pm po "Senior Product Manager" --only changed', 'three roles, without what they share'),
    ],
    formats: COMPARE_FORMATS,
    load: () => import('../../commands/compare.ts'),
  },
  {
    name: 'path',
    usage: '<from> <to>',
    summary: 'the routes from one role to another',
    description:
      'Find the best routes from one role to another, and what is new at each move; from me, what you still miss.',
    arguments: [
      argument('[from]', 'the role to start from, by id, title or another name, or me; asked for on a terminal', {
        offers: 'role or profile',
      }),
      argument('[to]', 'the role to get to', { offers: 'role' }),
    ],
    options: [
      option('--all [count]', 'show several routes in full (10 if no count is given)', {
        bare: 10,
        parse: wholeNumber(1, 1000, 'Expected a number from 1 to 1000; put --all behind the roles, or write --all=10.'),
      }),
      option('--via <role>', 'only routes through this role (repeatable: all of them)', several('role')),
      option('--avoid <role>', "only routes that don't pass this role (repeatable)", several('role')),
      option('--kind <kind>', 'only moves of this kind (repeatable)', { repeatable: true, choices: PROGRESSION_KINDS }),
      option('--source <source>', 'only moves that this source knows (repeatable: any of them)', several('source')),
      option('--fewest', 'put the fewest moves first, whether or not a source states them'),
      option('--full', 'name what stays and what is left at each move, not only how much'),
      option('--cites', 'show the source behind each statement; implies --full'),
      EVIDENCE,
    ],
    examples: [
      example('pmroles path junior-pm cpo', 'how to get there, and what is new at each move'),
      example('pmroles path pm cpo --via product-lead --fewest', 'the shortest route through another role'),
    ],
    load: () => import('../../commands/path.ts'),
  },
];

export const CHOOSE: readonly CommandDeclaration[] = [
  {
    name: 'quiz',
    summary: 'which role fits you',
    description: 'Find out which role fits you now, which to aim for, and why: about a dozen short questions.',
    options: [
      option(
        '--answers <answers>',
        'your role, then answers as numbers; a file that holds them; or - for standard input',
      ),
      option('--resume', 'go on with a quiz that you stopped'),
      option('--no-save', "don't keep anything to resume from"),
      option('--full', 'show every role, not only the nearest'),
      option('--list', 'show the questions, and what each says about which roles'),
    ],
    examples: [
      example('pmroles quiz --answers product-manager,4,3,3,1,4,2,5', 'without a terminal: answers in the order asked'),
      example('pmroles quiz --list', 'every question, and what it says about which roles'),
    ],
    load: () => import('../../commands/quiz.ts'),
  },
];
