/**
 * A picture in DOT, the language of Graphviz.
 */
import { groupBy } from '../core/group-by.ts';
import { printable } from '../report/printable.ts';
import { edgeNote, type Picture } from './picture.ts';

/** Writes a picture as a directed graph, the most senior roles on top. */
export function writeDot(picture: Picture, trackTitle: (id: string) => string): string {
  const groups = groupBy(picture.roles, ({ track }) => track);
  const ranks = groupBy(picture.roles, ({ rank }) => rank);
  return [
    `digraph ${quoted(picture.title)} {`,
    // Without a new rank, roles of one rank could not be level across clusters.
    '  graph [rankdir=BT, newrank=true, fontname="Helvetica"];',
    '  node [shape=box, style=rounded, fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    ...[...groups].flatMap(([track, roles], index) => {
      const nodes = roles.map((role) => {
        const strong = picture.highlighted.has(role.id) ? ', penwidth=3' : '';
        return `${quoted(role.id)} [label=${label(role.title)}${strong}];`;
      });
      if (track === undefined || groups.size === 1) return nodes.map((line) => `  ${line}`);
      return [
        `  subgraph "cluster_${index}" {`,
        `    label=${label(trackTitle(track))};`,
        ...nodes.map((line) => `    ${line}`),
        '  }',
      ];
    }),
    ...Array.from(ranks.values(), (level) => `  { rank=same; ${level.map(({ id }) => `${quoted(id)};`).join(' ')} }`),
    ...picture.edges.map((edge) => {
      const note = edgeNote(edge);
      const attributes = [
        ...(note === '' ? [] : [`label=${label(note)}`]),
        ...(edge.basis === 'stated' ? [] : ['style=dashed']),
        ...(edge.highlighted ? ['penwidth=3'] : []),
      ];
      const list = attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`;
      return `  ${quoted(edge.from)} -> ${quoted(edge.to)}${list};`;
    }),
    '}',
    '',
  ].join('\n');
}

/** Inside quotes, DOT knows only the quote itself; a backslash at the end would take that away. */
function quoted(text: string): string {
  return `"${printable(text).replace(/[\\"]/g, '\\$&')}"`;
}

/** Labels know entities of HTML besides. */
function label(text: string): string {
  return quoted(text.replaceAll('&', '&amp;'));
}
