/**
 * Lines of level and upright stretches, with round corners and arrow heads, as the path data of SVG.
 */
import { coordinate } from '../report/tree.ts';

/** A place in a picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 7;

/** A head: how far its tip stays off the card, how long it is, and half its width. */
const OFF = 2;
const HEAD = 7;
const HALF = 4.5;

/** A line through some points, which ends inside of its head, or of its two heads. */
export function linePath(points: readonly Point[], both: boolean): string {
  const ends = [...points];
  ends[ends.length - 1] = towards(points.at(-1)!, points.at(-2)!, OFF + HEAD - 1);
  if (both) ends[0] = towards(points[0]!, points[1]!, OFF + HEAD - 1);
  const corners = ends.slice(1, -1).map((corner, index) => {
    const [before, after] = [ends[index]!, ends[index + 2]!];
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
    return `L${place(towards(corner, before, radius))}Q${place(corner)} ${place(towards(corner, after, radius))}`;
  });
  return `M${place(ends[0]!)}${corners.join('')}L${place(ends.at(-1)!)}`;
}

/** The head of an arrow from one point to another, where a card is. */
export function arrowHead(from: Point, to: Point): string {
  const tip = towards(to, from, OFF);
  const foot = towards(to, from, OFF + HEAD);
  const [dx, dy] = from.x === to.x ? [HALF, 0] : [0, HALF];
  return `M${place(tip)}L${place({ x: foot.x - dx, y: foot.y - dy })}L${place({ x: foot.x + dx, y: foot.y + dy })}Z`;
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** So far from one point towards another. */
function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

const place = ({ x, y }: Point): string => `${coordinate(x)} ${coordinate(y)}`;
