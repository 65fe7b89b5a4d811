/**
 * The sources of a ladder: what they are, what they say, and where they contradict one another.
 */
import type { Catalog } from '../core/catalog.ts';
import { type Block, heading, item, linked, list, paragraph, type Report } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { disagreementData, statementData } from './data.ts';
import { citeNote, count, disagreementBlocks, type ViewOptions } from './parts.ts';

/** Makes the report of `pmroles sources`. */
export function sourcesView(catalog: Catalog, options: ViewOptions): Report<Data<'sources'>> {
  const { ladder } = catalog;
  const facts = ladder.sources.reduce((sum, source) => sum + source.facts.length, 0);
  const title = `Sources of ${ladder.title} · ${count(ladder.sources.length, 'source')}, ${count(facts, 'fact')}`;
  return {
    title,
    blocks: [
      heading(1, title),
      ...(ladder.sources.length === 0
        ? [paragraph('The ladder names no source: all of it is its keeper’s own word.')]
        : []),
      ...ladder.sources.flatMap((source): Block[] => [
        heading(2, `${source.id} · `, linked(source.url, source.title)),
        ...list([
          ...(source.date === undefined ? [] : [item('•', [`Dated ${source.date}`])]),
          ...(source.url === undefined ? [] : [item('•', [linked(source.url, source.url)])]),
          ...(source.note === undefined ? [] : [item('•', [source.note])]),
        ]),
        ...list(source.facts.map((fact) => item(fact.id, [fact.text], 'cite'))),
      ]),
      ...disagreementBlocks('Where the sources differ', ladder.disagreements, { ...options, cites: true }),
      ...(ladder.notes.length === 0 ? [] : [heading(2, 'On the ladder as a whole')]),
      ...list(ladder.notes.map((note) => item('•', [note.text, ...citeNote(note, { ...options, cites: true })]))),
    ],
    records: () => ({
      columns: ['kind', 'source', 'id', 'text', 'date', 'url', 'cites'],
      rows: [
        ...ladder.sources.flatMap(({ id, title: name, date = '', url = '', facts: known }) => [
          ['source', id, id, name, date, url, ''],
          ...known.map((fact) => ['fact', id, fact.id, fact.text, '', '', '']),
        ]),
        ...ladder.disagreements.flatMap(({ id, positions }) =>
          positions.map(({ text, cites }) => ['disagreement', '', id, text, '', '', cites.join(' ')]),
        ),
        ...ladder.notes.map(({ text, cites }) => ['note', '', '', text, '', '', cites.join(' ')]),
      ],
    }),
    data: (): Data<'sources'> => ({
      sources: ladder.sources.map(({ id, title: name, date, url, note, facts: known }) => ({
        id,
        title: name,
        date: date ?? null,
        url: url ?? null,
        note: note ?? null,
        facts: known.map((fact) => ({ id: fact.id, text: fact.text })),
      })),
      disagreements: ladder.disagreements.map(disagreementData),
      notes: ladder.notes.map(statementData),
    }),
  };
}
