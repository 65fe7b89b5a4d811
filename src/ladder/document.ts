/**
 * The shape of a ladder file: every key that may stand in one, and what it means.
 *
 * A ladder may be one file or many; each file holds any of the top-level keys, so only the whole must be complete.
 */
import { ID } from '../core/ids.ts';
import { BASES, IMPORTANCES, INCLUDED, PROGRESSION_KINDS } from '../core/model.ts';
import {
  annotate,
  boolean,
  describe,
  either,
  integer,
  isMapping,
  type JsonSchema,
  list,
  number,
  object,
  type Of,
  oneOf,
  pattern,
  record,
  text,
} from './shape.ts';

const CITE = '^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$';

const idOf = (what: string) =>
  pattern(
    'an id: lower-case letters and digits, joined by - or .',
    ID,
    `The id of ${what}; stable when wording changes.`,
    idLike,
  );

/** A title in the form of an id: what people write where an id is wanted. */
function idLike(title: string): string {
  return title
    .slice(0, 100)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
const citeId = (what: string) => pattern('an id: letters and digits, joined by - or .', CITE, what);

const isText = (value: unknown): boolean => typeof value === 'string';

const cites = annotate(
  list(citeId('The id of a fact, or of a source that lists no facts.'), 'What the statement leans on: ids of facts.'),
  { examples: [['A-15']] },
);
const editorial = boolean(
  "True for the ladder keeper's own words, which no source backs. True where nothing is cited.",
);
const statement = object({ text: text('What is said, as a sentence.') }, { cites, editorial });
const statementOrText = (description: string) =>
  annotate(either(text(), statement, isText), { description: `${description} A text, or a text with its cites.` });
const title = (of: string) => text(`What people call ${of}.`);
const level = idOf('a proficiency level');

const requirement = object(
  { skill: idOf('a skill') },
  {
    text: text("The role's own wording of what it needs."),
    level: annotate(level, { description: 'The id of the proficiency level that is needed.' }),
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
    rank: annotate(number('How senior; larger is more senior.'), { examples: [1] }),
  },
  {
    aliases: annotate(list(text(), 'Other names, as people type them.'), { examples: [['VP Product']] }),
    track: annotate(idOf('a track'), { description: 'The id of the track that the role is on.' }),
    summary: statementOrText('What the role is for, in a sentence.'),
    includes: list(
      object(
        { role: idOf('another role') },
        {
          of: annotate(list(oneOf(INCLUDED, 'What is taken over.'), 'What is taken over; both when absent.'), {
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
          text: text('What the role does, beginning with a verb.', ['Set the menu.']),
          area: annotate(idOf('an area'), { description: 'The id of the area that it is about.' }),
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
    skills: list(
      either(idOf('a skill'), requirement, isText),
      'What the role needs: ids of skills, or more about each.',
    ),
    notes: list(statementOrText('Something that is known.'), 'What else is known of the role.'),
  },
  'A position on the ladder.',
);

const question = object(
  {
    id: idOf('the question'),
    text: text('An activity; asked is how much one would enjoy it as a regular part of the work.'),
    weights: record(
      integer(1, 5),
      'By role id, the answer expected of somebody whom the role suits, to the text as it stands.',
    ),
  },
  {
    reverse: annotate(
      boolean('True where the text describes the opposite of what its cites speak of; changes nothing else.'),
      { default: false },
    ),
    signature: idOf('the role that the question singles out'),
    areas: list(idOf('an area'), 'The areas that the question is about.'),
    skills: list(idOf('a skill'), 'The skills that the question is about.'),
    cites,
    editorial,
  },
);

const experience = object(
  {
    id: idOf('the question'),
    text: text('What one has done so far, as a question.'),
    answers: list(
      object(
        {
          text: text('The answer.'),
          ranks: annotate(list(number(), 'The lowest and the highest rank that the answer is typical of.'), {
            examples: [[1, 2]],
          }),
        },
        {},
      ),
      'From the least experience to the most.',
    ),
  },
  { cites, editorial },
);

const described = (what: string, id: typeof level) =>
  object({ id, title: title(what) }, { description: text(`What ${what} is about.`) });

const ladderFile = object(
  {},
  {
    $schema: text('Where the JSON Schema of ladder files is.'),
    id: idOf('the ladder'),
    version: annotate(text("The ladder's own version, in quotes.", ['1.0.0']), { default: '0.0.0' }),
    title: title('the ladder'),
    summary: text('What the ladder is about, in a sentence.'),
    cumulative: annotate(
      boolean("True where each role's expectations add to those of the rank below it on its track."),
      { default: false },
    ),
    tracks: list(described('the track', idOf('the track')), 'Named lines of roles, such as individual contributor.'),
    areas: list(described('the area', idOf('the area')), 'What responsibilities are about; lines roles up.'),
    levels: list(described('the level', level), 'The proficiency scale, lowest first.'),
    skills: list(
      object(
        { id: idOf('the skill'), name: title('the skill') },
        {
          group: annotate(either(text(), list(text()), isText), {
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
        { id: annotate(citeId('The id of the source.'), { examples: ['A'] }), title: title('the source') },
        {
          date: text('When it was published, as YYYY-MM-DD where that is known.', ['2024-04-04']),
          url: text('Where it is.'),
          note: text('What else there is to know of it.'),
          facts: list(
            object(
              {
                id: annotate(citeId('The id of the fact, which statements cite.'), { examples: ['A-15'] }),
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
          kind: annotate(oneOf(PROGRESSION_KINDS, 'What sort of move it is; promotion when absent.'), {
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
    notes: list(statementOrText('Something that is known.'), 'What is known of the ladder as a whole.'),
    quiz: object(
      {},
      {
        questions: list(question, 'What one would enjoy.'),
        experience: list(experience, 'What one has done so far, by ranks.'),
      },
      'The questions of "which role fits me".',
    ),
  },
);

/** The shape of one file of a ladder. */
export const LADDER_FILE: typeof ladderFile = {
  ...ladderFile,
  check(value, path, report) {
    if (isMapping(value)) ladderFile.check(value, path, report);
    else {
      const hint = '"pmroles init" writes a ladder to start from';
      report(
        'type',
        path,
        `found ${describe(value)}, expected a ladder: a mapping of id, title, roles and so on`,
        hint,
      );
    }
  },
};

/** One file of a ladder, as read and found to fit. */
export type LadderFile = Of<typeof LADDER_FILE>;

/** The JSON Schema of ladder files, for editors. */
export const LADDER_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:pmroles:ladder',
  title: 'A career ladder, or one file of it',
  description: 'Files of one folder add up to one ladder, so that no key must be in every file.',
  ...LADDER_FILE.schema,
};
