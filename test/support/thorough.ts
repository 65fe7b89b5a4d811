/**
 * How often a property is tried. The usual run tries it often enough to notice what breaks; `npm run test:slow` sets
 * PMROLES_THOROUGH (vitest.config.ts) and tries it as often as there is time for.
 */
const isThorough = process.env['PMROLES_THOROUGH'] === '1';

export const runs = (usual: number, thorough: number): number => (isThorough ? thorough : usual);
