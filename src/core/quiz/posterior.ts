/**
 * What the answers so far say: a probability for every role, and for "no clear fit".
 */
import type { Given, Instrument } from './instrument.ts';
import { SCALE } from './likelihood.ts';

/** The state of knowledge after some answers. */
export interface Posterior {
  /** By role number, 0 to 1; with `none` they add up to 1. */
  readonly roles: readonly number[];
  /** The probability that no role fits. */
  readonly none: number;
  /** `[role][style]`: the natural logarithm of prior times likelihood, before normalising. */
  readonly logJoint: readonly (readonly number[])[];
  /** The same for "no clear fit". */
  readonly logNone: number;
}

/**
 * Bayes' rule over every pair of a role and an answering style, and over "no clear fit".
 *
 * Roles are equally likely at first, and every role meets every style with the same prior. Somebody whom no role fits is
 * modelled as answering any of the five alike. A style shifts all answers of one person and is summed out at the end, so
 * that people who like, or dislike, nearly everything are not mistaken for roles that do.
 */
export function posteriorOf(instrument: Instrument, given: Given): Posterior {
  const { roles, weights, logLikelihood, settings } = instrument;
  const rolePrior = Math.log((1 - settings.nonePrior) / roles.length);
  const stylePriors = settings.styles.map(({ prior }) => Math.log(prior));
  let logNone = Math.log(settings.nonePrior);
  const logJoint = roles.map(() => stylePriors.map((prior) => rolePrior + prior));
  given.forEach((answer, question) => {
    if (answer === 0) return;
    logNone -= Math.log(SCALE.length);
    logJoint.forEach((joint, role) => {
      const styles = logLikelihood[weights[question]![role]!]!;
      for (let style = 0; style < joint.length; style += 1) joint[style]! += styles[style]![answer]!;
    });
  });
  const byRole = logJoint.map(logSum);
  const total = logSum([...byRole, logNone]);
  return { roles: byRole.map((log) => Math.exp(log - total)), none: Math.exp(logNone - total), logJoint, logNone };
}

/** The logarithm of a sum of exponentials, without overflow or underflow. */
export function logSum(logs: readonly number[]): number {
  const highest = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  if (highest === -Infinity) return highest;
  return highest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - highest), 0));
}

/** The natural logarithm of each role's probability, up to a constant they share; exact where probabilities underflow. */
export function roleLogs(posterior: Posterior): readonly number[] {
  return posterior.logJoint.map(logSum);
}
