/**
 * A binary heap: the smallest entry first.
 */

/** A queue that always gives its smallest entry. */
export interface Heap<T> {
  readonly push: (entry: T) => void;
  /** Takes the smallest entry out; undefined when the heap is empty. */
  readonly pop: () => T | undefined;
}

/** Makes an empty heap. */
export function createHeap<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const entries: T[] = [];
  return {
    push(entry) {
      let index = entries.length;
      entries.push(entry);
      while (index > 0) {
        const parent = (index - 1) >> 1;
        if (!before(entry, entries[parent]!)) break;
        entries[index] = entries[parent]!;
        index = parent;
      }
      entries[index] = entry;
    },
    pop() {
      const top = entries[0];
      const last = entries.pop();
      if (entries.length === 0 || last === undefined) return top;
      let index = 0;
      for (;;) {
        let child = 2 * index + 1;
        if (child >= entries.length) break;
        if (child + 1 < entries.length && before(entries[child + 1]!, entries[child]!)) child++;
        if (!before(entries[child]!, last)) break;
        entries[index] = entries[child]!;
        index = child;
      }
      entries[index] = last;
      return top;
    },
  };
}
