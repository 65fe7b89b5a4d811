/**
 * What the simulation takes for granted, printed beside its numbers.
 */
import type { QuizBank } from '../../src/core/model.ts';
import { POPULATION } from '../support/people.ts';
import { HELD_OUT, ratings } from '../support/shipped-quiz.ts';

/** The assumptions in words. */
export const ASSUMPTIONS = (bank: QuizBank, people: number, fewer: number, fixedLength: number): string =>
  `What this measures: the algorithm, and how well the questions are laid out to tell the roles apart, given people who
differ in the way assumed here. It is not evidence that the quiz is valid for people: nobody real has taken it.

Assumptions
- ${bank.questions.length} questions of interest; ${people} people a cell for the first rows and those on "now", ${fewer} for the others, the eight
  roles equally often; nobody skips.
- A role's true profile is not the engine's weights: for every 80 people each weight is redrawn with sd ${POPULATION.profileSd}. "Truth by the
  rater held out" draws it around the ratings of somebody whose ratings are in no weight; "weights off by one in a fifth"
  puts a fifth of the true values a whole step above or below; "errors shared by a role and area" adds to all of a role's
  weights in one area the same error of sd .5.
- A person differs from the role's profile by sd ${POPULATION.personSd} on each question, independently, and each answer has an error of
  sd ${POPULATION.errorSd}; then it is rounded and kept within 1 to 5. A retest draws new errors and noise for the same person.
- Noise replaces that share of the answers, of both kinds, by any of the five alike.
- "First choice" is the role of the best fit, whatever the verdict; what is told is counted in rows of its own.
- Fixed order: the first ${fixedLength} questions of the best order that a greedy search finds on other simulated people.
- 65/35: people whose profile lies between two roles that a move joins, with the same spreads as everybody.
- "Now, not given": people like the role they hold; what holders of a role have typically done is set down for each role by
  hand, apart from the bank (test/support/experienced-people.ts), in an organisation that is not small. Real experience
  answers may be better or worse than that.`;

/** How far the raters of the weights agree. */
export function agreement(): string {
  const raters = [...ratings()];
  const shares = raters.flatMap(([one, own], i) =>
    raters.slice(i + 1).map(([other, others]) => {
      const pairs = [...own].flatMap(([question, weights]) =>
        Object.entries(weights).map(([role, weight]) => Math.abs(weight - others.get(question)![role]!)),
      );
      const share = (most: number): number => (100 * pairs.filter((gap) => gap <= most).length) / pairs.length;
      return { one, other, same: share(0), near: share(1) };
    }),
  );
  const range = (value: (pair: (typeof shares)[number]) => number): string => {
    const values = shares.map(value);
    return `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)} %`;
  };
  return `Ratings: ${raters.length - 1} raters and one "${HELD_OUT}". Two of them gave the same number in ${range(({ same }) => same)} of cases, one at
most a step away in ${range(({ near }) => near)}. They read the same facts by the same rule, so they agree more than people would.`;
}
