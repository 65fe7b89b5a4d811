/**
 * No line of any answer is wider than a narrow terminal, and no word of one is broken.
 */
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { WORLD } from '../support/every-command.ts';
import { runIn, shippedLadder, type World } from '../support/fake-runtime.ts';
import { linesFor } from '../support/transcripts.ts';

const WIDTH = 40;

/** Every answer of the golden transcripts that is a report as text; completions are for shells. */
const LINES = linesFor({
  low: 'junior-pm',
  mid: 'product-manager',
  beside: 'product-owner',
  high: 'head-of-product',
  top: 'cpo',
  title: '"Head of Product"',
  several: 'product',
  skill: 'marketing',
  area: 'strategy',
  track: 'leadership',
  source: 'A',
  word: 'roadmap',
}).filter(({ argv, file }) => file.endsWith('.text.txt') && !argv[0]!.startsWith('complet'));

const ladder = shippedLadder();
const world = async (): Promise<World> => {
  const text = (await runIn(['export'], { ladder })).stdout;
  const broken = text.replace(/rank: \d+/, 'rank: first').replace(/area: \S+/, 'area: nowhere');
  return { ladder, files: { ...WORLD.files, 'ladder.yaml': text, 'broken.yaml': broken } };
};

/** The words of an answer, without what draws. */
const wordsOf = (text: string): Set<string> => new Set(stripVTControlCharacters(text).match(/\p{L}+/gu));

describe.each([[[]], [['--accessible']], [['--ascii']]])('at 40 columns with %j', (flags) => {
  it.each(LINES)('$line fits', async ({ argv }) => {
    const { stdout } = await runIn([...argv, '--width', String(WIDTH), ...flags], await world());
    // A word of a command that is too long, and a comment to copy, are left to the terminal.
    const isWhole = (row: string): boolean => /^ +(?:# .*|\S+(?: \\)?)$/.test(row);
    expect(stdout.split('\n').filter((row) => stringWidth(row) > WIDTH && !isWhole(row))).toEqual([]);
  });
});

// A file's path may be longer than a line.
it.each(LINES.filter(({ argv }) => !['graph', 'config', 'me'].includes(argv[0]!)))(
  '$line has no word broken',
  async ({ argv }) => {
    const files = await world();
    const [narrow, wide] = await Promise.all(
      ['40', '200'].map(async (width) => wordsOf((await runIn([...argv, '--width', width], files)).stdout)),
    );
    expect([...narrow!].filter((word) => !wide!.has(word))).toEqual([]);
  },
);
