/**
 * A ladder document as YAML that people read and edit, and that our own reader takes back as it was.
 */
import { Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Node, Pair, Scalar, Tags } from 'yaml';
import type { Ladder } from '../core/model.ts';
import type { LadderFile } from '../schema/ladder-file.ts';
import { parseLadder } from '../ladder/parse.ts';
import { YAML_OPTIONS } from '../ladder/yaml.ts';
import { escapeBrackets, escapeUnsafe, holdsUnsafe, needsEscapes } from './escapes.ts';

/** Lines are folded at this width. */
const LINE = 120;

/** What stands above each section, where a word of explanation helps. */
const HEADINGS: Readonly<Record<string, string>> = {
  tracks: 'Lines of roles.',
  areas: 'What responsibilities are about; they line roles up for a comparison.',
  levels: 'The proficiency scale, lowest first.',
  skills: 'What a person can be good at.',
  sources: 'The documents that statements cite, and what each of them says.',
  roles: 'Junior to senior.',
  progressions: 'Which role leads to which.',
  contrasts: "A source's own comparison of roles.",
  disagreements: 'Where sources contradict one another; every position stands.',
  related: 'Responsibilities that are the same work at another scope.',
  notes: 'On the ladder as a whole.',
  quiz: 'The questions of "which role fits me".',
};

/** The lists in which every entry is set off by an empty line. */
const SPACED = new Set<string>(['sources', 'roles', 'disagreements']);

/** The library's schema, but for texts that can only be written with escapes. */
const customTags = (tags: Tags): Tags =>
  tags.map((tag) => {
    if (typeof tag === 'string' || tag.collection !== undefined || tag.tag !== 'tag:yaml.org,2002:str') return tag;
    const usual = tag.stringify!;
    const stringify: typeof usual = (item, ...rest) =>
      typeof item.value === 'string' && needsEscapes(item.value)
        ? escapeUnsafe(escapeBrackets(JSON.stringify(item.value)), 'long')
        : usual(item, ...rest);
    return { ...tag, stringify };
  });

/**
 * Writes a document as YAML.
 *
 * @param headings what stands above each section, by its key
 */
export function writeYaml(document: LadderFile | object, comment: readonly string[], headings = HEADINGS): string {
  const yaml = new Document(document, {
    version: '1.2',
    schema: 'core',
    // Readers of YAML 1.1 are not to take a text for a boolean or a date.
    compat: 'yaml-1.1',
    merge: false,
    customTags,
    aliasDuplicateObjects: false,
  });
  if (comment.length > 0) yaml.commentBefore = comment.map(commentLine).join('\n');
  const top = yaml.contents as unknown as { readonly items: readonly Pair<Scalar<string>, Node>[] };
  for (const { key, value } of top.items) {
    const heading = headings[key.value];
    if (heading === undefined) continue;
    key.spaceBefore = true;
    key.commentBefore = ` ${heading}`;
    if (!SPACED.has(key.value) || !isSeq<Node>(value)) continue;
    for (const entry of value.items.slice(1)) entry.spaceBefore = true;
  }
  visit(yaml, {
    // A list of ids reads best on one line.
    Seq(_, list) {
      if (list.items.every((item) => isScalar(item) && isShort(item.value))) list.flow = true;
    },
  });
  return yaml.toString({ lineWidth: LINE, indentSeq: true, flowCollectionPadding: false });
}

/** A number, or a text that no flow list needs quotes for. */
function isShort(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[A-Za-z][\w. -]{0,60}$/.test(value));
}

function commentLine(line: string): string {
  return ` ${escapeUnsafe(escapeBrackets(line.replace(/\s+/g, ' ')), 'long')}`;
}

/**
 * The YAML of a ladder that is one file already: its own text, comments, order and layout, instead of a text made of the ladder;
 * undefined where that cannot be written.
 */
export function ownYaml(source: string, ladder: Ladder): string | undefined {
  if (/^\s*(?:[[{]|$)/.test(source)) return undefined;
  if (!holdsUnsafe(source)) return source.endsWith('\n') ? source : `${source}\n`;
  const text = normaliseYaml(source);
  if (text === undefined) return undefined;
  return JSON.stringify(parseLadder([{ file: '', text }]).ladder) === JSON.stringify(ladder) ? text : undefined;
}

/** Writes a ladder's own YAML anew, in one layout, with its comments and in its order. */
export function normaliseYaml(source: string): string | undefined {
  const yaml = parseDocument(source, { ...YAML_OPTIONS, customTags });
  if (yaml.errors.length > 0 || !isMap(yaml.contents) || yaml.contents.flow === true) return undefined;
  // Only comments can hold anything unsafe now, and there an escape is text like any other.
  const padded = !/[:-] \[\S/.test(source);
  return escapeUnsafe(yaml.toString({ lineWidth: LINE, indentSeq: true, flowCollectionPadding: padded }), 'long');
}
