/**
 * The contract of `--json`: what each command writes, as types for the views, as the keys of JSON and as the published schema.
 */
import { advertData, interviewData } from './output-fill.ts';
import {
  listData,
  searchData,
  showData,
  skillData,
  skillMatrixData,
  skillsData,
  sourcesData,
  whyData,
} from './output-ladder.ts';
import { change, diffData } from './output-changes.ts';
import { compareData, graphData, pathData } from './output-moves.ts';
import type { Ladder } from '../core/model.ts';
import * as parts from './output-parts.ts';
import { configData, failure, importData, initData, validateData, versionData } from './output-program.ts';
import * as profile from './output-profile.ts';
import { fitData, meData, pathMeData, planData, standingData, viewsData } from './output-profile.ts';
import { quizData, quizQuestionsData } from './output-quiz.ts';
import {
  fitted,
  type JsonSchema,
  keys,
  mapping,
  named,
  type Named,
  type Of,
  oneOf,
  orNull,
  string,
  type Written,
} from './written.ts';

/** What stands under `data`, by command. */
const ANSWERS = {
  list: listData,
  show: showData,
  compare: compareData,
  path: pathData,
  graph: graphData,
  quiz: quizData,
  'quiz-questions': quizQuestionsData,
  sources: sourcesData,
  config: configData,
  init: initData,
  import: importData,
  validate: validateData,
  diff: diffData,
  search: searchData,
  skills: skillsData,
  skill: skillData,
  'skill-matrix': skillMatrixData,
  why: whyData,
  me: meData,
  'compare-me': standingData,
  'path-me': pathMeData,
  'compare-profiles': viewsData,
  fit: fitData,
  plan: planData,
  version: versionData,
  advert: advertData,
  interview: interviewData,
};

export type Command = keyof typeof ANSWERS;

/** What a view gives for a command to write under `data`. It may have more than is written. */
export type Data<C extends Command> = Of<(typeof ANSWERS)[C]>;

/** Raised when a key changes its meaning or goes away; new keys do not raise it. */
const SCHEMA_VERSION = 2;

const commands = Object.keys(ANSWERS);
const envelope = keys({
  schemaVersion: oneOf([SCHEMA_VERSION]),
  command: oneOf(commands),
  ladder: orNull(keys({ id: parts.id, version: string() }), 'null where the answer is about no ladder'),
  data: mapping(),
});
const answers = Object.entries<Written<unknown>>(ANSWERS).map(([command, data]) => named(command, data));
const answer = named('answer', {
  schema: {
    ...envelope.schema,
    oneOf: answers.map((data) => ({ properties: { command: { const: data.name }, data: data.schema } })),
  },
});
const error = named('error', failure);

const isNamed = (part: object): part is Named<unknown> => 'definition' in part;
const definitions = [
  answer,
  error,
  ...Object.values<object>({ ...parts, ...profile }).filter(isNamed),
  change,
  ...answers,
];

/** All that a command writes: one envelope for all of them. The ladder is undefined where the answer is about none. */
export function answerOf(command: Command, ladder: Ladder | undefined, data: object): unknown {
  const given = { schemaVersion: SCHEMA_VERSION, command, ladder, data: fitted(ANSWERS[command], data) };
  return fitted(envelope, given);
}

export const OUTPUT_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What pmroles writes with --json',
  description:
    'One envelope for every command; failures write an error instead. New keys may be added; schemaVersion changes when one changes its meaning or goes away.',
  anyOf: [answer.schema, error.schema],
  $defs: Object.fromEntries(definitions.map(({ name, definition }) => [name, definition])),
};
