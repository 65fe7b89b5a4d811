/**
 * The shape of a ladder file: every key that may stand in one, and what it means.
 *
 * A ladder may be one file or many; each file holds any of the top-level keys, so only the whole must be complete.
 */
import { ID } from '../core/ids.ts';
import { BASES, IMPORTANCES, INCLUDED, PROGRESSION_KINDS } from '../core/model.ts';
import {
  boolean,
  either,
  integer,
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
  );
const citeId = (what: string) => pattern('an id: letters and digits, joined by - or .', CITE, what);

const isText = (value: unknown): boolean => typeof value === 'string';

const cites = list(citeId('The id of a fact, or of a source that lists no facts.'), 'What the statement leans on.');
const editorial = boolean("True for the ladder keeper's own words, which no source backs.");
const statement = object({ text: text() }, { cites, editorial });
const statementOrText = either(text(), statement, isText);
const level = idOf('a proficiency level');

const requirement = object(
  { skill: idOf('a skill') },
  {
    text: text("The role's own wording of what it needs."),
    level,
    importance: oneOf(IMPORTANCES, 'How much it matters.'),
    notApplicable: boolean('True where the skill does not apply to the role at all.'),
    cites,
    editorial,
  },
);

const role = object(
  {
    id: idOf('the role'),
    title: text('What people call the role.'),
    rank: number('How senior; larger is more senior.'),
  },
  {
    aliases: list(text(), 'Other names, as people type them.'),
    track: idOf('a track'),
    summary: statementOrText,
    includes: list(
      object(
        { role: idOf('another role') },
        { of: list(oneOf(INCLUDED, 'What is taken over; both when absent.')), cites, editorial },
      ),
      'Roles whose expectations hold for this one too.',
    ),
    responsibilities: list(
      object(
        { text: text(), area: idOf('an area') },
        { id: idOf('the responsibility; shared by roles that share it'), cites, editorial },
      ),
    ),
    skills: list(
      either(idOf('a skill'), requirement, isText),
      'What the role needs: ids of skills, or more about each.',
    ),
    notes: list(statementOrText, 'What else is known of the role.'),
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
    reverse: boolean('True where the text describes the opposite of what its cites speak of; changes nothing else.'),
    signature: idOf('the role that the question singles out'),
    areas: list(idOf('an area')),
    skills: list(idOf('a skill')),
    cites,
    editorial,
  },
);

const experience = object(
  {
    id: idOf('the question'),
    text: text(),
    answers: list(
      object(
        { text: text(), ranks: list(number(), 'The lowest and the highest rank that the answer is typical of.') },
        {},
      ),
      'From the least experience to the most.',
    ),
  },
  { cites, editorial },
);

/** The shape of one file of a ladder. */
export const LADDER_FILE = object(
  {},
  {
    $schema: text('Where the JSON Schema of ladder files is.'),
    id: idOf('the ladder'),
    version: text("The ladder's own version."),
    title: text(),
    summary: text(),
    cumulative: boolean("True where each role's expectations add to those of the rank below it on its track."),
    tracks: list(object({ id: idOf('the track'), title: text() }, { description: text() })),
    areas: list(object({ id: idOf('the area'), title: text() }, { description: text() })),
    levels: list(object({ id: level, title: text() }, { description: text() }), 'The proficiency scale, lowest first.'),
    skills: list(
      object(
        { id: idOf('the skill'), name: text() },
        {
          group: either(text(), list(text()), isText),
          description: text(),
          levels: record(text(), 'What each level looks like, by level id.'),
        },
      ),
    ),
    sources: list(
      object(
        { id: citeId('The id of the source.'), title: text() },
        {
          date: text('When it was published, as YYYY-MM-DD where that is known.'),
          url: text(),
          note: text(),
          facts: list(object({ id: citeId('The id of the fact.'), text: text() }, {})),
        },
      ),
    ),
    roles: list(role),
    progressions: list(
      object(
        { from: idOf('the role moved from'), to: idOf('the role moved to') },
        {
          kind: oneOf(PROGRESSION_KINDS, 'What sort of move it is; promotion when absent.'),
          basis: oneOf(BASES, 'How the move is known; stated when it has cites, else editorial.'),
          cites,
          note: text(),
        },
      ),
    ),
    contrasts: list(object({ roles: list(idOf('a role')), text: text() }, { cites, editorial })),
    disagreements: list(
      object(
        { id: idOf('the disagreement'), title: text(), positions: list(statement) },
        { roles: list(idOf('a role')) },
      ),
    ),
    notes: list(statementOrText, 'What is known of the ladder as a whole.'),
    quiz: object(
      {},
      { questions: list(question), experience: list(experience) },
      'The questions of "which role fits me".',
    ),
  },
);

/** One file of a ladder, as read and found to fit. */
export type LadderFile = Of<typeof LADDER_FILE>;

/** The JSON Schema of ladder files, for editors. */
export const LADDER_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A career ladder, or one file of it',
  ...LADDER_FILE.schema,
};
