/**
 * The YAML parser's complaints in the words of the rest of the program: what was found, what was expected, how to mend it, and a
 * place where there is something to see.
 */
import { type Document, isCollection, isMap, isScalar, isSeq, type Node, visit, type YAMLError } from 'yaml';

/** What keeps a text from being YAML. */
export interface YamlProblem {
  readonly message: string;
  readonly hint?: string;
  /** Where in the text it is. */
  readonly offset: number;
}

/** What a complaint means; `offset` only where the parser's own is not the best place. */
type Meaning = Omit<YamlProblem, 'offset'> & { readonly offset?: number | undefined };

/** What is known of a complaint. */
interface Complaint {
  readonly message: string;
  /** Where the parser gave up. */
  readonly at: number;
  readonly source: string;
  /** Where the innermost node of a kind opens that ends there. */
  readonly openedAt: (isKind: (node: Node) => boolean) => number | undefined;
}

const COLUMNS = 'let the keys of one mapping begin in one column';

/** By the parser's own words, which say more than its codes; the first that fits. */
const MEANINGS: readonly (readonly [RegExp, (complaint: Complaint) => Meaning])[] = [
  [
    /^Missing closing (["'])quote/,
    ({ message, openedAt }) => {
      const isDouble = message.includes('"');
      const inside = isDouble ? 'write \\" for a quote inside it' : "write '' for an apostrophe inside it";
      return {
        message: 'the quote that opens here is not closed',
        hint: `close it with ${isDouble ? '"' : "'"}; ${inside}`,
        offset: openedAt((node) => isScalar(node) && (node.type ?? '').startsWith('QUOTE')),
      };
    },
  ],
  [
    /^Flow (?:map|sequence) .*end with a [\]}]$/,
    ({ message, openedAt }) => {
      const isList = message.endsWith(']');
      return {
        message: `the ${isList ? 'list' : 'mapping'} that opens here is not closed`,
        hint: `close it with ${isList ? ']' : '}'}; a text that begins with ${isList ? '[' : '{'} goes between quotes`,
        offset: openedAt(isList ? isSeq : isMap),
      };
    },
  ],
  [
    /multiple documents/,
    () => ({ message: 'found a second document, expected one', hint: 'put each into a file of its own' }),
  ],
  [
    /^Nested mappings are not allowed/,
    ({ at, source }) => {
      const rest = lineFrom(source, at);
      if (/:(?:\s|$)/.test(rest)) {
        return {
          message: 'found ": " inside a text, expected one key and one value',
          hint: `put the text in quotes${example(rest)}`,
        };
      }
      return {
        message: 'found a line that is indented deeper than the one above it, which has a value already',
        hint: COLUMNS,
        offset: nextLine(source, at),
      };
    },
  ],
  [
    /^All mapping items must start at the same column/,
    ({ at, source }) => ({
      message: 'found a key that begins in another column than the keys before it',
      hint: COLUMNS,
      offset: firstOfLine(source, at),
    }),
  ],
  [
    /^(?:Sequence item without - indicator|All sequence items must start at the same column|A block sequence may not be used)/,
    ({ at, source }) => ({
      message: 'found a line that belongs to no entry of the list',
      hint: 'let every "- " of a list begin in one column, and the keys of an entry below its first key',
      offset: firstOfLine(source, at),
    }),
  ],
  [
    /^Implicit (?:keys need to be on a single line|map keys need to be followed)/,
    () => ({
      message: 'found a line without a key, expected "key: value"',
      hint: 'a text of several lines goes between quotes, or indented behind "key: |"',
    }),
  ],
  [/^Tabs are not allowed/, () => ({ message: 'found a tab as indentation, expected blanks' })],
  [
    /^Plain value cannot start with/,
    ({ message }) => ({ message: `found a text that begins with ${message.slice(-1)}`, hint: 'put it in quotes' }),
  ],
  [
    /^Unexpected scalar at node end/,
    ({ at, source }) =>
      firstOfLine(source, at) === at
        ? {
            message: 'found a key behind a list, expected another entry of it',
            hint: 'a list stands indented below a key',
          }
        : {
            message: 'found more text behind a value',
            hint: "put all of it in quotes; inside '…', write '' for an apostrophe",
          },
  ],
  [
    /^(?:Not a YAML token|Block scalar header includes)/,
    () => ({
      message: 'found text right behind > or |',
      hint: 'begin it on the next line, indented, or put it in quotes',
    }),
  ],
  [/^Unexpected ,/, () => ({ message: 'found a comma with nothing before it, expected an entry' })],
  [
    /^Unexpected flow-(?:seq|map)-end/,
    ({ at, source }) => ({
      message: `found ${source.charAt(at)}, and nothing that it closes`,
      hint: 'leave it out, or put the text in quotes',
    }),
  ],
  [
    /^Invalid escape sequence/,
    ({ message }) => ({
      message: `found ${message.replace('Invalid escape sequence ', '')} between double quotes, which means nothing`,
      hint: 'write \\\\ for a backslash, or use single quotes',
    }),
  ],
  [
    /^Block collections are not allowed within flow/,
    () => ({
      message: 'found two entries with no comma between them',
      hint: 'put a comma there, or the text in quotes',
    }),
  ],
  [
    /^Comments must be separated/,
    () => ({
      message: 'found # right behind a value',
      hint: 'put a blank before a comment, or the whole text in quotes',
    }),
  ],
  [
    /^Unresolved tag: /,
    ({ message }) => ({
      message: `found the tag ${message.replace('Unresolved tag: ', '')}, expected plain data`,
      hint: 'put a text that begins with ! in quotes',
    }),
  ],
  [
    /^Alias cannot be an empty/,
    () => ({ message: 'found * with no name behind it', hint: 'put a text that begins with * in quotes' }),
  ],
  [/^With stringKeys, all keys/, () => ({ message: 'found a key that is no text', hint: 'put it in quotes' })],
  [/at most 1024 chars/, () => ({ message: 'found a key of more than 1024 characters' })],
  [
    /^Unknown directive /,
    ({ message }) => ({
      message: `found ${message.replace('Unknown directive ', '')}, which is no directive of YAML`,
      hint: 'leave the line out',
    }),
  ],
];

/** Explains the parser's complaints about one text. */
export function createExplainer(source: string, document: Document): (error: YAMLError) => YamlProblem {
  let ends: ReadonlyMap<number, readonly Node[]> | undefined;
  return ({ message, pos: [at] }) => {
    const start = startOfLine(source, at);
    if (/^(?:<{7}|={7}|>{7})/.test(source.slice(start, start + 7))) {
      return { message: 'found the mark of a merge conflict', hint: 'resolve the conflict first', offset: start };
    }
    const openedAt: Complaint['openedAt'] = (isKind) => {
      ends ??= nodesByEnd(document);
      return ends.get(at)?.findLast(isKind)?.range?.[0];
    };
    const meaning = MEANINGS.find(([words]) => words.test(message))?.[1]({ message, at, source, openedAt });
    const { offset = at, ...said } = meaning ?? { message: message.charAt(0).toLowerCase() + message.slice(1) };
    return { ...said, offset };
  };
}

/** What opens with a quote or a bracket, by where it ends, outer nodes before inner ones. */
function nodesByEnd(document: Document): Map<number, Node[]> {
  const nodes = new Map<number, Node[]>();
  visit(document, {
    Node(_, node) {
      const end = node.range?.[1];
      if (end === undefined || (isCollection(node) && node.flow !== true)) return;
      const others = nodes.get(end);
      if (others) others.push(node);
      else nodes.set(end, [node]);
    },
  });
  return nodes;
}

function startOfLine(source: string, at: number): number {
  return at === 0 ? 0 : source.lastIndexOf('\n', at - 1) + 1;
}

/** The first character of a line that is no blank. */
function firstOfLine(source: string, at: number): number {
  let first = startOfLine(source, at);
  while (source.charAt(first) === ' ') first++;
  return first;
}

/** The first character of the next line that holds anything; undefined where there is none. */
function nextLine(source: string, at: number): number | undefined {
  const end = source.indexOf('\n', at);
  const found = end < 0 ? -1 : source.slice(end).search(/\S/);
  return found < 0 ? undefined : end + found;
}

function lineFrom(source: string, at: number): string {
  const end = source.indexOf('\n', at);
  return source.slice(at, end < 0 ? undefined : end).trimEnd();
}

/** A short text between quotes, as an example. */
function example(text: string): string {
  return text.length <= 60 && !/["\\]/.test(text) ? `: "${text}"` : '';
}
