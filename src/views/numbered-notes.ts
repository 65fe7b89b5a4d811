/**
 * Cites as numbered notes: a number behind what is said, and at the end what stands behind each number.
 */
import type { Catalog } from '../core/catalog.ts';
import { claimsOf } from '../core/claims.ts';
import type { Cite, Disagreement, Role } from '../core/model.ts';
import { type Block, heading, type Inline, item, type Line, list, muted, paragraph, styled } from '../report/report.ts';
import { disagreementsAbout, NO_SOURCE, sourceNote, withStop } from './parts.ts';

/** What may lean on sources, and may be inherited for a reason of its own. */
interface Grounded {
  readonly cites: readonly Cite[];
  readonly editorial?: boolean;
  readonly origin?: { readonly cites: readonly Cite[] };
}

export type Notes = ReturnType<typeof numberedNotes>;

/** Numbers notes in the order in which they are first asked for, each once. */
export function numberedNotes(catalog: Catalog) {
  const numbers = new Map<string, number>();
  const lines: Line[] = [];
  const numberOf = (key: string, line: () => Line): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    lines.push(line());
    numbers.set(key, lines.length);
    return lines.length;
  };
  const shown = (found: readonly number[]): Inline[] =>
    found.length === 0 ? [] : [styled('cite', found.map((number) => ` [${number}]`).join(''))];
  return {
    /** The numbers of what a statement leans on. */
    behind({ cites, editorial = false, origin }: Grounded): Inline[] {
      const claims = claimsOf(catalog, [...cites, ...(origin?.cites ?? [])]);
      if (claims.length === 0) {
        const isOwn = editorial && catalog.ladder.sources.length > 0;
        return shown(isOwn ? [numberOf('', () => ['Editorial: no source says so.'])] : []);
      }
      return shown(
        claims.map(({ cite, source, text }) => {
          const dated = source.date === undefined ? '' : `, ${source.date.slice(0, 4)}`;
          const from = `${source.title}${dated}`;
          return numberOf(`cite ${cite}`, () =>
            text === undefined ? [`${cite}: ${from}`] : [`${cite}: ${text}`, muted(` (${from})`)],
          );
        }),
      );
    },
    /** The numbers of what the sources contradict one another about in a role. */
    differences(role: Role): Inline[] {
      return shown(
        disagreementsAbout(catalog, role).map((differing) =>
          numberOf(`difference ${differing.id}`, () => differenceLine(catalog, differing)),
        ),
      );
    },
    /** What stands at the end; asked for last. */
    blocks(): Block[] {
      const { title, version, sources } = catalog.ladder;
      const notes = lines.map((line, index) => item(`[${index + 1}]`, line));
      return [
        heading(2, 'Where this comes from'),
        paragraph(`The ladder “${title}”, version ${version}.`, ...(sources.length === 0 ? [` ${NO_SOURCE}`] : [])),
        ...list(notes),
      ];
    },
  };
}

function differenceLine(catalog: Catalog, { title, positions }: Disagreement): Line {
  return [
    `The sources differ. ${withStop(title)}`,
    ...positions.flatMap((position): Line => [` ${position.text}`, ...sourceNote(catalog, position)]),
  ];
}
