/**
 * Simulated people who take a quiz. None of this is part of the program: it stands in for the people we cannot measure.
 */
import type { QuizBank } from '../../src/core/model.ts';
import { type Rng, normal, integer } from './rng.ts';

/** How simulated people differ from what the bank expects of their role. */
export interface Population {
  /** Spread of what a role is really like around the bank's weight, one draw for each role and question of a world. */
  readonly profileSd: number;
  /** The share of the weights that are off by a whole step, up or down, as if the bank's author had misjudged them. */
  readonly misjudged: number;
  /** Spread of an error in a role's weights that all questions of one area share, as if the role had been misunderstood there. */
  readonly sharedSd: number;
  /** Spread of one person around their role, one draw for each question, the same on a retest. */
  readonly personSd: number;
  /** Spread of one answer, drawn anew each time. */
  readonly errorSd: number;
  /** Spread of a shift of all of a person's answers alike: saying yes, or no, to nearly everything. */
  readonly shiftSd: number;
  /** The share of answers replaced by any of the five alike. */
  readonly noise: number;
}

/** The population that the targets are stated for, without noise. */
export const POPULATION: Population = {
  profileSd: 0.35,
  misjudged: 0,
  sharedSd: 0,
  personSd: 0.7,
  errorSd: 0.7,
  shiftSd: 0,
  noise: 0,
};

/** By role id, then by question id: the answer that is really typical of the role. */
export type World = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What one person would answer on average, by question id. */
export type Taste = ReadonlyMap<string, number>;

/** Draws what the roles of a bank are really like. */
export function drawWorld(bank: QuizBank, roles: readonly string[], population: Population, rng: Rng): World {
  return new Map(
    roles.map((role) => {
      const shared = new Map<string | undefined, number>();
      return [
        role,
        new Map(
          bank.questions.map(({ id, weights, areas: [area] }) => {
            const misread = shared.get(area) ?? population.sharedSd * normal(rng);
            shared.set(area, misread);
            const off = rng() < population.misjudged ? (rng() < 0.5 ? -1 : 1) : 0;
            const stepped = Math.min(5, Math.max(1, (weights[role] ?? 3) + off));
            return [id, stepped + misread + population.profileSd * normal(rng)];
          }),
        ),
      ];
    }),
  );
}

/** Draws a person whom a role suits. */
export function drawTaste(world: World, role: string, population: Population, rng: Rng): Taste {
  const shift = population.shiftSd * normal(rng);
  return new Map(
    [...world.get(role)!].map(([id, typical]) => [id, typical + shift + population.personSd * normal(rng)]),
  );
}

/** Draws a person's answers to every question, by question id. */
export function drawAnswers(taste: Taste, population: Population, rng: Rng): ReadonlyMap<string, number> {
  return new Map(
    [...taste].map(([id, level]) => {
      const answer = Math.round(level + population.errorSd * normal(rng));
      return [id, rng() < population.noise ? integer(rng, 1, 5) : Math.min(5, Math.max(1, answer))];
    }),
  );
}
