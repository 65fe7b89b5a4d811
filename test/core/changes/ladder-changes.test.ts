import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Named } from '../../../src/core/changes/change.ts';
import { changesOf } from '../../../src/core/changes/ladder-changes.ts';
import { ladderDocument } from '../../../src/export/ladder-document.ts';
import type { LadderFile } from '../../../src/schema/ladder-file.ts';
import { fullLadder, hostileText } from '../../support/arbitrary.ts';
import { CUMULATIVE_YAML, ladderOf, LEVELLED_YAML, shipped } from '../../support/ladders.ts';
import { runs } from '../../support/thorough.ts';
import { readAs, versions } from '../../support/versions.ts';

/** A change as the other direction tells it. */
const TURNED: Readonly<Partial<Record<Change['change'], Change['change']>>> = {
  added: 'removed',
  removed: 'added',
  split: 'merged',
  merged: 'split',
  raised: 'lowered',
  lowered: 'raised',
};

const byId = (entries: readonly Named[]): readonly Named[] => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** The changes as texts in one order, turned round where that is asked for; which role it is in is told by its old or its new id. */
function told(changes: readonly Change[], turned: boolean, idOf: (role: string) => string = (role) => role): string[] {
  return changes
    .map(({ was, is, from, to, change, role, level, ...rest }) =>
      JSON.stringify(
        {
          ...rest,
          role: role && idOf(role.id),
          level: level !== undefined,
          change: turned ? (TURNED[change] ?? change) : change,
          was: byId(turned ? is : was),
          is: byId(turned ? was : is),
          from: turned ? to : from,
          to: turned ? from : to,
        },
        (_, value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).sort())
            : value,
      ),
    )
    .toSorted();
}

/** Every place of a ladder that holds something: the object or list, and the key in it. */
function placesIn(value: unknown): { readonly holder: Record<string, unknown>; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** Something else of the same kind. */
function another(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.length > 1 ? value.toReversed() : value.length === 1 ? [] : ['x'];
  return undefined;
}

const documents: fc.Arbitrary<LadderFile> = fc
  .oneof(fc.constantFrom(...[shipped(), ladderOf(LEVELLED_YAML), ladderOf(CUMULATIVE_YAML)].map(ladderDocument)), {
    weight: 3,
    arbitrary: fullLadder(hostileText, true).map(ladderDocument),
  })
  .filter((document) => readAs(document) !== undefined);

describe('changes', () => {
  it('are none between a ladder and itself', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(changesOf(readAs(document)!, readAs(structuredClone(document))!).changes).toEqual([]);
      }),
      { numRuns: runs(30, 300) },
    );
  });

  it('tell of whatever is another, wherever it stands', () => {
    let tried = 0;
    fc.assert(
      fc.property(documents, fc.nat(), (document, at) => {
        const changed = structuredClone(document);
        const places = placesIn(changed);
        const { holder, key } = places[at % places.length]!;
        const value = another(holder[key]);
        if (value === undefined) Reflect.deleteProperty(holder, key);
        else holder[key] = value;
        const [old, now] = [readAs(document)!, readAs(changed)];
        if (!now || JSON.stringify(old) === JSON.stringify(now)) return;
        tried++;
        expect(changesOf(old, now).changes, `${key}: ${JSON.stringify(value)}`).not.toEqual([]);
      }),
      { numRuns: runs(500, 3000) },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it('are the same in the other direction, turned round', () => {
    let replaced = 0;
    fc.assert(
      fc.property(versions, ([old, now]) => {
        const { changes } = changesOf(old, now);
        const ids = new Map(
          changes.flatMap(({ about, was, is, change }) =>
            about === 'role' && /^(?:replaced|guessed)$/.test(change) && was.length === 1 && is.length === 1
              ? [[is[0]!.id, was[0]!.id] as const]
              : [],
          ),
        );
        const back = changesOf(now, old).changes;
        expect(told(back, true)).toEqual(told(changes, false, (role) => ids.get(role) ?? role));
        replaced += changes.filter(({ change }) => change === 'replaced' || change === 'split').length;
        if (JSON.stringify(old) !== JSON.stringify(now)) expect(changes).not.toEqual([]);
      }),
      { numRuns: runs(100, 3000) },
    );
    expect(replaced).toBeGreaterThan(10);
  });
});
