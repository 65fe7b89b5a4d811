/**
 * `pmroles init`: a ladder to start from.
 */
import { createCatalog } from '../core/catalog.ts';
import { PmrolesError, usage } from '../core/errors.ts';
import { ID_FORM, idFrom, isId } from '../core/ids.ts';
import { FORMATS } from '../report/index.ts';
import { printable } from '../report/printable.ts';
import type { Prompter } from '../system/prompts.ts';
import { fillTemplate, type LadderNames } from '../system/template.ts';
import { initView } from '../views/init.ts';
import { shellWord } from '../core/shell-words.ts';
import { formatOf, type Session } from './shared/session.ts';

/** The ladders that one can start from, and what each shows. */
export const TEMPLATES = {
  small: 'three roles, with every key explained',
  engineering: 'nine roles on two tracks that part and join, with levels and nested groups of skills',
  craft: 'five roles, each of which adds to the one before',
} as const;

export type TemplateName = keyof typeof TEMPLATES;

interface InitFlags {
  readonly template?: TemplateName;
  readonly title?: string;
  readonly id?: string;
  readonly force?: boolean;
  readonly stdout?: boolean;
}

const USUAL_FILE = 'ladder.yaml';

const ID_PROBLEM = `an id is ${ID_FORM}`;

/** Nothing is written until everything is known. */
export async function run(session: Session, [path]: readonly string[], flags: InitFlags): Promise<number> {
  const { runtime } = session;
  const printed = flags.stdout === true || path === '-';
  refuseContradictions(path, printed, flags, session);
  // Nobody who wants it printed wants to be asked.
  const prompter = runtime.interactive && !printed ? await session.prompter() : undefined;
  const template = flags.template ?? (await askTemplate(prompter));
  const filled = await fill(template, flags, session, prompter);
  if (printed) {
    await session.print(filled.text);
    return 0;
  }
  const file = path ?? (prompter ? await saveWhereAsked(filled.text, flags, session, prompter) : USUAL_FILE);
  if (path !== undefined || !prompter) await runtime.saveText(file, filled.text, flags.force ?? false);
  const catalog = createCatalog(filled.ladder);
  const view = initView(catalog, { path: file, word: shellWord(file), template, schema: runtime.ladderSchemaFile });
  await session.answer('init', catalog, view);
  return 0;
}

function refuseContradictions(path: string | undefined, printed: boolean, flags: InitFlags, session: Session): void {
  if (session.flags.data !== undefined)
    throw usage('init reads no ladder, so --data means nothing here', 'leave it out');
  if (flags.stdout === true && path !== undefined && path !== '-') {
    throw usage('--stdout writes no file, and a file is named', 'give one of the two');
  }
  if (printed && formatOf(session.flags, FORMATS) !== 'text') {
    throw usage('what is printed is the ladder itself, which is YAML', 'leave the format out');
  }
  const problem = path === undefined || printed ? undefined : fileProblem(path);
  if (problem !== undefined) throw usage(problem, `for example: pmroles init ${USUAL_FILE}`);
}

/** A ladder may be JSON, but comments are what this one is for. */
function fileProblem(path: string): string | undefined {
  if (path.trim() === '') return 'the name of the file is empty';
  return /\.json$/i.test(path) ? 'init writes YAML, which needs a name that ends in .yaml' : undefined;
}

/** What goes into the file is printed too, here and elsewhere. */
function titleProblem(title: string): string | undefined {
  if (title.trim() === '') return 'the title is empty';
  return printable(title) === title ? undefined : 'the title holds characters that cannot be shown';
}

async function askTemplate(prompter: Prompter | undefined): Promise<TemplateName> {
  const names = Object.keys(TEMPLATES) as TemplateName[];
  if (!prompter) return names[0]!;
  const reply = await prompter.ask({
    title: 'A ladder of your own',
    text: 'Which one do you want to start from?',
    answers: names.map((name) => `${name}: ${TEMPLATES[name]}`),
    start: 1,
  });
  return names[Number(answered(reply === 'quit' ? undefined : reply)) - 1]!;
}

/** Without all of the answers there is nothing to write. */
function answered<T>(reply: T | undefined): T {
  if (reply === undefined) throw new PmrolesError('interrupted', 'interrupted');
  return reply;
}

/** The template under the names that were given or are asked for. */
async function fill(template: TemplateName, flags: InitFlags, { runtime }: Session, prompter: Prompter | undefined) {
  const wrong = flags.title === undefined ? undefined : titleProblem(flags.title);
  if (wrong !== undefined) throw usage(wrong, 'for example: --title "Our team"');
  const { ladder: example } = fromTemplate(template, {}, runtime);
  /** What somebody types; what is offered where nobody can be asked. */
  const ask = async (question: string, offered: string, problem: (typed: string) => string | undefined) =>
    prompter ? answered(await prompter.line(question, offered, problem)) : offered;
  const title = flags.title ?? (await ask('What is the title of the ladder?', example.title, titleProblem));
  // A title without a Latin letter or digit gives no id.
  const made = title === example.title ? example.id : idFrom(title) || example.id;
  const idProblem = (typed: string): string | undefined => (isId(typed) ? undefined : ID_PROBLEM);
  const id = flags.id ?? (await ask('And its id, for programs?', made, idProblem));
  return fromTemplate(template, { id, title: title.trim() }, runtime);
}

function fromTemplate(name: TemplateName, names: LadderNames, { part }: Session['runtime']) {
  return fillTemplate(part(`../data/templates/${name}.yaml`), names);
}

/** Asks for the file until it can be written: nobody should have to answer twice. */
async function saveWhereAsked(
  text: string,
  flags: InitFlags,
  { runtime }: Session,
  prompter: Prompter,
): Promise<string> {
  for (;;) {
    const file = answered(await prompter.line('Which file should it go to?', USUAL_FILE, fileProblem));
    try {
      await runtime.saveText(file, text, flags.force ?? false);
      return file;
    } catch (error) {
      if (!(error instanceof PmrolesError) || error.code !== 'write-failed') throw error;
      await runtime.stderr.write(`pmroles: ${printable(error.message)}\n`);
    }
  }
}
