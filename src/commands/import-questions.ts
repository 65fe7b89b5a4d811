/**
 * What an import is not sure of: asked on a terminal, and told elsewhere with the flags that answer it.
 */
import { PmrolesError } from '../core/errors.ts';
import { quote } from '../core/names.ts';
import { shellWord } from '../core/shell-words.ts';
import { suggest } from '../core/suggest.ts';
import { type Answers, type AskedColumn, type Meaning, MEANINGS, type Question } from '../import/answers.ts';
import type { Prompter } from '../system/prompts.ts';

/** What a column may hold, in words. */
const SAYS: Readonly<Record<Meaning, string>> = {
  role: 'the roles, one in each row',
  title: 'how a role is shown, beside its short name',
  alias: 'other names of a role',
  rank: 'how senior a role is, as a number',
  track: 'the track of a role',
  family: 'what the track belongs to',
  summary: 'what a role is for',
  next: 'which roles come next',
  note: 'a note on a role',
  skill: 'the skills, one in each row or lists of them',
  group: 'the group of a skill',
  description: 'what a skill is',
  level: 'the level that a role needs',
  importance: 'how important a skill is',
  text: 'what a skill means in a role',
  responsibility: 'what a role answers for',
  area: 'the area of a responsibility',
  from: 'the role that a move begins at',
  to: 'the role that a move leads to',
  kind: 'the kind of a move',
  'is-role': 'the column is a role, and its header the title',
  'is-skill': 'the column is a skill, and its header the name',
  'is-level': 'the column is a level of skill, with a text for each skill',
  ignore: 'nothing for the ladder: leave it out',
};

/** The flags whose answers these are. */
const FLAGS = { cells: '--cells', emptyRows: '--empty-rows', sheets: '--sheet' } as const;

/** Lets a person answer; undefined where they leave. */
export async function askPerson(question: Question, prompter: Prompter): Promise<Answers | undefined> {
  if (question.about === 'columns') return askColumns(question.columns, question, prompter);
  if (question.about === 'levels') {
    const { offered } = question;
    const problem = (typed: string): string | undefined =>
      listOf(typed).length < offered.length ? `name all of them: ${offered.join('; ')}` : undefined;
    const typed = await prompter.line(question.text, offered.join('; '), problem);
    return typed === undefined ? undefined : { levels: listOf(typed) };
  }
  const { about, choices, text, file } = question;
  const reply = await prompter.ask({
    title: file,
    text,
    answers: choices.map(({ value, says }) => `${value}: ${says}`),
    start: 1,
  });
  if (typeof reply !== 'number') return undefined;
  const { value } = choices[reply - 1]!;
  return { [about]: about === 'sheets' ? [value] : value };
}

/**
 * Shows all columns as they would be read. One that is changed is an answer by itself: the table is read again with it, since it
 * may make others sure.
 */
async function askColumns(
  columns: readonly AskedColumn[],
  { file }: Question,
  prompter: Prompter,
): Promise<Answers | undefined> {
  const doubtful = columns.filter(({ sure }) => !sure);
  const named = columns.some(({ meaning = 'ignore' }) => ['role', 'is-role', 'from'].includes(meaning));
  const shown = [...doubtful, ...columns.filter(({ sure }) => sure)].map((column) => ({
    value: column,
    name: lineOf(column),
  }));
  const choices = named ? [{ value: undefined, name: 'Yes, go on' }, ...shown] : shown;
  const question = named
    ? 'Are these columns read right? Choose one to change it.'
    : 'Which column holds the roles, or is one?';
  const chosen = await prompter.search<AskedColumn | 'yes'>(`${file}: ${question}`, (typed) =>
    choices.filter(({ name }) => fits(name, typed)).map(({ value, name }) => ({ value: value ?? 'yes', name })),
  );
  if (chosen === undefined) return undefined;
  if (chosen === 'yes') return { columns: doubtful.map(({ name, meaning = 'ignore' }) => ({ column: name, meaning })) };
  const first = chosen.meaning ?? 'ignore';
  const meanings = [first, ...MEANINGS.filter((meaning) => meaning !== first)];
  const meaning = await prompter.search(`What does ${quote(chosen.name)} hold? Type a word to find it.`, (typed) =>
    meanings.map((value) => ({ value, name: `${value}: ${SAYS[value]}` })).filter(({ name }) => fits(name, typed)),
  );
  return meaning === undefined ? undefined : { columns: [{ column: chosen.name, meaning }] };
}

function lineOf({ name, samples, meaning = 'ignore', why }: AskedColumn): string {
  return `${name} (${samples.join(', ')}): ${meaning}${why === '' ? '' : ` – ${why}`}`;
}

const fits = (name: string, typed: string): boolean => name.toLowerCase().includes(typed.trim().toLowerCase());

/** The failure where nobody can be asked: what is not sure, and the very words to add to the command line. */
export function unanswered(question: Question): PmrolesError {
  const { file, line } = question;
  return new PmrolesError(
    'ladder-invalid',
    `cannot import ${file}: ${question.text.charAt(0).toLowerCase()}${question.text.slice(1)}`,
    {
      location: { file, ...(line === undefined ? {} : { line }) },
      hint: flagsFor(question),
    },
  );
}

function flagsFor(question: Question): string {
  switch (question.about) {
    case 'columns': {
      const doubtful = question.columns.filter(({ sure }) => !sure);
      const why = doubtful.slice(0, 8).map(({ name, why: reason }) => `${quote(name)}: ${reason}`);
      const words = mapWords(doubtful);
      const open = words.some((word) => word.includes('=?'));
      const instead = open
        ? '\ninstead of "?", what its cells are: role, skill, level, group, text, next …; what its header is: is-role, is-skill; or ignore'
        : '';
      return `${why.join('\n')}\nsay what ${doubtful.length === 1 ? 'it holds' : 'they hold'}: ${words.join(' ')}${instead}`;
    }
    case 'levels':
      return `say it with: --levels 'LOWEST; …; HIGHEST'\nthe levels are: ${question.offered.slice(0, 40).join('; ')}`;
    case 'cells':
    case 'emptyRows':
    case 'sheets': {
      const flag = FLAGS[question.about];
      return `say it with one of:\n${question.choices.map(({ value, says }) => `${flag} ${shellWord(value)}  ${says}`).join('\n')}`;
    }
  }
}

/** `--map` for each column, one for all that are left out, and `?` where nothing is near enough to be said for somebody. */
function mapWords(columns: readonly AskedColumn[]): string[] {
  const said = columns.map(({ name, meaning, offered }) => ({ name, word: offered ? meaning! : '?' }));
  if (said.length > 2 && said.every(({ word }) => word === 'ignore')) return [`--map ${shellWord('*=ignore')}`];
  return said.map(({ name, word }) => `--map ${shellWord(`${name}=${word}`)}`);
}

/** The flags that say what was answered, to be given the next time. */
export function asFlags({ columns = [], levels, cells, emptyRows, sheets = [] }: Answers): string[] {
  return [
    ...columns.map(({ column, meaning }) => `--map ${shellWord(`${column}=${meaning}`)}`),
    ...(levels ? [`--levels ${shellWord(levels.join('; '))}`] : []),
    ...(cells ? [`--cells ${cells}`] : []),
    ...(emptyRows ? [`--empty-rows ${emptyRows}`] : []),
    ...sheets.map((sheet) => `--sheet ${shellWord(sheet)}`),
  ];
}

/** Reads `Column=meaning`. */
export function mappingOf(words: string): { column: string; meaning: Meaning } {
  const at = words.lastIndexOf('=');
  if (at <= 0)
    throw new PmrolesError('usage', `${quote(words)} is no mapping`, { hint: 'for example: --map "My column=skill"' });
  const word = words.slice(at + 1).trim();
  const meaning = MEANINGS.find((known) => known === word);
  if (meaning) return { column: words.slice(0, at), meaning };
  const [near] = suggest(word, MEANINGS, 1);
  throw new PmrolesError('usage', `a column cannot hold ${quote(word)}`, {
    hint: `${near === undefined ? '' : `did you mean ${near}? `}it may hold: ${MEANINGS.join(', ')}`,
  });
}

/** Names in a row, parted by semicolons where there are any: a level's name may hold a comma. */
export function listOf(text: string): string[] {
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
