/**
 * A report as Markdown (CommonMark, with the tables of GitHub Flavored Markdown), fit to be pasted into a wiki.
 */
import { printable } from './printable.ts';
import { type Block, type Cell, isItem, type Item, type Line, type Report } from './report.ts';

/**
 * Renders a report as Markdown.
 *
 * @param report what to render
 * @returns Markdown that ends in a line feed; nothing in the report's texts is taken for markup
 */
export function renderMarkdown(report: Report): string {
  return `${report.blocks.map(renderBlock).join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${renderLine(block.line, false)}`;
    case 'paragraph':
      return renderLine(block.line);
    case 'list':
      return block.items.map((entry) => `- ${renderItem(entry)}`).join('\n');
    case 'bars':
      return block.bars.map(({ label, note }) => `- ${renderLine(label)}: ${renderLine(note)}`).join('\n');
    case 'table': {
      const head = block.columns.map((column) => escapeMarkdown(column.title));
      const rules = block.columns.map((column) => (column.align === 'right' ? '--:' : '---'));
      const rows = block.rows.map((row) => row.map(renderCell));
      return [head, rules, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    }
  }
}

/** A bullet says as much as Markdown's own; any other mark carries a meaning and stays. */
function renderItem({ mark, line }: Item): string {
  return mark === '•' ? renderLine(line) : `${escapeMarkdown(mark)} ${renderLine(line)}`;
}

function renderCell(cell: Cell): string {
  return cell
    .map((part) => (isItem(part) ? `${escapeMarkdown(part.mark)} ${renderLine(part.line)}` : renderLine(part)))
    .join('<br>');
}

/** In headings everything is set off already, so that bold would only add stars. */
function renderLine(line: Line, bold = true): string {
  return line
    .map((piece) => {
      if (typeof piece === 'string') return escapeMarkdown(piece);
      if (piece.style === 'code') return codeSpan(piece.text);
      return piece.style === 'strong' && bold && piece.text.trim() !== ''
        ? `**${escapeMarkdown(piece.text.trim())}**`
        : escapeMarkdown(piece.text);
    })
    .join('');
}

/** A code span whose fence is longer than any run of backticks inside. */
function codeSpan(text: string): string {
  const inside = printable(text).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...(inside.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${inside} ${fence}` : `${fence}${inside}${fence}`;
}

/**
 * Keeps a text from being taken for Markdown or HTML.
 *
 * @param text any text
 * @returns the text with every character that can start markup escaped
 */
export function escapeMarkdown(text: string): string {
  return (
    printable(text)
      .replace(/[\\`*_[\]<>#|~{}$!&]/g, (character) =>
        character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
      )
      // At the start of a line these would begin a list or a rule; a number with a full stop an ordered list.
      .replace(/^(\s*)([-+=])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
      // A bare address would become a link.
      .replace(/(https?|ftp|mailto):/gi, '$1&#58;')
      .replace(/\bwww\./gi, 'www&#46;')
      .replace(/@/g, '&#64;')
  );
}
