/**
 * The YAML parser's complaints in the words of the rest of the program: what was found, what was expected, how to fix it, and a
 * place where there is something to see. The parser's codes say what it is about, the text at its place says the rest; its own
 * words, which may change with any version, are only repeated where neither is enough.
 */
import { type Document, isCollection, isNode, isPair, isScalar, isSeq, type Node, visit, type YAMLError } from 'yaml';

/** What keeps a text from being YAML. */
export interface YamlProblem {
  readonly message: string;
  readonly hint?: string;
  /** Where in the text it is. */
  readonly offset: number;
}

/** The message, the hint, and the place, where the parser's own is not the best. */
type Meaning = readonly [message: string, hint?: string | undefined, offset?: number | undefined];

/** The place of a complaint. */
interface Spot {
  readonly at: number;
  readonly source: string;
  /** Where its line, or the next where that ends there, has its first character that is no blank. */
  readonly first: number;
  /** The rest of the line. */
  readonly rest: string;
  /** The innermost of what ends there without being closed. */
  readonly open: () => Node | undefined;
}

const COLUMNS = 'start all keys of a mapping in the same column';
const LEFT = 'start all keys of a mapping, and every "- " of a list, in the same column';
const NO_KEY: Meaning = [
  'found a line without a key, expected "key: value"',
  'put a text of several lines in quotes, or indented after "key: |"',
];
const noEntry = ({ first }: Spot): Meaning => [
  'found a line that belongs to no entry of the list',
  'start every "- " of a list in the same column, and the keys of an entry below its first key',
  first,
];

/** The start of a text of several lines, and what stands before it. */
const BLOCK_START = /(?:^|[:-]\s+)[|>][-+\d]*\s*$/;

const MEANINGS: Partial<Record<YAMLError['code'], (spot: Spot) => Meaning | undefined>> = {
  BAD_ALIAS: ({ rest }) =>
    rest.startsWith('*') ? ['found * with no name after it', 'put a text that starts with * in quotes'] : undefined,
  BAD_DIRECTIVE: ({ rest }) =>
    /^%(?:YAML|TAG)\b/.test(rest)
      ? undefined
      : [`found ${firstWord(rest)}, which isn't a YAML directive`, 'remove the line'],
  BAD_DQ_ESCAPE: ({ rest }) => [
    `found ${rest.slice(0, 2)} between double quotes, which means nothing`,
    'write \\\\ for a backslash, or use single quotes',
  ],
  BAD_INDENT(spot) {
    if (spot.open()) return notClosed(spot);
    if (/^-\s/.test(spot.source.slice(spot.first, spot.first + 2))) return noEntry(spot);
    return ['found a key that starts in a different column from the keys before it', COLUMNS, spot.first];
  },
  BAD_SCALAR_START: ({ rest }) => [`found a text that starts with ${rest.charAt(0)}`, 'put it in quotes'],
  BLOCK_AS_IMPLICIT_KEY(spot) {
    const { at, source, first, rest } = spot;
    // What would be a list is pointed at before its indentation.
    if (at < first || (at === first && rest.startsWith('-'))) return noEntry(spot);
    return /:(?:\s|$)/.test(rest)
      ? ['found ": " inside a text, expected one key and one value', `put the text in quotes${example(rest)}`]
      : [
          'found a line that is indented deeper than the one above it, which has a value already',
          COLUMNS,
          nextLine(source, at),
        ];
  },
  BLOCK_IN_FLOW: () => ['found two entries with no comma between them', 'put a comma there, or the text in quotes'],
  KEY_OVER_1024_CHARS: () => ['found a key of more than 1024 characters'],
  MISSING_CHAR(spot) {
    const { at, source, first, rest } = spot;
    if (rest.startsWith('#')) {
      return ['found # right after a value', 'put a space before a comment, or the whole text in quotes'];
    }
    if (spot.open()) return notClosed(spot);
    // What lacks its dash is pointed at before its indentation, what lacks its colon is pointed at itself.
    if (at < first) return noEntry(spot);
    return /^[\s-]*$/.test(source.slice(startOfLine(source, at), at)) ? NO_KEY : undefined;
  },
  MULTILINE_IMPLICIT_KEY: () => NO_KEY,
  MULTIPLE_DOCS: () => ['found a second document, expected one', 'put each into a file of its own'],
  NON_STRING_KEY: () => ["found a key that isn't text", 'put it in quotes'],
  TAB_AS_INDENT: () => ['found a tab as indentation, expected spaces'],
  TAG_RESOLVE_FAILED: ({ rest }) => [
    `found the tag ${firstWord(rest)}, expected plain data`,
    'put a text that starts with ! in quotes',
  ],
  UNEXPECTED_TOKEN({ at, source, first, rest }) {
    if (BLOCK_START.test(source.slice(first, at))) {
      return ['found text right after > or |', 'start it on the next line, indented, or put it in quotes'];
    }
    if (rest.startsWith(',')) return ['found a comma with nothing before it, expected an entry'];
    if (/^[\]}]/.test(rest)) {
      return [`found ${rest.charAt(0)}, and nothing that it closes`, 'remove it, or put the text in quotes'];
    }
    if (at > first) {
      const hint = "put all of it in quotes; inside '…', write '' for an apostrophe";
      return ['found more text after a value', hint];
    }
    if (isBehindList(source, at)) {
      return ['found a key after a list, expected another entry of it', 'indent the list below its key'];
    }
    return at - startOfLine(source, at) < firstColumn(source)
      ? ['found a line that starts further left than the first line of the file', LEFT]
      : ['found a line that belongs to nothing above it', 'a file is one mapping: start its keys in the same column'];
  },
};

/** Explains the parser's complaints about one text. */
export function createExplainer(source: string, document: Document): (error: YAMLError) => YamlProblem {
  let ends: ReadonlyMap<number, Node> | undefined;
  return ({ code, message: words, pos: [at] }) => {
    const start = startOfLine(source, at);
    if (/^(?:<{7}|={7}|>{7})/.test(source.slice(start, start + 7))) {
      return { message: 'found the mark of a merge conflict', hint: 'resolve the conflict first', offset: start };
    }
    const rest = lineFrom(source, at);
    const first = rest === '' ? nextLine(source, at) : firstOfLine(source, at);
    const open = (): Node | undefined => (ends ??= openByEnd(document, source)).get(at);
    const meaning = MEANINGS[code]?.({ at, source, first, rest, open });
    const [message, hint, offset = at] = meaning ?? [words.charAt(0).toLowerCase() + words.slice(1)];
    return { message, ...(hint === undefined ? {} : { hint }), offset };
  };
}

/** What opens with a quote or a bracket and is not closed, by where it ends; the innermost, where several end in one place. */
function openByEnd(document: Document, source: string): Map<number, Node> {
  const nodes = new Map<number, Node>();
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      if (!isClosed(node, source.slice(start, end), start)) nodes.set(end, node);
    },
  });
  return nodes;
}

function isClosed(node: Node, text: string, start: number): boolean {
  if (isScalar(node)) {
    if (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return true;
    const escaped = node.type === 'QUOTE_DOUBLE' ? /\\./gs : /''/g;
    return text.slice(1).replace(escaped, '').endsWith(text.charAt(0));
  }
  if (!isCollection(node) || !/^[[{]/.test(text)) return true;
  const last: unknown = node.items.at(-1);
  const inner = isPair(last) ? (last.value ?? last.key) : last;
  // A bracket at the end may be that of the last entry.
  const isOfEntry = isNode(inner) && inner.range?.[1] === start + text.length;
  return text.endsWith(isSeq(node) ? ']' : '}') && !isOfEntry;
}

/** Says what is not closed. */
function notClosed({ source, open }: Spot): Meaning {
  const offset = open()?.range?.[0] ?? 0;
  const opening = source.charAt(offset);
  const [what, close, otherwise] = {
    '"': ['quote', '"', 'write \\" for a quote inside it'],
    "'": ['quote', "'", "write '' for an apostrophe inside it"],
    '[': ['list', ']', 'put a text that starts with [ in quotes'],
    '{': ['mapping', '}', 'put a text that starts with { in quotes'],
  }[opening]!;
  return [`the ${what} that opens here is not closed`, `close it with ${close}; ${otherwise}`, offset];
}

const firstWord = (text: string): string => /^[^\s,[\]{}]*/.exec(text)![0];

function startOfLine(source: string, at: number): number {
  return at === 0 ? 0 : source.lastIndexOf('\n', at - 1) + 1;
}

/** The first character of a line that is no blank. */
function firstOfLine(source: string, at: number): number {
  let first = startOfLine(source, at);
  while (source.charAt(first) === ' ') first++;
  return first;
}

/** How far the first line that holds anything is indented. */
function firstColumn(source: string): number {
  return /^( *)(?![\s#%]|---)/m.exec(source)?.[1]!.length ?? 0;
}

/** Whether a line that is no entry begins where those of the list above it do. */
function isBehindList(source: string, at: number): boolean {
  let start = startOfLine(source, at);
  const column = at - start;
  if (source.charAt(at) === '-') return false;
  while (start > 0) {
    start = startOfLine(source, start - 1);
    const first = firstOfLine(source, start);
    // What is indented deeper belongs to an entry, and empty lines and comments to nothing.
    if (first - start <= column && !/[\n#]/.test(source.charAt(first))) {
      return first - start === column && source.startsWith('- ', first);
    }
  }
  return false;
}

/** The first character of the next line that holds anything; the place itself where there is none. */
function nextLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  const found = end < 0 ? -1 : source.slice(end).search(/\S/);
  return found < 0 ? at : end + found;
}

function lineFrom(source: string, at: number): string {
  const end = source.indexOf('\n', at);
  return source.slice(at, end < 0 ? undefined : end).trimEnd();
}

/** A short text between quotes, as an example. */
function example(text: string): string {
  return text.length <= 60 && !/["\\]/.test(text) ? `: "${text}"` : '';
}
