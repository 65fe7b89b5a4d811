/**
 * What a search found, and where it stands.
 */
import type { Catalog } from '../core/catalog.ts';
import { quote } from '../core/names.ts';
import type { Passage } from '../core/search/passages.ts';
import { foldWord, wordsOf } from '../core/search/words.ts';
import {
  type Block,
  type Cell,
  heading,
  hint,
  type Inline,
  leading,
  type Line,
  paragraph,
  type Report,
  styled,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { citeNote, citing, count, joinWords, skillName, titleOf } from './parts.ts';

/** A passage, and the folded words of it that fit. */
interface Match {
  readonly passage: Passage;
  readonly words: ReadonlySet<string>;
}

/** The outcome of a search. */
export interface SearchResult {
  readonly query: string;
  /** The hits to show. */
  readonly hits: readonly Match[];
  /** How many there are in all. */
  readonly total: number;
  /** Whether each hit has all the words. */
  readonly complete: boolean;
  /** The words that nothing has, what was looked for in their place, and what else is near. */
  readonly replaced: Data<'search'>['replaced'];
  /** What a command line must end in to speak of the same ladder. */
  readonly rerun: string;
}

/** Makes the report of `pmroles search`. */
export function searchView(catalog: Catalog, result: SearchResult): Report<Data<'search'>> {
  const { query, hits, total, complete, replaced, rerun } = result;
  const title = `Search for ${quote(query)} · ${count(total, 'hit')}`;
  return {
    title,
    blocks: [
      heading(1, title),
      ...replaced.map((one) => instead(query, one)),
      ...(total > 0 && !complete ? [paragraph('No entry has all of the words; these have some of them.')] : []),
      ...(total === 0 ? [paragraph('Nothing fits.')] : [table(catalog, hits, rerun)]),
      ...(total > hits.length
        ? [hint(`… and ${total - hits.length} more; `, styled('code', '--limit'), ' shows more of them.')]
        : []),
    ],
    records: () => ({
      columns: ['kind', 'part', 'id', 'name', 'text', 'roles', 'skill', 'area', 'sources', 'cites'],
      rows: hits.map(({ passage: { kind, part, id, name, text, roles, skill, area, sources, cites } }) => [
        ...[kind, part, id, name, text, roles.join(' '), skill ?? '', area ?? '', sources.join(' '), cites.join(' ')],
      ]),
    }),
    data: (): Data<'search'> => ({
      query,
      total,
      complete,
      hits: hits.map(({ passage, words }) => ({
        kind: passage.kind,
        part: passage.part,
        id: passage.id === '' ? null : passage.id,
        name: passage.name === '' ? null : passage.name,
        aliases: passage.aliases,
        text: passage.text === '' ? null : passage.text,
        roles: passage.roles,
        skill: passage.skill ?? null,
        area: passage.area ?? null,
        sources: passage.sources,
        cites: passage.cites,
        words: [...words],
      })),
      replaced,
    }),
  };
}

function instead(query: string, { word, by, near }: SearchResult['replaced'][number]): Block {
  const others = near.length === 0 ? [] : [' (also near: ', ...joined(query, word, near), ')'];
  return paragraph(`Nothing has ${quote(word)}; shown is what has `, ...joined(query, word, [by]), ...others, '.');
}

/** Words that may be meant; each leads to the search with it in the place of the one that was typed. */
function joined(query: string, typed: string, near: readonly string[]): Inline[] {
  return near.flatMap((word, index) => [
    ...(index === 0 ? [] : [' or ']),
    leading(`#search=${encodeURIComponent(query.replace(typed, () => word))}`, word, 'strong'),
  ]);
}

function table(catalog: Catalog, hits: readonly Match[], rerun: string): Block {
  return {
    kind: 'table',
    columns: [{ title: 'Kind', short: true }, { title: 'What it says, where it stands, and how to go on' }],
    rows: hits.map(({ passage, words }): Cell[] => [
      [[passage.part]],
      [...said(passage, words), place(catalog, passage), [goOn(catalog, passage, rerun)]].filter(
        (line) => line.length > 0,
      ),
    ]),
    between: 'space',
  };
}

/** The passage's own words, those that fit set off. */
function said({ name, aliases, text }: Passage, words: ReadonlySet<string>): Line[] {
  const fitting = aliases.filter((alias) => wordsOf(alias).some((word) => words.has(foldWord(word.text))));
  return [
    ...(name === ''
      ? []
      : [
          [
            ...setOff(name, words),
            ...(fitting.length === 0 ? [] : [' (also ', ...setOff(fitting.join(', '), words), ')']),
          ],
        ]),
    ...(text === '' ? [] : [setOff(text, words)]),
  ];
}

function setOff(text: string, words: ReadonlySet<string>): Inline[] {
  const line: Inline[] = [];
  let from = 0;
  for (const word of wordsOf(text)) {
    if (!words.has(foldWord(word.text))) continue;
    if (word.start > from) line.push(text.slice(from, word.start));
    line.push(styled('strong', word.text));
    from = word.start + word.text.length;
  }
  return from < text.length ? [...line, text.slice(from)] : line;
}

/** Where a passage stands: in which role, area or skill, and by which source. */
function place(catalog: Catalog, passage: Passage): Line {
  const { part, id, roles, skill, area, sources, cites } = passage;
  const titles = joinWords(roles.map((role) => titleOf(catalog, role)));
  const places = [
    ...(part === 'role' ? [id] : titles === '' ? [] : [titles]),
    ...(part === 'requirement' ? [skillName(catalog, skill!)] : []),
    ...(part === 'skill' ? catalog.skills.get(id)!.group : []),
    ...(area === undefined ? [] : [catalog.areas.get(area)!.title]),
    ...(part === 'note' && roles.length === 0 ? ['the ladder as a whole'] : []),
    ...(sources.length === 0 ? [] : [`source ${joinWords(sources)}`]),
  ];
  const by = part === 'source' ? [] : citeNote({ cites }, citing(catalog, true));
  return places.length === 0 ? [] : [styled('muted', places.join(' · ')), ...by];
}

/** The command that shows more of a hit. */
function goOn(catalog: Catalog, { part, id, roles, skill }: Passage, rerun: string): Inline {
  const command = (words: string, to: string, label: string): Inline => ({
    text: `pmroles ${words}${rerun}`,
    style: 'code',
    target: { to, label },
  });
  if (part === 'contrast') {
    const titles = joinWords(roles.map((role) => titleOf(catalog, role)));
    return command(`compare ${roles.join(' ')}`, `#compare=${roles.join(',')}`, `Compare ${titles}`);
  }
  if (skill !== undefined) return command(`skills ${skill}`, `#skill=${skill}`, skillName(catalog, skill));
  if (part === 'fact' || part === 'source' || part === 'disagreement' || id === '') {
    return command('sources', part === 'fact' ? `#sources=${id}` : '#sources', 'Sources');
  }
  return command(`show ${roles[0]!}`, `#role=${roles[0]!}`, titleOf(catalog, roles[0]!));
}
