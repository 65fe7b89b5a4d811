import { describe, expect, it } from 'vitest';
import { linesIn } from '../../src/report/lines.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import {
  type Block,
  bullet,
  item,
  leading,
  paragraph,
  plain,
  type Report,
  strong,
  styled,
  table,
} from '../../src/report/report.ts';
import { renderText } from '../../src/report/text.ts';
import { toHtml } from '../../src/report/tree.ts';

const linesOf = (text: string): string[] => linesIn([text]).map(plain);

describe('linesIn', () => {
  it.each([
    ['a list', 'You will:\n- knead dough\n- mind the oven', ['You will:', '- knead dough', '- mind the oven']],
    ['a list with numbers', 'First:\n1. knead\n2. bake', ['First:', '1. knead', '2. bake']],
    ['short lines in lower case', 'kneads by recipe\nasks for help', ['kneads by recipe', 'asks for help']],
    ['paragraphs', 'Bakes.\n\nSells, too.', ['Bakes.', 'Sells, too.']],
    ['line separators', 'Bakes.\u2028Sells.\u2029Sweeps.', ['Bakes.', 'Sells.', 'Sweeps.']],
    ['line ends of Windows', 'Bakes.\r\nSells.', ['Bakes.', 'Sells.']],
    [
      'a bullet that goes on below',
      '- knead dough\n  by hand\n- bake\n  - in the oven',
      ['- knead dough by hand', '- bake', '  - in the oven'],
    ],
    [
      'a wrapped paragraph',
      'Bakes bread of all kinds for the shop and for\nthe market on Saturdays.',
      ['Bakes bread of all kinds for the shop and for the market on Saturdays.'],
    ],
    ['lines of nothing that is seen', 'Bakes.\n\u200b\n\ufeff\nSells.', ['Bakes.', 'Sells.']],
    ['a break at the end', 'Bakes.\n', ['Bakes. ']],
    ['one line', 'Bakes.', ['Bakes.']],
  ])('reads %s', (_what, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('keeps how pieces are set off, and the text around them', () => {
    const line = [strong('Baker'), ': You\n- knead', styled('muted', ' (A)')];
    expect(linesIn(line)).toEqual([
      [strong('Baker'), ': You'],
      ['- knead', styled('muted', ' (A)')],
    ]);
  });

  it('begins a line with what is set apart from a text of several lines', () => {
    const line = ['Kneading', styled('muted', ' · Works\n- alone'), styled('muted', ' · kneads'), ' (A)'];
    expect(linesIn(line).map(plain)).toEqual(['Kneading · Works', '- alone', 'kneads (A)']);
  });

  it('breaks no code and no name', () => {
    expect(linesIn([leading('#role=a', 'Head\nof bread')])).toHaveLength(1);
    expect(linesIn([styled('code', 'a\nb')])).toHaveLength(1);
  });
});

describe('a text of several lines', () => {
  const TEXT = 'Bakes bread. You will:\n- knead the dough by hand\n- mind';
  const report = (...blocks: readonly Block[]): Report => ({
    title: 'T',
    blocks,
    records: () => ({ columns: [], rows: [] }),
    data: () => ({}),
  });
  const draw = (block: Block, width: number): string =>
    renderText(report(block), { width, paint: (_style, text) => text, ascii: false, drawn: true });
  const list: Block = { kind: 'list', items: [item('+', [TEXT])] };

  it('hangs under its bullets in paragraphs', () => {
    expect(draw(paragraph(TEXT), 20)).toBe('Bakes bread. You\nwill:\n- knead the dough by\n  hand\n- mind\n');
  });

  it('hangs inside the entries of a list', () => {
    expect(draw(list, 24)).toBe(
      ['  + Bakes bread. You', '    will:', '    - knead the dough by', '      hand', '    - mind', ''].join('\n'),
    );
  });

  it('hangs inside a cell, whose column is no wider than its lines', () => {
    const drawn = draw(table(['A', 'B'], [[[['x']], [bullet(TEXT)]]]), 60);
    expect(drawn.split('\n').slice(1)).toEqual([
      `─  ${'─'.repeat(27)}`,
      'x  • Bakes bread. You will:',
      '     - knead the dough by hand',
      '     - mind',
      '',
    ]);
  });

  it('has its lines in Markdown, where none begins a list of its own', () => {
    expect(renderMarkdown(report(paragraph(TEXT)))).toBe(
      'Bakes bread. You will:\\\n\\- knead the dough by hand\\\n\\- mind\n',
    );
    expect(renderMarkdown(report(list))).toBe(
      '- \\+ Bakes bread. You will:\\\n  \\- knead the dough by hand\\\n  \\- mind\n',
    );
    expect(renderMarkdown(report(table(['A'], [[[[TEXT]]]])))).toContain(
      '| Bakes bread. You will:<br>\\- knead the dough by hand<br>\\- mind |',
    );
  });

  it('has its lines in HTML', () => {
    expect(toHtml(renderHtml([paragraph(TEXT)], { cited: () => [] }))).toBe(
      '<p>Bakes bread. You will:<br/> - knead the dough by hand<br/> - mind</p>',
    );
  });
});
