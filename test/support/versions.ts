/**
 * Random versions of a ladder: two that have ids and words in common, and ids that one says it replaced.
 */
import fc from 'fast-check';
import type { Ladder } from '../../src/core/model.ts';
import { ladderDocument } from '../../src/export/ladder-document.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { fullLadder } from './arbitrary.ts';

/** The ladder of a document, undefined where that is none. */
export const readAs = (document: object): Ladder | undefined =>
  parseLadder([{ file: 'l.json', text: JSON.stringify(document) }]).ladder;

/** Another id in the place of one, wherever it stands. */
const IDS = [
  ['s0', 'gone'],
  ['r0', 'old.1'],
  ['d0', 'old-2'],
  ['low', 'lower'],
  ['3.10', 'gone'],
] as const;

/** Few texts, so that two versions have some in common. */
const words = fc.constantFrom('One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten');

/** Two versions of a ladder, which may have next to nothing in common. */
export const versions: fc.Arbitrary<readonly [Ladder, Ladder]> = fc
  .array(fc.tuple(fullLadder(words, true), fc.subarray([...IDS])), { minLength: 2, maxLength: 2 })
  .map((pair) =>
    pair.map(([ladder, renamed]) => {
      let text = JSON.stringify(ladderDocument(ladder));
      for (const [id, to] of renamed) text = text.replaceAll(`"${to}"`, '"never"').replaceAll(`"${id}"`, `"${to}"`);
      return readAs(JSON.parse(text) as object);
    }),
  )
  .filter((pair): pair is [Ladder, Ladder] => pair.every((ladder) => ladder !== undefined));
