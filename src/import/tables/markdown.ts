/**
 * The tables of a Markdown document.
 */
import type { Token, Tokens } from 'marked';
import { otherTool } from '../../ladder/other-tools.ts';
import { parseYaml } from '../../ladder/yaml.ts';
import { tableError } from '../table-error.ts';
import type { Row, Table } from '../table.ts';
import { isEmpty } from './csv.ts';
import { lineAt } from './table-text.ts';

/** Far more than a document has. A hostile one takes time that grows with the square of its length. */
const MOST_CHARACTERS = 2_000_000;
const MOST_IN_CELL = 10_000;

/** What entities of HTML stand for; marked decodes those with a number, and others stay as they are written. */
const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }));

/** Whether the first line with a bar has a line of dashes and bars under it. */
export function isMarkdown(text: string): boolean {
  const bar = text.indexOf('|');
  if (bar < 0) return false;
  const [, rule = ''] = text.slice(bar, bar + 64 * 1024).split('\n', 2);
  return /^[|:\s-]+$/.test(rule) && rule.includes('|') && rule.includes('-');
}

export async function readMarkdown(file: string, text: string, notes: readonly string[]): Promise<Table[]> {
  const { Lexer } = await import('marked');
  if (text.length > MOST_CHARACTERS) {
    throw tableError(
      file,
      undefined,
      `the document is longer than ${MOST_CHARACTERS} characters`,
      'save its tables as CSV',
    );
  }
  const [, front] = /^---\n([^]*?)\n---(?:\n|$)/.exec(text) ?? [];
  const other = front === undefined ? undefined : otherTool(parseYaml(front).value);
  if (other) throw tableError(file, 1, other.message, other.hint);
  const lexer = new Lexer();
  const tables: Table[] = [];
  let name: string | undefined;

  const plain = (line: number, source: string): string => {
    if (source.length <= MOST_IN_CELL) return plainText(lexer.inlineTokens(source));
    throw tableError(file, line, `a cell is longer than ${MOST_IN_CELL} characters`);
  };

  const addTable = ({ header, rows, raw }: Tokens.Table, line: number): void => {
    const lines = raw.split('\n');
    const found = [header, ...rows].map((cells, place): Row => {
      // The line of dashes is between the header and the first row.
      const at = place === 0 ? 0 : place + 1;
      checkWidth(file, line + at, lines[at] ?? '', header.length);
      return { line: line + at, cells: cells.map((cell) => plain(line + at, cell.text)) };
    });
    tables.push({ file, name, unit: 'line', rows: found.filter(({ cells }) => !isEmpty(cells)), notes });
  };

  const walk = (tokens: readonly Token[], first: number): void => {
    let line = first;
    for (const token of tokens) {
      if (token.type === 'heading') name = plain(line, (token as Tokens.Heading).text);
      else if (token.type === 'table') addTable(token as Tokens.Table, line);
      else if (token.type === 'list') walk((token as Tokens.List).items, line);
      else if (token.type === 'blockquote' || token.type === 'list_item') walk(token.tokens ?? [], line);
      line += lineAt(token.raw, token.raw.length) - 1;
    }
  };

  try {
    walk(lexer.blockTokens(text), 1);
  } catch (error) {
    if (error instanceof RangeError) throw tableError(file, undefined, 'the document is nested too deeply');
    throw error;
  }
  if (tables.length > 0) return tables;
  throw tableError(
    file,
    undefined,
    'the document has no table',
    'a table has a line such as | --- | --- | under its header',
  );
}

/** marked drops cells that have no column, and a bar that was meant as text makes such cells. */
function checkWidth(file: string, line: number, raw: string, width: number): void {
  const inner = raw.trim().replace(/^\||(?<!\\)\|$/g, '');
  const cells = inner.split(/(?<!\\)\|/).length;
  if (cells <= width) return;
  throw tableError(
    file,
    line,
    `the row has ${cells} cells, and its header ${width}`,
    'write a bar inside a cell as \\|',
  );
}

function plainText(tokens: readonly Token[]): string {
  return tokens.map(plainToken).join('');
}

function plainToken(token: Token): string {
  if (token.type === 'br') return '\n';
  if (token.type === 'html') return /^<br\b/i.test(token.raw) ? '\n' : '';
  const { tokens } = token as { readonly tokens?: readonly Token[] };
  if (tokens !== undefined) return plainText(tokens);
  const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
  return token.type === 'codespan' || token.type === 'escape' ? text : decodeEntities(text);
}

function decodeEntities(text: string): string {
  return text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES.get(name) ?? entity);
}
