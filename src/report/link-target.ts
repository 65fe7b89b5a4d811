/**
 * The one place that makes a foreign address safe to link to.
 */

/** Nothing that runs, reads a file or is made up by whoever wrote the ladder. */
const SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:'];

/** Longer than this, terminals refuse it. */
const MOST_CHARACTERS = 2000;

/** Makes an address fit to be linked to. */
export function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (!SCHEMES.includes(protocol)) return undefined;
  const target = href.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return target.length <= MOST_CHARACTERS ? target : undefined;
}
