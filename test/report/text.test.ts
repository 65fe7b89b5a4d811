import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { compareRoles } from '../../src/core/compare.ts';
import { findRoutes } from '../../src/core/routes/routes.ts';
import { type Block, command, heading, hint, item, paragraph, type Report, styled } from '../../src/report/report.ts';
import { renderText, type TextOptions } from '../../src/report/text.ts';
import { compareView } from '../../src/views/compare.ts';
import { listView } from '../../src/views/list.ts';
import { pathView } from '../../src/views/path.ts';
import { showView } from '../../src/views/show.ts';
import { sourcesView } from '../../src/views/sources.ts';
import { catalogOf, levelledCatalog, shippedCatalog } from '../support/ladders.ts';

const PLAIN: TextOptions = { width: 80, paint: (_style, text) => text, ascii: false, drawn: true };

const reportOf = (...blocks: readonly Block[]): Report => ({
  title: 'T',
  blocks,
  records: () => ({ columns: ['a'], rows: [] }),
  data: () => ({}),
});
const render = (blocks: readonly Block[], options: Partial<TextOptions> = {}): string =>
  renderText(reportOf(...blocks), { ...PLAIN, ...options });

/** Every view of two ladders, as a report. */
function everyReport(): [string, Report][] {
  const all = (
    name: string,
    catalog: ReturnType<typeof shippedCatalog>,
    from: string,
    to: string,
  ): [string, Report][] => {
    const query = { from, to, most: 3, via: [], avoid: [], kinds: [], sources: [], fewest: false };
    const back = { ...query, from: to, to: from, avoid: [] };
    const roles = catalog.ladder.roles;
    return [
      [`${name}: list`, listView(catalog, roles, [], { cites: true })],
      [`${name}: an empty list`, listView(catalog, [], ['with nothing'], { cites: false })],
      ...roles.map((role): [string, Report] => [
        `${name}: show ${role.id}`,
        showView(catalog, role, { cites: true, full: true }),
      ]),
      [
        `${name}: compare`,
        compareView(
          catalog,
          compareRoles(
            catalog,
            roles.slice(-3).map((role) => role.id),
          ),
          undefined,
          { cites: true },
        ),
      ],
      [
        `${name}: path`,
        pathView(catalog, query, findRoutes(catalog, query.from, query.to, query), {
          cites: true,
          full: true,
          all: true,
        }),
      ],
      [
        `${name}: no path`,
        pathView(catalog, back, findRoutes(catalog, back.from, back.to, back), { cites: true, full: true, all: false }),
      ],
      [`${name}: sources`, sourcesView(catalog, { cites: true })],
    ];
  };
  return [
    ...all('shipped', shippedCatalog(), 'junior-pm', 'cpo'),
    ...all('levelled', levelledCatalog(), 'apprentice', 'owner'),
  ];
}
const REPORTS = everyReport();

/** A word of a command to copy, which is never broken. */
const COPIED = /^ +[a-z-]+ \\$/;

describe('renderText on every view', () => {
  const WIDTHS = [20, 33, 59, 80, 133, 200];

  it.each(REPORTS)('leaves no trailing blanks, ends in one line feed and fits the terminal: %s', (_name, report) => {
    for (const width of WIDTHS) {
      const text = renderText(report, { ...PLAIN, width });
      expect(text).toMatch(/[^\n]\n$/);
      expect(text).not.toMatch(/ $/m);
      expect(text).not.toMatch(/\n\n\n/);
      for (const line of text.split('\n')) if (!COPIED.test(line)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it.each(REPORTS)('says the same in colour: %s', (_name, report) => {
    const paint: TextOptions['paint'] = (style, text) => `\u001b[${style.length}m${text}\u001b[39m`;
    for (const width of [20, 90]) {
      const colored = renderText(report, { ...PLAIN, width, paint });

      const stripped = colored.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '');
      expect(stripped).toBe(renderText(report, { ...PLAIN, width }));
    }
  });

  it.each(REPORTS)('can do without anything beyond ASCII: %s', (_name, report) => {
    expect(renderText(report, { ...PLAIN, ascii: true, drawn: true })).toMatch(/^[\n -~]*$/);
  });

  it('fits the terminal in ASCII too, where some signs take more room', () => {
    for (const [, report] of REPORTS) {
      for (const width of WIDTHS) {
        for (const line of renderText(report, { ...PLAIN, width, ascii: true, drawn: true }).split('\n')) {
          if (!COPIED.test(line)) expect(line.length).toBeLessThanOrEqual(width);
        }
      }
    }
  });
});

describe('renderText', () => {
  it('sets a title off from what follows, and keeps headings with their text', () => {
    const blocks = [
      heading(1, 'Title'),
      paragraph('Under it.'),
      heading(2, 'Part'),
      { kind: 'list', items: [item('•', ['entry'])] } as const,
      heading(3, 'Small part'),
      paragraph('Text.'),
      paragraph('More.'),
    ];
    expect(render(blocks)).toBe('Title\nUnder it.\n\nPart\n  • entry\n\n  Small part\nText.\n\nMore.\n');
    // What to type next is nothing that is said of the whole.
    const typing = [heading(1, 'Title'), hint('The same again:'), command('pmroles list')];
    expect(render(typing)).toBe('Title\n\nThe same again:\n  pmroles list\n');
  });

  it('hangs what an entry wraps to under its text', () => {
    const blocks = [{ kind: 'list', items: [item('10.', ['one two three four five six'])] } as const];
    expect(render(blocks, { width: 20 })).toBe('  10. one two three\n      four five six\n');
  });

  it('draws bars in proportion, each with its number', () => {
    const bar = (label: string, value: number) => ({ label: [label], value, most: 4, note: [`${value} new`] });
    const text = render([{ kind: 'bars', bars: [bar('a', 4), bar('long', 1), bar('b', 0)] }], { width: 60 });
    expect(text).toBe(
      `  a     ${'█'.repeat(20)}  4 new\n  long  ${'█'.repeat(5)}${'░'.repeat(15)}  1 new\n  b     ${'░'.repeat(20)}  0 new\n`,
    );
  });

  it('draws bars of nothing at all without dividing by it', () => {
    const text = render([{ kind: 'bars', bars: [{ label: ['a'], value: 0, most: 0, note: ['0 new'] }] }]);
    expect(text).toBe(`  a  ${'░'.repeat(20)}  0 new\n`);
  });

  it('writes bars out where there is no room to draw them', () => {
    const bars = [{ label: ['A very long label'], value: 3, most: 4, note: ['3 new'] }];
    const text = render([{ kind: 'bars', bars }], { width: 20 });
    expect(text).not.toMatch(/[█░]/);
    expect(text.replace(/\s+/g, ' ').trim()).toBe('A very long label 3 new');
  });

  it('keeps running text to a width that can be read, however wide the terminal is', () => {
    const text = render([paragraph('word '.repeat(100))], { width: 300 });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('shows what would be a command to the terminal, wherever it stands', () => {
    const evil = '\u001b[2Jx\u202ey\u0007';
    const blocks: Block[] = [
      heading(1, evil, styled('muted', evil)),
      heading(3, evil),
      paragraph(evil, styled('code', evil)),
      { kind: 'list', items: [item(evil, [evil])] },
      { kind: 'bars', bars: [{ label: [evil], value: 1, most: 1, note: [evil] }] },
      {
        kind: 'table',
        columns: [{ title: evil }, { title: evil }],
        rows: [[[[evil]], [item(evil, [evil])]]],
        between: 'rule',
      },
    ];
    for (const width of [20, 80, 200]) {
      expect(render(blocks, { width })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });

  it("replaces the program's signs in ASCII mode, and leaves letters to the ladder", () => {
    const text = render([paragraph('→ • · — – … ─ █ ░ ≠ ↑ ↓ ’ “ ” é 日')], { ascii: true, drawn: true });
    expect(text).toBe('-> * - - - ... - # . != ^ v \' " " é 日\n');
  });

  it('fits any paragraph, heading and list into any width', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 15 }), { maxLength: 15 }).map((w) => w.join(' '));
    const block = fc.oneof(
      words.map((text) => paragraph(text)),
      words.map((text) => heading(3, text)),
      words.map((text): Block => ({ kind: 'list', items: [item('±', [text])] })),
    );
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 20, max: 200 }),
        (blocks, width) => {
          for (const line of render(blocks, { width }).split('\n')) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
            expect(line).not.toMatch(/ $/);
          }
        },
      ),
      { seed: 32, numRuns: 500 },
    );
  });

  it('draws a list of a hundred and thirty thousand entries without running out of stack', () => {
    const items = Array.from({ length: 130_000 }, () => item('•', ['x']));
    expect(render([{ kind: 'list', items }]).split('\n').length).toBe(130_001);
  });

  it('shows names of roles in other scripts aligned and whole', () => {
    const catalog = catalogOf(`
id: l
title: 職業
roles:
  - { id: a, title: プロダクトマネージャー, rank: 1, summary: 製品の戦略を立てる。 }
  - { id: b, title: 🚀 Chief, rank: 2, summary: Launches. }
progressions: [{ from: a, to: b }]
`);
    const text = renderText(listView(catalog, catalog.ladder.roles, [], { cites: false }), PLAIN);
    expect(text).toContain('プロダクトマネージャー');
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    const starts = ['製品', 'Launches'].map((word) => text.split('\n').find((line) => line.includes(word))!);
    expect(stringWidth(starts[0]!.split('製品')[0]!)).toBe(stringWidth(starts[1]!.split('Launches')[0]!));
  });
});
