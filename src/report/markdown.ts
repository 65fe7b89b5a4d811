/**
 * A report as Markdown (CommonMark, with the tables of GitHub Flavored Markdown), fit to be pasted into a wiki.
 */
import { drawExcerpt } from './excerpt.ts';
import { linesIn } from './lines.ts';
import { linkTarget } from './link-target.ts';
import { printable } from './printable.ts';
import { type Block, type Cell, type Inline, isItem, type Item, type Line, type Report } from './report.ts';

export function renderMarkdown(report: Report): string {
  return `${report.blocks.map((block) => renderBlock(block)).join('\n\n')}\n`;
}

/** Where the links and cites of a document lead; in an answer that is pasted somewhere they lead nowhere. */
export interface MarkdownPlaces {
  /** The destination of a link, as Markdown writes it between brackets; undefined where there is none. */
  readonly link: (to: string) => string | undefined;
  /** What refers to a cite, as Markdown; undefined where nothing stands behind it. */
  readonly cite: (id: string) => string | undefined;
}

const NOWHERE: MarkdownPlaces = { link: () => undefined, cite: () => undefined };

export function renderBlock(block: Block, places = NOWHERE): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${renderLine(block.line, places, { bold: false })}`;
    case 'paragraph':
      return renderLines(block.line, places);
    case 'command':
      return codeSpan(block.text, false);
    case 'list':
      return block.items.map((entry) => `- ${renderItem(entry, places)}`).join('\n');
    case 'problem': {
      const notes = block.notes.map((note) => `- ${renderItem(note, places)}`).join('\n');
      const drawn = block.excerpt && drawExcerpt(block.excerpt);
      const excerpt = drawn ? fenced('text', `${drawn.source}\n${drawn.caret}`) : '';
      return [renderLines(block.line, places), excerpt, notes].filter((part) => part !== '').join('\n\n');
    }
    case 'drawing':
      return fenced(block.source.language, block.source.text.replace(/\n$/, ''));
    case 'bars':
      return block.bars
        .map(({ label, note, items = [] }) => {
          const below = items.map((entry) => `\n  - ${renderItem(entry, places, '    ')}`).join('');
          return `- ${renderLine(label, places)}: ${renderLine(note, places)}${below}`;
        })
        .join('\n');
    case 'table': {
      const head = block.columns.map((column) => escapeMarkdown(column.title));
      const rules = block.columns.map((column) => (column.align === 'right' ? '--:' : '---'));
      const rows = block.rows.map((row) => row.map((cell) => renderCell(cell, places)));
      return [head, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    }
  }
}

/** A bullet says as much as Markdown's own; any other mark carries a meaning and stays. */
function renderItem({ mark, line }: Item, places: MarkdownPlaces, indent = '  '): string {
  return renderLines(mark === '•' ? line : [`${mark} `, ...line], places, `\\\n${indent}`);
}

function renderCell(cell: Cell, places: MarkdownPlaces): string {
  const lines = cell.map((part) =>
    renderLines(isItem(part) ? [`${part.mark} `, ...part.line] : part, places, '<br>', true),
  );
  return lines.join('<br>');
}

/** The lines that a text was broken into, with a hard break between them. */
function renderLines(line: Line, places: MarkdownPlaces, hardBreak = '\\\n', inTable = false): string {
  return linesIn(line)
    .map((own) => startLine(renderLine(own, places, { inTable })))
    .join(hardBreak);
}

/** In headings everything is set off already, so that bold would only add stars. */
function renderLine(line: Line, places: MarkdownPlaces, { bold = true, inTable = false } = {}): string {
  return line
    .map((piece) => {
      if (typeof piece === 'string') return escapeInline(piece);
      const cites = piece.cites?.map((id) => places.cite(id) ?? escapeInline(` [${id}]`));
      if (cites && places !== NOWHERE) return cites.join('');
      const text = renderText(piece, bold, inTable);
      if (text.trim() === '') return text;
      const address = piece.url === undefined ? undefined : linkTarget(piece.url);
      if (address !== undefined) return `[${text}](<${escapeTarget(address)}>)`;
      const to = piece.target === undefined ? undefined : places.link(piece.target.to);
      return to === undefined ? text : `[${text}](${to})`;
    })
    .join('');
}

/** Between angle brackets little means anything: these and character references, and a bar inside a table. */
function escapeTarget(target: string): string {
  return target.replace(/[<>\\|]/g, encodeURIComponent).replaceAll('&', '&amp;');
}

function renderText({ text: whole, style }: Exclude<Inline, string>, bold: boolean, inTable: boolean): string {
  if (style === 'code') return codeSpan(whole, inTable);
  if (style !== 'strong' || !bold) return escapeInline(whole);
  // Blanks inside the stars would keep them from being taken for bold.
  const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(printable(whole)) ?? [];
  return text === '' ? before : `${before}**${escapeInline(text)}**${after}`;
}

/** A block whose fence is longer than any run of backticks inside. */
function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${language}`, text, fence].join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** A code span whose fence is longer than any run of backticks inside. */
function codeSpan(text: string, inTable: boolean): string {
  // Inside a table a bar ends the cell, in code as well, and readers do not agree on what a backslash before it means there.
  if (inTable && text.includes('|')) return escapeInline(text);
  const inside = printable(text);
  const longest = longestRun(inside);
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${inside} ${fence}` : `${fence}${inside}${fence}`;
}

/** Keeps a text from being taken for Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return startLine(escapeInline(text));
}

function escapeInline(text: string): string {
  return (
    printable(text)
      .replace(/[\\`*_[\]<>#|~{}$!&]/g, (character) =>
        character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
      )
      // A bare address would become a link.
      .replace(/(https?|ftp|mailto):/gi, '$1&#58;')
      .replace(/www\./gi, (address) => `${address.slice(0, 3)}&#46;`)
      .replace(/@/g, '&#64;')
  );
}

/** What would make a line something else by how it begins: blanks, a bullet, a rule, a number with a full stop. */
function startLine(markdown: string): string {
  return markdown
    .trim()
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
