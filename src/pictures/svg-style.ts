/**
 * The look of a drawn ladder. Colours are written out twice, and mixed here: not everything that draws SVG knows variables and
 * mixing, and what knows no dark mode stays light, as paper does.
 */

/** Tracks take these in turn. */
export const HUES = 6;

interface Colours {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly edge: string;
  readonly tracks: readonly string[];
  readonly levels: readonly string[];
  readonly tint: number;
}

const LIGHT: Colours = {
  ...{ paper: '#faf9f6', card: '#ffffff', ink: '#191c22', soft: '#565d68', rule: '#e3e0d8', edge: '#868b94' },
  tracks: ['#3a55c4', '#ad2c6b', '#7a6200', '#0f6f8a', '#5b3a8c', '#4d5b4a'],
  levels: ['#dde2ee', '#a3aec9', '#57658c', '#232c4a'],
  tint: 0.08,
};

const DARK: Colours = {
  ...{ paper: '#14161a', card: '#1e2127', ink: '#eceae5', soft: '#abb1bb', rule: '#31353d', edge: '#7d8490' },
  tracks: ['#9db0ff', '#f58bbb', '#d9b84a', '#62c7e0', '#c3a5f5', '#b4c2ae'],
  levels: ['#343a47', '#596581', '#93a2c6', '#d9e1f7'],
  tint: 0.1,
};

const FORM = [
  'text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }',
  '.name { font-size: 15px; font-weight: 650; }',
  '.track { font-size: 16px; font-weight: 650; }',
  '.axis { font-size: 12px; }',
  '.level { font-size: 15px; }',
  '.line { fill: none; stroke-width: 1.75; }',
  '.implied .line { stroke-dasharray: 5 4; }',
  '.editorial .line { stroke-dasharray: 9 3 2 3; }',
  '.step-back .line { stroke-dasharray: 1 5; stroke-width: 2.5; stroke-linecap: round; }',
  '.move.chosen .line { stroke-width: 2.25; }',
  '.role.aside rect { fill: none; stroke-dasharray: 4 3; }',
  '.role.aside .name { font-weight: 500; }',
];

function coloured({ paper, card, ink, soft, rule, edge, tracks, levels, tint }: Colours): string[] {
  return [
    `.paper { fill: ${paper}; }`,
    `text { fill: ${soft}; }`,
    `.name { fill: ${ink}; }`,
    `.role.aside .name { fill: ${soft}; }`,
    `.rule { stroke: ${rule}; }`,
    `.box { fill: ${card}; stroke: ${edge}; }`,
    ...[edge, ...tracks].flatMap((hue, index) => [
      `.t${index} .band { fill: ${mixed(hue, paper, tint)}; }`,
      `.t${index} .cap, .t${index} .track { fill: ${hue}; }`,
      `.t${index} .box { stroke: ${mixed(hue, card, 0.32)}; }`,
    ]),
    `.role.chosen .box { stroke: ${ink}; stroke-width: 2; }`,
    ...levels.map((level, index) => `.l${index + 1} { fill: ${level}; }`),
    `.l1 { stroke: ${edge}; stroke-width: 0.75; }`,
    `.line { stroke: ${soft}; }`,
    `.tip { fill: ${soft}; }`,
    `.aside .line { stroke: ${mixed(soft, paper, 0.4)}; }`,
    `.aside .tip { fill: ${mixed(soft, paper, 0.4)}; }`,
    `.chosen .line { stroke: ${ink}; }`,
    `.chosen .tip { fill: ${ink}; }`,
  ];
}

/** So much of one colour over another. */
function mixed(colour: string, ground: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [over, under] = [colour, ground].map((hex) => parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(over * share + under * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** Every rule is for what is drawn here alone: in a page it stands beside the page's own. */
const scoped = (rule: string): string => `  ${rule.replace(/(^|, )(?=[^{]*\{)/g, '$1.drawn ')}`;

export const SVG_STYLE = [
  '',
  ...[...FORM, ...coloured(LIGHT)].map(scoped),
  '  @media screen and (prefers-color-scheme: dark) {',
  ...coloured(DARK).map(scoped),
  '  }',
  '',
].join('\n');
