/**
 * What a drawn ladder is made of, for the SVG file and the page alike, and the file that a picture stands in.
 */
import { coordinate, element, toHtml, type Tree, type TreeElement } from '../report/tree.ts';
import type { Band, Box, LadderLayout, LadderLine } from './layout.ts';

export function rect(style: string, { x, y, width, height }: Box, rx: number): Tree {
  return element('rect', { class: style, x, y, width, height, rx });
}

export function textAt(style: string | undefined, x: number, y: number, text: string): Tree {
  return element('text', { class: style, x, y }, text);
}

/** A track, with its title. */
export function drawBand({ box, title }: Band, hue: string, line: number): Tree {
  const titles = title.lines.map((text, index) => textAt('track', title.x, title.y + index * line, text));
  return element('g', { class: hue }, rect('band', box, 10), rect('cap', { ...box, height: 4 }, 2), ...titles);
}

/** The rules between the levels. */
export function rankRules({ ranks, width }: LadderLayout): Tree[] {
  const rules = ranks.flatMap(({ rule }) => (rule === undefined ? [] : `M0 ${coordinate(rule)}H${coordinate(width)}`));
  return rules.length === 0 ? [] : [element('path', { class: 'rule', d: rules.join('') })];
}

/** A move: its line and its heads. */
export function drawLine(
  { link: { from, to }, path, heads }: LadderLine,
  style: string,
  attributes: TreeElement['attributes'] = {},
  ...more: readonly Tree[]
): Tree {
  return element(
    'g',
    { class: style, 'data-from': from, 'data-to': to, ...attributes },
    ...more,
    element('path', { class: 'line', d: path }),
    ...heads.map((d) => element('path', { class: 'tip', d })),
  );
}

/** A picture as a file that needs nothing else. */
export function svgFile(picture: {
  readonly title: string;
  readonly description: string;
  readonly style: string;
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly name?: string;
  readonly drawn: readonly Tree[];
}): string {
  const { title, description, style, box, name, drawn } = picture;
  const [x, y, width, height] = box;
  const attributes = {
    ...{ xmlns: 'http://www.w3.org/2000/svg', class: name, role: 'img' },
    ...{ 'aria-labelledby': 'pmroles-title pmroles-desc', viewBox: box.join(' '), width, height },
  };
  return [
    toHtml([element('svg', attributes)]).replace('</svg>', ''),
    toHtml([element('title', { id: 'pmroles-title' }, title)]),
    toHtml([element('desc', { id: 'pmroles-desc' }, description)]),
    `<style>${style}</style>`,
    ...[element('path', { class: 'paper', d: `M${x} ${y}h${width}v${height}h${-width}Z` }), ...drawn].map((tree) =>
      toHtml([tree]),
    ),
    '</svg>',
    '',
  ].join('\n');
}
