/**
 * The valid names nearest to a misspelt one.
 */

/** Longer words are not compared: nobody misspells a name by that much, and the comparison is quadratic. */
const LONGEST_WORD = 64;

/**
 * Counts the edits between two words: insertions, deletions, substitutions and swaps of neighbours, one each.
 *
 * This is the optimal string alignment distance (Boytsov 2011, "Indexing methods for approximate dictionary searching",
 * section 2.1), a restricted form of Damerau's distance. Without swaps it is Levenshtein's.
 */
export function editDistance(a: string, b: string, swaps = true): number {
  const left = Array.from(a);
  const right = Array.from(b);
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const substitution = previous[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      let best = Math.min(previous[j]! + 1, current[j - 1]! + 1, substitution);
      if (swaps && i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        best = Math.min(best, beforePrevious[j - 2]! + 1);
      }
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length]!;
}

/** Finds the candidates that a misspelt word most likely meant. */
export function suggest(word: string, candidates: Iterable<string>, most = 3): string[] {
  if (word.length === 0 || word.length > LONGEST_WORD) return [];
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const longest = Math.max(word.length, candidate.length);
    // The distance is never smaller than the difference in length, so most long candidates need no comparison.
    if (candidate.length > LONGEST_WORD || Math.abs(word.length - candidate.length) > 3) continue;
    const distance = editDistance(word, candidate);
    if (distance <= 3 && distance < longest / 2) near.push({ candidate, distance });
  }
  near.sort((x, y) => x.distance - y.distance);
  // What is much further off than the nearest is no help.
  const least = near[0]?.distance ?? 0;
  return near
    .filter((entry) => entry.distance <= least + 1)
    .slice(0, most)
    .map((entry) => entry.candidate);
}

/** So many words of what was typed are looked at. */
const MOST_WORDS = 8;

/**
 * Finds the names that share the most with a name, word by word: "Chief of Product" is near Chief Product Officer, and "Headd" near
 * Head of Product.
 */
export function suggestByWords<T>(typed: string, candidates: Iterable<readonly [name: string, of: T]>, most = 3): T[] {
  const wanted = wordsIn(typed).slice(0, MOST_WORDS);
  const scores = new Map<T, number>();
  for (const [name, of] of candidates) {
    const words = wordsIn(name);
    // Long words tell names apart: "of" says little.
    const shared = wanted.filter((word) => words.some((other) => isNear(word, other)));
    const score = shared.reduce((sum, word) => sum + word.length, 0);
    scores.set(of, Math.max(scores.get(of) ?? 0, score));
  }
  const best = Math.max(...scores.values(), 0);
  if (best < 3) return [];
  return [...scores].flatMap(([of, score]) => (score === best ? [of] : [])).slice(0, most);
}

function wordsIn(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}+#]+/u)
    .filter((word) => word !== '' && word.length <= LONGEST_WORD);
}

/** Whether two words differ by a slip: one edit in four letters. */
function isNear(word: string, other: string): boolean {
  if (word === other) return true;
  const least = Math.min(word.length, other.length);
  const slips = Math.floor(least / 4);
  return Math.abs(word.length - other.length) <= slips && editDistance(word, other) <= slips;
}
