/**
 * Where everything of a radar stands.
 */
import { printable } from '../report/printable.ts';
import { graphemes, widthOf, wrapText } from '../report/width.ts';
import type { Radar } from './radar.ts';

/** A place, in units of the picture. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The direction of an axis, of length 1. */
interface Spoke {
  readonly dx: number;
  readonly dy: number;
}

/** The name of an axis. */
interface AxisLabel {
  readonly anchor: 'start' | 'middle' | 'end';
  /** Where the baseline of the first line is. */
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** A radar that is laid out. */
export interface PlacedRadar {
  readonly centre: Spot;
  readonly spokes: readonly Spoke[];
  /** How far out a unit of the rings is. */
  readonly scale: number;
  readonly labels: readonly AxisLabel[];
  /** By role, then by axis; undefined is a gap. */
  readonly spots: readonly (readonly (Spot | undefined)[])[];
  readonly bottom: number;
}

/** How far the outermost ring is from the centre. */
export const RADIUS = 180;

/** How far the names of axes are from it. */
const AWAY = 16;

/** The height of a line of text. */
export const TEXT_LINE = 18;

const LABEL_COLUMNS = 16;
const LABEL_LINES = 4;

/** Markers of the same value on the same axis stand side by side, so far apart where there is room. */
const ASIDE = 10;

/** Lays a radar out. */
export function placeRadar(
  { roles, axes, rings }: Radar,
  at: { readonly x: number; readonly top: number },
): PlacedRadar {
  const spokes = axes.map((_, index): Spoke => {
    const angle = (2 * Math.PI * index) / axes.length;
    return { dx: Math.sin(angle), dy: -Math.cos(angle) };
  });
  const texts = axes.map(({ label }) => brokenText(label, LABEL_COLUMNS, LABEL_LINES));
  // As seen from the centre: the upper edge of each name.
  const edges = spokes.map(({ dx, dy }, index) => {
    const height = texts[index]!.length * TEXT_LINE;
    const y = dy * (RADIUS + AWAY);
    return Math.abs(dx) < 0.01 ? (dy < 0 ? y - height : y) : y - (height * (1 - dy)) / 2;
  });
  const centre = { x: at.x, y: at.top - Math.min(...edges) };
  const labels = spokes.map(({ dx }, index): AxisLabel => ({
    anchor: Math.abs(dx) < 0.01 ? 'middle' : dx > 0 ? 'start' : 'end',
    x: centre.x + dx * (RADIUS + AWAY),
    y: centre.y + edges[index]! + TEXT_LINE - 4,
    lines: texts[index]!,
  }));
  const scale = RADIUS / rings.at(-1)!;
  const spots = roles.map((_, role) =>
    axes.map(({ values }, axis): Spot | undefined => {
      const { value } = values[role]!;
      if (value === undefined) return undefined;
      const alike = values.flatMap((other, index) => (other.value === value ? [index] : []));
      const out = value * scale;
      // No further to the side than there is room between two axes.
      const step = Math.min(ASIDE, (out * 2 * Math.PI * 0.8) / axes.length / alike.length);
      const aside = (alike.indexOf(role) - (alike.length - 1) / 2) * step;
      const { dx, dy } = spokes[axis]!;
      return { x: centre.x + dx * out - dy * aside, y: centre.y + dy * out + dx * aside };
    }),
  );
  const bottom = Math.max(centre.y + RADIUS, ...labels.map(({ y, lines }) => y + (lines.length - 1) * TEXT_LINE));
  return { centre, spokes, scale, labels, spots, bottom };
}

/** Breaks a text into lines. */
export function brokenText(text: string, columns: number, most: number): string[] {
  const lines = wrapText(printable(text), columns);
  if (lines.length <= most) return lines;
  const last = lines[most - 1]!;
  return [...lines.slice(0, most - 1), `${widthOf(last) < columns ? last : graphemes(last).slice(0, -1).join('')}…`];
}
