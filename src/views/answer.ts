/**
 * What JSON writes of the data of a view, and around it.
 */
import type { Ladder } from '../core/model.ts';
import type { Command } from '../schema/output.ts';

export type { Command };

/** The schema is loaded when JSON is written: nothing else needs it. The ladder is undefined where the answer is about none. */
export function answerTo(command: Command, ladder: Ladder | undefined): (data: object) => Promise<unknown> {
  return async (data) => (await import('../schema/output.ts')).answerOf(command, ladder, data);
}
