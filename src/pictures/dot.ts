/**
 * A picture in DOT, the language of Graphviz.
 */
import { printable } from '../report/printable.ts';
import { groupsOf } from './groups.ts';
import { edgeNote, type Picture } from './picture.ts';

/** Writes a picture as a directed graph, the most senior roles on top. */
export function writeDot(picture: Picture, trackTitle: (id: string) => string): string {
  const groups = groupsOf(picture.roles);
  return [
    `digraph ${quoted(picture.title)} {`,
    '  graph [rankdir=BT, fontname="Helvetica"];',
    '  node [shape=box, style=rounded, fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    ...groups.flatMap(({ track, roles }, index) => {
      const nodes = roles.map((role) => {
        const strong = picture.highlighted.has(role.id) ? ', penwidth=3' : '';
        return `${quoted(role.id)} [label=${label(role.title)}${strong}];`;
      });
      if (track === undefined || groups.length === 1) return nodes.map((line) => `  ${line}`);
      return [
        `  subgraph "cluster_${index}" {`,
        `    label=${label(trackTitle(track))};`,
        ...nodes.map((line) => `    ${line}`),
        '  }',
      ];
    }),
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
