/**
 * A radar, read back by something that did not draw it, holds exactly the numbers of the comparison.
 */
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import { type Comparison, compareRoles, ONLY } from '../../src/core/compare.ts';
import { PmrolesError } from '../../src/core/errors.ts';
import type { Ladder, Skill } from '../../src/core/model.ts';
import { type Radar, radarOf } from '../../src/pictures/radar.ts';
import { drawRadar, RADAR_STYLE, writeRadar } from '../../src/pictures/radar-svg.ts';
import { printable } from '../../src/report/printable.ts';
import { fullLadder, hostileText, richLadder } from '../support/arbitrary.ts';
import { runIn, shippedLadder } from '../support/fake-runtime.ts';
import { ladderOf, LEVELLED_YAML } from '../support/ladders.ts';
import { runs } from '../support/thorough.ts';

const GROUPS = [[], ['G'], ['G', 'H'], ['I', 'H'], ['J'], ['J', 'K', 'L']] as const;

/** Ladders with levels or without, whose skills are in groups or not, with texts that are plain or are not. */
const ladders: fc.Arbitrary<Ladder> = fc
  .record({
    ladder: fc.oneof({ weight: 3, arbitrary: richLadder }, { weight: 1, arbitrary: fullLadder(hostileText, true) }),
    groups: fc.array(fc.constantFrom(...GROUPS), { minLength: 5, maxLength: 5 }),
    levelled: fc.boolean(),
    // Beyond twelve skills they come in groups.
    copies: fc.constantFrom(1, 1, 4),
  })
  .map(({ ladder, groups, levelled, copies }) => {
    const names = (id: string): string[] =>
      Array.from({ length: copies }, (_, copy) => (copy === 0 ? id : `${id}-${copy}`));
    return {
      ...ladder,
      levels: levelled ? ladder.levels : [],
      skills: ladder.skills.flatMap((skill, index) =>
        names(skill.id).map((id): Skill => ({ ...skill, id, group: groups[index]! })),
      ),
      roles: ladder.roles.map((role) => ({
        ...role,
        requirements: role.requirements.flatMap(({ level, ...rest }) =>
          names(rest.skill).map((skill) => ({ ...rest, skill, ...(levelled && level !== undefined ? { level } : {}) })),
        ),
      })),
    };
  });

const compared = fc.record({
  ladder: ladders,
  only: fc.option(fc.constantFrom(...ONLY), { nil: undefined }),
  most: fc.integer({ min: 2, max: 6 }),
});

interface Read {
  /** By role and axis, as far as there is a marker. */
  readonly values: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** The outline of each role that has one, by the class that says which it is. */
  readonly outlines: ReadonlyMap<string, string>;
  readonly texts: readonly string[];
  readonly desc: string;
}

function read(svg: string): Read {
  const document = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(svg, 'image/svg+xml');
  const all = Array.from(document.getElementsByTagName('*'));
  for (const element of all) {
    expect(['svg', 'title', 'desc', 'style', 'path', 'g', 'text']).toContain(element.tagName);
    for (const { name, value } of Array.from(element.attributes)) {
      expect(name).not.toMatch(/^on|href|^style$/i);
      if (!['xmlns', 'data-axis', 'data-role'].includes(name)) expect(value).not.toMatch(/url\(|:\/\//);
    }
  }
  const marks = all.filter((element) => element.hasAttribute('data-value'));
  const keyOf = (mark: (typeof all)[number]): string =>
    JSON.stringify([mark.getAttribute('data-role'), mark.getAttribute('data-axis')]);
  const withClass = (name: string) => all.filter((element) => element.getAttribute('class')?.startsWith(name));
  return {
    values: new Map(marks.map((mark) => [keyOf(mark), Number(mark.getAttribute('data-value'))])),
    places: new Map(
      marks.map((mark) => [keyOf(mark), middleOf(mark.getElementsByTagName('path')[0]!.getAttribute('d')!)]),
    ),
    outlines: new Map(
      withClass('line')
        .map((line) => [line.getAttribute('class')!, line.getAttribute('d')!] as const)
        // The others are samples in the head of the table.
        .filter(([, path]) => !path.includes('h')),
    ),
    texts: all.filter(({ tagName }) => tagName === 'text').map(({ textContent }) => textContent!),
    desc: document.getElementsByTagName('desc')[0]!.textContent!,
  };
}

/** The middle of a marker, whatever its shape: it is as far from the left as from the right. */
function middleOf(path: string): { x: number; y: number } {
  const points = [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
  if (path.includes('a')) return { x: points[0]![0]! + 5, y: points[0]![1]! };
  const middle = (index: 0 | 1): number => {
    const all = points.map((point) => point[index]!);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  return { x: middle(0), y: middle(1) };
}

/** What the axes must show, worked out from the comparison alone. */
function expected(ladder: Ladder, comparison: Comparison, radar: Radar): Map<string, number> {
  const values = new Map<string, number>();
  const raise = (role: string, axis: string, value: number): void => {
    const key = JSON.stringify([role, axis]);
    values.set(key, Math.max(values.get(key) ?? 0, value));
  };
  const add = (role: string, axis: string): void =>
    raise(role, axis, (values.get(JSON.stringify([role, axis])) ?? 0) + 1);
  const axisOf = (skill: string): string => {
    if (radar.measure === 'skill-level') return skill;
    const path = ladder.skills.find(({ id }) => id === skill)!.group;
    // Of the groups on axes, the innermost that the skill is in.
    const around = radar.axes.filter(({ id }) => (JSON.parse(id) as string[]).every((name, at) => path[at] === name));
    return around.sort((one, other) => other.id.length - one.id.length)[0]!.id;
  };
  if (radar.measure === 'area-count') {
    for (const { held } of comparison.areas.flatMap(({ items }) => items)) {
      for (const { role, statement } of held) add(role, statement.area);
    }
  } else {
    for (const { id, held } of comparison.skills) {
      for (const { role, statement } of held) {
        const level = ladder.levels.findIndex((entry) => entry.id === statement.level);
        if (radar.measure === 'group-count') add(role, axisOf(id));
        else if (level >= 0) raise(role, axisOf(id), level + 1);
      }
    }
  }
  return values;
}

it('shows the numbers of the comparison, at their places, and no other', () => {
  const seen = new Set<string>();
  let [refused, zeros, gaps] = [0, 0, 0];
  fc.assert(
    fc.property(compared, ({ ladder, only, most }) => {
      const catalog = createCatalog(ladder);
      const ids = ladder.roles.map(({ id }) => id).slice(0, most);
      const comparison = compareRoles(catalog, ids, only);
      let radar: Radar;
      try {
        radar = radarOf(catalog, comparison);
      } catch (error) {
        expect(error).toBeInstanceOf(PmrolesError);
        refused++;
        return;
      }
      seen.add(radar.measure);
      const svg = writeRadar(radar);
      expect(writeRadar(radarOf(catalog, compareRoles(catalog, ids, only)))).toBe(svg);
      const { values, places, outlines, texts, desc } = read(svg);
      // A zero is only there where a filter left out what is said.
      const positive = [...values].filter(([, value]) => value > 0);
      if (only === undefined) expect(positive).toHaveLength(values.size);
      zeros += values.size - positive.length;
      expect(new Map(positive)).toEqual(expected(ladder, comparison, radar));

      const { length } = radar.axes;
      expect(length).toBeGreaterThanOrEqual(3);
      expect(length).toBeLessThanOrEqual(12);
      const outermost = radar.rings.at(-1)!;
      // The centre is where all spokes begin, the last of the paths of the grid.
      const [, cx, cy] = /d="M(-?[\d.]+) (-?[\d.]+)L[^"]*M\1 \2L/.exec(svg)!.map(Number);
      ids.forEach((role, roleIndex) => {
        const defined = radar.axes.map(({ id }) => values.has(JSON.stringify([role, id])));
        radar.axes.forEach((axis, index) => {
          const { words, value } = axis.values[roleIndex]!;
          expect(value).toBe(values.get(JSON.stringify([role, axis.id])));
          expect(desc).toContain(
            printable(words).replace(/[\ufffe\uffff]/g, (unit) => (unit === '\ufffe' ? '<U+FFFE>' : '<U+FFFF>')),
          );
          if (value === undefined) {
            gaps++;
            return;
          }
          const { x, y } = places.get(JSON.stringify([role, axis.id]))!;
          const angle = (2 * Math.PI * index) / length;
          const out = (x - cx!) * Math.sin(angle) - (y - cy!) * Math.cos(angle);
          expect(Math.abs(out - (value / outermost) * 180)).toBeLessThan(0.8);
        });
        const neighbours = defined.filter((here, index) => here && defined[(index + 1) % length]).length;
        const path = outlines.get(`line r${roleIndex}`) ?? '';
        expect((path.match(/[LZ]/g) ?? []).length).toBe(neighbours);
      });
      if (only === undefined) {
        for (const words of radar.axes.flatMap((axis) => axis.values.map((value) => value.words))) {
          if (/^\d+$|^no/.test(words) && words.length < 12) expect(texts).toContain(words);
        }
      }
    }),
    { numRuns: runs(100, 1000), seed: 31 },
  );
  expect([...seen].sort()).toEqual(['area-count', 'group-count', 'group-level', 'skill-level']);
  expect([refused, zeros, gaps].every((count) => count > runs(3, 20))).toBe(true);
});

describe('pmroles compare --format svg', () => {
  it('says what it counts, and that silence is no zero', async () => {
    const { code, stdout } = await runIn(['compare', 'head-of-product', 'cpo', '--format', 'svg']);
    expect(code).toBe(0);
    const { desc, texts } = read(stdout);
    expect(desc).toContain('number of responsibilities that sources state');
    expect(desc).toContain("It counts what is said, and measures nobody's competence.");
    expect(desc).toContain('Head of Product: Strategy 2, Customers and users 1, Market 1, Delivery 1');
    expect(desc).toContain('Business not stated');
    expect(texts.filter((text) => text === 'not stated')).toHaveLength(2);
    expect(stdout.endsWith('</svg>\n')).toBe(true);
  });

  it('shows levels where there are some, and why there is a gap', async () => {
    const { stdout } = await runIn(
      ['compare', 'apprentice', 'journeyman', 'owner', '--format', 'svg', '--only', 'changed'],
      { ladder: ladderOf(LEVELLED_YAML) },
    );
    const { desc } = read(stdout);
    expect(desc).toContain('Each axis is a skill: how far out is the level that sources state for the role.');
    expect(desc).toContain('Levels: 1 Awareness, 2 Working, 3 Expert.');
    expect(desc).toContain('Shown is only what is not common to all.');
    expect(desc).toContain('Owner: Joinery Awareness, Finishing not applicable, Mentoring Expert, Budgeting Expert.');
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

  it('refuses more roles than can be told apart, and too little to draw', async () => {
    const roles = shippedLadder().roles.map(({ id }) => id);
    expect(await runIn(['compare', ...roles, '--format', 'svg'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'pmroles: 8 roles are too many for one radar, which holds 6\n  name fewer roles, or compare them in a table\n',
    });
    const { code, stderr } = await runIn([
      'compare',
      'junior-pm',
      'product-owner',
      '--format',
      'svg',
      '--only',
      'common',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('a radar has 3 to 12 axes');
  });
});

it('can stand in a page twice, with a style sheet that touches nothing else', () => {
  const catalog = createCatalog(shippedLadder());
  const radar = radarOf(catalog, compareRoles(catalog, ['head-of-product', 'cpo']));
  const [one, other] = [drawRadar(radar, { id: 'one' }), drawRadar(radar, { id: 'two' })];
  expect(one).not.toContain('<style');
  expect(one.replaceAll('one-', 'two-')).toBe(other);
  const selectors = [...RADAR_STYLE.matchAll(/^\s*([^{}@]+)\{/gm)].map((match) => match[1]!.trim());
  expect(selectors.length).toBeGreaterThan(20);
  for (const selector of selectors) expect(selector).toMatch(/^\.radar( |$)/);
});
