/**
 * Where each entry of the history was scrolled to; the browser cannot know, because the views are one page to it.
 */

/** Keeps the places of one visit, and those of a page that is loaded again. */
export function createPlaces() {
  const key = `pmroles ${location.pathname}`;
  const scrolled = kept(key);
  // Entries are told apart even by the page that is loaded again, which counts on from a later time.
  let entries = Date.now();
  let entry = entryNow();
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => {
    scrolled.set(entry, scrollY);
    try {
      sessionStorage.setItem(key, JSON.stringify([...scrolled]));
    } catch {
      // Then the page begins at its top.
    }
  });

  /** The number of the entry that is shown; one that has none was not shown before. */
  function entryNow(): number {
    const known: unknown = history.state;
    if (typeof known === 'number') return known;
    history.replaceState(++entries, '');
    return entries;
  }

  return {
    /** Remembers the place in the view that was just left. */
    leave(): void {
      scrolled.set(entry, scrollY);
      entry = entryNow();
    },
    /** Where the present view was left; undefined where it was not shown before. */
    now: (): number | undefined => scrolled.get(entry),
    forget: (): void => void scrolled.delete(entry),
  };
}

/** What was kept of this file before it was loaded again; nothing where a browser keeps nothing. */
function kept(key: string): Map<number, number> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(key) ?? '[]') as [number, number][]);
  } catch {
    return new Map();
  }
}
