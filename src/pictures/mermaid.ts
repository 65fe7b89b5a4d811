/**
 * A picture as Mermaid, which GitHub, GitLab and many wikis draw.
 */
import { groupBy } from '../core/group-by.ts';
import { printable } from '../report/printable.ts';
import { edgeNote, type Picture } from './picture.ts';

/** Writes a picture as a flowchart, the most senior roles on top. */
export function writeMermaid(picture: Picture, trackTitle: (id: string) => string): string {
  const names = new Map(picture.roles.map((role, index) => [role.id, `n${index}`]));
  const node = (id: string, title: string): string => `${names.get(id)!}["${escapeLabel(title)}"]`;
  const groups = groupBy(picture.roles, ({ track }) => track);
  const chosen = [...picture.highlighted].map((id) => names.get(id)!);
  const onRoute = picture.edges.flatMap((edge, index) => (edge.highlighted ? [index] : []));
  return [
    'flowchart BT',
    ...[...groups].flatMap(([track, roles], index) => {
      const nodes = roles.map((role) => node(role.id, role.title));
      if (track === undefined || groups.size === 1) return nodes.map((line) => `  ${line}`);
      return [
        `  subgraph t${index}["${escapeLabel(trackTitle(track))}"]`,
        ...nodes.map((line) => `    ${line}`),
        '  end',
      ];
    }),
    ...picture.edges.map((edge) => {
      const note = edgeNote(edge);
      const arrow = edge.basis === 'stated' ? '-->' : '-.->';
      return `  ${names.get(edge.from)!} ${arrow}${note === '' ? '' : `|"${note}"|`} ${names.get(edge.to)!}`;
    }),
    ...(chosen.length === 0
      ? []
      : ['  classDef chosen stroke-width:4px,font-weight:bold', `  class ${chosen.join(',')} chosen`]),
    ...(onRoute.length === 0 ? [] : [`  linkStyle ${onRoute.join(',')} stroke-width:4px`]),
    '',
  ].join('\n');
}

/**
 * Everything that means something to Mermaid, or to the HTML and Markdown that it makes of labels, by its number. Mermaid's own
 * way of escaping begins with a number sign and ends in a semicolon.
 */
function escapeLabel(text: string): string {
  const escaped = printable(text)
    .trim()
    .replace(/["#;&<>\\`%{}[\]|*_~$@]/g, escapeCharacter)
    // A number and a full stop, or a bullet, would begin a list; an address would become a link.
    .replace(/^(\d+)([.)])/, (_, digits: string, sign: string) => digits + escapeCharacter(sign))
    .replace(/^[-+=]/, escapeCharacter)
    .replace(/:\/\//g, `${escapeCharacter(':')}//`);
  // A label must not be empty.
  return escaped === '' ? ' ' : escaped;
}

function escapeCharacter(character: string): string {
  return character === '"' ? '#quot;' : `#${character.charCodeAt(0)};`;
}
