/**
 * The shipped quiz, read straight from its file, so that tests of the engine do not depend on the loader.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { QuizBank } from '../../src/core/model.ts';
import type { QuizRole } from '../../src/core/quiz/bank.ts';

const FILE = new URL('../../data/product-management/quiz.yaml', import.meta.url);

/** The questions of the shipped ladder. */
export function shippedBank(): QuizBank {
  const { quiz } = parse(readFileSync(FILE, 'utf8')) as { quiz: { questions: object[]; experience: object[] } };
  const empty = { areas: [], skills: [], cites: [], reverse: false, editorial: false };
  return {
    questions: quiz.questions.map((question) => ({ ...empty, ...question })),
    experience: quiz.experience.map((question) => ({ ...empty, ...question })),
  } as unknown as QuizBank;
}

/** The roles of the shipped ladder, with their ranks. */
export const SHIPPED_ROLES: readonly QuizRole[] = [
  { id: 'junior-pm', rank: 1, title: 'Junior Product Manager' },
  { id: 'product-manager', rank: 2, title: 'Product Manager' },
  { id: 'product-owner', rank: 2, title: 'Product Owner' },
  { id: 'senior-pm', rank: 3, title: 'Senior Product Manager' },
  { id: 'product-lead', rank: 4, title: 'Product Lead' },
  { id: 'head-of-product', rank: 5, title: 'Head of Product' },
  { id: 'director-of-product', rank: 6, title: 'Director of Product' },
  { id: 'cpo', rank: 7, title: 'Chief Product Officer' },
];
