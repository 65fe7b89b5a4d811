/**
 * How likely each answer is, given the answer that a role suggests.
 */
import type { QuizSettings } from './settings.ts';

/** The answers of the scale, 1 to 5. */
export const SCALE: readonly number[] = [1, 2, 3, 4, 5];

/**
 * The likelihood of every answer for every expected answer and style.
 *
 * A contaminated normal model (Tukey 1960): with probability 1 − λ the answer follows a normal curve of spread σ around the
 * expected answer plus the style's shift, taken at the five points of the scale and normalised to add up to 1; with
 * probability λ it is any of the five alike. The second part bounds what one answer can do, so that a slip does not decide.
 * Where the expected answer is not known, all five are alike.
 */
export function answerLikelihoods(settings: QuizSettings): readonly (readonly (readonly number[])[])[] {
  const alike = 1 / SCALE.length;
  return [0, ...SCALE].map((expected) =>
    settings.styles.map(({ shift }) => {
      if (expected === 0) return [1, ...SCALE.map(() => alike)];
      const curve = SCALE.map((answer) => Math.exp(-0.5 * ((answer - expected - shift) / settings.sigma) ** 2));
      const total = curve.reduce((sum, height) => sum + height, 0);
      return [1, ...curve.map((height) => (1 - settings.lambda) * (height / total) + settings.lambda * alike)];
    }),
  );
}
