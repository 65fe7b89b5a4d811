/**
 * What the program offers when it is called alone on a terminal.
 */
import { PmrolesError } from '../core/errors.ts';
import type { Runtime } from '../system/runtime.ts';
import { createSession } from './shared/session.ts';

/** What is offered, and the command line that each answer stands for; none for the last. */
const OFFERS: readonly (readonly [answer: string, argv: readonly string[] | undefined])[] = [
  ['Explore the ladder, role by role', ['explore']],
  ['Take the quiz: which role fits me?', ['quiz']],
  ['List the roles', ['list']],
  ['Nothing now', undefined],
];

/**
 * Asks what to begin with.
 *
 * @throws PmrolesError `terminated`
 */
export async function offerStart(runtime: Runtime): Promise<readonly string[] | undefined> {
  try {
    const prompter = await createSession(runtime, {}).prompter();
    const reply = await prompter.ask({
      title: 'To begin with',
      text: 'What would you like to do?',
      answers: OFFERS.map(([answer]) => answer),
      canGoBack: false,
      canSkip: false,
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
