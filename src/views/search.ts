/**
 * What a search found, and where it stands.
 */
import type { Catalog } from '../core/catalog.ts';
import { quote } from '../core/names.ts';
import type { Passage } from '../core/search/passages.ts';
import { foldWord, wordsOf } from '../core/search/words.ts';
import {
  type Block,
  heading,
  hint,
  type Inline,
  join,
  leading,
  type Line,
  muted,
  paragraph,
  type Report,
  strong,
  styled,
  table,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import {
  citeNote,
  citing,
  count,
  given,
  joinWords,
  roleCommand,
  type RoleCommand,
  skillName,
  titleOf,
} from './parts.ts';
import { recordsOf } from './records.ts';

/** A passage, and the folded words of it that fit. */
interface Match {
  readonly passage: Passage;
  readonly words: ReadonlySet<string>;
}

export interface SearchResult {
  readonly query: string;
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

export function searchView(catalog: Catalog, result: SearchResult): Report<Data<'search'>> {
  const { query, hits, total, complete, replaced, rerun } = result;
  const title = `Search for ${quote(query)} · ${count(total, 'match', 'matches')}`;
  return {
    title,
    blocks: [
      heading(1, title),
      ...replaced.map((one) => instead(query, one)),
      ...(total > 0 && !complete ? [paragraph('No entry has all of these words. These have some of them.')] : []),
      ...(total === 0 ? [paragraph('No matches.')] : [hitTable(catalog, hits, rerun)]),
      ...(total > hits.length ? [hint(`… and ${total - hits.length} more: `, styled('code', '--limit'))] : []),
    ],
    records: () =>
      recordsOf(
        'kind part id name text roles skill area sources cites',
        hits.map(({ passage }) => passage),
      ),
    data: () => ({
      query,
      total,
      complete,
      hits: hits.map(({ passage, words }) => ({
        ...passage,
        id: passage.id || null,
        name: passage.name || null,
        text: passage.text || null,
        words: [...words],
      })),
      replaced,
    }),
  };
}

function instead(query: string, { word, by, near }: SearchResult['replaced'][number]): Block {
  /** Each leads to the search with it in the place of the word that was typed. */
  const links = (words: readonly string[]): Line => {
    const searchFor = (other: string) => `#search=${encodeURIComponent(query.replace(word, () => other))}`;
    const lines = words.map((other) => [leading(searchFor(other), other, 'strong')]);
    return join(lines, ' or ');
  };
  const others = near.length === 0 ? [] : [' (also near: ', ...links(near), ')'];
  return paragraph(`No matches for ${quote(word)}. Shown instead: `, ...links([by]), ...others, '.');
}

function hitTable(catalog: Catalog, hits: readonly Match[], rerun: string): Block {
  const rows = hits.map(({ passage, words }) => {
    const lines = [...said(passage, words), place(catalog, passage), [goOn(catalog, passage, rerun)]];
    return [[[passage.part]], lines.filter((line) => line.length > 0)];
  });
  const columns = [{ title: 'Kind', short: true }, 'What it says, where, and what to run next'];
  return table(columns, rows, 'space');
}

/** The passage's own words, those that fit set off. */
function said({ name, aliases, text }: Passage, words: ReadonlySet<string>): Line[] {
  const fitting = aliases.filter((alias) => wordsOf(alias).some((word) => words.has(foldWord(word.text))));
  const also = fitting.length === 0 ? [] : [' (also ', ...setOff(fitting.join(', '), words), ')'];
  return [...given(name, () => [...setOff(name, words), ...also]), ...given(text, () => setOff(text, words))];
}

function setOff(text: string, words: ReadonlySet<string>): Inline[] {
  const line: Inline[] = [];
  let from = 0;
  for (const word of wordsOf(text)) {
    if (!words.has(foldWord(word.text))) continue;
    if (word.start > from) line.push(text.slice(from, word.start));
    line.push(strong(word.text));
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
  return places.length === 0 ? [] : [muted(places.join(' · ')), ...by];
}

function goOn(catalog: Catalog, { part, id, roles, skill }: Passage, rerun: string): Inline {
  const command = (words: string, to: string, label: string): Inline => ({
    text: `pmroles ${words}${rerun}`,
    style: 'code',
    target: { to, label },
  });
  const aboutRoles = (words: RoleCommand): Inline => ({ ...roleCommand(catalog, words, rerun), style: 'code' });
  if (part === 'contrast') return aboutRoles(['compare', ...roles]);
  if (skill !== undefined) return command(`skills ${skill}`, `#skill=${skill}`, skillName(catalog, skill));
  if (part === 'fact' || part === 'source' || part === 'disagreement' || id === '') {
    return command('sources', part === 'fact' ? `#sources=${id}` : '#sources', 'Sources');
  }
  return aboutRoles(['show', roles[0]!]);
}
