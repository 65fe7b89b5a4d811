/**
 * The view of a comparison, without a browser: it holds exactly what compareRoles says, each item once and in its place.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import { compareRoles } from '../../src/core/compare.ts';
import { readAddress } from '../../src/page/address.ts';
import { comparePage } from '../../src/page/compare-page.ts';
import type { Page } from '../../src/page/page.ts';
import { printable } from '../../src/report/printable.ts';
import { toHtml } from '../../src/report/tree.ts';
import { compared } from '../support/compared.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { shippedLadder, templateFile } from '../support/fake-runtime.ts';
import { ladderOf, LEVELLED_YAML } from '../support/ladders.ts';
import { bookOf, checkTrees, elements, textOf, withClass } from '../support/page-trees.ts';
import { runs } from '../support/thorough.ts';

const SHIPPED = bookOf(shippedLadder());
const WORKSHOP = bookOf(ladderOf(LEVELLED_YAML));
const ENGINEERING = bookOf(loadLadder(templateFile('engineering')).ladder);
const show = (book: typeof SHIPPED, hash: string): Page => comparePage(book, readAddress(hash));
const HUES = ['ra', 'rb', 'rc', 'rd'];

/** Every item that the view shows, with where it stands: in which row of the areas and in whose column, or on the scale. */
function placesIn({ body }: Page): string[] {
  const itemsIn = (trees: Parameters<typeof elements>[0]): string[] =>
    [...elements(trees)].flatMap(({ attributes }) => {
      const ids = attributes['data-items'];
      return typeof ids === 'string' ? (JSON.parse(ids) as string[]) : [];
    });
  const rows = [...elements(body)].filter(({ tag }) => tag === 'tr');
  return rows.flatMap((row) => {
    const area = row.attributes['data-area'];
    if (area === undefined) return itemsIn([row]).map((id) => `scale ${id}`);
    return row.children.flatMap((cell) => {
      if (typeof cell === 'string') return [];
      const column = cell.tag === 'th' ? 'shared' : String(HUES.indexOf(String(cell.attributes['class'])));
      return itemsIn([cell]).map((id) => `${String(area)} ${id} ${column}`);
    });
  });
}

describe('a comparison on the page', () => {
  it('holds each item once, where it belongs, and every text as text', () => {
    fc.assert(
      fc.property(compared, ({ ladder, ids, only }) => {
        const book = bookOf(ladder);
        const page = show(book, `#compare=${ids.join(',')}${only === undefined ? '' : `&only=${only}`}`);
        checkTrees(page.body);
        const { areas, skills, notApplicable } = compareRoles(createCatalog(ladder), ids, only);
        const hasLevels = skills.some(({ held }) => held.some(({ statement }) => statement.level !== undefined));
        const column = (item: { standing: string; held: readonly { role: string }[] }): string =>
          item.standing === 'unique' ? String(ids.indexOf(item.held[0]!.role)) : 'shared';
        expect(placesIn(page).toSorted()).toEqual(
          [
            ...areas.flatMap(({ area, items }) => items.map((item) => `${area} ${item.id} ${column(item)}`)),
            ...skills.map((item) => (hasLevels ? `scale ${item.id}` : ` ${item.id} ${column(item)}`)),
          ].toSorted(),
        );
        const ruledOut = [...elements(page.body)].flatMap(({ attributes }) => attributes['data-ruled-out'] ?? []);
        expect(ruledOut.toSorted()).toEqual(
          notApplicable.flatMap(({ skill, held }) => held.map(({ role }) => JSON.stringify([skill, role]))).toSorted(),
        );
        const shown = page.body.map(textOf).join('\n');
        for (const { held } of areas.flatMap(({ items }) => items)) {
          for (const { statement } of held) expect(shown).toContain(printable(statement.text));
        }
      }),
      { numRuns: runs(100, 300), seed: 7 },
    );
  });

  it('says first what separates the roles', () => {
    const sentence = (book: typeof SHIPPED, hash: string): string => textOf(withClass(show(book, hash), 'lead')[0]!);
    expect(sentence(SHIPPED, '#compare=head-of-product,cpo')).toBe(
      'They share 7 skills, 1 responsibility and, in other words, 2 more. Only for the Chief Product Officer are responsibilities stated in Business and in Marketing and sales.',
    );
    // A filter leaves the sentence as it is.
    expect(sentence(SHIPPED, '#compare=head-of-product,cpo&only=unique')).toBe(
      sentence(SHIPPED, '#compare=head-of-product,cpo'),
    );
    expect(sentence(SHIPPED, '#compare=product-lead,head-of-product')).toContain(
      'No skills are stated for Product Lead.',
    );
    expect(sentence(WORKSHOP, '#compare=apprentice,journeyman')).toBe(
      '1 skill goes one level up and 1 is new: Finishing. 1 responsibility is new, 1 is not repeated. Only for the Journeyman are responsibilities stated in People.',
    );
    expect(sentence(WORKSHOP, '#compare=journeyman,owner')).toContain(
      '1 skill goes one level down, 1 does not apply and 2 are new: Mentoring and Budgeting.',
    );
  });

  it('never takes silence for something new', () => {
    for (const [book, hash] of [
      [WORKSHOP, '#compare=foreman,master'],
      [WORKSHOP, '#compare=master,foreman'],
      [SHIPPED, '#compare=product-lead,head-of-product'],
    ] as const) {
      const page = show(book, hash);
      expect(withClass(page, 'chip--gained').length + withClass(page, 'chip--left').length).toBe(0);
      expect(withClass(page, 'silent').length).toBeGreaterThan(0);
    }
  });

  it('quotes the sources, with who says so', () => {
    const voices = withClass(show(WORKSHOP, '#compare=master,foreman'), 'voice').map(textOf);
    expect(voices).toHaveLength(3);
    expect(voices[0]).toMatch(/^The one makes and the other makes others make\..*Source S/);
    expect(voices[2]).toMatch(/^The master does\..*Source T/);
  });

  it('folds what is long, and what is the same', () => {
    const folds = (book: typeof SHIPPED, hash: string): string[] =>
      [...elements(show(book, hash).body)]
        .filter(({ tag, attributes }) => tag === 'details' && attributes['class'] === 'fold')
        .map((tree) => textOf(tree.children[0]!));
    expect(folds(SHIPPED, '#compare=product-lead,head-of-product')).toEqual(['5 more']);
    expect(folds(ENGINEERING, '#compare=senior-engineer,staff-engineer')).toEqual([
      '2 skills stay the same: Programming, Security',
    ]);
    // What matters to one role more than to the other is not the same, whatever its level.
    expect(folds(WORKSHOP, '#compare=apprentice,owner')).toEqual([]);
  });

  it('says of a skill what the role in the head needs, and nothing for one that does not need it', () => {
    const rows = [...elements(show(ENGINEERING, '#compare=engineer,director-of-engineering').body)].filter(
      ({ attributes }) => attributes['data-change'] !== undefined,
    );
    const said = (kind: string): string[] =>
      rows.filter(({ attributes }) => attributes['data-change'] === kind).map((row) => textOf(row.children.at(-1)!));
    expect(said('ruled-out').concat(said('left'))).toEqual(['', '', '', '']);
    expect(said('up').join(' ')).not.toContain('Reviews code');
  });

  it('is a plain table for more roles than have a colour', () => {
    const roles = shippedLadder().roles.map(({ id }) => id);
    const page = show(SHIPPED, `#compare=${roles.join(',')}`);
    expect(withClass(page, 'report')).toHaveLength(1);
    expect([...elements(page.body)].filter(({ tag }) => tag === 'th').length).toBeGreaterThan(roles.length);
    expect(textOf(page.body[0]!)).toContain('Chief Product Officer');
    checkTrees(page.body);
  });
});

describe('the form above it', () => {
  const fieldsOf = (page: Page): { chosen: string; free: string[] }[] =>
    [...elements(page.body)]
      .filter(({ tag, attributes }) => tag === 'select' && attributes['name'] === 'role')
      .map((select) => {
        const options = [...elements(select.children)].filter(({ tag }) => tag === 'option');
        const values = (keep: (attributes: Readonly<Record<string, unknown>>) => boolean): string[] =>
          options.flatMap(({ attributes }) => (keep(attributes) ? [String(attributes['value'])] : []));
        return {
          chosen: values(({ selected }) => selected === true)[0] ?? '',
          free: values(({ disabled }) => disabled !== true),
        };
      });
  const buttons = (page: Page): Record<string, unknown> =>
    Object.fromEntries(
      [...elements(page.body)]
        .filter(({ tag }) => tag === 'button')
        .map((tree) => [textOf(tree), tree.attributes['data-to']]),
    );

  it('offers each role once, another field on demand, and to swap two', () => {
    const two = show(SHIPPED, '#compare=hop,CPO,hop&only=changed');
    expect(two.address).toBe('#compare=head-of-product,cpo&only=changed');
    expect(fieldsOf(two).map(({ chosen }) => chosen)).toEqual(['head-of-product', 'cpo']);
    expect(fieldsOf(two)[0]!.free).toContain('head-of-product');
    expect(fieldsOf(two)[0]!.free).not.toContain('cpo');
    expect(buttons(two)).toEqual({
      Swap: '#compare=cpo,head-of-product&only=changed',
      'Add a role': '#compare=head-of-product,cpo,&only=changed',
    });
    const three = show(SHIPPED, '#compare=head-of-product,cpo,');
    expect(three.address).toBe('#compare=head-of-product,cpo,');
    expect(fieldsOf(three).map(({ chosen }) => chosen)).toEqual(['head-of-product', 'cpo', '']);
    expect(fieldsOf(three)[2]!.free).not.toContain('cpo');
    expect(buttons(three)).toEqual({ Swap: '#compare=cpo,head-of-product' });
    const all = shippedLadder().roles.map(({ id }) => id);
    expect(buttons(show(SHIPPED, `#compare=${all.join(',')}`))).toEqual({});
  });

  it('says what is missing or wrong', () => {
    expect(fieldsOf(show(SHIPPED, '#compare')).map(({ chosen }) => chosen)).toEqual(['', '']);
    expect(show(SHIPPED, '#compare=cpo').body.map(textOf).join(' ')).toContain('Choose one more role');
    const wrong = show(SHIPPED, '#compare=cpoo,hop');
    expect(wrong.address).toBeUndefined();
    expect(toHtml(wrong.body)).toContain('href="#compare=cpo,hop"');
  });

  it('says the command that does the same', () => {
    const [copy] = withClass(show(SHIPPED, '#compare=hop,cpo&only=unique'), 'copy');
    expect(textOf(copy!)).toContain('pmroles compare head-of-product cpo --only unique');
  });
});
