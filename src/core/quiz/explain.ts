/**
 * Why the first choice came first: what each answer adds to its lead over the runner-up.
 */
import { countGiven, type Given, type Instrument } from './instrument.ts';
import { logSum, type Posterior } from './posterior.ts';

/** What one answer adds. */
export interface Contribution {
  /** The question's id. */
  readonly question: string;
  /** The answer, 1 to 5. */
  readonly answer: number;
  /** The answers expected of the two roles, 1 to 5; 0 where not known. */
  readonly expected: { readonly role: number; readonly over: number };
  /** Natural log-odds: positive speaks for the role, negative for the other one; 0.69 doubles the odds. */
  readonly amount: number;
}

/** The lead of one role over another, taken apart. */
export interface Explanation {
  readonly role: string;
  readonly over: string;
  /** The natural logarithm of how much likelier `role` is than `over`. */
  readonly logOdds: number;
  /** By amount, the largest first; they add up to `logOdds`. */
  readonly contributions: readonly Contribution[];
}

/**
 * Takes the log-odds of two roles apart, by answer.
 *
 * With a single answering style the log-likelihoods of the answers add up by themselves. With several, the logarithm of a
 * sum over styles has to be divided. For a role r with style posterior q, Gibbs' identity is exact:
 * ln P(r, answers) = Σ_answers E_q[ln P(answer | r, style)] − KL(q ‖ prior). An answer's contribution is the difference of
 * its expectation between the two roles; the difference of the two KL terms, the price of the styles that the roles need to
 * explain the same answers, belongs to no single answer and is spread evenly over all. The contributions then add up to the
 * log-odds exactly, up to rounding.
 */
export function explain(
  instrument: Instrument,
  given: Given,
  posterior: Posterior,
  role: number,
  over: number,
): Explanation {
  const logOdds = logSum(posterior.logJoint[role]!) - logSum(posterior.logJoint[over]!);
  const styles = { role: styleShares(posterior.logJoint[role]!), over: styleShares(posterior.logJoint[over]!) };
  const parts: Contribution[] = [];
  given.forEach((answer, question) => {
    if (answer === 0) return;
    const weights = instrument.weights[question]!;
    const expected = { role: weights[role]!, over: weights[over]! };
    const amount =
      expectedLog(instrument, expected.role, answer, styles.role) -
      expectedLog(instrument, expected.over, answer, styles.over);
    parts.push({ question: instrument.questions[question]!.id, answer, expected, amount });
  });
  const rest = logOdds - parts.reduce((sum, { amount }) => sum + amount, 0);
  const share = rest / Math.max(1, countGiven(given));
  const contributions = parts
    .map((part) => ({ ...part, amount: part.amount + share }))
    .sort((a, b) => b.amount - a.amount);
  return { role: instrument.roles[role]!.id, over: instrument.roles[over]!.id, logOdds, contributions };
}

function styleShares(logs: readonly number[]): readonly number[] {
  const total = logSum(logs);
  return logs.map((log) => Math.exp(log - total));
}

function expectedLog(instrument: Instrument, expected: number, answer: number, shares: readonly number[]): number {
  return instrument.logLikelihood[expected]!.reduce((sum, logs, style) => sum + shares[style]! * logs[answer]!, 0);
}
