/**
 * The commands that put a role to use where somebody is wanted for it.
 */
import { FILL_FORMATS } from '../../commands/shared/formats.ts';
import { argument, type CommandDeclaration, example } from '../declaration.ts';
import { FORCE, OUTPUT } from './shared.ts';

const ROLE = argument('[role]', 'its id, title or another name; asked for on a terminal', {
  offers: 'role',
  isName: true,
});

export const HIRE: readonly CommandDeclaration[] = [
  {
    name: 'advert',
    usage: '<role>',
    summary: 'a job advert from what a role expects',
    description:
      'Write a job advert from what a role expects, with notes that name the sources. What the ladder does not say is left open, marked "[to fill in]". In markdown, unless --format says otherwise.',
    arguments: [ROLE],
    options: [OUTPUT, FORCE],
    examples: [
      example('pmroles advert head-of-product -o advert.md', 'as a document, to fill in and to shorten'),
      example('pmroles advert cpo --format text', 'to read on a terminal'),
    ],
    formats: FILL_FORMATS,
    load: () => import('../../commands/advert.ts'),
  },
  {
    name: 'interview',
    usage: '<role>',
    summary: 'interview questions from what a role expects',
    description:
      'Write questions for an interview from what a role expects, with what to listen for where the ladder describes levels. In markdown, unless --format says otherwise.',
    arguments: [ROLE],
    options: [OUTPUT, FORCE],
    examples: [
      example('pmroles interview product-owner', 'questions by area, then by skill'),
      example('pmroles interview cpo --format csv -o questions.csv', 'as a table for a spreadsheet'),
    ],
    formats: FILL_FORMATS,
    load: () => import('../../commands/interview.ts'),
  },
];
