/**
 * The sources of a ladder: what they are, what they say, and where they contradict one another.
 */
import type { Catalog } from '../core/catalog.ts';
import { bullets, heading, item, linked, list, paragraph, type Report, section } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, disagreementBlocks, NO_SOURCE, sourceLines, statementLine, type ViewOptions } from './parts.ts';
import { positionRows, recordsOf } from './records.ts';

export function sourcesView(catalog: Catalog, options: ViewOptions): Report<Data<'sources'>> {
  const { sources, disagreements, notes, title: name } = catalog.ladder;
  const citing = { ...options, cites: true };
  const facts = sources.reduce((sum, source) => sum + source.facts.length, 0);
  const title = `Sources of ${name} · ${count(sources.length, 'source')}, ${count(facts, 'fact')}`;
  return {
    title,
    blocks: [
      heading(1, title),
      ...(sources.length === 0 ? [paragraph(NO_SOURCE)] : []),
      ...sources.flatMap((source) => [
        heading(2, `${source.id} · `, linked(source.url, source.title)),
        ...bullets(sourceLines(source)),
        ...list(source.facts.map((fact) => item(fact.id, [fact.text], 'cite'))),
      ]),
      ...disagreementBlocks(disagreements, citing),
      ...section(2, 'On the ladder as a whole', bullets(notes.map((note) => statementLine(catalog, note, citing)))),
    ],
    records: () =>
      recordsOf('kind source id text date url cites', [
        ...sources.flatMap(({ id, title: text, date, url, facts: known }) => [
          { kind: 'source', source: id, id, text, date, url },
          ...known.map((fact) => ({ kind: 'fact', source: id, ...fact })),
        ]),
        ...positionRows(disagreements),
        ...notes.map((note) => ({ kind: 'note', ...note })),
      ]),
    data: () => ({ sources, disagreements, notes }),
  };
}
