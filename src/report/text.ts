/**
 * A report as text for a terminal, fitted to its width.
 */
import { drawExcerpt } from './excerpt.ts';
import { linesIn, splitLead } from './lines.ts';
import { printable, SIMPLE_TEXT } from './printable.ts';
import {
  type Bar,
  type Block,
  isItem,
  type Item,
  type Line,
  type Report,
  type Signs,
  type Style,
  plain,
} from './report.ts';
import { drawTable, isTitled } from './table.ts';
import { type Piece, toPiece, widthOf, wrapCommand, wrapLine } from './width.ts';

export interface TextOptions {
  /** How many columns there are. */
  readonly width: number;
  /** Sets a text off; the identity where there is no colour. */
  readonly paint: (style: Style, text: string) => string;
  /** True to use no character beyond ASCII for anything of the program's own. */
  readonly ascii: boolean;
  /** False for those who listen: records instead of tables, words instead of signs, numbers instead of bars. */
  readonly drawn: boolean;
  /** Makes a text a link; absent where the terminal shows none. */
  readonly link?: (url: string, text: string) => string;
}

/** Text that is wider than this is hard to read, however wide the terminal is; tables may use it all. */
const WIDEST_TEXT = 100;

/** What stands in for signs where only ASCII can be shown; replaced before anything is measured. */
const ASCII_SIGNS: Readonly<Record<string, string>> = {
  '→': '->',
  '•': '*',
  '·': '-',
  '—': '-',
  '–': '-',
  '…': '...',
  '─': '-',
  '█': '#',
  '░': '.',
  '≠': '!=',
  '±': '+/-',
  '›': '>',
  '←': '<-',
  '↑': '^',
  '↓': 'v',
  '’': "'",
  '“': '"',
  '”': '"',
};

const ANY_SIGN = new RegExp(`[${Object.keys(ASCII_SIGNS).join('')}]`, 'g');

/** What is read aloud for a mark, whatever it stands in. */
const WORDS: Readonly<Record<string, string>> = { '•': '', '→': '', '-': '', '?': '', '≠': 'one view:' };

/** What the marks of a report mean that uses them in a way of its own. */
const WORDS_OF: Readonly<Record<Signs, Readonly<Record<string, string>>>> = {
  compare: { '=': 'all:', '~': 'related:', '+': 'only here:', '&': 'some:', '±': 'differs:' },
  path: {
    '+': 'new:',
    '~': 'builds on earlier work:',
    '±': 'differs:',
    '=': 'kept:',
    '-': 'not repeated:',
    '↑': 'higher:',
    '↓': 'lower:',
  },
  graph: { '→': 'to:' },
  diff: { '+': 'new:', '-': 'gone:', '±': 'changed:', '↑': 'higher:', '↓': 'lower:', '?': 'perhaps the same:' },
  quiz: { '+': 'for:', '-': 'against:' },
};

/** Signs inside a text, as words. */
const SPOKEN: Readonly<Record<string, string>> = { '↑': '(higher)', '↓': '(lower)', '→': 'to' };

/** How a report is written: as asked, with what its marks are called. */
interface Writing extends TextOptions {
  readonly words: Readonly<Record<string, string>>;
}

export function renderText(report: Report, options: TextOptions): string {
  const words = { ...WORDS, ...(report.signs && WORDS_OF[report.signs]) };
  const lines = renderBlocks(report.blocks, { ...options, words });
  return `${lines.map(withoutBlankEnd).join('\n')}\n`;
}

function renderBlocks(blocks: readonly Block[], options: Writing): string[] {
  return blocks.flatMap((block, index) => {
    const previous = blocks[index - 1];
    const lines = renderBlock(block, options);
    return previous && needsSpace(previous, block) ? ['', ...lines] : lines;
  });
}

/** By hand, because ` +$` as a pattern looks at every run of blanks in a line again and again. */
function withoutBlankEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) === 0x20) end--;
  return line.slice(0, end);
}

/**
 * Headings hang together with what follows them, the title of a report only with what is said of the whole, and columns without
 * titles with the next heading; everything else stands apart.
 */
function needsSpace(previous: Block, block: Block): boolean {
  if (block.kind === 'command') return false;
  if (previous.kind === 'table' && !isTitled(previous)) return block.kind !== 'heading';
  if (previous.kind !== 'heading') return true;
  if (block.kind === 'heading') return previous.level === 1;
  return previous.level === 1 && (block.kind !== 'paragraph' || block.hint === true);
}

function renderBlock(block: Block, options: Writing): string[] {
  const width = Math.min(options.width, WIDEST_TEXT);
  switch (block.kind) {
    case 'heading': {
      const indent = '  '.repeat(Math.max(0, block.level - 2));
      return fill(block.line, width, indent, indent, options, indent === '' ? 'strong' : undefined);
    }
    case 'paragraph':
      return fill(block.line, width, '', '', options);
    case 'command':
      return wrapCommand(printable(block.text), width - 2).map((line) => `  ${options.paint('code', line)}`);
    case 'list':
      return block.items.flatMap((entry) => renderItem(entry, width, '  '.repeat(block.depth ?? 1), options));
    case 'problem':
      return renderProblem(block, width, options);
    case 'bars':
      return renderBars(block.bars, width, options);
    case 'drawing': {
      const lines = options.drawn
        ? block.draw({ width: options.width, ascii: options.ascii, shown: (text) => shown(text, options) })
        : undefined;
      return lines?.map((line) => paintLine(line.map(toPiece), options)) ?? renderBlocks(block.instead, options);
    }
    case 'table':
      return drawTable(block, options.width, {
        drawn: options.drawn,
        shown: (text) => shown(text, options),
        heading: (text) => options.paint('strong', text),
        rule: (text) => options.paint('muted', shown(text, options)),
        lines: (cell, columns) =>
          cell.flatMap((part) =>
            isItem(part) ? renderItem(part, columns, '', options) : fill(part, columns, '', '', options),
          ),
      });
  }
}

function renderItem(entry: Item, width: number, indent: string, options: Writing): string[] {
  if (!options.drawn) {
    const word = entry.word ?? options.words[entry.mark] ?? entry.mark;
    return fill(word === '' ? entry.line : [`${word} `, ...entry.line], width, indent, `${indent}  `, options);
  }
  const mark = shown(entry.mark, options);
  const first = `${indent}${entry.style ? options.paint(entry.style, mark) : mark} `;
  const hang = indent + ' '.repeat(widthOf(mark) + 1);
  return fill(entry.line, width, first, hang, options);
}

/** Wraps a line behind an indent; `hang` stands before every line but the first. */
function fill(line: Line, width: number, first: string, hang: string, options: Writing, style?: Style): string[] {
  // On a very narrow terminal the text keeps a few columns, whatever the indent.
  const room = Math.max(width - hang.length, 8);
  const lines = linesIn(line);
  if (lines.length === 1) {
    const broken = wrapLine(clean(line, options), room);
    return broken.map((pieces, index) => (index === 0 ? first : hang) + paintLine(pieces, options, style));
  }
  return lines.flatMap((own, at) => {
    const before = at === 0 ? first : hang;
    const { lead, rest } = splitLead(own);
    const set = widthOf(shown(lead, options));
    if (set === 0 || room - set < 8) return fill(own, width, before, hang, options, style);
    // What it wraps to stands under the text of its bullet.
    return fill(rest, width, before + shown(lead, options), hang + ' '.repeat(set), options, style);
  });
}

function renderProblem(problem: Extract<Block, { kind: 'problem' }>, width: number, options: Writing): string[] {
  const lines = fill(problem.line, width, '', '    ', options);
  if (problem.excerpt) {
    const { source, caret } = drawExcerpt(problem.excerpt, width - 2, (text) => shown(text, options));
    lines.push(`  ${source}`);
    // Where nothing is drawn, the column stands in the line above.
    if (options.drawn) lines.push(`  ${options.paint('strong', caret)}`);
  }
  return [...lines, ...problem.notes.flatMap((note) => renderItem(note, width, '  ', options))];
}

function renderBars(bars: readonly Bar[], width: number, options: Writing): string[] {
  const labels = bars.map((bar) => clean(bar.label, options));
  const widest = labels.reduce((most, label) => Math.max(most, widthOf(plain(label))), 0);
  const notes = bars.reduce((most, bar) => Math.max(most, widthOf(plain(clean(bar.note, options)))), 0);
  // A shorter bar is read as well as a long one, a broken note is not.
  const room = Math.min(20, width - widest - 6 - Math.min(notes, Math.max(width - widest - 16, 10)));
  return bars.flatMap((bar, index) => {
    const label = labels[index]!;
    const below = (bar.items ?? []).flatMap((entry) => renderItem(entry, width, '     ', options));
    if (room < 5 || !options.drawn)
      return [...fill([...label, ' ', ...bar.note], width, '  ', '    ', options), ...below];
    const drawn = shown(drawBar(bar, room), options);
    const pad = ' '.repeat(widest - widthOf(plain(label)));
    const [pieces] = wrapLine(label, widest);
    const before = `  ${paintLine(pieces!, options)}${pad}  ${options.paint('name', drawn)}  `;
    const hang = ' '.repeat(6 + widest + room);
    return [...fill(bar.note, width, before, hang, options), ...below];
  });
}

/** What is not known is no short bar. */
function drawBar({ value, most }: Bar, room: number): string {
  if (value === undefined) return '?'.padEnd(room);
  const filled = most > 0 ? Math.round((value / most) * room) : 0;
  return '█'.repeat(filled) + '░'.repeat(room - filled);
}

function clean(line: Line, options: Writing): Line {
  if (!options.ascii && options.drawn && SIMPLE_TEXT.test(plain(line))) return line;
  return line.map((piece) =>
    typeof piece === 'string' ? shown(piece, options) : { ...piece, text: shown(piece.text, options) },
  );
}

/** A text as the terminal can show it. */
function shown(text: string, { ascii, drawn }: Writing): string {
  const safe = printable(text);
  const said = drawn ? safe : safe.replace(/^→ /, '').replace(/[↑↓→]/g, (sign) => SPOKEN[sign]!);
  return ascii ? said.replace(ANY_SIGN, (sign) => ASCII_SIGNS[sign]!) : said;
}

function paintLine(pieces: readonly Piece[], options: Writing, style?: Style): string {
  return pieces
    .map((piece) => {
      const wanted = piece.style ?? style;
      const painted = wanted === undefined ? piece.text : options.paint(wanted, piece.text);
      return piece.url === undefined || !options.link ? painted : options.link(piece.url, painted);
    })
    .join('');
}
