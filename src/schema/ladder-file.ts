/**
 * The shape of a ladder file: every key that may stand in one, and what it means.
 *
 * A ladder may be one file or many; each file holds any of the top-level keys, so only the whole must be complete.
 */
import { BASES, IMPORTANCES, INCLUDED, PROGRESSION_KINDS } from '../core/model.ts';
import { citeId, cites, editorial, id, idOf, statement, statementOrText, title } from './ladder-parts.ts';
import { quiz } from './ladder-quiz.ts';
import { isMapping, object, record } from './mapping.ts';
import { boolean, either, list, mismatch, number, oneOf, type Shape, text } from './shape.ts';
import type { JsonSchema, Of } from './written.ts';

const requirement = object(
  { skill: idOf('a skill') },
  {
    text: text("The role's own wording of what it needs."),
    level: id('The id of the proficiency level that is needed.'),
    importance: oneOf(IMPORTANCES, 'How much it matters.'),
    notApplicable: boolean('True where the skill does not apply to the role at all.'),
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
    rank: number({ description: 'How senior; larger is more senior.', examples: [1] }),
  },
  {
    aliases: list(text(), { description: 'Other names, as people type them.', examples: [['VP Product']] }),
    track: id('The id of the track that the role is on.'),
    abstract: boolean('True for a role that nobody holds and others only inherit from.'),
    summary: statementOrText('What the role is for, in a sentence.'),
    includes: list(
      object(
        { role: idOf('another role') },
        {
          of: list(oneOf(INCLUDED, 'What is taken over.'), {
            description: 'What is taken over; both when absent.',
            default: INCLUDED,
          }),
          cites,
          editorial,
        },
      ),
      'Roles whose expectations hold for this one too.',
    ),
    responsibilities: list(
      object(
        {
          text: text({ description: 'What the role does, beginning with a verb.', examples: ['Set the menu.'] }),
          area: id('The id of the area that it is about.'),
        },
        {
          id: idOf('the responsibility; shared by roles that share it, made from the text when absent'),
          cites,
          editorial,
        },
        undefined,
        '{ area: quality, text: Test every release. }',
      ),
      'What the role answers for.',
    ),
    skills: list(either(idOf('a skill'), requirement), 'What the role needs: ids of skills, or more about each.'),
    notes: list(statementOrText('Something that is known.'), 'What else is known of the role.'),
  },
  'A position on the ladder.',
);

const described = (what: string, id: Shape<string>) =>
  object({ id, title: title(what) }, { description: text(`What ${what} is about.`) });

const ladderFile = object(
  {},
  {
    $schema: text('Where the JSON Schema of ladder files is.'),
    id: idOf('the ladder'),
    version: text({
      description: "The ladder's own version, in quotes.",
      default: '0.0.0',
      examples: ['1.0.0'],
    }),
    title: title('the ladder'),
    summary: text('What the ladder is about, in a sentence.'),
    cumulative: boolean({
      description: "True where each role's expectations add to those of the rank below it on its track.",
      default: false,
    }),
    tracks: list(described('the track', idOf('the track')), 'Named lines of roles, such as individual contributor.'),
    areas: list(described('the area', idOf('the area')), 'What responsibilities are about; lines roles up.'),
    levels: list(described('the level', idOf('a proficiency level')), 'The proficiency scale, lowest first.'),
    skills: list(
      object(
        { id: idOf('the skill'), name: title('the skill') },
        {
          group: either(text(), list(text()), {
            description: 'The group that the skill is shown in, or a path of groups, the outermost first.',
            examples: ['Leadership', ['Leadership', 'People']],
          }),
          description: text('What the skill is.'),
          levels: record(text(), 'What each level looks like, by level id.'),
        },
      ),
      'What people can be good at.',
    ),
    sources: list(
      object(
        { id: citeId({ description: 'The id of the source.', examples: ['A'] }), title: title('the source') },
        {
          date: text({
            description: 'When it was published, as YYYY-MM-DD where that is known.',
            examples: ['2024-04-04'],
          }),
          url: text('Where it is.'),
          note: text('What else there is to know of it.'),
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
      'The documents that the ladder leans on.',
    ),
    roles: list(role, 'The positions on the ladder, in any order: their rank decides.'),
    progressions: list(
      object(
        { from: idOf('the role moved from'), to: idOf('the role moved to') },
        {
          kind: oneOf(PROGRESSION_KINDS, {
            description: 'What sort of move it is; promotion when absent.',
            default: 'promotion',
          }),
          basis: oneOf(BASES, 'How the move is known; stated when it has cites, else editorial.'),
          cites,
          note: text('What else there is to say about the move.'),
        },
      ),
      'The moves between roles.',
    ),
    contrasts: list(
      object(
        {
          roles: list(idOf('a role'), 'The roles set against each other, two or more.'),
          text: text('What sets them apart.'),
        },
        { cites, editorial },
      ),
      "The sources' own comparisons of roles.",
    ),
    disagreements: list(
      object(
        {
          id: idOf('the disagreement'),
          title: text('What is disputed.'),
          positions: list(statement, 'What each side says, with its cites.'),
        },
        { roles: list(idOf('a role'), 'The roles that it is about.') },
      ),
      'Where the sources contradict one another.',
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
      'Responsibilities that are the same work at another scope: shown as related, not as new and dropped.',
    ),
    notes: list(statementOrText('Something that is known.'), 'What is known of the ladder as a whole.'),
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
