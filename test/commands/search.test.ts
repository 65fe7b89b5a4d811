/**
 * What `pmroles search` finds, and what it says when it finds nothing.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalog, createCatalog } from '../../src/core/catalog.ts';
import { PASSAGE_KINDS, type PassageKind, passagesOf } from '../../src/core/search/passages.ts';
import { foldWord, plainWords, wantedWords, wordsOf } from '../../src/core/search/words.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { type Found, searchLadder } from '../../src/core/search/search.ts';
import { editDistance } from '../../src/core/suggest.ts';
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

describe('the order of what is found', () => {
  /** How well a word fits a wanted one. */
  function nearness(wanted: string, word: string): number {
    if (word === wanted) return 1;
    const { length } = word;
    if (wanted.length >= 3 && word.startsWith(wanted))
      return (0.4 * length) / (length + 0.3 * (length - wanted.length));
    const edits = editDistance(word, wanted, false);
    return wanted.length >= 4 && edits <= Math.round(wanted.length * 0.2) ? (0.15 * length) / (length + edits) : 0;
  }

  /** The same search by its definition: each passage, word and text anew. */
  function searchPlainly(catalog: Catalog, wanted: readonly string[], kinds: readonly PassageKind[]): Found['hits'] {
    const passages = passagesOf(catalog).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    const texts = passages.map(({ id, name, aliases, text }) =>
      [name, name === '' ? '' : [id, ...aliases].join(' '), text].map(plainWords),
    );
    const folded = texts.map((parts) => parts.map((words) => words.map(foldWord)));
    const near = wanted.map((own) =>
      [...new Set(folded.flat(2))]
        .map((word) => ({ word, weight: nearness(own, word) }))
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight),
    );
    const scored = passages.map((passage, place) => {
      const [words, has] = [new Set<string>(), new Set<string>()];
      let score = 0;
      wanted.forEach((own, index) => {
        for (const { word, weight } of near[index]!) {
          [4, 3, 1].forEach((boost, part) => {
            const count = folded[place]![part]!.filter((one) => one === word).length;
            if (count === 0) return;
            const among = folded.filter((parts) => parts[part]!.includes(word)).length;
            const lengths = texts.map((parts) => new Set(parts[part]).size);
            const average = lengths.reduce((a, b) => a + b, 0) / passages.length;
            const rarity = Math.log(1 + (passages.length - among + 0.5) / (among + 0.5));
            const often = (count * 2.2) / (count + 1.2 * (0.3 + (0.7 * lengths[place]!) / average));
            score += weight * boost * rarity * (0.5 + often);
            words.add(word);
            has.add(own);
          });
        }
      });
      return { passage, words, has: has.size, score: score * has.size };
    });
    const most = Math.max(...scored.map(({ has }) => has));
    return scored
      .filter(({ has }) => has > 0 && (most < wanted.length || has === most))
      .sort((a, b) => b.score - a.score)
      .map(({ passage, words }) => ({ passage, words }));
  }

  it.each([
    ['the shipped ladder', shippedCatalog, 60],
    ['a ladder with everything in it', levelledCatalog, 300],
  ])('is on %s that of the definition', (_, ladder, numRuns) => {
    const catalog = ladder();
    const words = [...new Set(passagesOf(catalog).flatMap(({ name, text }) => plainWords(`${name} ${text}`)))];
    const cut = fc.tuple(fc.constantFrom(...words), fc.nat(3)).map(([word, less]) => word.slice(0, -less || undefined));
    const swapped = fc.constantFrom(...words).map((word) => `${word[1] ?? ''}${word[0]!}${word.slice(2)}`);
    const query = fc.array(fc.oneof(fc.constantFrom(...words), cut, swapped), { minLength: 1, maxLength: 4 });
    let [count, replaced] = [0, 0];
    fc.assert(
      fc.property(query, fc.subarray([...PASSAGE_KINDS]), (typed, kinds) => {
        const line = typed.join(' ');
        const found = searchLadder(catalog, line, kinds);
        const wanted = wantedWords(line);
        // What nothing has is looked for by the nearest word, and nothing that is found is replaced.
        const meant = wanted.map((word) => found.replaced.find((entry) => entry.word === word)?.by ?? word);
        for (const { word } of found.replaced) expect(searchPlainly(catalog, [word], kinds), word).toEqual([]);
        expect(found.hits).toEqual(searchPlainly(catalog, [...new Set(meant)], kinds));
        count += found.hits.length;
        replaced += found.replaced.length;
      }),
      { numRuns, seed: 8 },
    );
    expect(count).toBeGreaterThan(300);
    expect(replaced).toBeGreaterThan(0);
  });

  it('is found of any ladder, whatever its texts are', () => {
    fc.assert(
      fc.property(fullLadder(hostileText, true), hostileText, (ladder, line) => {
        const catalog = createCatalog(ladder);
        expect(() => searchLadder(catalog, line, [])).not.toThrow();
        for (const passage of passagesOf(catalog)) {
          const typed = plainWords(`${passage.name} ${passage.text}`)[0] ?? '';
          const [word] = wantedWords(typed);
          if (word === undefined) continue;
          const found = searchLadder(catalog, typed, []).hits.find((hit) => hit.passage.text === passage.text);
          expect([...found!.words]).toContain(word);
        }
      }),
      { numRuns: 40, seed: 9 },
    );
  });

  it('names the best fitting word of a passage first', () => {
    const [hit] = searchLadder(
      catalogOf(HOSTILE.replace('Résumé of C++', 'Words worded by a wordy word')),
      'word',
      [],
    ).hits;
    expect([...hit!.words]).toEqual(['word', 'words', 'wordy', 'worded']);
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
  const said = passagesOf(levelledCatalog())
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
  expect(wantedWords('\u0301 e\u0301 \u0301')).toEqual(['e']);
});

describe('pmroles search', () => {
  it('ends with 1 where nothing fits', async () => {
    // Nearly every short word is near another one, which is not meant.
    for (const word of ['xyzzyx', 'okr']) {
      expect(await runIn(['search', word])).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('No matches.'),
      });
    }
  });

  it.each([
    ['prodcut', 'product'],
    ['desgin', 'design'],
  ])('finds for %s, whose letters are swapped, what has %s, and says so', async (word, meant) => {
    const { code, stdout } = await runIn(['search', word, '--width', '200']);
    expect(code).toBe(0);
    expect(stdout).toContain(`No matches for "${word}". Shown instead: ${meant}`);
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
