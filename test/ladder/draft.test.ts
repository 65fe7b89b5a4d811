import { describe, expect, it } from 'vitest';
import { createFindings } from '../../src/ladder/diagnostics.ts';
import { createDraft, within } from '../../src/ladder/draft.ts';

const findings = () => createFindings(() => undefined);

describe('createDraft', () => {
  it('joins the lists of all files in their order, each entry with its place', () => {
    const found = findings();
    const draft = createDraft(
      [
        { spared: [], file: 'a', value: { roles: [{ id: 'x', title: 'X', rank: 1 }] } },
        { spared: [], file: 'b', value: {} },
        {
          spared: [],
          file: 'c',
          value: {
            roles: [
              { id: 'y', title: 'Y', rank: 1 },
              { id: 'z', title: 'Z', rank: 1 },
            ],
          },
        },
      ],
      found,
    );
    expect(draft.roles.map(({ value, at }) => [value.id, at.file, at.path])).toEqual([
      ['x', 'a', ['roles', 0]],
      ['y', 'c', ['roles', 0]],
      ['z', 'c', ['roles', 1]],
    ]);
    expect(draft.skills).toEqual([]);
    expect(found.list()).toEqual([]);
  });

  it.each([
    ['id', { id: 'x' }],
    ['version', { version: '1' }],
    ['title', { title: 'X' }],
    ['summary', { summary: 'X' }],
    ['cumulative', { cumulative: false }],
    ['quiz', { quiz: {} }],
  ])('lets %s stand in one file only, and keeps the first', (key, value) => {
    const found = findings();
    const draft = createDraft(
      ['a', 'b', 'c'].map((file) => ({ file, value, spared: [] })),
      found,
    );
    expect(draft[key as 'id']!.at).toEqual({ file: 'a', path: [key] });
    expect(found.failed()).toBe(true);
    expect(found.list()).toMatchObject([
      { code: 'given-twice', file: 'b', message: `the ladder's ${key} is in a already` },
      { code: 'given-twice', file: 'c', message: `the ladder's ${key} is in a already` },
    ]);
  });
});

describe('within', () => {
  it('adds steps to a place and leaves the place as it was', () => {
    const at = { file: 'a', path: ['roles', 3] };
    expect(within(at, 'skills', 0)).toEqual({ file: 'a', path: ['roles', 3, 'skills', 0] });
    expect(at.path).toEqual(['roles', 3]);
  });
});
