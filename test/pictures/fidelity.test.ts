/**
 * Every picture but that of characters, read back by something that did not draw it, holds exactly the moves of the ladder.
 */
import { parse } from '@ts-graphviz/ast';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalog, createCatalog, heldRoles, movesOf as heldMoves } from '../../src/core/catalog.ts';
import { groupBy } from '../../src/core/group-by.ts';
import { BASES, type Ladder } from '../../src/core/model.ts';
import { writeDot } from '../../src/pictures/dot.ts';
import { writeMermaid } from '../../src/pictures/mermaid.ts';
import { type Picture, pictureOf } from '../../src/pictures/picture.ts';
import { writeSvg } from '../../src/pictures/svg.ts';
import type { PictureNames } from '../../src/pictures/text-picture.ts';
import { printable } from '../../src/report/printable.ts';
import { pictureNames } from '../../src/views/graph.ts';
import { fullLadder, graphLadder, hostileText, richLadder } from '../support/arbitrary.ts';
import { runs } from '../support/thorough.ts';
import { readNote } from './read-grid.ts';

/** Ladders whose texts are plain, and such whose texts are not. */
const PLAIN = fc.oneof(graphLadder({ least: 1, most: 12 }), richLadder);
const ANY = fc.oneof(PLAIN, fullLadder(hostileText, true));
const RUNS = { numRuns: runs(100, 1000), seed: 20 };

function drawn(ladder: Ladder): { catalog: Catalog; picture: Picture; names: PictureNames } {
  const catalog = createCatalog(ladder);
  return { catalog, picture: pictureOf(catalog, { tracks: [], whole: false }), names: pictureNames(catalog) };
}

/** The moves of a ladder, each kind between two roles once, with what is best known of it. */
function movesOf(ladder: Ladder): string[] {
  const best = new Map<string, number>();
  for (const { from, to, kind, basis } of heldMoves(ladder)) {
    const key = `${from} ${to} ${kind}`;
    best.set(key, Math.min(best.get(key) ?? 9, BASES.indexOf(basis)));
  }
  return Array.from(best, ([key, index]) => `${key} ${ladder.sources.length === 0 ? 'stated' : BASES[index]!}`).sort();
}

describe('Mermaid', () => {
  const decoded = (label: string): string =>
    label.replace(/#(quot|\d+);/g, (_, code: string) => (code === 'quot' ? '"' : String.fromCharCode(Number(code))));

  it('has every role and every move, and no line of any other kind', () => {
    fc.assert(
      fc.property(ANY, (ladder) => {
        const { picture, names } = drawn(ladder);
        const [head, ...lines] = writeMermaid(picture, names.track).trimEnd().split('\n');
        expect(head).toBe('flowchart BT');
        const titles = new Map<string, string>();
        const moves: [string, string, string][] = [];
        for (const line of lines) {
          const node = /^ {2,4}(n\d+)\["([^"<>[\]{}`\\%|]+)"\]$/.exec(line);
          const edge = /^ {2}(n\d+) (-->|-\.->)(?:\|"([a-z, ]+)"\|)? (n\d+)$/.exec(line);
          if (node) titles.set(node[1]!, decoded(node[2]!));
          else if (edge) {
            const [, from, arrow, note = '', to] = edge;
            expect(arrow === '-->').toBe(readNote(note).endsWith('stated'));
            moves.push([from!, to!, readNote(note)]);
          } else expect(line).toMatch(/^ {2}(?:end|subgraph t\d+\["[^"<>[\]{}`\\%|]+"\])$/);
        }
        const roles = new Map(picture.roles.map((role, index) => [`n${index}`, role]));
        expect([...titles].sort()).toEqual(
          Array.from(roles, ([id, role]) => [id, printable(role.title).trim() || ' ']).sort(),
        );
        expect(moves.map(([from, to, note]) => `${roles.get(from)!.id} ${roles.get(to)!.id} ${note}`).sort()).toEqual(
          movesOf(ladder),
        );
      }),
      RUNS,
    );
  });
});

describe('DOT', () => {
  it('has every role and every move, read by a parser', () => {
    fc.assert(
      fc.property(ANY, (ladder) => {
        const { picture, names } = drawn(ladder);
        const text = writeDot(picture, names.track);
        const unquoted = (value: string): string => value.replace(/\\(["\\])/g, '$1');
        const titles = new Map<string, string>();
        const moves: string[] = [];
        const levels: string[][] = [];
        const [graph] = parse(text).children.filter((child) => child.type === 'Graph');
        const waiting = [...graph!.children];
        for (let part = waiting.pop(); part; part = waiting.pop()) {
          if (part.type === 'Subgraph') {
            const members = part.children.filter(({ type }) => type === 'Node');
            // Roles of one rank are named again in a group without a name of its own.
            if (part.id) waiting.push(...part.children);
            else levels.push(members.map((node) => (node.type === 'Node' ? node.id.value : '')));
          }
          if (part.type !== 'Node' && part.type !== 'Edge') continue;
          const label = part.children.find((entry) => entry.type === 'Attribute' && entry.key.value === 'label');
          const value = label?.type === 'Attribute' ? unquoted(label.value.value) : '';
          if (part.type === 'Node') titles.set(part.id.value, value);
          else {
            const ends = part.targets.flatMap((target) => (target.type === 'NodeRef' ? [target.id.value] : []));
            moves.push(`${ends.join(' ')} ${readNote(value)}`);
          }
        }
        expect(Object.fromEntries(titles)).toEqual(
          Object.fromEntries(heldRoles(ladder).map(({ id, title }) => [id, printable(title).replaceAll('&', '&amp;')])),
        );
        expect(moves.sort()).toEqual(movesOf(ladder));
        expect(levels.toReversed()).toEqual(
          [...groupBy(heldRoles(ladder), ({ rank }) => rank).values()].map((roles) => roles.map(({ id }) => id)),
        );
      }),
      RUNS,
    );
  });
});

describe('SVG', () => {
  it('has every role and every move, read by a parser, and nothing that acts or loads', () => {
    fc.assert(
      fc.property(ANY, (ladder) => {
        const { catalog, picture, names } = drawn(ladder);
        const document = new DOMParser({
          onError: (level, message) => {
            // It warns of U+FFFD, which is a character like any other.
            if (level !== 'warning') throw new Error(`${level}: ${message}`);
          },
        }).parseFromString(writeSvg(catalog, picture, names), 'image/svg+xml');
        const all = Array.from(document.getElementsByTagName('*'));
        const allowed = ['svg', 'title', 'desc', 'style', 'path', 'rect', 'g', 'text'];
        expect(all.filter((element) => !allowed.includes(element.tagName))).toEqual([]);
        for (const element of all) {
          for (const { name, value } of Array.from(element.attributes)) {
            expect(name).not.toMatch(/^on|href/i);
            if (name !== 'xmlns') expect(value).not.toMatch(/url\(|:\/\//);
          }
        }
        const groups = all.filter((element) => element.tagName === 'g');
        const roles = groups.filter((group) => group.hasAttribute('data-role'));
        const titleOf = (group: (typeof all)[number]): string => group.getElementsByTagName('title')[0]!.textContent!;
        expect(roles.map((group) => [group.getAttribute('data-role'), titleOf(group)]).sort()).toEqual(
          heldRoles(ladder)
            .map(({ id }) => [
              id,
              printable(names.role(id))
                .replace(/\ufffe/g, '<U+FFFE>')
                .replace(/\uffff/g, '<U+FFFF>'),
            ])
            .sort(),
        );
        const lines = groups.filter((group) => group.hasAttribute('data-from'));
        const moves = lines.flatMap((group) => {
          const [from, to] = ['from', 'to'].map((end) => group.getAttribute(`data-${end}`)!);
          const named = group.getAttribute('data-moves')!.split(', ');
          const isEither = named.map((move) =>
            [`${from!} ${to!}`, `${to!} ${from!}`].indexOf(/^\S+ \S+/.exec(move)![0]),
          );
          // A head at each end is of a line that leads both ways.
          expect(group.getElementsByTagName('path')).toHaveLength(1 + new Set(isEither).size);
          expect(isEither.every((way) => way >= 0)).toBe(true);
          return named;
        });
        const self = /^(\S+) \1 /;
        expect(moves.sort()).toEqual(movesOf(ladder).filter((move) => !self.test(move)));
      }),
      RUNS,
    );
  }, 120_000);
});
