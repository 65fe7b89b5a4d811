/**
 * A ladder that is written and read again is the same ladder, in every format.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladderDocument } from '../../src/convert/ladder-document.ts';
import { writeJson } from '../../src/convert/json-text.ts';
import { normaliseYaml, writeYaml } from '../../src/convert/yaml-text.ts';
import type { Ladder } from '../../src/core/model.ts';
import { parseLadder } from '../../src/dataset/parse.ts';
import { fullLadder, HOSTILE_TEXTS, hostileText } from '../support/arbitrary.ts';
import { shippedLadder } from '../support/fake-runtime.ts';

const ladders = fc.oneof(fullLadder(hostileText, true), fullLadder(hostileText, false));

/** What a terminal would act on, and what hides or reorders text. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/u;

function read(text: string): Ladder {
  const { ladder, diagnostics } = parseLadder([{ file: 'x', text }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return ladder!;
}

const FORMATS = [
  ['YAML', (ladder: Ladder) => writeYaml(ladderDocument(ladder), [ladder.title])],
  ['JSON', (ladder: Ladder) => writeJson(ladderDocument(ladder))],
] as const;

describe.each(FORMATS)('a ladder as %s', (_name, write) => {
  it('is read as the same ladder', () => {
    fc.assert(
      fc.property(ladders, (ladder) => {
        const text = write(ladder);
        expect(read(text)).toEqual(ladder);
        expect(text).not.toMatch(UNSAFE);
      }),
      { seed: 71, numRuns: 500 },
    );
  });

  it.each(HOSTILE_TEXTS)('keeps the text %j wherever it stands', (text) => {
    fc.assert(
      fc.property(fullLadder(fc.constant(text), true), (ladder) => {
        expect(read(write(ladder))).toEqual(ladder);
      }),
      { seed: 72, numRuns: 10 },
    );
  });

  it('keeps the shipped ladder, without a warning', () => {
    const parsed = parseLadder([{ file: 'x', text: write(shippedLadder()) }]);
    expect(parsed).toEqual({ ladder: shippedLadder(), diagnostics: [] });
  });
});

describe("a ladder's own YAML, written anew", () => {
  it('keeps comments, order and all that it says', () => {
    fc.assert(
      fc.property(ladders, (ladder) => {
        const source = `# first \u202e\n${writeYaml(ladderDocument(ladder), [])}# last\n`;
        const anew = normaliseYaml(source)!;
        expect(read(anew)).toEqual(ladder);
        expect(anew).toMatch(/^# first \\u202e$[^]*^# Junior to senior\.$[^]*^# last$/m);
        expect(anew).not.toMatch(UNSAFE);
        expect(normaliseYaml(anew)).toBe(anew);
      }),
      { seed: 73, numRuns: 200 },
    );
  });

  it('is not JSON, nor anything else that is no mapping in block style', () => {
    for (const text of ['{"id": "x"}', '[1]', '', 'a: [']) expect(normaliseYaml(text)).toBeUndefined();
  });
});
