/**
 * Each format, read back by something that did not write it, says what the JSON says.
 */
import { parse as parseDot } from '@ts-graphviz/ast';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { parse as parseCsv } from 'csv-parse/sync';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { TEMPLATES } from '../../src/commands/init.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { jsonOf, runIn, SHIPPED, templateFile } from '../support/fake-runtime.ts';

const LADDERS = [SHIPPED, ...Object.keys(TEMPLATES).map(templateFile)].map((path) => loadLadder(path).ladder);

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly rank: number;
  readonly responsibilities: number;
  readonly skills: number;
  readonly next: readonly { readonly to: string }[];
}

interface Drawn {
  readonly nodes: readonly { readonly id: string; readonly title: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: string }[];
}

describe.each(LADDERS.map((ladder) => ({ title: ladder.title, world: { ladder } })))('of $title', ({ world }) => {
  const written = async (...argv: string[]): Promise<string> => (await runIn(argv, world)).stdout;
  const rowsOf = async (...argv: string[]): Promise<Record<string, string>[]> =>
    parseCsv(await written(...argv, '--format', 'csv'), { columns: true });
  const listed = async (): Promise<readonly Listed[]> => (await jsonOf(['list'], world)).data['roles'] as Listed[];
  const drawn = async (): Promise<Drawn> => (await jsonOf(['graph'], world)).data as unknown as Drawn;
  /** The moves by the titles of their roles: pictures may say no more. */
  const moves = ({ nodes, edges }: Drawn): string[] => {
    const titles = new Map(nodes.map(({ id, title }) => [id, title]));
    return edges.map(({ from, to }) => `${titles.get(from)!} > ${titles.get(to)!}`).sort();
  };

  it('CSV has the roles, with what is counted of each', async () => {
    const roles = (await listed()).map(({ id, title, rank, responsibilities, skills, next }) => ({
      ...{ id, title, rank: String(rank), responsibilities: String(responsibilities), skills: String(skills) },
      next: [...new Set(next.map(({ to }) => to))],
    }));
    const rows = (await rowsOf('list')).map(({ id, title, rank, responsibilities, skills, next }) => ({
      ...{ id, title, rank, responsibilities, skills },
      next: next === '' ? [] : next!.split(' '),
    }));
    expect(rows).toEqual(roles);
  });

  it('CSV has the moves of the picture', async () => {
    const { edges } = await drawn();
    const rows = await rowsOf('graph');
    expect(rows.map(({ from, to, kind }) => `${from!} ${to!} ${kind!}`)).toEqual(
      edges.map(({ from, to, kind }) => `${from} ${to} ${kind}`),
    );
  });

  it('Markdown has a row for each role', async () => {
    const tokens = new MarkdownIt().parse(await written('list', '--format', 'markdown'), {});
    // The first cell holds the title, in bold, behind the role's level.
    const titles = tokens.flatMap(({ type, children }) => {
      if (type !== 'inline' || children?.[1]?.type !== 'strong_open') return [];
      return /^\d+ $/.test(children[0]!.content) ? [children[2]!.content] : [];
    });
    expect(titles.sort()).toEqual((await listed()).map(({ title }) => title).sort());
  });

  it('text has a line for each role', async () => {
    const lines = (await written('list', '--width', '1000')).split('\n');
    for (const { title } of await listed()) {
      expect(lines.filter((line) => line.replace(/^ {2}\d+ /, '').startsWith(title))).not.toEqual([]);
    }
  });

  it('DOT has the roles and moves', async () => {
    const picture = await drawn();
    const [graph] = parseDot(await written('graph', '--format', 'dot')).children;
    if (graph?.type !== 'Graph') throw new Error('no graph');
    const edges = graph.children.flatMap((statement) =>
      statement.type === 'Edge'
        ? [statement.targets.map((target) => (target.type === 'NodeRef' ? target.id.value : '')).join(' > ')]
        : [],
    );
    expect(edges.sort()).toEqual(picture.edges.map(({ from, to }) => `${from} > ${to}`).sort());
  });

  it('Mermaid has the roles and moves', async () => {
    const picture = await drawn();
    const text = await written('graph', '--format', 'mermaid');
    const titles = new Map([...text.matchAll(/^ +(n\d+)\["(.+)"\]$/gm)].map(([, id, title]) => [id, title!]));
    const edges = [...text.matchAll(/^ +(n\d+) (?:-->|-\.->)(?:\|".*"\|)? (n\d+)$/gm)];
    expect([...titles.values()].sort()).toEqual(picture.nodes.map(({ title }) => title).sort());
    expect(edges.map(([, from, to]) => `${titles.get(from)!} > ${titles.get(to)!}`).sort()).toEqual(moves(picture));
  });

  it('SVG has the roles, and the moves in words', async () => {
    const picture = await drawn();
    const text = await written('graph', '--format', 'svg');
    const root = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    }).parseFromString(text, 'image/svg+xml');
    const texts = (name: string): Element[] => Array.from(root.getElementsByTagName(name));
    const shown = texts('text')
      .map(({ textContent }) => textContent)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    const words = texts('desc')
      .map(({ textContent }) => textContent ?? '')
      .join(' ');
    for (const { title } of picture.nodes) expect(shown).toContain(title);
    for (const move of moves(picture)) expect(words).toContain(move.replace(' > ', ' leads to '));
  });

  it('YAML, JSON and CSV hold the same ladder', async () => {
    const json = JSON.parse(await written('export', '--format', 'json')) as { roles: { id: string }[] };
    expect(parseYaml(await written('export', '--format', 'yaml'))).toEqual(json);
    const ids = (await rowsOf('export')).filter(({ entry }) => entry === 'role').map(({ role }) => role);
    expect(ids).toEqual(json.roles.map(({ id }) => id));
  });
});
