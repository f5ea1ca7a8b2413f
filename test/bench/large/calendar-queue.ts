/** What goes on when, earliest first; a binary heap. Ties keep the order of their numbers. */
export function createQueue<T>() {
  type Entry = { at: number; no: number; value: T };
  const heap: Entry[] = [];
  const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.no < b.no);
  const entry = (index: number): Entry => heap[index] as Entry;

  function swap(a: number, b: number): void {
    const kept = entry(a);
    heap[a] = entry(b);
    heap[b] = kept;
  }

  function add(at: number, no: number, value: T): void {
    heap.push({ at, no, value });
    for (let index = heap.length - 1; index > 0;) {
      const parent = (index - 1) >> 1;
      if (!before(entry(index), entry(parent))) break;
      swap(index, parent);
      index = parent;
    }
  }

  function take(): Entry | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let index = 0; ;) {
      const left = index * 2 + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const least = right < heap.length && before(entry(right), entry(left)) ? right : left;
      if (!before(entry(least), entry(index))) break;
      swap(least, index);
      index = least;
    }
    return first;
  }

  return { add, take };
}
