/** Ends what has not moved for a while: the signal of an upload that goes on as long as it goes on. */
export function createQuiet(longestMs: number) {
  const ended = new AbortController();
  const end = (): void => ended.abort(new DOMException("nothing moves", "TimeoutError"));
  let timer = setTimeout(end, longestMs);
  return {
    signal: ended.signal,
    /** Something moved. */
    touch(): void {
      clearTimeout(timer);
      timer = setTimeout(end, longestMs);
    },
    close: (): void => clearTimeout(timer),
  };
}
