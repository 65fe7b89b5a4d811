/**
 * What the simulation takes for granted, printed beside its numbers.
 */
import type { QuizBank } from '../../src/core/model.ts';
import { POPULATION } from '../support/people.ts';

/** The assumptions in words. */
export const ASSUMPTIONS = (bank: QuizBank, people: number, fixedLength: number): string =>
  `What this measures: the algorithm, and how well the questions are laid out to tell the roles apart, given people who
differ in the way assumed here. It is not evidence that the quiz is valid for people: nobody real has taken it.

Assumptions
- ${bank.questions.length} interest questions, ${bank.questions.filter(({ reverse }) => reverse).length} of them worded in reverse; ${people} people a cell (half as many in the rows on misjudged weights and on
  yes-sayers, twice as many in those on "now"), the eight roles equally often; nobody skips.
- A role's true profile is not the engine's weights: for every 80 people each weight is redrawn with sd ${POPULATION.profileSd}. In the row
  "weights off by one in a fifth", a fifth of the true values also lie a whole step above or below the weight.
- A person differs from the role's profile by sd ${POPULATION.personSd} on each question, independently, and each answer has an error of
  sd ${POPULATION.errorSd}; then it is rounded and kept within 1 to 5. A retest draws new errors and noise for the same person.
- Noise replaces that share of the answers, of both kinds, by any of the five alike.
- "First choice" is the role of the highest probability, whatever the verdict, so a right one also counts where the verdict
  is a tie or "no clear fit"; those are counted in rows of their own.
- Fixed order: the first ${fixedLength} questions of the best order that a greedy search finds on other simulated people, with our
  scoring. Cosine: answers and weights less 3. All on the same people and, where both ask, the same answers.
- "Now": people like the role they hold or a higher one, all alike; what holders of a role have typically done is set down
  for each role by hand, apart from the bank (test/support/experienced-people.ts). Real experience answers may be better
  or worse than that. With noise, the experience answers are as noisy as the others.`;
