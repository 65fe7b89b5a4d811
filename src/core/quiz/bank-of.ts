/**
 * The quiz of a ladder: its own, or one made from its roles.
 */
import { expectCatalog } from '../arguments.ts';
import { type Catalog, heldRoles } from '../catalog.ts';
import type { QuizBank } from '../model.ts';
import { generateBank } from './generate.ts';

/** A bank and where it comes from. */
export interface LadderBank {
  readonly bank: QuizBank;
  /** True where the ladder brings no questions and they were made from its roles. */
  readonly generated: boolean;
  /** How many of the roles the questions can tell apart. */
  readonly distinguishes: number;
}

/**
 * Finds the questions to ask.
 *
 * @param catalog the ladder
 * @returns the ladder's own quiz or, where it has none, one made from its roles
 * @throws PmrolesError `usage` for an argument that is missing
 */
export function bankOf(catalog: Catalog): LadderBank {
  expectCatalog(catalog);
  const { quiz } = catalog.ladder;
  if (!quiz || quiz.questions.length === 0) {
    const { bank, distinguishes } = generateBank(catalog);
    return { bank: { ...bank, experience: quiz?.experience ?? bank.experience }, generated: true, distinguishes };
  }
  return { bank: quiz, generated: false, distinguishes: heldRoles(catalog.ladder).length };
}
