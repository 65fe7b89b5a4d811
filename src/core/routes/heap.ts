/**
 * A binary heap: a queue that always gives its smallest entry.
 */
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
      for (let parent = (index - 1) >> 1; index > 0 && before(entry, entries[parent]!); parent = (index - 1) >> 1) {
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
      for (let child = 1; child < entries.length; child = 2 * index + 1) {
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
