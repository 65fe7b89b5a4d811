/**
 * What the program offers when it is called alone on a terminal.
 */
import { createSession, type SharedFlags } from '../commands/shared/session.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Runtime } from '../system/runtime.ts';

/** What is offered, and the command that each answer stands for; none for the last. */
const OFFERS: readonly (readonly [answer: string, command: string | undefined])[] = [
  ['Explore the ladder, role by role', 'explore'],
  ['Take the quiz: which role fits me?', 'quiz'],
  ['List the roles', 'list'],
  ['Nothing now', undefined],
];

/** Asks what to begin with, and gives the command to run; undefined when nothing is to be done, which Ctrl-C says as well. */
export async function offerStart(runtime: Runtime, flags: SharedFlags): Promise<string | undefined> {
  try {
    const prompter = await createSession(runtime, flags).prompter();
    const reply = await prompter.ask({
      title: 'To begin with',
      text: 'What would you like to do?',
      answers: OFFERS.map(([answer]) => answer),
      start: 1,
    });
    return OFFERS[Number(reply) - 1]?.[1];
  } catch (error) {
    // Help was all that was asked for: settings that cannot be read are no matter here.
    if (error instanceof PmrolesError && (error.code === 'interrupted' || error.code === 'config-invalid')) {
      return undefined;
    }
    throw error;
  }
}
