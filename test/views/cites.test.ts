/**
 * What holds for every view: cites are shown when asked for and only then, and the data says all that the text says.
 */
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/core/catalog.ts';
import { compareRoles, ONLY } from '../../src/core/compare.ts';
import { findRoutes } from '../../src/core/routes/routes.ts';
import { type Block, type Cell, type Inline, isItem, type Report } from '../../src/report/report.ts';
import { compareView } from '../../src/views/compare.ts';
import { listView } from '../../src/views/list.ts';
import { pathView } from '../../src/views/path.ts';
import { showView } from '../../src/views/show.ts';
import { sourcesView } from '../../src/views/sources.ts';
import { cumulativeCatalog, levelledCatalog, plainCatalog, shippedCatalog } from '../support/ladders.ts';
import { jsonOf } from '../support/output-schema.ts';

const NO_LIMITS = { via: [], avoid: [], kinds: [], sources: [], fewest: false };

type View = (cites: boolean) => Report;

/** Every view of one ladder. */
function viewsOf(catalog: Catalog): Record<string, View> {
  const { roles } = catalog.ladder;
  const views: Record<string, View> = {
    list: (cites) => listView(catalog, roles, [], { cites }),
    'list without roles': (cites) => listView(catalog, [], ['with nothing'], { cites }),
    sources: (cites) => sourcesView(catalog, { cites }),
  };
  for (const role of roles) {
    views[`show ${role.id}`] = (cites) => showView(catalog, role, { cites, full: true });
    for (const other of roles) {
      if (other.id === role.id) continue;
      const query = { ...NO_LIMITS, from: role.id, to: other.id, most: 3 };
      views[`path ${role.id} ${other.id}`] = (cites) =>
        pathView(catalog, query, findRoutes(catalog, query.from, query.to, query), { cites, full: true, all: true });
      for (const only of [undefined, ...ONLY]) {
        views[`compare ${role.id} ${other.id} ${only ?? ''}`] = (cites) =>
          compareView(catalog, compareRoles(catalog, [role.id, other.id], only), only, { cites });
      }
    }
  }
  return views;
}

const LADDERS: readonly [string, () => Catalog][] = [
  ['shipped', shippedCatalog],
  ['levelled', levelledCatalog],
  ['plain', plainCatalog],
  ['cumulative', cumulativeCatalog],
];
/** The views of every ladder, those of one command together. */
const COMMANDS = LADDERS.flatMap(([ladder, load]) => {
  const catalog = load();
  const views = Object.entries(viewsOf(catalog));
  return (['list', 'show', 'compare', 'path', 'sources'] as const).map((command) => ({
    ladder,
    command,
    catalog,
    views: views.filter(([name]) => name.split(' ')[0] === command),
  }));
});

function inlinesOf(block: Block): Inline[] {
  const ofCell = (cell: Cell): Inline[] => cell.flatMap((part) => (isItem(part) ? part.line : part));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'problem':
      return [...block.line];
    case 'command':
      return [];
    case 'list':
      return block.items.flatMap((entry) => entry.line);
    case 'bars':
      return block.bars.flatMap((bar) => [...bar.label, ...bar.note]);
    case 'drawing':
      return block.instead.flatMap(inlinesOf);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(ofCell));
  }
}

/** The notes of cites that a report shows, such as `[A-15, B-20]`. */
const notesOf = (report: Report): string[] =>
  report.blocks.flatMap(inlinesOf).flatMap((piece) => {
    return typeof piece !== 'string' && piece.style === 'cite' && piece.text.startsWith(' [')
      ? [piece.text.trim()]
      : [];
  });

/** All that a report says, piece by piece. */
const textOf = (report: Report): string =>
  report.blocks
    .flatMap(inlinesOf)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('\n');
const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

/** Calls back for every value of some data, with the key that it stands under. */
function visit(value: unknown, key: string, call: (value: unknown, key: string) => void): void {
  call(value, key);
  if (Array.isArray(value)) for (const entry of value) visit(entry, key, call);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, content] of Object.entries(value)) visit(content, name, call);
  }
}

/** Every list of cites in a report's data, leaving out what the views leave out of the text. */
function citesIn(data: unknown, skip: readonly string[]): string[][] {
  if (Array.isArray(data)) return data.flatMap((entry) => citesIn(entry, skip));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, content]) => {
    if (skip.includes(key)) return [];
    return key === 'cites' ? [content as string[]] : citesIn(content, skip);
  });
}

/** A route tells what its steps lead to: of the role that it starts from only what is left. */
function told(data: object): object {
  if (!('expectations' in data && 'from' in data)) return data;
  const all = (data.expectations ?? []) as readonly { readonly role: string }[];
  return { ...data, expectations: all.filter(({ role }) => role !== data.from) };
}

describe.each(COMMANDS)('$command on the $ladder ladder', ({ command, catalog, views }) => {
  it('is tried', () => expect(views.length).toBeGreaterThan(0));

  it('shows every cite when asked to, and else none but those of contrasts', () => {
    // A path shows one note for a move's parallel progressions. A list shows where roles lead, but not who says so. What is
    // inherited shows its origin's cites where it is told in full. Comparisons say where disagreements are to be read.
    const of: Partial<Record<string, string[]>> = {
      path: ['progressions', 'origin'],
      list: ['next'],
      compare: ['includes', 'disagreements'],
    };
    const skip = of[command] ?? ['includes'];
    const always = catalog.ladder.contrasts.map((contrast) => `[${contrast.cites.join(', ')}]`);
    for (const [, view] of views) {
      const shown = notesOf(view(true));
      const known = new Set(shown);
      for (const cites of citesIn(told(jsonOf(command, view(true))), skip)) {
        if (cites.length > 0) expect(known).toContain(`[${cites.join(', ')}]`);
      }
      const without = notesOf(view(false));
      if (command === 'sources') expect(without).toEqual(shown);
      else if (command === 'compare') for (const note of without) expect(always).toContain(note);
      else expect(without).toEqual([]);
    }
  });

  it('has no undefined value in its data, which JSON keeps as it is', () => {
    for (const [name, view] of views) {
      const data = jsonOf(command, view(false));
      visit(data, '', (value, key) => {
        if (value === undefined) expect.fail(`${name}: ${key}`);
      });
      expect(JSON.parse(JSON.stringify(data))).toEqual(data);
      expect(jsonOf(command, view(true))).toEqual(data);
    }
  });

  it('says in its data every statement that its text shows', () => {
    const statements: string[] = [];
    visit({ ...catalog.ladder, title: '', summary: '' }, '', (value, key) => {
      if (typeof value === 'string' && ['text', 'summary', 'note', 'url', 'date'].includes(key)) statements.push(value);
    });
    // One that is short, or but a part of others, cannot be told from them.
    const telling = [...new Set(statements)].filter(
      (statement) =>
        statement.length >= 12 && !statements.some((other) => other !== statement && other.includes(statement)),
    );
    for (const [name, view] of views) {
      const report = view(true);
      const text = squeezed(textOf(report));
      const data = squeezed(JSON.stringify(jsonOf(command, report)));
      for (const statement of telling) {
        const stopless = squeezed(statement).replace(/\.$/, '');
        if (text.includes(stopless)) expect(data, name).toContain(JSON.stringify(stopless).slice(1, -1));
      }
    }
  });

  it('has a value for every column of its records, and none undefined', () => {
    for (const [, view] of views) {
      const { columns, rows } = view(false).records();
      expect(new Set(columns).size).toBe(columns.length);
      for (const row of rows) {
        expect(
          row.map((value) => typeof value).filter((type) => !['string', 'number', 'boolean'].includes(type)),
        ).toEqual([]);
        expect(row).toHaveLength(columns.length);
      }
    }
  });
});

describe('path', () => {
  it.each(COMMANDS.filter(({ command }) => command === 'path'))(
    'shows every cite of a move on the $ladder ladder',
    ({ views }) => {
      for (const [, view] of views) {
        const { routes } = jsonOf('path', view(true));
        const shown = new Set(notesOf(view(true)));
        for (const { progressions } of routes.flatMap((route) => route.steps)) {
          const cites = [...new Set(progressions.flatMap((edge) => edge.cites))];
          if (cites.length > 0) expect(shown).toContain(`[${cites.join(', ')}]`);
        }
      }
    },
  );
});
