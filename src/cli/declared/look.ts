/**
 * The commands that show what a ladder says.
 */
import { GRAPH_FORMATS } from '../../commands/shared/formats.ts';
import { SORT_KEYS } from '../../core/query.ts';
import { PASSAGE_KINDS } from '../../core/search/passages.ts';
import { argument, type CommandDeclaration, example, option, several, wholeNumber } from '../declaration.ts';
import { CITES, FORCE, OUTPUT } from './shared.ts';

export const LOOK: readonly CommandDeclaration[] = [
  {
    name: 'list',
    summary: 'the roles, junior to senior',
    description: 'List the roles: what each is for, and where it leads next.',
    options: [
      option('--skill <skill>', 'only roles that need this skill (repeatable: all of them)', several('skill')),
      option('--track <track>', 'only roles on this track (repeatable: any of them)', several('track')),
      option('--area <area>', 'only roles with a responsibility in this area (repeatable: all)', several('area')),
      option('--sort <key>', 'what to sort by', { choices: SORT_KEYS }),
      option('--ids', 'print the ids only, one a line'),
      CITES,
    ],
    examples: [
      example('pmroles list', 'every role, junior to senior'),
      example('pmroles list --skill marketing --track leadership', 'leadership roles that need marketing'),
    ],
    load: () => import('../../commands/list.ts'),
  },
  {
    name: 'show',
    usage: '<role>',
    summary: 'responsibilities, skills and moves of a role',
    description: 'Show a role: its responsibilities, its skills, and the moves to it and from it.',
    arguments: [
      argument('[role]', 'its id, title or another name, or me; asked for on a terminal', {
        offers: 'role or profile',
        isName: true,
      }),
    ],
    options: [
      option('--full', "add each role's own wording, what levels mean, and where the sources differ"),
      option('--cites', 'show the source behind each statement; implies --full'),
    ],
    examples: [
      example('pmroles show head of product', 'what a Head of Product does; "pmroles head of product" is short for it'),
      example('pmroles show po --cites', 'the same for a Product Owner, with sources'),
    ],
    load: () => import('../../commands/show.ts'),
  },
  {
    name: 'skills',
    summary: 'the skills, and the roles that need them',
    description: 'List the skills and how many roles need each, or show one skill and the roles that need it.',
    arguments: [argument('[skill]', 'id or name of a skill; all of them if left out', { offers: 'skill' })],
    options: [
      option('--matrix', 'roles and skills in one table'),
      option('--track <track>', 'only roles on this track in the matrix (repeatable)', several('track')),
      CITES,
    ],
    examples: [
      example('pmroles skills --matrix', 'roles and skills at a glance'),
      example('pmroles skills marketing --cites', 'which roles need marketing, and which source says so'),
    ],
    load: () => import('../../commands/skills.ts'),
  },
  {
    name: 'graph',
    summary: 'the ladder as a picture',
    description: 'Draw the ladder: its roles and the moves between them. Also as mermaid, dot and svg (--format).',
    arguments: [argument('[role]', 'highlight this role, like --role', { offers: 'role', isName: true })],
    options: [
      option('--role <role>', 'highlight a role; on a large ladder, show only what is one move away', {
        offers: 'role',
      }),
      option('--track <track>', 'only roles on this track (repeatable: any of them)', several('track')),
      option('--from <role>', 'highlight the best route from this role', { offers: 'role' }),
      option('--to <role>', 'to this role', { offers: 'role' }),
      option('--path <roles...>', 'the same in one option: --path junior-pm cpo', { offers: 'role' }),
      option('--whole', 'with a role or a route: show all of a large ladder'),
      OUTPUT,
      FORCE,
    ],
    examples: [
      example('pmroles graph --path junior-pm cpo', 'the ladder, with the best route highlighted'),
      example('pmroles graph --format svg -o ladder.svg', 'a picture for a web page or a document'),
    ],
    formats: GRAPH_FORMATS,
    load: () => import('../../commands/graph.ts'),
  },
  {
    name: 'search',
    summary: 'roles, skills and responsibilities by their words',
    description: 'Find roles, skills, responsibilities and facts by their words, best match first.',
    arguments: [argument('<words...>', 'what to look for; spelling, case and order matter little')],
    options: [
      option('--kind <kind>', `only this kind (repeatable): ${PASSAGE_KINDS.join(', ')}`, {
        repeatable: true,
        offers: PASSAGE_KINDS,
        parse(text) {
          const kind = PASSAGE_KINDS.find((known) => known === text);
          if (kind === undefined) throw new Error(`Expected one of ${PASSAGE_KINDS.join(', ')}.`);
          return kind;
        },
      }),
      option('--limit <count>', 'show at most this many', {
        usual: 10,
        parse: wholeNumber(1, 999_999, 'Expected a whole number from 1 to 999999.'),
      }),
    ],
    examples: [
      example('pmroles search roadmap', 'where the ladder mentions roadmaps'),
      example('pmroles search product stratgy --kind responsibility', 'one kind only; misspelt words are found too'),
    ],
    load: () => import('../../commands/search.ts'),
  },
  {
    name: 'why',
    usage: '<role> [about...]',
    summary: 'the sources behind a role',
    description: 'Show what each statement of a role is based on: the source, its date, and what it says.',
    arguments: [
      argument('[role]', 'its id, title or another name; asked for on a terminal', { offers: 'role' }),
      argument('[about...]', 'only this skill or area, or statements with these words', { offers: 'skill or area' }),
    ],
    examples: [
      example('pmroles why cpo marketing', 'which source says that a CPO needs marketing'),
      example('pmroles why product owner', 'the sources behind everything about a Product Owner'),
    ],
    load: () => import('../../commands/why.ts'),
  },
  {
    name: 'sources',
    summary: 'the sources, and where they disagree',
    description: 'List the sources of the ladder, their facts, and where they disagree.',
    examples: [
      example('pmroles sources', 'the sources, their facts, and where they disagree'),
      example('pmroles sources --format csv', 'the facts as a table for a spreadsheet'),
    ],
    load: () => import('../../commands/sources.ts'),
  },
  {
    name: 'explore',
    summary: 'walk the ladder, role by role',
    description: 'Walk the ladder on a terminal: read a role, go on to the next, compare, find a path, ask why.',
    arguments: [
      argument('[role]', 'where to start: an id, title or another name; asked for if left out', {
        offers: 'role',
        isName: true,
      }),
    ],
    examples: [
      example('pmroles explore', 'choose a role, and go on from there'),
      example('pmroles explore head-of-product', 'start at the Head of Product'),
    ],
    formats: ['text'],
    load: () => import('../../commands/explore.ts'),
  },
];
