/**
 * The picture of a comparison, read back by something that did not draw it, holds exactly the comparison.
 */
import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import { compareRoles, type Comparison } from '../../src/core/compare.ts';
import { pictureComparison } from '../../src/pictures/comparison.ts';
import { writeComparison } from '../../src/pictures/comparison-svg.ts';
import { printable } from '../../src/report/printable.ts';
import { widthOf } from '../../src/report/width.ts';
import { compareNotes } from '../../src/views/compare-sentence.ts';
import { compared } from '../support/compared.ts';
import { runIn, shippedLadder } from '../support/fake-runtime.ts';
import { ladderOf, LEVELLED_YAML } from '../support/ladders.ts';
import { runs } from '../support/thorough.ts';

function read(svg: string): Element[] {
  const document = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(svg, 'image/svg+xml');
  const all = Array.from(document.getElementsByTagName('*'));
  for (const element of all) {
    expect(['svg', 'title', 'desc', 'style', 'path', 'g', 'text', 'circle', 'rect']).toContain(element.tagName);
    for (const { name } of Array.from(element.attributes)) expect(name).not.toMatch(/^on|href|^style$/i);
  }
  return all;
}

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name));
const within = (element: Element): Element[] => Array.from(element.getElementsByTagName('*'));
const packed = (text: string): string =>
  printable(text)
    .replace(/\ufffe/g, '<U+FFFE>')
    .replace(/\uffff/g, '<U+FFFF>')
    .replace(/\s+/g, '');

/** Where each role stands on the scale of each skill that has a row. */
function checkScale(all: readonly Element[], comparison: Comparison, levels: readonly string[]): number {
  const rows = all.filter((element) => element.hasAttribute('data-skill'));
  const said = packed(
    all
      .filter(({ tagName }) => tagName === 'text')
      .map(({ textContent }) => textContent)
      .join(''),
  );
  const middles = new Map<number, number>();
  for (const { id, held } of comparison.skills) {
    const drawn = rows.filter((row) => row.getAttribute('data-skill') === id);
    const known = held.map(({ statement }) => levels.indexOf(statement.level ?? ''));
    const isSame =
      held.length === comparison.roles.length - comparison.silentOnSkills.length &&
      held.length > 1 &&
      new Set(known).size === 1 &&
      new Set(held.map(({ statement }) => statement.importance)).size === 1 &&
      new Set(held.map(({ statement }) => statement.text).filter((text) => text !== '')).size < 2;
    expect(drawn.length, id).toBe(isSame ? 0 : 1);
    if (isSame) expect(said).toContain('Thesame:');
    const marks = drawn.flatMap(within).filter((mark) => mark.hasAttribute('data-role'));
    const expected = isSame
      ? []
      : held.flatMap(({ role }, index) => (known[index]! < 0 ? [] : [[comparison.roles.indexOf(role), known[index]]]));
    expect(marks.map((mark) => [numberOf(mark, 'data-role'), numberOf(mark, 'data-level')])).toEqual(expected);
    // Marks of one level are about one middle, and a higher level is further to the right.
    for (const level of new Set(known.filter((place) => place >= 0))) {
      const own = marks.filter((mark) => numberOf(mark, 'data-level') === level);
      if (own.length === 0) continue;
      const xs = own.map((mark) => (mark.tagName === 'circle' ? numberOf(mark, 'cx') : numberOf(mark, 'x') + 6.5));
      const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
      expect(Math.abs((middles.get(level) ?? middle) - middle)).toBeLessThan(0.2);
      middles.set(level, middle);
    }
    const change = drawn[0]?.getAttribute('data-change') ?? '';
    if (comparison.silentOnSkills.length > 0) expect(change).not.toMatch(/gained|left/);
  }
  const places = [...middles].sort(([a], [b]) => a - b).map(([, x]) => x);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  return rows.length;
}

/** What stands in which column, and how many squares each role has. */
function checkAreas(all: readonly Element[], { roles, areas, skills }: Comparison): number {
  const entries = all.filter((element) => element.hasAttribute('data-items'));
  const places = entries.flatMap((entry) =>
    (JSON.parse(entry.getAttribute('data-items')!) as string[]).map((id) => {
      return [entry.getAttribute('data-area'), id, entry.getAttribute('data-column')].join(' ');
    }),
  );
  const columnOf = (item: Comparison['skills'][number] | Comparison['areas'][number]['items'][number]): string =>
    item.standing === 'unique' ? String(roles.indexOf(item.held[0]!.role)) : 'shared';
  const items = [
    ...areas.flatMap((area) => area.items.map((item) => ({ area: area.area, item }))),
    ...skills.map((item) => ({ area: '', item })),
  ];
  expect(places.toSorted()).toEqual(
    items.map(({ area, item }) => [area, item.id, columnOf(item)].join(' ')).toSorted(),
  );
  for (const { area, item } of items) {
    const entry = entries.find(
      (each) =>
        each.getAttribute('data-area') === area &&
        (JSON.parse(each.getAttribute('data-items')!) as string[]).includes(item.id),
    )!;
    if ('area' in item.held[0]!.statement)
      for (const { statement } of item.held) expect(packed(entry.textContent!)).toContain(packed(statement.text));
  }
  const squares = all
    .filter((element) => element.hasAttribute('data-count'))
    .map((element) => [element.getAttribute('class'), numberOf(element, 'data-count')].join(' '));
  const alone = [
    ...areas.map((area) => area.items as readonly { standing: string; held: readonly { role: string }[] }[]),
    skills,
  ].flatMap((own) =>
    roles.flatMap((role, index) => {
      const count = own.filter(({ standing, held }) => standing === 'unique' && held[0]!.role === role).length;
      return count === 0 ? [] : [`r${index} ${count}`];
    }),
  );
  expect(squares.toSorted()).toEqual(alone.toSorted());
  return places.length;
}

it('holds the comparison, and every text is inside of it', () => {
  let [rows, items, silent] = [0, 0, 0];
  fc.assert(
    fc.property(compared, ({ ladder, ids, only }) => {
      const catalog = createCatalog(ladder);
      const comparison = compareRoles(catalog, ids, only);
      const draw = (): string =>
        writeComparison(pictureComparison(catalog, comparison), compareNotes(catalog, comparison, only));
      const svg = draw();
      expect(draw()).toBe(svg);
      const all = read(svg);
      const hasLevels = comparison.skills.some(({ held }) =>
        held.some(({ statement }) => statement.level !== undefined),
      );
      if (hasLevels)
        rows += checkScale(
          all,
          comparison,
          ladder.levels.map(({ id }) => id),
        );
      else items += checkAreas(all, comparison);
      if (comparison.silentOnSkills.length > 0) silent++;
      const [width, height] = [numberOf(all[0]!, 'width'), numberOf(all[0]!, 'height')];
      for (const text of all.filter(({ tagName }) => tagName === 'text')) {
        const wide = widthOf(text.textContent!) * (text.getAttribute('class') === 'title' ? 11 : 7);
        const left = numberOf(text, 'x') - (text.hasAttribute('text-anchor') ? wide / 2 : 0);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + wide).toBeLessThanOrEqual(width);
        expect(numberOf(text, 'y')).toBeGreaterThan(0);
        expect(numberOf(text, 'y')).toBeLessThan(height);
      }
    }),
    { numRuns: runs(100, 400), seed: 31 },
  );
  expect([rows, items, silent].every((count) => count > runs(10, 50))).toBe(true);
});

describe('pmroles compare --format svg', () => {
  const textsOf = (svg: string): string[] =>
    read(svg).flatMap(({ tagName, textContent }) => (tagName === 'text' ? [textContent!] : []));

  it('says in a sentence what separates the roles, and where one is silent', async () => {
    const { code, stdout } = await runIn(['compare', 'head-of-product', 'cpo', '--format', 'svg']);
    expect(code).toBe(0);
    const texts = textsOf(stdout);
    expect(texts.join(' ')).toContain(
      'Only for the Chief Product Officer are responsibilities stated in Business and in Marketing and sales.',
    );
    // In the strip and in the columns, for two areas.
    expect(texts.filter((text) => text === 'Not stated')).toHaveLength(4);
    for (const head of ['Only Head of Product', 'Shared']) expect(texts).toContain(head);
    const desc = read(stdout).find(({ tagName }) => tagName === 'desc')!.textContent;
    expect(desc).toContain('Business: shared 0, only Head of Product not stated, only Chief Product Officer 2.');
    expect(stdout.endsWith('</svg>\n')).toBe(true);
  });

  it('never takes silence for something new', async () => {
    const { stdout } = await runIn(['compare', 'product-lead', 'head-of-product', '--format', 'svg']);
    expect(textsOf(stdout).join(' ')).toContain('No skills are stated for Product Lead.');
    const levelled = await runIn(['compare', 'foreman', 'master', '--format', 'svg'], {
      ladder: ladderOf(LEVELLED_YAML),
    });
    expect(levelled.stdout).toContain('data-change="unsaid"');
    expect(levelled.stdout).not.toContain('data-change="gained"');
  });

  it('names the levels, the change and what does not apply', async () => {
    const { stdout } = await runIn(['compare', 'journeyman', 'owner', '--format', 'svg', '--only', 'changed'], {
      ladder: ladderOf(LEVELLED_YAML),
    });
    const texts = textsOf(stdout);
    for (const text of ['Awareness', 'Working', 'Expert', '+ New', '↓ One level', '− Not applicable'])
      expect(texts).toContain(text);
    expect(texts).toContain('Shown: only what is not common to all.');
    expect(texts).toContain('Not applicable as Owner: Finishing.');
  });

  it('goes to a file, as every other format does', async () => {
    for (const format of ['text', 'json', 'markdown', 'csv', 'svg']) {
      const saved = new Map<string, string>();
      const argv = ['compare', 'head-of-product', 'cpo', '--format', format];
      const { stdout } = await runIn(argv);
      const world = { saved, terminal: 120, env: { FORCE_COLOR: '' } };
      expect(await runIn([...argv, '-o', 'out'], world)).toMatchObject({ code: 0, stdout: '', stderr: 'wrote out\n' });
      expect(saved.get('out')).toBe(stdout);
      expect((await runIn([...argv, '-o', 'out'], world)).code).toBe(4);
      expect((await runIn([...argv, '-o', 'out', '--force'], world)).code).toBe(0);
    }
  });

  it('refuses more roles than can be told apart', async () => {
    const roles = shippedLadder().roles.map(({ id }) => id);
    expect(await runIn(['compare', ...roles, '--format', 'svg'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'pmroles: 8 roles are too many for one picture, which holds 4\n  name fewer roles, or compare them in a table\n',
    });
  });
});
