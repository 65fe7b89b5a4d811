/**
 * What the program says when it is called alone: what there is to begin with and, on a terminal, a menu.
 */
import { exampleOn } from '../commands/shared/ask-roles.ts';
import { printLong } from '../commands/shared/print.ts';
import { createSession, type SharedFlags } from '../commands/shared/session.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Ladder } from '../core/model.ts';
import { printable } from '../report/printable.ts';
import type { Runtime } from '../system/runtime.ts';
import { lenient } from '../system/settings.ts';
import { decideAscii } from '../system/terminal.ts';
import { DESCRIPTION, FIRST_STEPS } from './declarations.ts';
import { pageFor } from './help.ts';
import { type Entry, layOut } from './help-layout.ts';

/** What the menu offers, and the command that each answer stands for; none for the last. */
const OFFERS: readonly (readonly [answer: string, command: string | undefined])[] = [
  ['Explore the ladder, role by role', 'explore'],
  ['Take the quiz: which role fits me?', 'quiz'],
  ['List the roles', 'list'],
  ['Quit', undefined],
];

/** Says what to begin with, and gives the command that was chosen from the menu, if any. */
export async function welcome(runtime: Runtime, flags: SharedFlags): Promise<string | undefined> {
  const session = createSession(runtime, flags);
  const ladder = await session.catalog().then(
    (catalog) => catalog.ladder,
    () => undefined,
  );
  await printLong(firstScreen(ladder, session.rerun, runtime, flags), flags, runtime);
  const isText = flags.json !== true && (flags.format ?? 'text') === 'text';
  if (!isText || !runtime.stdout.isTerminal || !runtime.interactive) return undefined;
  await runtime.stderr.write('\n');
  try {
    const prompter = await session.prompter();
    const reply = await prompter.ask({
      title: 'To begin with',
      text: 'What would you like to do?',
      answers: OFFERS.map(([answer]) => answer),
      start: 1,
    });
    return typeof reply === 'number' ? OFFERS[reply - 1]![1] : undefined;
  } catch (error) {
    // Nothing depends on the menu: settings that cannot be read are no matter here.
    if (error instanceof PmrolesError && error.code === 'config-invalid') return undefined;
    throw error;
  }
}

/** Without a ladder, as where it cannot be read, the shipped one's roles are examples. */
function firstScreen(ladder: Ladder | undefined, rerun: string, runtime: Runtime, flags: SharedFlags): string {
  const steps = FIRST_STEPS.flatMap(({ line, purpose }): Entry[] => {
    const onLadder = ladder ? exampleOn(ladder, line) : line;
    return onLadder === undefined ? [] : [[printable(onLadder + rerun), purpose]];
  });
  const page = pageFor(runtime, flags);
  const dot = decideAscii(flags.ascii, { env: runtime.env, settings: lenient(runtime.settings) }).value ? '-' : '·';
  const parts = [
    ladder
      ? printable(`${ladder.title} ${dot} ${ladder.roles.length} ${ladder.roles.length === 1 ? 'role' : 'roles'}`)
      : DESCRIPTION,
    '',
    { entries: steps },
    '',
    'pmroles --help has the rest. Your own ladder: pmroles init',
  ];
  return layOut(parts, { ...page, longestTerm: 40 });
}
