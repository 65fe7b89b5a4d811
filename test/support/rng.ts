/**
 * Random numbers that are the same on every run.
 */

/** A stream of numbers, 0 included to 1 excluded. */
export type Rng = () => number;

/**
 * Mulberry32 (Tommy Ettinger, public domain): small, fast, good enough for tests and simulations.
 *
 * @param seed a whole number of 32 bits; the same seed gives the same stream
 */
export function mulberry32(seed: number): Rng {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number from the standard normal curve (Box and Muller 1958). */
export function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
}

/** A whole number from `low` to `high`, both included. */
export function integer(rng: Rng, low: number, high: number): number {
  return low + Math.floor(rng() * (high - low + 1));
}

/** One of the entries of a list that is not empty. */
export function pick<T>(rng: Rng, list: readonly T[]): T {
  return list[integer(rng, 0, list.length - 1)]!;
}

/** The entries of a list in another order. */
export function shuffled<T>(list: readonly T[], rng: Rng): T[] {
  return list
    .map((entry) => ({ entry, key: rng() }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}
