/**
 * The one place that makes a foreign address safe to link to.
 */

/** Nothing that runs, reads a file or is made up by whoever wrote the ladder. */
const SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:'];

/** Longer than this, terminals refuse it. */
const MOST_CHARACTERS = 2000;

export function linkTarget(url: string): string | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    // Not asked of `URL.canParse`: once compiled, that of Node 20 refuses a host with a letter such as ü.
    return undefined;
  }
  if (!SCHEMES.includes(parsed.protocol)) return undefined;
  const target = parsed.href.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return target.length <= MOST_CHARACTERS ? target : undefined;
}
