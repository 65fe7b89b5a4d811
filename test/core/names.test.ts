import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PmrolesError } from '../../src/core/errors.ts';
import {
  findArea,
  findRole,
  findSkill,
  findSource,
  findTrack,
  foldName,
  quote,
  resolveName,
} from '../../src/core/names.ts';
import { ladderOf, shipped } from '../support/ladders.ts';

/** The letters and signs as they stand in the full-width block that Asian keyboards type. */
function fullWidth(text: string): string {
  return text
    .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');
}

const SPELLINGS: readonly [string, (name: string) => string][] = [
  ['as it is', (name) => name],
  ['in capitals', (name) => name.toUpperCase()],
  ['in small letters', (name) => name.toLowerCase()],
  ['in alternating case', (name) => Array.from(name, (c, i) => (i % 2 ? c.toUpperCase() : c.toLowerCase())).join('')],
  ['without its spaces and hyphens', (name) => name.replace(/[ -]/g, '')],
  ['with spaces', (name) => name.replaceAll('-', ' ')],
  ['with doubled spaces', (name) => name.replace(/[ -]/g, '  ')],
  ['with hyphens', (name) => name.replaceAll(' ', '-')],
  ['with underscores', (name) => name.replace(/[ -]/g, '_')],
  ['with full stops', (name) => name.replace(/[ -]/g, '.')],
  ['with slashes', (name) => name.replace(/[ -]/g, '/')],
  ['with no-break spaces', (name) => name.replace(/[ -]/g, '\u00a0')],
  ['with a typographic dash', (name) => name.replace(/[ -]/g, '–')],
  ['between blanks', (name) => ` \t${name}\n `],
  ['in quotes', (name) => `“${name}”`],
  ['in full-width letters', fullWidth],
  ['in full-width capitals', (name) => fullWidth(name.toUpperCase())],
];

const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  'junior-pm': ['j', 'jun', 'Junior Product', 'assoc'],
  'product-manager': ['product-m', 'Product Mana', 'PRODUCT_MG'],
  'product-owner': ['product-o', 'Product Own'],
  'senior-pm': ['s', 'sen', 'Senior Product M', 'sr'],
  'product-lead': ['product-l', 'Product Le', 'lead'],
  'head-of-product': ['h', 'head', 'Head of', 'product-h'],
  'director-of-product': ['dir', 'Director of Pro', 'product-d', 'do'],
  cpo: ['c', 'chief', 'Chief Product', 'vice', 'vp'],
};

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'junior-pm': ['apm', 'jpm'],
  'product-manager': ['pm'],
  'product-owner': ['po'],
  'senior-pm': ['spm', 'sr-pm'],
  'product-lead': ['pl'],
  'head-of-product': ['hop'],
  'director-of-product': ['director', 'product-director'],
  cpo: ['vp-product'],
};

const cases = shipped().roles.flatMap((role) =>
  [role.id, role.title, ...role.aliases].flatMap((name) =>
    SPELLINGS.map(([how, spell]) => [role.id, how, spell(name)] as const),
  ),
);

/** What a call throws, which must be the program's own error. */
function failure(call: () => unknown): PmrolesError {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(PmrolesError);
    return error as PmrolesError;
  }
  throw new Error('nothing was thrown');
}

describe('findRole', () => {
  it('is tried with at least twelve spellings of each of the eight roles', () => {
    expect(new Set(cases.map(([id]) => id)).size).toBe(8);
    for (const role of shipped().roles) {
      expect(new Set(cases.filter(([id]) => id === role.id).map(([, , name]) => name)).size).toBeGreaterThanOrEqual(12);
    }
  });

  it.each(cases)('finds %s by a name of it %s: %j', (id, _how, name) => {
    expect(findRole(shipped(), name).id).toBe(id);
  });

  it.each(Object.entries(PREFIXES).flatMap(([id, prefixes]) => prefixes.map((prefix) => [id, prefix] as const)))(
    'finds %s by the start of a name: %j',
    (id, prefix) => {
      expect(findRole(shipped(), prefix).id).toBe(id);
    },
  );

  it.each(Object.entries(ALIASES).flatMap(([id, names]) => names.map((name) => [id, name] as const)))(
    'finds %s by the alias people type: %j',
    (id, name) => {
      expect(findRole(shipped(), name).id).toBe(id);
    },
  );

  it('prefers the whole name to the start of another', () => {
    // "pm" begins no other name, but "product lead" begins "product lead manager" on this ladder.
    const ladder = ladderOf(`
id: l
title: L
roles:
  - { id: lead, title: Lead, rank: 1 }
  - { id: lead-two, title: Lead Two, rank: 2 }
`);
    expect(findRole(ladder, 'LEAD').id).toBe('lead');
    expect(findRole(ladder, 'lead t').id).toBe('lead-two');
  });

  it('prefers an exact id to a title that reads the same', () => {
    const ladder = ladderOf(`
id: l
title: L
roles:
  - { id: pm, title: Product, rank: 1 }
  - { id: p-m, title: PM, rank: 2 }
`);
    expect(findRole(ladder, 'pm').id).toBe('pm');
    expect(findRole(ladder, ' p-m ').id).toBe('p-m');
    expect(failure(() => findRole(ladder, 'P M')).code).toBe('ambiguous-role');
  });

  it('lists every candidate of a name that fits several roles', () => {
    const error = failure(() => findRole(shipped(), 'product'));
    expect(error.code).toBe('ambiguous-role');
    expect(error.message).toBe('"product" fits 5 roles');
    expect(error.hint).toBe(
      'say which one: product-manager, product-owner, product-lead, head-of-product, director-of-product',
    );
  });

  it.each([
    ['produkt-manager', 'product-manager'],
    ['Produtc Owner', 'product-owner'],
    ['senoir-pm', 'senior-pm'],
    ['hed of product', 'head-of-product'],
    ['Cheif Product Officer', 'cpo'],
    ['directer', 'director-of-product'],
  ])('suggests for %j the role %s', (name, id) => {
    const error = failure(() => findRole(shipped(), name));
    expect(error.code).toBe('unknown-role');
    expect(error.message).toBe(`no role is called "${name}"`);
    expect(error.hint).toMatch(new RegExp(`^did you mean ${id}\\b`));
  });

  it('names a role once among the suggestions, and no more than three', () => {
    const error = failure(() => findRole(shipped(), 'xpm'));
    const suggested = /^did you mean (.*)\?$/.exec(error.hint ?? '')?.[1]?.split(' or ') ?? [];
    expect(suggested.length).toBeGreaterThan(0);
    expect(suggested.length).toBeLessThanOrEqual(3);
    expect(new Set(suggested).size).toBe(suggested.length);
  });

  it('names the roles there are where nothing is near', () => {
    const error = failure(() => findRole(shipped(), 'astronaut'));
    expect(error.hint).toBe(
      `the roles are: ${shipped()
        .roles.map((role) => role.id)
        .join(', ')}`,
    );
  });

  it('cuts a long list of roles and names the command that shows them all', () => {
    const roles = Array.from(
      { length: 30 },
      (_, index) => `  - { id: role${index}, title: R${index}, rank: ${index} }`,
    );
    const ladder = ladderOf(`id: l\ntitle: L\nroles:\n${roles.join('\n')}\n`);
    const error = failure(() => findRole(ladder, 'astronaut'));
    expect(error.hint).toMatch(/^the roles are: role0, .*role11, … and 18 more \(see "pmroles list"\)$/);
    expect(failure(() => findRole(ladder, 'role')).hint).toContain('… and 18 more');
  });

  it.each(['', ' ', '\n', '-', '!?', '“”', '\u200b', '…', '👍'])('takes %j for no role', (name) => {
    const error = failure(() => findRole(shipped(), name));
    expect(error.code).toBe('unknown-role');
    expect(error.message).toContain("isn't a role's name");
  });

  it.each([
    ['letters', 'x'.repeat(1_000_000)],
    ['punctuation', '-'.repeat(1_000_000)],
    ['full-width letters', 'Ａ'.repeat(1_000_000)],
    ['combining marks', 'a' + '\u0301'.repeat(1_000_000)],
    ['emoji', '👍'.repeat(500_000)],
    ['lone surrogates', '\ud800'.repeat(1_000_000)],
    ['blanks', ' '.repeat(1_000_000)],
  ])('takes a megabyte of %s for no role, and repeats little of it', (_what, name) => {
    const error = failure(() => findRole(shipped(), name));
    expect(error.code).toBe('unknown-role');
    expect(error.message.length).toBeLessThan(300);
    expect((error.hint ?? '').length).toBeLessThan(1000);
  });

  it('throws nothing but its own errors, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        try {
          expect(shipped().roles).toContain(findRole(shipped(), name));
        } catch (error) {
          expect(error).toBeInstanceOf(PmrolesError);
        }
      }),
      { seed: 6, numRuns: 1000 },
    );
  });

  it('never finds a role by the name of something that every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']) {
      expect(failure(() => findRole(shipped(), name)).code).toBe('unknown-role');
    }
  });
});

describe('an exact name', () => {
  const exact = { exact: true };

  it('is the id and nothing else', () => {
    for (const { id } of shipped().roles) expect(findRole(shipped(), id, exact).id).toBe(id);
    for (const name of ['pm', 'CPO', ' cpo', 'head', 'Head of Product', 'head_of_product', '']) {
      const { code, message } = failure(() => findRole(shipped(), name, exact));
      expect(code).toBe('unknown-role');
      expect(message).toContain('--exact only takes ids');
    }
  });

  it('suggests what the name would mean without', () => {
    expect(failure(() => findRole(shipped(), 'pm', exact)).hint).toBe('did you mean product-manager?');
    expect(failure(() => findRole(shipped(), 'haed-of-product', exact)).hint).toBe('did you mean head-of-product?');
    expect(failure(() => findRole(shipped(), 'product', exact)).hint).toContain(' or ');
    expect(failure(() => findSkill(shipped(), 'Marketing', exact)).hint).toBe('did you mean marketing?');
  });
});

describe('foldName', () => {
  it.each([
    ['Head of Product', 'headofproduct'],
    ['C++', 'c++'],
    ['C#', 'c#'],
    ['C', 'c'],
    ['ﬁnance', 'finance'],
    ['Straße', 'straße'],
    ['İstanbul', 'i̇stanbul'],
    ['ＣＰＯ', 'cpo'],
    ['№ 1', 'no1'],
    ['Développeur', 'développeur'],
    ['De\u0301veloppeur', 'développeur'],
    ['プロダクト・マネージャー', 'プロダクトマネージャー'],
    ['हिन्दी', 'हिन्दी'],
  ])('folds %j to %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('folds ASCII as it folds the rest of Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), (name) => {
        // A letter beyond ASCII sends the whole name the other way.
        expect(foldName(`${name}é`)).toBe(`${foldName(name)}é`);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});

describe('resolveName', () => {
  const entries = ['alpha', 'alphabet', 'beta'].map((id) => ({ id, names: [id], value: id }));

  it('lists what an ambiguous start fits, in the order given', () => {
    expect(resolveName(entries, 'al')).toEqual({ kind: 'ambiguous', candidates: ['alpha', 'alphabet'] });
  });

  it('finds nothing among nothing', () => {
    expect(resolveName([], 'alpha')).toEqual({ kind: 'unknown', suggestions: [] });
  });
});

describe('quote', () => {
  it.each([
    ['', '""'],
    ['cpo', '"cpo"'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
    ['👍'.repeat(60), `"${'👍'.repeat(60)}"`],
    ['👍'.repeat(61), `"${'👍'.repeat(60)}…"`],
  ])('cuts after sixty characters, never inside one', (text, quoted) => {
    expect(quote(text)).toBe(quoted);
  });
});

describe('the other finders', () => {
  it('find skills, areas, tracks and sources by id, title and start', () => {
    expect(findSkill(shipped(), 'Analytical').id).toBe('data-analysis');
    expect(findSkill(shipped(), 'DATA ANALYSIS').id).toBe('data-analysis');
    expect(findArea(shipped(), 'people and organisation').id).toBe('people');
    expect(findTrack(shipped(), 'lead').id).toBe('leadership');
    expect(findSource(shipped(), 'a').id).toBe('A');
  });

  it('call what they miss by its kind', () => {
    expect(failure(() => findSkill(shipped(), 'leadreship')).hint).toBe('did you mean leadership?');
    expect(failure(() => findArea(shipped(), 'astronomy')).message).toBe('no area is called "astronomy"');
    expect(failure(() => findTrack(shipped(), 'astronomy')).hint).toBe(
      'the tracks are: individual-contributor, leadership',
    );
    expect(failure(() => findSource(shipped(), 'zebra')).code).toBe('unknown-name');
    expect(failure(() => findSkill(shipped(), 'c')).code).toBe('unknown-name');
  });

  it('say so where a ladder has none of the kind', () => {
    const ladder = ladderOf('id: l\ntitle: L\nroles: [{ id: a, title: A, rank: 1 }]\n');
    expect(failure(() => findSkill(ladder, 'x')).hint).toBe('the ladder has no skills');
    expect(failure(() => findSource(ladder, 'x')).hint).toBe('the ladder has no sources');
  });
});
