/**
 * The shape of a ladder file: every key that may stand in one, and what it means.
 *
 * A ladder may be one file or many; each file holds any of the top-level keys, so only the whole must be complete.
 */
import { LANGUAGE } from '../core/ids.ts';
import { BASES, IMPORTANCES, INCLUDED, PROGRESSION_KINDS } from '../core/model.ts';
import { citeId, cites, editorial, id, idOf, replaces, statement, statementOrText, title } from './ladder-parts.ts';
import { quiz } from './ladder-quiz.ts';
import { isMapping, object, record } from './mapping.ts';
import { boolean, either, list, mismatch, number, oneOf, pattern, type Shape, text } from './shape.ts';
import type { JsonSchema, Of } from './written.ts';

const requirement = object(
  { skill: idOf('a skill') },
  {
    text: text("What the skill means in this role, in the role's own words."),
    level: id('The id of the level that the role needs.'),
    importance: oneOf(IMPORTANCES, 'How important the skill is for the role.'),
    notApplicable: boolean('True if the skill does not apply to this role.'),
    cites,
    editorial,
  },
  undefined,
  '{ skill: sql, level: advanced }',
);

const role = object(
  {
    id: idOf('the role'),
    title: title('the role'),
    rank: number({ description: 'How senior the role is: a larger number is more senior.', examples: [1] }),
  },
  {
    aliases: list(text(), { description: 'Other names that people use for the role.', examples: [['VP Product']] }),
    track: id('The id of the track that the role belongs to.'),
    replaces: replaces('role'),
    abstract: boolean('True for a role that only exists for others to inherit from.'),
    summary: statementOrText('What the role is for, in a sentence.'),
    includes: list(
      object(
        { role: idOf('another role') },
        {
          of: list(oneOf(INCLUDED, 'What is inherited.'), {
            description: 'What is inherited; both if absent.',
            default: INCLUDED,
          }),
          cites,
          editorial,
        },
      ),
      'Roles that this one inherits responsibilities and skills from.',
    ),
    responsibilities: list(
      object(
        {
          text: text({ description: 'What the role does, beginning with a verb.', examples: ['Set the menu.'] }),
          area: id('The id of the area that it belongs to.'),
        },
        {
          id: idOf('the responsibility; the same in every role that has it. Made from the text if absent'),
          replaces: replaces('responsibility'),
          cites,
          editorial,
        },
        undefined,
        '{ area: quality, text: Test every release. }',
      ),
      'What the role is responsible for.',
    ),
    skills: list(
      either(idOf('a skill'), requirement),
      'The skills that the role needs: their ids, or ids with more about each.',
    ),
    notes: list(statementOrText('A note.'), 'What else there is to know about the role.'),
  },
  'A role on the ladder.',
);

const described = (what: string, id: Shape<string>) =>
  object({ id, title: title(what) }, { description: text(`What ${what} is about.`) });

const ladderFile = object(
  {},
  {
    $schema: text('Where the JSON Schema for ladder files is.'),
    id: idOf('the ladder'),
    version: text({
      description: "The ladder's own version, in quotes.",
      default: '0.0.0',
      examples: ['1.0.0'],
    }),
    title: title('the ladder'),
    summary: text('What the ladder is about, in a sentence.'),
    language: pattern('the tag of a language: de, pt-BR', LANGUAGE, {
      description: 'The language that the ladder is written in; its page says so, for screen readers and hyphens.',
      default: 'en',
      examples: ['de'],
    }),
    licence: text({
      description: 'What others may do with the ladder: an SPDX expression, or words.',
      examples: ['CC-BY-4.0', 'For use inside our company'],
    }),
    cumulative: boolean({
      description: 'True if each role inherits from the rank below it on its track.',
      default: false,
    }),
    tracks: list(described('the track', idOf('the track')), 'Career tracks, such as individual contributor.'),
    areas: list(
      described('the area', idOf('the area')),
      'Areas of work that group responsibilities, so that roles can be compared.',
    ),
    levels: list(described('the level', idOf('the level')), 'The levels of skill, lowest first.'),
    skills: list(
      object(
        { id: idOf('the skill'), name: title('the skill') },
        {
          group: either(text(), list(text()), {
            description: 'The group that the skill is shown in, or a list of nested groups, the outermost first.',
            examples: ['Leadership', ['Leadership', 'People']],
          }),
          description: text('What the skill is.'),
          levels: record(text(), 'What each level looks like, by level id.'),
          replaces: replaces('skill'),
        },
      ),
      'The skills that roles can need.',
    ),
    sources: list(
      object(
        { id: citeId({ description: 'The id of the source.', examples: ['A'] }), title: title('the source') },
        {
          date: text({
            description: 'When it was published, as YYYY-MM-DD if known.',
            examples: ['2024-04-04'],
          }),
          url: text('Its web address.'),
          note: text('What else there is to know about it.'),
          facts: list(
            object(
              {
                id: citeId({ description: 'The id of the fact, which statements cite.', examples: ['A-15'] }),
                text: text('What the source says, in words of your own.'),
              },
              {},
            ),
            'What the source says, so that statements can cite each fact.',
          ),
        },
      ),
      'The documents that the ladder is based on.',
    ),
    roles: list(role, 'The roles, in any order: they are sorted by rank.'),
    progressions: list(
      object(
        { from: idOf('the role moved from'), to: idOf('the role moved to') },
        {
          kind: oneOf(PROGRESSION_KINDS, {
            description: 'What kind of move it is; promotion if absent.',
            default: 'promotion',
          }),
          basis: oneOf(BASES, 'How the move is known; stated if it has cites, else editorial.'),
          cites,
          note: text('A note on the move.'),
        },
      ),
      'The moves between roles.',
    ),
    contrasts: list(
      object(
        {
          roles: list(idOf('a role'), 'The roles that are compared, two or more.'),
          text: text('How they differ.'),
        },
        { cites, editorial },
      ),
      'Comparisons of roles that the sources make.',
    ),
    disagreements: list(
      object(
        {
          id: idOf('the disagreement'),
          title: text('What is disputed.'),
          positions: list(statement, 'What each side says, with its cites.'),
        },
        { roles: list(idOf('a role'), 'The roles that it concerns.') },
      ),
      'Points on which the sources disagree.',
    ),
    related: list(
      object(
        {
          id: idOf('the group'),
          title: title('the group'),
          responsibilities: list(idOf('a responsibility'), 'The responsibilities, two or more.'),
        },
        {},
      ),
      'Groups of responsibilities that are the same work at a different scope. They are shown as related, not as new or gone.',
    ),
    notes: list(statementOrText('A note.'), 'Notes on the ladder as a whole.'),
    quiz,
  },
);

export const LADDER_FILE: typeof ladderFile = {
  ...ladderFile,
  check(value, path, report) {
    const hint = '"pmroles init" writes a ladder to start from';
    if (isMapping(value)) ladderFile.check(value, path, report);
    else mismatch(value, 'a ladder: a mapping of id, title, roles and so on', path, report, hint);
  },
};

export type LadderFile = Of<typeof LADDER_FILE>;

export const LADDER_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:pmroles:ladder',
  title: 'A career ladder, or one file of it',
  description: 'Files of one folder add up to one ladder, so that no key must be in every file.',
  ...LADDER_FILE.schema,
};
