/**
 * Changing profiles: what was set is read back, everything else stays, down to comments, order and line ends.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import type { Answer, Profile } from '../../src/core/profile/profile.ts';
import {
  emptyProfile,
  type NewAnswer,
  withAnswer,
  withField,
  withoutAnswer,
  withPlan,
} from '../../src/profile/edit.ts';
import { readProfile } from '../../src/profile/read.ts';
import { shippedLadder } from '../support/fake-runtime.ts';
import { ME_YAML } from '../support/profiles.ts';
import { runs } from '../support/thorough.ts';

const CATALOG = createCatalog(shippedLadder());
const HEAD = 'profile: 1\nladder: { id: product-management }\n';

function read(text: string): Profile {
  const { profile, diagnostics } = readProfile(text, 'me.yaml', CATALOG);
  if (!profile) throw new Error(`${JSON.stringify(diagnostics)}\n${text}`);
  return profile;
}

/** A profile as plain data, in the order of the file. */
const plain = (text: string): object => {
  const { skills, responsibilities, ...rest } = read(text);
  return { ...rest, skills: [...skills], responsibilities: [...responsibilities] };
};

/** The ways in which people and their editors lay out the same profile. */
const LAYOUTS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'both of these': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'four blanks': (text) => text.replace(/^( +)/gm, '$1$1').replace(/^ {8}(?=(?:how|done-when|by|state):)/gm, '      '),
  'no line end at the end': (text) => text.trimEnd(),
  'a start and an end': (text) => `%YAML 1.2\n---\n${text}...\n`,
  'long lines broken': (text) => text.replace('Mentor one product', 'Mentor\n      one product'),
  'blank lines': (text) => text.replaceAll(/^(\w)/gm, '\n$1'),
};

/** Puts a comment of its own beside and above every line that can have one. */
function commented(text: string): { readonly text: string; readonly comments: readonly string[] } {
  const comments: string[] = [];
  const comment = (): string => {
    comments.push(`# note ${comments.length}.`);
    return comments.at(-1)!;
  };
  const lines = text
    .trimEnd()
    .split('\n')
    .flatMap((line) => [
      `${/^ */.exec(line)![0]}${comment()}`,
      line.includes('#') || line === '' ? line : `${line} ${comment()}`,
    ]);
  return { text: `${[...lines, comment()].join('\n')}\n`, comments };
}

const SKILLS = ['leadership', 'marketing', 'strategic-thinking', 'flexibility', 'communication', 'data-analysis'];
const DUTIES = ['develop-team', 'improve-product-function', 'product-strategy', 'manage-product-managers'];

const newAnswer: fc.Arbitrary<NewAnswer> = fc
  .record({
    word: fc.constantFrom('yes', 'partly', 'no'),
    // Whatever YAML or a terminal could take for something else.
    reason: fc.oneof(
      fc.constantFrom('no', '- a', 'a: b # c', '"', "'", '1', '', '%', '\u001b[2J', '> x\ny', ' x '),
      fc.string(),
    ),
    isRuledOut: fc.boolean(),
    evidence: fc.array(fc.record({ text: fc.string({ unit: 'binary' }), on: fc.constant('2026-01-02') }), {
      maxLength: 2,
    }),
  })
  .map(({ word, reason, isRuledOut, evidence }) => ({
    ...(isRuledOut ? { notApplicable: `${reason}.` } : { word }),
    evidence: evidence.map(({ text, on }) => ({ text: `${text}.`, on })),
  }))
  .filter((one) => !/\ufffe|\uffff/.test(JSON.stringify(one)));

/** What an answer is to be after a change. */
function changed(before: Answer | undefined, { word, notApplicable, evidence = [] }: NewAnswer): Answer {
  return {
    ...(notApplicable === undefined ? { truth: word as 'yes' } : { notApplicable }),
    evidence: [...(before?.evidence ?? []), ...evidence],
  };
}

describe.each(Object.entries(LAYOUTS))('a profile with %s', (_name, layout) => {
  it('has the answer that was set, and all else as it was, comments and order too', () => {
    const kind = fc.constantFrom('skill' as const, 'responsibility' as const);
    fc.assert(
      fc.property(kind, fc.nat(), newAnswer, fc.boolean(), (of, number, answer, isNoted) => {
        const ids = of === 'skill' ? SKILLS : DUTIES;
        const id = ids[number % ids.length]!;
        const base = isNoted ? commented(ME_YAML) : { text: ME_YAML, comments: ['# Mine.', '# since May'] };
        const text = layout(base.text);
        const after = withAnswer(text, of, id, answer);
        const [old, now] = [read(text), read(after)];
        const list = of === 'skill' ? 'skills' : 'responsibilities';
        const expected = new Map(old[list]);
        expected.set(id, changed(expected.get(id), answer));
        expect([...now[list]]).toEqual([...expected]);
        const rest = (profile: Profile): object => ({ ...profile, [list]: undefined });
        expect(rest(now)).toEqual(rest(old));
        for (const comment of base.comments) expect(after).toContain(comment);
        expect(after.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
        if (text.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/);
      }),
      { numRuns: runs(40, 1000), seed: 7 },
    );
  });

  it('is the same as before where an answer is set and taken out, and once more where that is done again', () => {
    const text = layout(ME_YAML);
    const once = withoutAnswer(withAnswer(text, 'skill', 'communication', { word: 'yes' }), 'skill', ['communication']);
    expect(plain(once)).toEqual(plain(text));
    expect(withoutAnswer(once, 'skill', ['communication'])).toBe(once);
  });

  it('keeps its own way of setting in', () => {
    const text = layout(ME_YAML);
    if (/^ {4}leadership/m.test(text)) expect(withField(text, 'aim', 'cpo')).toMatch(/^ {4}leadership/m);
    else expect(withField(text, 'aim', 'cpo')).toMatch(/^ {2}leadership/m);
  });
});

it('the usual profile changes in the lines that are about the change, and no other', () => {
  const after = withAnswer(withField(ME_YAML, 'aim', 'cpo'), 'responsibility', 'develop-team', { word: 'yes' });
  expect(after).toBe(
    ME_YAML.replace('aim: head-of-product', 'aim: cpo').replace('develop-team: partly', 'develop-team: yes'),
  );
});

describe('an answer', () => {
  const skill = (body: string): string => `${HEAD}skills:\n${body}`;

  it('has its evidence, and what was noted beside its word', () => {
    const text = skill('  leadership: partly # since May\n  marketing: yes\n');
    expect(withAnswer(text, 'skill', 'leadership', { evidence: [{ text: 'Led' }] })).toBe(
      skill('  leadership:\n    # since May\n    level: partly\n    evidence:\n      - text: Led\n  marketing: yes\n'),
    );
  });

  it('loses the day of an earlier one, and keeps it where only evidence comes', () => {
    const text = skill('  leadership: { level: partly, on: 2020-01-01 }\n');
    const dayOf = (after: string): string | undefined => read(after).skills.get('leadership')!.on;
    expect(dayOf(withAnswer(text, 'skill', 'leadership', { word: 'yes' }))).toBeUndefined();
    expect(dayOf(withAnswer(text, 'skill', 'leadership', { notApplicable: 'No team' }))).toBeUndefined();
    expect(dayOf(withAnswer(text, 'skill', 'leadership', { evidence: [{ text: 'Led' }] }))).toBe('2020-01-01');
  });

  it('is needed for evidence to be added', () => {
    expect(() => withAnswer(HEAD, 'skill', 'leadership', { evidence: [{ text: 'Led' }] })).toThrow(
      'leadership is not answered yet',
    );
  });

  it('that stands under a replaced id is the one that is changed', () => {
    const text = skill('  leading: { level: no, evidence: [{ text: Led }] } # mine\n');
    const after = withAnswer(text, 'skill', 'leadership', { word: 'yes' }, ['leading']);
    expect(after).toBe(skill('  leadership: { level: yes, evidence: [ { text: Led } ] } # mine\n'));
    expect(withoutAnswer(text, 'skill', ['leadership', 'leading'])).toBe(HEAD);
  });

  it('is changed alone where an alias repeats it', () => {
    const text = skill('  leadership: &a { level: partly }\n  marketing: *a # the same\n');
    const after = withAnswer(text, 'skill', 'leadership', { word: 'no' });
    expect([...read(after).skills].map(([id, { truth }]) => [id, truth])).toEqual([
      ['leadership', 'no'],
      ['marketing', 'partly'],
    ]);
    expect(after).toContain('# the same');
    expect(read(withoutAnswer(text, 'skill', ['leadership'])).skills.get('marketing')!.truth).toBe('partly');
  });

  it('that is the last to be taken out leaves no empty list, unless something is noted there', () => {
    expect(withoutAnswer(skill('  leadership: yes\n'), 'skill', ['leadership'])).toBe(HEAD);
    const noted = withoutAnswer(skill('  # Ask Ann.\n  leadership: yes\n'), 'skill', ['leadership']);
    expect(noted).toContain('# Ask Ann.');
    expect(read(noted).skills.size).toBe(0);
  });

  it('goes below a key that was left empty, with what is noted there', () => {
    for (const key of ['skills:', 'skills: # mine', 'skills:\n# mine']) {
      const after = withAnswer(`${HEAD}${key}\nby: self\n`, 'skill', 'leadership', { word: 'yes' });
      expect(read(after)).toMatchObject({ by: 'self' });
      expect(read(after).skills.get('leadership')!.truth).toBe('yes');
      expect(after.includes('# mine')).toBe(key.includes('# mine'));
    }
  });
});

describe('JSON', () => {
  const value = { profile: 1, ladder: { id: 'product-management' }, skills: { leadership: 'partly' } };

  it.each([
    ['in one line', undefined],
    ['set in by two', 2],
    ['set in by tabs', '\t'],
  ])('%s stays JSON', (_name, indent) => {
    const text = `${JSON.stringify(value, null, indent)}\n`;
    const answer = { word: 'yes', evidence: [{ text: 'Led "it" \\ \ud83d\ude00' }] };
    const after = withPlan(withField(withAnswer(text, 'skill', 'leadership', answer), 'on', '2026-01-01'), [
      { skill: 'marketing', state: 'open' },
    ]);
    const room = { how: null, kind: null, 'done-when': null, by: null, review: null };
    const expected = {
      profile: 1,
      ladder: value.ladder,
      on: '2026-01-01',
      skills: { leadership: { level: 'yes', evidence: answer.evidence } },
      plan: [{ skill: 'marketing', ...room, state: 'open' }],
    };
    expect(after).toBe(`${JSON.stringify(expected, null, indent)}\n`);
    expect(read(after).plan).toEqual([{ skill: 'marketing', state: 'open' }]);
  });
});

describe('a plan', () => {
  it('has room for what is not said, and keeps what is there', () => {
    const text = `${HEAD}plan: # mine\n  - skill: marketing # first\n    how: Read\n`;
    const after = withPlan(text, [{ responsibility: 'develop-team', to: 'yes', by: '2027-01-01', state: 'open' }]);
    expect(after).toContain('# mine');
    expect(after).toContain(
      `  - skill: marketing # first\n    how: Read\n  - responsibility: develop-team\n    to: yes\n    how:\n    kind:\n    done-when:\n    by: 2027-01-01\n    review:\n    state: open\n`,
    );
  });
});

describe('a new profile', () => {
  it.each(['shop', '2024', 'true', 'null', '1e3', 'no', '0x1f'])('of the ladder %s can be read', (id) => {
    const title = 'A\nB "quoted" # \u0007 \u2028 end';
    const ladder = { ...shippedLadder(), id, title, version: '1.10' };
    const { profile, diagnostics } = readProfile(emptyProfile(ladder), 'me.yaml', createCatalog(ladder));
    expect(diagnostics).toEqual([]);
    expect(profile).toMatchObject({ ladder: { id, version: '1.10' } });
  });
});
