/**
 * A profile that is open on the page, without a browser: every expectation is told as the core measures it.
 */
import { describe, expect, it } from 'vitest';
import { heldRoles } from '../../src/core/catalog.ts';
import { type Standing, STANDINGS, standingFor } from '../../src/core/profile/standing.ts';
import { readAddress } from '../../src/page/address.ts';
import { comparePage } from '../../src/page/compare-page.ts';
import { pathPage } from '../../src/page/path-page.ts';
import '../../src/page/profile-part.ts';
import type { Opened, OpenProfile } from '../../src/page/profile.ts';
import type { Book, Page } from '../../src/page/page.ts';
import { pageOf } from '../../src/page/pages.ts';
import { rolePage } from '../../src/page/role-page.ts';
import { readProfile } from '../../src/profile/read.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { shippedLadder, templateFile } from '../support/fake-runtime.ts';
import { CANARY, ENGINEER, MANAGER } from '../support/page-profiles.ts';
import { bookOf, checkTrees, textOf, withClass } from '../support/page-trees.ts';

const { openPmrolesProfile: open } = globalThis as unknown as { openPmrolesProfile: OpenProfile };

function opened(book: Book, text: string): Book {
  const made: Opened = open(book.catalog, text, 'me.yaml');
  if (!('mine' in made)) throw new Error(made.problems.join('\n'));
  return { ...book, mine: made.mine };
}

const SHIPPED = opened(bookOf(shippedLadder()), MANAGER);
const LEVELLED = opened(bookOf(loadLadder(templateFile('engineering')).ladder), ENGINEER);
const CASES = [
  { name: 'the shipped ladder', book: SHIPPED, text: MANAGER },
  { name: 'a ladder with levels', book: LEVELLED, text: ENGINEER },
];
const show = (book: Book, hash: string): Page => pageOf(book, readAddress(hash));
const marks = (page: Page): string[] => withClass(page, 'stand').map(textOf);

const WORDS: Readonly<Record<Standing, string>> = {
  lacks: '- missing',
  partly: '± partly',
  has: '✓ there',
  'not-answered': '? not answered',
  'not-applicable': '· not applicable',
};

/** How each thing is told of that a role expects, by the core alone. */
function expected({ catalog }: Book, text: string, id: string): string[] {
  const { profile } = readProfile(text, 'me.yaml', catalog);
  const { items } = standingFor(catalog, profile!, catalog.roles.get(id)!);
  return items.map(({ standing }) => WORDS[standing]);
}

describe.each(CASES)('on $name', ({ book, text }) => {
  const roles = heldRoles(book.catalog.ladder).map(({ id }) => id);

  it.each(roles)('the page of %s tells of each expectation by a sign and a word', (id) => {
    const page = rolePage(book, readAddress(`#role=${id}`));
    expect(
      marks(page)
        .map((mark) => mark.replace(/ \([^)]*\)$/, ''))
        .toSorted(),
    ).toEqual(expected(book, text, id).toSorted());
    expect(marks(rolePage({ ...book, mine: undefined }, readAddress(`#role=${id}`)))).toEqual([]);
  });

  it('all roles are there by cover, each once', () => {
    const page = show(book, '#fit');
    checkTrees(page.body);
    const texts = page.body.map(textOf).join('');
    for (const id of roles) expect(texts).toContain(book.catalog.roles.get(id)!.title);
  });

  it.each(['#fit', '#plan', `#plan=${roles.at(-1)!}`, `#role=${roles[1]!}`, `#compare=${roles[0]!},${roles[2]!}`])(
    'nothing of it is in the title or the address of %s',
    (hash) => {
      const { title, address = hash } = show(book, hash);
      expect(address).toBe(hash);
      expect(title).not.toMatch(new RegExp(`${CANARY}|me\\.yaml`, 'i'));
      if (/fit|plan/.test(hash)) expect(['Roles by cover', 'Growth plan']).toContain(title);
    },
  );
});

it('all five standings are told', () => {
  const all = heldRoles(SHIPPED.catalog.ladder).flatMap(({ id }) => withClass(show(SHIPPED, `#role=${id}`), 'stand'));
  const classes = new Set(all.map(({ attributes }) => String(attributes['class'])));
  expect([...classes].toSorted()).toEqual(STANDINGS.map((standing) => `stand stand--${standing}`).toSorted());
});

it('a comparison says for whom, where one level does for one role and not for another', () => {
  const page = comparePage(LEVELLED, readAddress('#compare=engineer,staff-engineer'));
  checkTrees(page.body);
  expect(marks(page)).toEqual(
    expect.arrayContaining(['✓ there (Independent) as Engineer', '± partly as Staff Engineer', '✓ there (Guiding)']),
  );
  expect(withClass(page, 'cover').map(textOf)).toHaveLength(2);
});

it('a path names at each step what is still missing, and a higher level anew', () => {
  const page = pathPage(LEVELLED, readAddress('#path=engineer,staff-engineer'));
  const lists = withClass(page, 'leg').map((leg) => textOf(leg).split('Still missing')[1]!);
  expect(lists).toHaveLength(2);
  expect(lists[0]).toContain('System design, Independent ± partly (Learning)');
  expect(lists[1]).toContain('System design, Guiding ± partly (Learning)');
  expect(lists[0]).toContain('Programming, Guiding ± partly (Independent)');
  expect(lists[1]).not.toContain('Programming, ');
});

it('a plan is for the aim, or for the role that the address names', () => {
  const heading = (hash: string): string => textOf(withClass(show(LEVELLED, hash), 'plan')[0]!.children[0]!);
  expect(heading('#plan')).toBe('Growth plan: Engineer → Staff Engineer');
  expect(heading('#plan=cto')).toContain('→ Chief Technology Officer');
  const nowhere = show(LEVELLED, '#plan=ctoo');
  expect(textOf(withClass(nowhere, 'plan')[0]!)).toContain('No role is called "ctoo".');
});

const HEAD = 'profile: 1\nladder: { id: product-management }\n';

it.each([
  [
    'another ladder',
    'profile: 1\nladder: { id: engineering }\n',
    'line 2: the profile is of the ladder engineering, not of product-management.',
  ],
  [
    'an unknown id',
    `${HEAD}skills:\n  leadershp: yes\n`,
    'line 4: the ladder has no skill with the id "leadershp". Did you mean leadership?',
  ],
  [
    'names of objects',
    `${HEAD}skills:\n  constructor: yes\n  __proto__: no\n`,
    'line 4: the ladder has no skill with the id "constructor".',
  ],
  ['no YAML', 'profile: [', 'line 1: '],
  ['nothing', '', 'me.yaml'],
  ['a ladder', 'id: x\ntitle: y\n', 'me.yaml'],
])('says what is wrong with a file: %s', (_, text, said) => {
  const made = open(SHIPPED.catalog, text, 'me.yaml');
  if ('mine' in made) throw new Error('it was opened');
  expect(made.problems.join('\n')).toContain(said);
  expect(made.problems.join('\n')).not.toMatch(/--data|--me/);
});

it('names the first of many mistakes, and counts the others', () => {
  const many = Array.from({ length: 30 }, (_, index) => `  skill-${index}: yes\n`).join('');
  const made = open(SHIPPED.catalog, `${HEAD}skills:\n${many}`, 'me.yaml');
  expect('problems' in made && made.problems).toHaveLength(6);
  expect('problems' in made && made.problems.at(-1)).toBe('And 25 more.');
});

it('opens a profile of another version, and says so where it is used', () => {
  const book = opened(bookOf(shippedLadder()), 'profile: 1\nladder: { id: product-management, version: 0.0.1 }\n');
  for (const hash of ['#fit', '#plan']) {
    expect(show(book, hash).body.map(textOf).join('')).toContain('line 2: the profile is of version 0.0.1');
  }
});
