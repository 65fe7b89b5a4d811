/**
 * The close look at a ladder: everything that keeps it from being used, and everything that is doubtful about it.
 */
import type { CheckedLadder, LadderText } from '../core/diagnostic.ts';
import { assembleLadder } from './assemble.ts';
import { lintCharacters } from './lint-characters.ts';
import { lintMoves, lintReach } from './lint-moves.ts';
import { lintQuiz } from './lint-quiz.ts';
import { lintLevels } from './lint-levels.ts';
import { lintTexts } from './lint-texts.ts';
import { lintAbstractRoles, lintCumulative, lintInclusions, lintRelated, lintUnused } from './lint-whole.ts';
import { readTexts, type Watch } from './parse.ts';

/**
 * Checks a ladder more closely than it takes to use it.
 *
 * @param texts the ladder's files, YAML or JSON
 * @param watch is told, line by line, how far the parser has come
 * @returns everything there is to say about them; the ladder itself is there exactly when `parseLadder` finds one
 */
export function validateLadder(texts: readonly LadderText[], watch?: Watch): CheckedLadder {
  const { draft, findings } = readTexts(texts, watch);
  lintCharacters(texts, findings);
  if (draft) {
    lintMoves(draft, findings);
    lintTexts(draft, findings);
    lintInclusions(draft, findings);
  }
  if (draft && !findings.failed()) {
    lintReach(draft, findings);
    lintCumulative(draft, findings);
    lintUnused(draft, findings);
    lintAbstractRoles(draft, findings);
    lintRelated(draft, findings);
    lintQuiz(draft, findings);
  }
  const ladder = draft && !findings.failed() ? assembleLadder(draft) : undefined;
  if (draft) lintLevels(draft, ladder, findings);
  return { texts, diagnostics: findings.list(), counts: findings.counts(), ...(ladder ? { ladder } : {}) };
}
