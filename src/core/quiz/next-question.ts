/**
 * Which question to ask next.
 */
import type { Instrument } from './instrument.ts';
import { SCALE } from './likelihood.ts';
import type { Posterior } from './posterior.ts';

/** A question and what it promises. */
export interface Candidate {
  /** The question's number in the instrument. */
  readonly question: number;
  /** Expected information about which role fits, in bits. */
  readonly gain: number;
}

/** Two gains closer than this are a tie: a difference in the last bits must not choose the question. */
const TIE = 1e-9;

/**
 * The question that is expected to say most about which role fits.
 *
 * Expected information gain (Lindley 1956): the entropy over roles and "no clear fit" now, less the average entropy after
 * each possible answer, weighted by how likely the answer is. Answering styles are summed out: learning about a style counts
 * only for what it says about roles. Ties go to the question whose id comes first.
 */
export function bestQuestion(
  instrument: Instrument,
  posterior: Posterior,
  open: readonly number[],
): Candidate | undefined {
  const states = stateProbabilities(posterior);
  const now = entropy([...posterior.roles, posterior.none]);
  let best: Candidate | undefined;
  for (const question of open) {
    const gain = now - entropyAfter(instrument, states, posterior.none, question);
    if (!best || gain > best.gain + TIE) best = { question, gain };
  }
  return best;
}

function stateProbabilities(posterior: Posterior): readonly (readonly number[])[] {
  return posterior.logJoint.map((styles, role) => {
    const highest = Math.max(...styles);
    const shares = styles.map((log) => Math.exp(log - highest));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => (share / total) * posterior.roles[role]!);
  });
}

/** The average entropy after an answer, in bits: Σ_a P(a) H(roles | a) = Σ_a [Σ_c −j ln j + P(a) ln P(a)] for joint j. */
function entropyAfter(
  instrument: Instrument,
  states: readonly (readonly number[])[],
  none: number,
  question: number,
): number {
  const weights = instrument.weights[question]!;
  let sum = 0;
  for (const answer of SCALE) {
    const noneJoint = none / SCALE.length;
    let probability = noneJoint;
    let joints = minusXLogX(noneJoint);
    for (let role = 0; role < states.length; role += 1) {
      const styles = instrument.likelihood[weights[role]!]!;
      const shares = states[role]!;
      let joint = 0;
      for (let style = 0; style < shares.length; style += 1) joint += shares[style]! * styles[style]![answer]!;
      probability += joint;
      joints += minusXLogX(joint);
    }
    sum += joints - minusXLogX(probability);
  }
  return sum / Math.LN2;
}

/** Shannon's entropy. */
export function entropy(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, p) => sum + minusXLogX(p), 0) / Math.LN2;
}

function minusXLogX(x: number): number {
  return x > 0 ? -x * Math.log(x) : 0;
}
