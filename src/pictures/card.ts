/**
 * What a card says of its role under the title, in the SVG file and on the page.
 */
import type { Catalog } from '../core/catalog.ts';
import { expectationsOf, levelOf } from '../core/expectations.ts';
import type { Role } from '../core/model.ts';

/** How many shades there are to tell levels by. */
const SHADES = 4;

export interface CardFoot {
  /** The levels of its skills, the highest first, 0 for the lowest of the scale; empty where none is stated. */
  readonly levels: readonly number[];
  /** Said where there are no levels to draw, the most telling first. */
  readonly texts: readonly string[];
}

export function cardFoot(catalog: Catalog, role: Role): CardFoot {
  const { responsibilities, requirements, needed } = expectationsOf(catalog, role);
  const levels = needed.map((requirement) => levelOf(catalog, requirement)).filter((level) => level >= 0);
  const { areas, skills: known } = catalog.ladder;
  const duties =
    responsibilities.length === 0
      ? 'no responsibilities stated'
      : counted(responsibilities.length, 'responsibility', 'responsibilities');
  const skills = needed.length === 0 ? 'no skills stated' : counted(needed.length, 'skill', 'skills');
  return {
    levels: levels.sort((a, b) => b - a),
    // One word on it is enough where nothing at all is said.
    texts:
      responsibilities.length + requirements.length === 0
        ? ['nothing stated']
        : [...(areas.length === 0 ? [] : [duties]), ...(known.length === 0 ? [] : [skills])],
  };
}

/** The shade of a level, one of four from the lowest to the highest, however many levels there are. */
export function shadeOf(level: number, levels: number): number {
  return levels <= SHADES ? level + 1 : 1 + Math.round((level * (SHADES - 1)) / (levels - 1));
}

const counted = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
