import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html.ts';
import { type Block, heading, hint, item, linked, list, paragraph, styled } from '../../src/report/report.ts';
import { element, toHtml } from '../../src/report/tree.ts';
import { hostileText } from '../support/arbitrary.ts';
import { printable } from '../../src/report/printable.ts';

const cited = (cites: readonly string[]) => [' ', element('sup', {}, cites.join(' '))];
const html = (...blocks: readonly Block[]): string => toHtml(renderHtml(blocks, { cited }));

/** The text of markup, as a reader of XML that is not ours finds it. */
function textOf(markup: string): string | null {
  const problems: string[] = [];
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') problems.push(message);
    },
  });
  const parsed = parser.parseFromString(`<div>${markup}</div>`, 'text/xml');
  expect(problems).toEqual([]);
  return parsed.documentElement!.textContent;
}

describe('a report as HTML', () => {
  it('keeps any text a text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const attribute = toHtml([element('p', { title: text }, '')]);
        const parsed = new DOMParser().parseFromString(attribute, 'text/xml').documentElement!;
        // Two characters XML does not know.
        const shown = printable(text)
          .replace(/\ufffe/g, '<U+FFFE>')
          .replace(/\uffff/g, '<U+FFFF>');
        expect(parsed.getAttribute('title')).toBe(shown);
        const read = (markup: string): string => textOf(markup)!.replace(/\s+/g, ' ').trim();
        const squeezed = shown.replace(/\s+/g, ' ').trim();
        expect(read(html(paragraph(text)))).toBe(squeezed);
        expect(read(html(heading(1, styled('strong', text))))).toBe(squeezed);
        expect(read(html(...list([item('•', [text])])))).toBe(squeezed);
      }),
    );
  });

  it.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nowhere', ' #x'])(
    'does not lead to %s',
    (to) => {
      expect(html(paragraph(linked(to, 'text')))).toBe('<p>text</p>');
    },
  );

  it('leads to the web without saying from where', () => {
    expect(html(paragraph(linked('https://example.com/a?b&c', 'text')))).toBe(
      '<p><a href="https://example.com/a?b&#38;c" rel="noreferrer">text</a></p>',
    );
    expect(html(paragraph(linked('mailto:a@example.com', 'text')))).toContain('href="mailto:a@example.com"');
  });

  it('leads from a role to the role, and from a cite to what is cited', () => {
    expect(html(paragraph(linked('#role=cpo', 'CPO')))).toBe('<p><a href="#role=cpo">CPO</a></p>');
    expect(html(paragraph('Text.', { text: ' [A-1, A-2]', style: 'cite', cites: ['A-1', 'A-2'] }))).toBe(
      '<div class="para">Text. <sup>A-1 A-2</sup></div>',
    );
  });

  it('has links where commands stand elsewhere, and nothing where there is none', () => {
    const target = { to: '#path=a,b', label: 'A → B' };
    expect(html({ kind: 'command', text: 'pmroles path a b', target })).toBe('<p><a href="#path=a,b">A → B</a></p>');
    expect(html({ kind: 'command', text: 'pmroles path a b' }, hint('--full says more.'))).toBe('');
  });

  it('leaves out no level of headings', () => {
    const levels = ([1, 3, 3, 4, 2, 6, 1] as const).map((level) => heading(level, 'x'));
    const written = html(...levels).match(/<h\d/g);
    expect(written).toEqual(['<h1', '<h2', '<h2', '<h3', '<h2', '<h3', '<h1']);
    expect(toHtml(renderHtml([heading(1, 'x'), heading(2, 'y')], { cited, top: 2 }))).toBe('<h2>x</h2><h3>y</h3>');
  });

  it('names the one column beside the first no further', () => {
    const columns = [{ title: 'Kind' }, { title: 'What it says' }];
    const table: Block = { kind: 'table', columns, rows: [[[['role']], [['text']]]], between: 'space' };
    expect(html(table)).toContain('<td role="cell"><div>text</div></td>');
  });

  it('names the column and the row of every cell', () => {
    const table: Block = {
      kind: 'table',
      columns: [{ title: '' }, { title: 'One' }, { title: 'Two', target: { to: '#role=two' } }],
      rows: [[[['Area']], [item('+', ['first'], 'added'), item('=', ['second'])], [['line'], item('•', ['entry'])]]],
      between: 'rule',
    };
    const markup = html(table);
    expect(markup).toContain('<th scope="col" role="columnheader"><a href="#role=two">Two</a></th>');
    expect(markup).toContain('<th scope="row" role="rowheader"><div>Area</div></th>');
    expect(markup.match(/<ul/g)).toHaveLength(2);
    expect(textOf(markup)).toBe('OneTwoAreaOne+ first= secondTwolineentry');
  });
});
