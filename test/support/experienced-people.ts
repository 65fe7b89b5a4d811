/**
 * Simulated answers about experience. What is typical of a role is set down here for each role by itself; it is not
 * computed from the ranges that the bank gives, so that the bank can be wrong about it.
 */
import { type Rng, integer, normal } from './rng.ts';

/** What people who hold a role have typically done: scope, people, money, strategy, exposure, each from 0 to 4. */
export const TYPICAL_EXPERIENCE: Readonly<Record<string, readonly number[]>> = {
  'junior-pm': [0.6, 0.1, 0.2, 0.5, 0.6],
  'product-manager': [1.8, 0.9, 0.8, 1.7, 1.5],
  'product-owner': [1.9, 1.0, 0.8, 1.4, 1.6],
  'senior-pm': [2.8, 1.9, 1.6, 2.2, 2.5],
  'product-lead': [2.4, 1.4, 1.5, 2.2, 2.1],
  'head-of-product': [3.0, 3.1, 2.5, 3.0, 3.0],
  'director-of-product': [3.1, 3.4, 3.0, 3.1, 3.2],
  cpo: [3.8, 3.8, 3.8, 3.9, 3.8],
};

const QUESTIONS = ['scope-shipped', 'people-led', 'money-answered-for', 'strategy-written', 'executive-exposure'];

/** Spread of people who hold one role, and of one answer around what somebody has done. */
const PERSON_SD = 0.4;
const ERROR_SD = 0.3;

/** Draws one person's answers. `noise` is the share replaced by any of the five alike. */
export function drawExperience(role: string, noise: number, rng: Rng): { question: string; answer: number }[] {
  return QUESTIONS.map((question, index) => {
    const level = TYPICAL_EXPERIENCE[role]![index]! + PERSON_SD * normal(rng) + ERROR_SD * normal(rng);
    const answer = rng() < noise ? integer(rng, 0, 4) : Math.min(4, Math.max(0, Math.round(level)));
    return { question, answer };
  });
}
