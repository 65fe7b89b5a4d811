/**
 * What would change the result: the smallest change of answers found that puts another role first.
 */
import type { Given, Instrument } from './instrument.ts';
import { SCALE } from './likelihood.ts';
import { posteriorOf, roleLogs } from './posterior.ts';

/** Another answer to one question. */
export interface ChangedAnswer {
  /** The question's id. */
  readonly question: string;
  /** 1 to 5. */
  readonly from: number;
  /** 1 to 5. */
  readonly to: number;
}

/** Changed answers, and the role they would put first. */
export interface Change {
  readonly answers: readonly ChangedAnswer[];
  /** Null where no role would come out at all. */
  readonly becomes: string | null;
}

interface Move {
  readonly question: number;
  readonly to: number;
  readonly steps: number;
  /** How far the best other role is ahead of the first choice after the move, in natural log-odds. */
  readonly lead: number;
  readonly rival: number;
}

/**
 * Looks for the change of answers that puts another role first.
 *
 * Every single change is tried, so where one is enough the smallest (fewest steps of the scale, then the clearest) is found.
 * Otherwise the change that helps the best other role most is kept and the search goes on from there: a greedy search, which
 * finds a small set and does not promise the smallest.
 */
export function whatWouldChange(instrument: Instrument, given: Given, first: number): Change | null {
  const changed = [...given];
  const answers: ChangedAnswer[] = [];
  const open = new Set(given.flatMap((answer, question) => (answer > 0 ? [question] : [])));
  while (open.size > 0) {
    const moves = movesFrom(instrument, changed, first, open);
    const enough = moves.filter(({ lead }) => lead > 0);
    const move = enough.length > 0 ? best(enough, true) : best(moves, false);
    answers.push({ question: instrument.questions[move.question]!.id, from: given[move.question]!, to: move.to });
    if (enough.length > 0) return { answers, becomes: instrument.roles[move.rival]!.id };
    changed[move.question] = move.to;
    open.delete(move.question);
  }
  return null;
}

function movesFrom(instrument: Instrument, given: Given, first: number, open: ReadonlySet<number>): readonly Move[] {
  const moves: Move[] = [];
  const tried = [...given];
  for (const question of open) {
    for (const to of SCALE) {
      if (to === given[question]) continue;
      tried[question] = to;
      const logs = roleLogs(posteriorOf(instrument, tried));
      const rival = logs.reduce(
        (top, log, role) => (role !== first && !(log <= logs[top]!) ? role : top),
        first ? 0 : 1,
      );
      moves.push({ question, to, steps: Math.abs(to - given[question]!), lead: logs[rival]! - logs[first]!, rival });
    }
    tried[question] = given[question]!;
  }
  return moves;
}

/** Of equal moves the first found is kept; moves come in the order of question ids. */
function best(moves: readonly Move[], fewestSteps: boolean): Move {
  return moves.reduce((kept, move) => {
    if (fewestSteps && move.steps !== kept.steps) return move.steps < kept.steps ? move : kept;
    return move.lead > kept.lead + 1e-9 ? move : kept;
  });
}
