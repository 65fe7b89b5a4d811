import { type Node, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, renderMarkdown } from '../../src/report/markdown.ts';
import { linesIn } from '../../src/report/lines.ts';
import { printable } from '../../src/report/printable.ts';
import {
  type Block,
  type Cell,
  heading,
  type Inline,
  isItem,
  item,
  paragraph,
  plain,
  styled,
} from '../../src/report/report.ts';

const parser = new Parser();

const render = (...blocks: readonly Block[]): string =>
  renderMarkdown({ title: 'T', blocks, records: () => ({ columns: [], rows: [] }), data: () => ({}) });

interface Read {
  readonly text: string;
  /** The kinds of node there are, beside the document itself. */
  readonly kinds: ReadonlySet<string>;
}

/** Reads Markdown the way a wiki does: its text, and the kinds of markup in it. */
function read(markdown: string): Read {
  const walker = parser.parse(markdown).walker();
  const kinds = new Set<string>();
  let text = '';
  for (let event = walker.next(); event; event = walker.next()) {
    const node: Node = event.node;
    if (!event.entering) continue;
    if (node.type !== 'document') kinds.add(node.type);
    text += node.type === 'softbreak' || node.type === 'linebreak' ? '\n' : (node.literal ?? '');
  }
  return { text, kinds };
}

/** As browsers show text: blanks at the ends are dropped. */
const shown = (text: string): string => printable(text).trim();

/** The lines that a text has of its own. */
const linesOf = (text: string): string[] => linesIn([text]).map((line) => shown(plain(line)));

const MARKUP = [
  ...['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '{', '}', '$', '!', '&', '-', '+', '=', '.', ')', '('],
  ...[
    '**',
    '__',
    '```',
    '~~~',
    '---',
    '===',
    '![',
    '](',
    '<!--',
    '-->',
    '&amp;',
    '&#42;',
    '&lt;',
    '\\*',
    '\n',
    '\t',
    '  ',
  ],
  ...[
    '1.',
    '1)',
    '- ',
    '+ ',
    '# ',
    '> ',
    '    ',
    '[x](javascript:alert(1))',
    '<script>',
    '<https://a.b>',
    '<a href="x">',
  ],
  ...[
    'http://a.b',
    'https://a.b',
    'www.a.b',
    'HTTPS://A.B',
    'mailto:a@b.c',
    'a@b.c',
    'ftp://a.b',
    '[a]: b',
    '[^1]',
    '$x$',
  ],
  ...['word', 'é', '日本', '👍', '"', "'", ':', '\u001b[31m', '\u202e', '\u00a0', '/'],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({ unit: 'grapheme-ascii', maxLength: 5 })), { maxLength: 12 })
  .map((parts) => parts.join(''))
  .filter((joined) => shown(joined) !== '');

/** What the tables of GitHub Flavored Markdown make of one line: its cells, as Markdown. */
function cellsOf(row: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (let index = 0; index < row.length; index++) {
    if (row[index] === '\\' && row[index + 1] === '|') {
      cell += '\\|';
      index++;
    } else if (row[index] === '\\' && index + 1 < row.length) {
      cell += row[index]! + row[++index]!;
    } else if (row[index] === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += row[index]!;
  }
  expect(cell).toBe('');
  expect(cells[0]).toBe('');
  return cells.slice(1);
}

describe('escapeMarkdown', () => {
  it.each([
    ['*bold* _it_', '\\*bold\\* \\_it\\_'],
    ['<b>&', '&lt;b\\>&amp;'],
    ['- x', '\\- x'],
    ['12. x', '12\\. x'],
    ['a - b 1. c', 'a - b 1. c'],
    ['https://a.b', 'https&#58;//a.b'],
    ['see www.a.b', 'see www&#46;a.b'],
    ['a@b.c', 'a&#64;b.c'],
    ['a|b', 'a\\|b'],
    ['a\nb', 'a b'],
    ['\u001b[31m', '&lt;U+001B\\>\\[31m'],
  ])('writes %j as %j', (input, escaped) => {
    expect(escapeMarkdown(input)).toBe(escaped);
  });

  it('makes text that reads as it was written, with no markup at all', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { text: seen, kinds } = read(escapeMarkdown(input.trim()));
        expect(seen).toBe(shown(input.trim()));
        expect([...kinds].sort()).toEqual(['paragraph', 'text']);
      }),
      { seed: 33, numRuns: 2000 },
    );
  });

  it('makes no block of code of a text that begins with blanks', () => {
    expect([...read(escapeMarkdown('    x')).kinds].sort()).toEqual(['paragraph', 'text']);
  });

  it('leaves no address that a wiki would make a link of by itself', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(escapeMarkdown(input)).not.toMatch(/https?:|ftp:|mailto:|\bwww\.|@/i);
      }),
      { seed: 34, numRuns: 1000 },
    );
  });

  it('leaves no address behind an underscore either, where GitHub begins a link', () => {
    expect(escapeMarkdown('_www.a.b')).not.toContain('www.');
  });
});

describe('renderMarkdown', () => {
  it('writes a report as Markdown', () => {
    const blocks: Block[] = [
      heading(1, 'Title ', styled('strong', 'bold')),
      paragraph('Text with ', styled('code', 'code'), ' and ', styled('strong', 'weight'), '.'),
      { kind: 'list', items: [item('•', ['plain']), item('+', ['new'])] },
      { kind: 'bars', bars: [{ label: ['One'], value: 1, most: 2, note: ['1 new'] }] },
      {
        kind: 'table',
        columns: [{ title: 'A' }, { title: 'B', align: 'right' }],
        rows: [[[['x']], [['1'], item('=', ['two'])]]],
        between: 'rule',
      },
    ];
    expect(render(...blocks)).toBe(`# Title bold

Text with \`code\` and **weight**.

- plain
- \\+ new

- One: 1 new

| A | B |
| --- | --: |
| x | 1<br>\\= two |
`);
  });

  it('lets paragraphs, headings and entries read as they were written, as nothing but text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(1, 2, 3), (raw, level) => {
        const input = raw.trim();
        const wanted = linesOf(input).join('\n');
        const inline = wanted.includes('\n') ? ['text', 'linebreak'] : ['text'];
        expect(read(render(paragraph(input)))).toEqual({ text: wanted, kinds: new Set(['paragraph', ...inline]) });
        expect(read(render(heading(level as 1, input)))).toEqual({
          text: shown(input),
          kinds: new Set(['heading', 'text']),
        });
        const entry = read(render({ kind: 'list', items: [item('•', [input])] }));
        expect(entry).toEqual({ text: wanted, kinds: new Set(['list', 'item', 'paragraph', ...inline]) });
        const marked = read(render({ kind: 'list', items: [item('+', [input])] }));
        expect(marked).toEqual({ text: `+ ${wanted}`, kinds: new Set(['list', 'item', 'paragraph', ...inline]) });
      }),
      { seed: 35, numRuns: 1500 },
    );
  });

  it('never lets a text end its block: what follows stays what it is', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const markdown = render(paragraph(first.trim()), paragraph(second.trim()));
        const document = parser.parse(markdown);
        expect(document.firstChild?.type).toBe('paragraph');
        expect(document.lastChild?.type).toBe('paragraph');
        expect(document.firstChild?.next).toBe(document.lastChild);
        expect(read(markdown).text).toBe(linesOf(first.trim()).join('\n') + linesOf(second.trim()).join('\n'));
      }),
      { seed: 36, numRuns: 1000 },
    );
  });

  it('keeps every cell of a table in its row and column, and its text as it was', () => {
    const cell: fc.Arbitrary<Cell> = fc.array(
      fc.oneof(
        text.map((line) => [line]),
        text.map((line) => item('±', [line])),
      ),
      { maxLength: 2 },
    );
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(text, rows, (title, body) => {
        const columns = [{ title }, { title: 'Plain' }];
        const lines = render({ kind: 'table', columns, rows: body, between: 'rule' }).trimEnd().split('\n');
        expect(lines).toHaveLength(body.length + 2);
        expect(lines[1]).toBe('| --- | --- |');
        [lines[0]!, ...lines.slice(2)].forEach((line, index) => {
          const cells = cellsOf(line);
          expect(cells).toHaveLength(2);
          const wanted: readonly Cell[] = index === 0 ? [[[title]], [['Plain']]] : body[index - 1]!;
          cells.forEach((markdown, column) => {
            // In a cell a line break can only be written as HTML: the renderer's own, and no other.
            const parts = markdown.split('<br>').filter((part) => part !== '');
            const expectedParts = wanted[column]!.flatMap((entry) =>
              isItem(entry)
                ? linesOf(plain(entry.line)).map((own, at) => (at === 0 ? `± ${own}` : own))
                : index === 0
                  ? shown(plain(entry))
                  : linesOf(plain(entry)),
            );
            expect(parts).toHaveLength(expectedParts.length);
            parts.forEach((part, at) => {
              const expected = expectedParts[at]!;
              // A cell holds no blocks, so it is read behind a word; blanks at its edge are the table's.
              const seen = read(`cell ${part.trim()}`);
              expect(seen.text.replace(/\s+/g, ' ')).toBe(`cell ${expected}`.replace(/\s+/g, ' '));
              expect([...seen.kinds].sort()).toEqual(['paragraph', 'text']);
            });
          });
        });
      }),
      { seed: 37, numRuns: 1000 },
    );
  });

  it('writes code as code, with a fence longer than any inside', () => {
    const code = text.map((raw) => raw.trim()).filter((raw) => !raw.includes('|'));
    fc.assert(
      fc.property(code, (input) => {
        const { text: seen, kinds } = read(render(paragraph('Run ', styled('code', input), ' now.')));
        expect(seen.replace(/\s+/g, ' ')).toBe(`Run ${shown(input)} now.`.replace(/\s+/g, ' '));
        expect([...kinds].sort()).toEqual(['code', 'paragraph', 'text']);
      }),
      { seed: 38, numRuns: 1000 },
    );
  });

  it('writes code with a bar as it is, outside of tables', () => {
    expect(read(render(paragraph(styled('code', 'a | b')))).text).toBe('a | b');
  });

  it('keeps a text that changes its style in the middle free of markup', () => {
    const line: Inline[] = ['1', styled('muted', '. not a list')];
    expect([...read(render(paragraph(...line))).kinds].sort()).toEqual(['paragraph', 'text']);
  });

  it('sets a label in bold, and keeps the blank behind it', () => {
    const line: Inline[] = [styled('strong', 'New skills: '), 'Leadership'];
    const { text: seen, kinds } = read(render(paragraph(...line)));
    expect(seen).toBe('New skills: Leadership');
    expect(kinds).toContain('strong');
  });

  it('ends in one line feed', () => {
    expect(render(paragraph('x'))).toBe('x\n');
    expect(render(heading(1, 'T'), { kind: 'list', items: [item('•', ['x'])] })).toMatch(/[^\n]\n$/);
  });
});
