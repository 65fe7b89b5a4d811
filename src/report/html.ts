/**
 * A report as a tree of HTML elements.
 */
import { drawExcerpt } from './excerpt.ts';
import { linesIn } from './lines.ts';
import { linkTarget } from './link-target.ts';
import {
  type Bar,
  type Block,
  type Cell,
  type Column,
  type HeadingLevel,
  type Inline,
  isItem,
  type Item,
  type Line,
  plain,
  type Target,
} from './report.ts';
import { element, fold, type Tree, type TreeElement } from './tree.ts';

/** A table of more columns than this may need to be moved sideways, and so must be within reach of the keyboard. */
const MOST_COLUMNS = 3;

/** What the report itself does not know. */
export interface HtmlOptions {
  /** What is put in the place of the cites behind a statement. */
  readonly cited: (cites: readonly string[]) => readonly Tree[];
  /** The level of the report's title, 1 unless the report is a part of something. */
  readonly top?: HeadingLevel;
  /** Whether a row of a table is a fold: of many rows one reads a few. */
  readonly folds?: boolean;
}

export function renderHtml(blocks: readonly Block[], options: HtmlOptions): Tree[] {
  const open: number[] = [];
  return blocks.flatMap((block) => {
    if (block.kind !== 'heading') return renderBlock(block, options);
    while (open.length > 0 && open.at(-1)! >= block.level) open.pop();
    open.push(block.level);
    const level = Math.min(6, open.length - 1 + (options.top ?? 1));
    return [element(`h${level}`, {}, ...renderLine(block.line, options))];
  });
}

function renderBlock(block: Exclude<Block, { kind: 'heading' }>, options: HtmlOptions): Tree[] {
  switch (block.kind) {
    case 'paragraph':
      return block.hint === true ? [] : [renderParagraph(block.line, options)];
    case 'command':
      return block.target ? [element('p', {}, anchor(block.target, block.text))] : [];
    case 'list':
      return [renderList(block.items, options)];
    case 'problem':
      return [
        element('p', {}, ...renderLine(block.line, options)),
        ...(block.excerpt ? [element('pre', {}, drawExcerpt(block.excerpt).source)] : []),
        ...(block.notes.length === 0 ? [] : [renderList(block.notes, options)]),
      ];
    case 'drawing':
      return renderHtml(block.instead, { ...options, top: 2 });
    case 'bars':
      return [element('ul', { class: 'bars', role: 'list' }, ...block.bars.map((bar) => renderBar(bar, options)))];
    case 'table':
      return options.folds === true
        ? block.rows.map((row) => renderFold(block.columns, row, options))
        : [renderTable(block.columns, block.rows, options)];
  }
}

/** What is put in the place of cites may be more than a paragraph can hold. */
function renderParagraph(line: Line, options: HtmlOptions): TreeElement {
  const isCited = line.some((piece) => typeof piece !== 'string' && piece.cites !== undefined);
  return element(isCited ? 'div' : 'p', isCited ? { class: 'para' } : {}, ...renderLine(line, options));
}

/** Roles are said outright, because a table that is shown as a list on narrow screens would lose them. */
function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  options: HtmlOptions,
): TreeElement {
  const head = columns.map(({ title, target }) =>
    title === ''
      ? element('td', { role: 'cell' })
      : element('th', { scope: 'col', role: 'columnheader' }, target ? anchor(target, title) : title),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      { role: 'row' },
      ...row.map((cell, index) => {
        const content = renderCell(cell, options);
        if (index === 0 && cell.length > 0) return element('th', { scope: 'row', role: 'rowheader' }, ...content);
        // Where rows are shown as lists; one column beside the first needs no name.
        const label = element('span', { class: 'label', 'aria-hidden': 'true' }, columns[index]!.title);
        return element('td', { role: 'cell' }, ...(columns.length > 2 && hasText(cell) ? [label] : []), ...content);
      }),
    ),
  );
  const isWide = columns.length > MOST_COLUMNS;
  return element(
    'div',
    isWide ? { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': 'Table' } : { class: 'scroll' },
    element(
      'table',
      { role: 'table' },
      element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...head)),
      element('tbody', { role: 'rowgroup' }, ...body),
    ),
  );
}

/** The first cell without its cites says what is in the fold, and they stand in it: a control can hold no other. */
function renderFold(columns: readonly Column[], [first = [], ...rest]: readonly Cell[], options: HtmlOptions): Tree {
  const pieces = first.flatMap((part) => (isItem(part) ? part.line : part));
  const isCite = (piece: Inline): boolean => typeof piece !== 'string' && piece.style === 'cite';
  return fold('fold', element('summary', {}, plain(pieces.filter((piece) => !isCite(piece)))), () =>
    rest.flatMap((cell, index) => [
      element('div', { class: 'over' }, columns[index + 1]!.title, ...renderLine(pieces.filter(isCite), options)),
      ...renderCell(cell, options),
    ]),
  );
}

function hasText(cell: Cell): boolean {
  return cell.some((part) => isItem(part) || plain(part) !== '');
}

/** Entries of a list that follow one another are one list. */
function renderCell(cell: Cell, options: HtmlOptions): Tree[] {
  const content: Tree[] = [];
  let items: Item[] = [];
  const close = (): void => {
    if (items.length > 0) content.push(renderList(items, options));
    items = [];
  };
  for (const part of cell) {
    if (isItem(part)) items.push(part);
    else {
      close();
      content.push(element('div', {}, ...renderLine(part, options)));
    }
  }
  close();
  return content;
}

/** A bullet says as much as a list's own; any other mark carries a meaning and stays. */
function renderList(items: readonly Item[], options: HtmlOptions): TreeElement {
  return element(
    'ul',
    { role: 'list' },
    ...items.map(({ mark, line, style }) =>
      mark === '•'
        ? element('li', {}, ...renderLine(line, options))
        : element(
            'li',
            { class: 'marked', ...(style === 'cite' ? { 'data-cite': mark, tabindex: '-1' } : {}) },
            element('span', { class: style === undefined ? 'mark' : `mark ${style}` }, mark),
            ' ',
            element('span', { class: 'said' }, ...renderLine(line, options)),
          ),
    ),
  );
}

/** Drawn with attributes alone: a page that allows no style but its own file's takes no other. */
function renderBar({ label, value = 0, most, note, items = [] }: Bar, options: HtmlOptions): TreeElement {
  const width = most > 0 ? Math.round((value / most) * 1000) / 10 : 0;
  return element(
    'li',
    {},
    element('span', { class: 'bar-label' }, ...renderLine(label, options)),
    ' ',
    element(
      'svg',
      { class: 'bar', viewBox: '0 0 100 1', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      element('rect', { class: 'rail', width: '100', height: '1' }),
      element('rect', { class: 'filled', width: String(width), height: '1' }),
    ),
    ' ',
    element('span', { class: 'bar-note' }, ...renderLine(note, options)),
    ...(items.length === 0 ? [] : [renderList(items, options)]),
  );
}

function renderLine(line: Line, options: HtmlOptions): Tree[] {
  return linesIn(line).flatMap((own, index) => [
    ...(index === 0 ? [] : [element('br', {}), '\n']),
    ...own.flatMap((piece) => (typeof piece === 'string' ? [piece] : renderPiece(piece, options))),
  ]);
}

function renderPiece(piece: Exclude<Inline, string>, { cited }: HtmlOptions): Tree[] {
  const { text, style, cites } = piece;
  const target = piece.target ?? (piece.url === undefined ? undefined : { to: piece.url });
  if (cites) return [...cited(cites)];
  const content = target ? anchor(target, text) : text;
  if (style === undefined) return [content];
  if (style === 'strong') return [element('strong', {}, content)];
  if (style === 'code') return target ? [content] : [element('code', {}, content)];
  return [element('span', { class: style }, content)];
}

/** A link; a text where the address is of a kind that a page of somebody else's text may not lead to. */
function anchor({ to, label }: Target, text: string): Tree {
  const shown = label ?? text;
  if (to.startsWith('#')) return element('a', { href: to }, shown);
  const address = linkTarget(to);
  return address === undefined ? shown : element('a', { href: address, rel: 'noreferrer' }, shown);
}

/** Cites by their ids alone, where nothing can be opened. */
export function bareCites(cites: readonly string[]): Tree[] {
  return [` [${cites.join(', ')}]`];
}
