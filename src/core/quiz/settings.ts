/**
 * The numbers that the quiz's arithmetic depends on, in one place. They were chosen with `npm run bench:quiz`.
 */

/** One way of using the answer scale. */
export interface AnsweringStyle {
  /** How far every answer is shifted up (positive) or down, in steps of the scale. */
  readonly shift: number;
  /** How likely the style is before any answer, 0 to 1; all styles add up to 1. */
  readonly prior: number;
}

/** The model of how people answer, and when to stop asking. */
export interface QuizSettings {
  /** Spread of a person's answers around what their role suggests, in steps of the scale. */
  readonly sigma: number;
  /** Share of answers that say nothing at all: slips, misreadings, whims. */
  readonly lambda: number;
  readonly styles: readonly AnsweringStyle[];
  /** How likely it is, before any answer, that no role of the ladder fits. */
  readonly nonePrior: number;
  /** Enough is known once one outcome is at least this likely. */
  readonly stopProbability: number;
  /** A question that promises less than this is not worth asking, in bits. */
  readonly minGain: number;
  /** Answers needed before the quiz stops by itself. */
  readonly minAnswers: number;
  /** Answers after which the quiz stops in any case. */
  readonly maxAnswers: number;
  /** Questions after which the quiz stops in any case, skipped ones among them. */
  readonly maxAsked: number;
}

/** The settings in use. */
export const SETTINGS: QuizSettings = {
  sigma: 1.05,
  lambda: 0.15,
  styles: [
    { shift: -0.7, prior: 0.15 },
    { shift: 0, prior: 0.7 },
    { shift: 0.7, prior: 0.15 },
  ],
  nonePrior: 0.13,
  stopProbability: 0.95,
  minGain: 0.02,
  minAnswers: 6,
  maxAnswers: 16,
  maxAsked: 24,
};
