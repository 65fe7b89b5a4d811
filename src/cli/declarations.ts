/**
 * Every command and its flags. Help, completion and the manual page are made of this as well.
 */
import { type CommandDeclaration, example, type Example } from './declaration.ts';
import { CHOOSE, COMPARE } from './declared/compare.ts';
import { HIRE } from './declared/hire.ts';
import { LOOK } from './declared/look.ts';
import { ME } from './declared/me.ts';
import { OWN_LADDER } from './declared/own-ladder.ts';
import { HELP, SET_UP } from './declared/set-up.ts';

export const DESCRIPTION = 'Explore a career ladder: what roles do, what separates them, how to get there.';

/** What stands at the head of a few commands where help lists them all. */
export interface Group {
  readonly title: string;
  readonly commands: readonly Omit<CommandDeclaration, 'load'>[];
}

export const GROUPS: readonly Group[] = [
  { title: 'Look', commands: LOOK },
  { title: 'Compare', commands: COMPARE },
  { title: 'You', commands: [...CHOOSE, ...ME] },
  { title: 'Your own ladder', commands: [...OWN_LADDER, ...HIRE] },
  { title: 'Set up', commands: [...SET_UP, HELP] },
];

/** In the order in which help lists them, but for `help` itself. */
export const COMMANDS: readonly CommandDeclaration[] = [
  ...LOOK,
  ...COMPARE,
  ...CHOOSE,
  ...ME,
  ...OWN_LADDER,
  ...HIRE,
  ...SET_UP,
];

/** What help as a whole shows. */
export const EXAMPLES: readonly Example[] = [
  example('pmroles compare head-of-product cpo', 'two roles side by side'),
  example('pmroles path junior-pm cpo --json', 'the routes, for a script'),
];

/** What to begin with: shown by the program alone, with roles of the ladder in use in the place of these. */
export const FIRST_STEPS: readonly Example[] = [
  example('pmroles list', 'which roles there are'),
  example('pmroles show cpo', 'what a role does'),
  example('pmroles compare head-of-product cpo', 'what separates two roles'),
  example('pmroles path junior-pm cpo', 'how to get there'),
  example('pmroles quiz', 'which role fits you'),
  example('pmroles me', 'what you have of a role, and what is missing'),
];
