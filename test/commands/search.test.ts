/**
 * What `pmroles search` finds, and what it says when it finds nothing.
 */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { type Catalog, createCatalog } from '../../src/core/catalog.ts';
import { PASSAGE_KINDS, type PassageKind, shelvesOf } from '../../src/core/search/passages.ts';
import { indexWords } from '../../src/core/search/word-index.ts';
import { foldWord, plainWords, wantedWords, wordsOf } from '../../src/core/search/words.ts';
import { decodeWords, encodeWords } from '../../src/ladder/compiled-words.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import type { WordIndexStore } from '../../src/core/search/word-index.ts';
import { searchLadder } from '../../src/core/search/search.ts';
import { fullLadder, hostileText } from '../support/arbitrary.ts';
import { bigLadder } from '../support/big-ladder.ts';
import { jsonOf, runIn } from '../support/fake-runtime.ts';
import { catalogOf, ladderOf, LEVELLED_YAML, levelledCatalog, shippedCatalog } from '../support/ladders.ts';
import { outputProblems } from '../support/output-schema.ts';
import { splitWords } from '../support/shell-words.ts';
import { examplesOf } from '../support/examples.ts';

const hits = (query: string) =>
  searchLadder(levelledCatalog(), query, []).hits.map(({ passage }) => `${passage.part} ${passage.id}`);

const HOSTILE = `
id: odd
title: Odd
areas: [{ id: all, title: All }]
roles:
  - { id: r, title: "Ra\\u001b[31mpport\\u202e", aliases: [產品經理], rank: 1, summary: Résumé of C++. }
progressions: []
`;

describe('what is found', () => {
  it.each([
    ['master', 'role master'],
    ['trainee', 'role apprentice'],
    ['mastr', 'role master'],
    ['JOINERY', 'skill joinery'],
    ['penny', 'requirement budgeting'],
    ['furniture design', 'responsibility design'],
    ['loft', 'note apprentice'],
    ['glue', 'note '],
    ['almanac', 'source S'],
    ['third fact', 'fact S-3'],
    ['makes others', 'contrast master'],
    ['foreman does', 'disagreement who-leads'],
  ])('%s leads to %s first', (query, first) => {
    expect(hits(query)[0]).toBe(first);
  });

  it('puts what is spelt so before what is spelt nearly so', () => {
    const catalog = catalogOf(`
id: shop
title: Shop
areas: [{ id: all, title: All }]
roles:
  - { id: one, title: One, rank: 1, summary: Deals in cards. }
  - { id: two, title: Two, rank: 2, summary: Deals in carts. }
  - { id: three, title: Three, rank: 3, summary: Deals in cart horses. }
`);
    const found = searchLadder(catalog, 'carts', []).hits.map(({ passage }) => passage.id);
    expect([found[0], found.toSorted()]).toEqual(['two', ['one', 'three', 'two']]);
  });

  it('says when no entry has all of the words', () => {
    expect(searchLadder(levelledCatalog(), 'glue penny', [])).toMatchObject({ complete: false });
    expect(hits('glue penny').toSorted()).toEqual(['note ', 'requirement budgeting']);
  });

  it('finds names without regard to accents, and words of scripts without blanks', () => {
    const catalog = catalogOf(HOSTILE);
    for (const query of ['resume', 'RÉSUMÉ', '經理', 'c++']) {
      expect(
        searchLadder(catalog, query, []).hits.map(({ passage }) => passage.id),
        query,
      ).toEqual(['r']);
    }
  });

  it('can be narrowed to kinds', () => {
    const found = (kinds: ('role' | 'skill' | 'responsibility' | 'fact')[]) =>
      new Set(searchLadder(shippedCatalog(), 'product', kinds).hits.map(({ passage }) => passage.kind));
    expect(found(['fact'])).toEqual(new Set(['fact']));
    expect(found(['role', 'skill'])).toEqual(new Set(['role', 'skill']));
  });

  it('finds the words of each of 27,000 requirements', () => {
    const { ladder } = parseLadder([{ file: 'big.json', text: JSON.stringify(bigLadder({ roles: 1000 })) }]);
    const found = searchLadder(createCatalog(ladder!), 'daily work', ['skill']);
    expect(found.hits).toHaveLength(27_000);
    expect(searchLadder(createCatalog(ladder!), '"role number 731" needs', ['skill']).hits[0]!.passage.roles).toEqual([
      'role-731',
    ]);
  });
});

describe('the index of words', () => {
  /** The same search with all of the ladder in the library's own index. */
  function searchPlainly(catalog: Catalog, query: string, kinds: readonly PassageKind[]): unknown {
    const passages = shelvesOf(catalog)
      .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
      .flatMap(({ make }) => make());
    const index = new MiniSearch<{ id: number; name: string; aliases: string; text: string }>({
      fields: ['name', 'aliases', 'text'],
      tokenize: plainWords,
      processTerm: foldWord,
    });
    index.addAll(
      passages.map(({ id: own, name, aliases, text }, id) => ({
        ...{ id, name, text },
        aliases: name === '' ? '' : [own, ...aliases].join(' '),
      })),
    );
    const words = [...new Set(plainWords(query).map(foldWord))];
    for (const combineWith of ['AND', 'OR'] as const) {
      const found = index.search(words.join(' '), {
        ...{ tokenize: (text) => text.split(' '), processTerm: (term) => term, combineWith },
        boost: { name: 4, aliases: 3, text: 1 },
        prefix: (term) => term.length >= 3,
        fuzzy: (term) => (term.length >= 4 ? 0.2 : false),
        weights: { prefix: 0.4, fuzzy: 0.15 },
      });
      if (found.length > 0) {
        return found
          .sort((a, b) => b.score - a.score || (a.id as number) - (b.id as number))
          .map(({ id, terms }) => ({ passage: passages[id as number], words: new Set(terms) }));
      }
    }
    return [];
  }

  const everyHit = (found: ReturnType<typeof searchLadder>): unknown =>
    found.hits.map(({ passage, words }) => ({ passage, words }));

  /** A store like the one of the program: bytes. */
  function memory(): WordIndexStore & { bytes: () => Buffer | undefined } {
    let kept: Buffer | undefined;
    return {
      bytes: () => kept,
      read: () => (kept === undefined ? undefined : decodeWords(kept)),
      keep: (index) => void (kept = encodeWords(index)),
    };
  }

  const kinds = fc.subarray([...PASSAGE_KINDS]);

  it.each([
    ['the shipped ladder', shippedCatalog],
    ['a ladder with everything in it', levelledCatalog],
  ])('finds on %s what the library finds with all of it, in the same order', (_, ladder) => {
    const catalog = ladder();
    const texts = shelvesOf(catalog).flatMap(({ make }) => make().map(({ name, text }) => `${name} ${text}`));
    const words = [...new Set(texts.flatMap(plainWords))];
    const cut = fc.tuple(fc.constantFrom(...words), fc.nat(3)).map(([word, less]) => word.slice(0, -less || undefined));
    const swapped = fc.constantFrom(...words).map((word) => `${word[1] ?? ''}${word[0]!}${word.slice(2)}`);
    const query = fc.array(fc.oneof(fc.constantFrom(...words), cut, swapped), { minLength: 1, maxLength: 4 });
    const store = memory();
    let [count, replaced] = [0, 0];
    fc.assert(
      fc.property(query, kinds, (typed, among) => {
        const line = typed.join(' ');
        const found = searchLadder(catalog, line, among);
        // What nothing has is looked for by the nearest word, and nothing that the library finds is replaced.
        const words = plainWords(line).map(foldWord);
        const meant = words.map((word) => found.replaced.find((entry) => entry.word === word)?.by ?? word);
        for (const { word } of found.replaced) expect(searchPlainly(catalog, word, among), word).toEqual([]);
        const expected = searchPlainly(catalog, meant.join(' '), among);
        expect(everyHit(found)).toEqual(expected);
        // With what another run has kept.
        expect(everyHit(searchLadder(createCatalog(catalog.ladder), line, among, store))).toEqual(expected);
        count += (expected as unknown[]).length;
        replaced += found.replaced.length;
      }),
      { numRuns: 300, seed: 8 },
    );
    expect(count).toBeGreaterThan(300);
    expect(replaced).toBeGreaterThan(0);
  });

  it('is the same when it is read back, whatever the texts are', () => {
    fc.assert(
      fc.property(fullLadder(hostileText, true), (ladder) => {
        const index = indexWords(shelvesOf(createCatalog(ladder)));
        // A seal goes before it, so that it may begin anywhere.
        const bytes = Buffer.concat([Buffer.from('odd'), encodeWords(index)]).subarray(3);
        expect(decodeWords(bytes)).toEqual(index);
      }),
      { numRuns: 200, seed: 9 },
    );
  });

  it('is made once, and made anew where what is kept is of another ladder', () => {
    const store = memory();
    const [ladder, other] = [levelledCatalog().ladder, shippedCatalog().ladder];
    const first = everyHit(searchLadder(createCatalog(ladder), 'master', [], store));
    const bytes = store.bytes();
    expect(everyHit(searchLadder(createCatalog(ladder), 'master', [], store))).toEqual(first);
    expect(store.bytes()).toBe(bytes);
    expect(everyHit(searchLadder(createCatalog(other), 'roadmap', [], store))).toEqual(
      searchPlainly(createCatalog(other), 'roadmap', []),
    );
    expect(store.bytes()).not.toEqual(bytes);
  });

  it('takes the nearest words among the kinds that are looked at only', () => {
    const search = (among: PassageKind[]) => searchLadder(levelledCatalog(), 'jiiniry', among);
    expect(search(['skill'])).toMatchObject({
      complete: true,
      replaced: [{ word: 'jiiniry', by: 'joinery', near: [] }],
    });
    expect(search(['skill']).hits[0]!.passage.id).toBe('joinery');
    expect(search(['fact'])).toEqual({ hits: [], complete: true, replaced: [] });
  });
});

it('every text of a ladder is a passage', () => {
  const said = shelvesOf(levelledCatalog())
    .flatMap(({ make }) => make())
    .map(({ name, text }) => `${name} ${text}`)
    .join('\n');
  const { ladder } = levelledCatalog();
  const statements = [
    ...ladder.notes,
    ...ladder.contrasts,
    ...ladder.disagreements.flatMap(({ positions }) => positions),
    ...ladder.sources.flatMap(({ facts }) => facts),
    ...ladder.roles.flatMap((role) => [role.summary, ...role.notes, ...role.responsibilities, ...role.requirements]),
  ];
  for (const { text } of statements) expect(said).toContain(text);
});

it('words stand where they are said to', () => {
  const text = 'Größe, C# und 产品 «x»';
  const words = wordsOf(text);
  expect(words.map((word) => word.text)).toEqual(['Größe', 'C#', 'und', '产', '品', 'x']);
  for (const word of words) expect(text.slice(word.start).startsWith(word.text)).toBe(true);
  expect(plainWords('Head-of product+')).toEqual(['Head', 'of', 'product+']);
  expect(foldWord('ＲéSUMÉ')).toBe('resume');
});

it('what is longer than any word is not looked for, nor more than make a search', () => {
  const longest = 'x'.repeat(100);
  expect(wantedWords(`Résumé ${longest} ${longest}y résumé`)).toEqual(['resume', longest]);
  const many = Array.from({ length: 50 }, (_, number) => `word${number}`);
  expect(wantedWords(many.join(' '))).toEqual(many.slice(0, 32));
});

describe('pmroles search', () => {
  it('ends with 1 where nothing fits', async () => {
    // Nearly every short word is near another one, which is not meant.
    for (const word of ['xyzzyx', 'okr']) {
      expect(await runIn(['search', word])).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('Nothing fits.'),
      });
    }
  });

  it.each([
    ['prodcut', 'product'],
    ['desgin', 'design'],
  ])('finds for %s, whose letters are swapped, what has %s, and says so', async (word, meant) => {
    const { code, stdout } = await runIn(['search', word, '--width', '200']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Nothing has "${word}"; shown is what has ${meant}`);
    const { data } = await jsonOf(['search', word]);
    expect(data).toMatchObject({ complete: true, replaced: [{ word, by: meant }] });
    expect(data['hits']).toEqual((await jsonOf(['search', meant])).data['hits']);
  });

  it('replaces no more than the word that nothing has', async () => {
    const { data } = await jsonOf(['search', 'prodcut', 'roadmap']);
    expect(data).toMatchObject({ complete: true, replaced: [{ word: 'prodcut', by: 'product' }] });
    expect(data['hits']).toEqual((await jsonOf(['search', 'product', 'roadmap'])).data['hits']);
    expect((await jsonOf(['search', 'product', 'xyzzyx'])).data).toMatchObject({ complete: false, replaced: [] });
  });

  it('shows ten and counts the rest', async () => {
    const { data } = await jsonOf(['search', 'product']);
    expect(data['hits']).toHaveLength(10);
    const rest = (data['total'] as number) - 10;
    expect((await runIn(['search', 'product'])).stdout).toContain(`… and ${rest} more`);
    expect((await jsonOf(['search', 'product', '--limit', '3'])).data['hits']).toHaveLength(3);
  });

  it('sets the words that fit off, and says how to go on', async () => {
    const { stdout } = await runIn(['search', 'chief', 'officer', '--kind', 'role', '--color', 'always']);
    expect(stdout).toContain('\u001b[1mChief\u001b[22m Product \u001b[1mOfficer\u001b[22m');
    expect(stdout).toContain('pmroles show cpo');
    expect((await runIn(['search', 'roadmap', '--limit', '1', '-f', 'markdown'])).stdout).toMatch(/\*\*roadmaps?\*\*/);
  });

  it('sends nothing of a ladder to the terminal as it stands', async () => {
    const { stdout } = await runIn(['search', 'resume'], { ladder: ladderOf(HOSTILE) });
    expect(stdout).toContain('<U+001B>');
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    [['search', '--', '...'], 'is no word'],
    [['search', 'x'.repeat(101)], 'is no word'],
    [['search', 'x', '--limit', '0'], 'whole number'],
    [['search', 'x', '--kind', 'rolle'], 'Expected one of'],
    [['search'], 'words'],
  ])('%s is a usage error', async (argv, message) => {
    expect(await runIn(argv)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  it.each(examplesOf('search').map(({ line }) => line))('%s', async (line) => {
    expect(await runIn(splitWords(line).slice(1))).toMatchObject({ code: 0, stderr: '' });
  });

  it('answers by the schema on a ladder with everything in it', async () => {
    for (const word of ['the', 'fact', 'master', 'glue', 'zzzz']) {
      const { stdout } = await runIn(['search', word, '--json'], { ladder: ladderOf(LEVELLED_YAML) });
      expect(outputProblems(JSON.parse(stdout)), word).toBe('');
    }
  });
});
