/**
 * Reads YAML, from anybody, into plain values, and keeps the way back to lines and columns.
 *
 * A ladder is somebody else's text, so the parser is held to a plain subset: YAML 1.2, no tags, no merge keys, few aliases,
 * bounded nesting. Every limit ends in a positioned diagnostic. The options of `parseDocument` are each there for a trap:
 * - `version` and `schema: core` keep a `%YAML 1.1` directive in the file from turning `no` into false;
 * - `stringKeys` keeps `1:` and `"1":` from silently being one key;
 * - `uniqueKeys: false` because the parser's own check takes quadratic time; `toPlain` does it in linear time;
 * - `prettyErrors: false` because rendering the excerpt for each of many errors takes quadratic time.
 */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { DiagnosticCode, Position } from '../core/diagnostic.ts';
import { linesOf } from '../core/lines.ts';
import type { Part, Path } from '../schema/shape.ts';
import type { Locate } from './diagnostics.ts';
import { parseJson } from './json.ts';
import { createExplainer } from './yaml-problems.ts';

/** How deeply mappings and lists may nest; a ladder needs six levels. */
export const MOST_NESTING = 32;

/** How many aliases a file may use. Hand-written files use a few; bombs use many. */
export const MOST_ALIASES = 100;

/** How everybody's YAML is parsed. */
export const YAML_OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  stringKeys: true,
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
} as const;

/** Something that keeps a text from being read. */
interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
}

/** A text as plain values, or what is wrong with it. */
export interface ParsedText {
  readonly value: unknown;
  readonly problems: readonly (Problem & { readonly position: Position })[];
  readonly locate: Locate;
}

/** The same before offsets are turned into lines and columns. */
interface Parsed {
  readonly value?: unknown;
  readonly problems: readonly Misread[];
  readonly offsetOf: (path: Path, part: Part) => number | undefined;
}

type Misread = Problem & { readonly offset: number };

/**
 * Control characters that no text file has a use for, and halves of surrogate pairs. Tab, line feed and return are fine. DEL and
 * those from U+0080 on come with texts that were converted badly: `validate` warns of them, and they are shown by their number.
 */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** Parses one YAML (or JSON) text. */
export function parseYaml(text: string, watch?: (offset: number) => void): ParsedText {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const { positionOf } = linesOf(source);
  const { value, problems, offsetOf } = parse(source, positionOf, watch);
  return {
    value: problems.length > 0 ? undefined : value,
    problems: problems.map(({ offset, ...problem }) => ({ ...problem, position: positionOf(offset) })),
    locate(path, part) {
      const offset = offsetOf(path, part);
      return offset === undefined ? undefined : positionOf(offset);
    },
  };
}

function parse(source: string, positionOf: (offset: number) => Position, watch?: (offset: number) => void): Parsed {
  const before = unreadable(source);
  if (before) return { problems: [before], offsetOf: () => undefined };
  const json = parseJson(source, MOST_NESTING);
  if (json) return { ...json, problems: [] };

  // A counter of lines that counts none: the parser tells it of each line as it comes to it.
  const lineCounter = new LineCounter();
  lineCounter.addNewLine = (offset) => {
    watch?.(offset);
    return offset;
  };
  const document = parseDocument(source, { ...YAML_OPTIONS, logLevel: 'error', lineCounter });
  // Where the parser gives up because its stack ends, some hundred levels down, nothing else it says matters.
  const exhausted = document.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  const problems = exhausted ? [tooDeep(exhausted.pos[0])] : syntaxProblems(document, source, positionOf);
  const aliased: Aliased = new Map();
  const value = problems.length > 0 ? undefined : toPlain(document, aliased, (problem) => problems.push(problem));
  return { value, problems, offsetOf: locator(document, aliased) };
}

/** What the parser complains of, once a line: what follows on the same line mostly follows from the first. */
function syntaxProblems(document: Document, source: string, positionOf: (offset: number) => Position): Misread[] {
  const explain = createExplainer(source, document);
  const [told, given] = [new Set<number>(), new Set<number>()];
  return [...document.errors, ...document.warnings].flatMap((error): Misread[] => {
    const found = positionOf(error.pos[0]).line;
    if (given.has(found)) return [];
    const problem = explain(error);
    const { line } = positionOf(problem.offset);
    if (told.has(line)) return [];
    told.add(line);
    given.add(found);
    return [{ code: 'syntax', ...problem }];
  });
}

/** Finds what must be refused before the parser sees it, because the parser accepts it or takes forever over it. */
function unreadable(source: string): Misread | undefined {
  const control = CONTROL.exec(source);
  if (control) {
    const code = control[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const message = `found the control character U+${code}, expected printable text`;
    return { code: 'control-character', message, offset: control.index };
  }
  // Brackets in texts count too, which is why the limit here is a loose one; `toPlain` holds the real one.
  const { passed } = bracketsIn(source, 16 * MOST_NESTING);
  return passed === undefined ? undefined : tooDeep(passed);
}

/** Where brackets, whatever they stand in, first nest deeper than so many levels; and how many are open at the end. */
export function bracketsIn(text: string, most: number): { readonly passed?: number; readonly open: number } {
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x5b || character === 0x7b) open++;
    else if ((character === 0x5d || character === 0x7d) && open > 0) open--;
    if (open > most) return { passed: index, open };
  }
  return { open };
}

function tooDeep(offset: number): Misread {
  const message = `lists and mappings are nested more than ${MOST_NESTING} deep`;
  return { code: 'too-deep', message, hint: 'a ladder needs no more than six levels', offset };
}

/** The node that each alias stands for. The parser's own look-up goes through the whole document every time. */
type Aliased = Map<Node, Node>;

/** Turns the parsed document into plain values; keys keep their order, `__proto__` is a key like any other. */
function toPlain(document: Document, aliased: Aliased, refuse: (problem: Misread) => void): unknown {
  const anchors = new Map<string, { readonly node: Node; readonly value: unknown }>();
  let aliases = 0;
  const open = new Set<string>();

  const convert = (node: unknown, depth: number): unknown => {
    if (node === null || node === undefined) return null;
    const offset = (node as Node).range?.[0] ?? 0;
    if (isCollection(node) && depth >= MOST_NESTING) {
      refuse(tooDeep(offset));
      return null;
    }
    if (isAlias(node)) {
      if (++aliases === MOST_ALIASES + 1) {
        const message = `more than ${MOST_ALIASES} aliases`;
        refuse({ code: 'alias', message, hint: 'write the values out', offset });
      }
      const anchored = anchors.get(node.source);
      if (open.has(node.source) || !anchored) {
        const message = open.has(node.source) ? 'contains itself' : 'has no anchor before it';
        refuse({ code: 'alias', message: `the alias *${node.source} ${message}`, offset });
        return null;
      }
      aliased.set(node, anchored.node);
      return anchored.value;
    }
    const tag = (node as Node).tag;
    if (tag !== undefined) {
      refuse({ code: 'tag', message: `found the tag ${tag}, expected plain data`, offset });
      return null;
    }
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor !== undefined) open.add(anchor);
    let value: unknown;
    if (isScalar(node)) value = node.value;
    else if (isSeq(node)) value = node.items.map((item) => convert(item, depth + 1));
    else if (isMap(node)) {
      const entries: [string, unknown][] = [];
      const seen = new Set<string>();
      for (const { key, value: content } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (seen.has(name)) {
          const place = (key as Node).range?.[0] ?? offset;
          refuse({ code: 'duplicate-key', message: `the key "${name}" is there twice in one mapping`, offset: place });
        }
        seen.add(name);
        entries.push([name, convert(content, depth + 1)]);
      }
      // fromEntries defines own properties, so a key named __proto__ does no harm.
      value = Object.fromEntries(entries);
    }
    if (anchor !== undefined) {
      open.delete(anchor);
      anchors.set(anchor, { node: node as Node, value });
    }
    return value;
  };
  return convert(document.contents, 0);
}

/** Finds the offsets of paths. The keys of a mapping are indexed when it is first asked for one. */
function locator(document: Document, aliased: Aliased): Parsed['offsetOf'] {
  const indexes = new Map<YAMLMap, ReadonlyMap<string, YAMLMap['items'][number]>>();
  const pairOf = (map: YAMLMap, key: string): YAMLMap['items'][number] | undefined => {
    let index = indexes.get(map);
    if (!index) {
      index = new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])));
      indexes.set(map, index);
    }
    return index.get(key);
  };
  return (path, part) => {
    let node: unknown = document.contents;
    let offset = (node as Node | null)?.range?.[0];
    path.forEach((step, index) => {
      if (isAlias(node)) node = aliased.get(node);
      if (isMap(node)) {
        const pair = pairOf(node, String(step)) as { key: Node; value: Node | null } | undefined;
        const wanted = index === path.length - 1 && part === 'key' ? pair?.key : (pair?.value ?? pair?.key);
        node = pair?.value;
        offset = wanted?.range?.[0] ?? offset;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        offset = (node as Node | null | undefined)?.range?.[0] ?? offset;
      }
    });
    return offset;
  };
}
