/** Windows are told at most so often, in milliseconds. */
const PACE_MS = 250;

/** Tells of changes at once, and of those that follow closely once at the end. */
export function createNews(tellWindows: () => void): { tell(): void; close(): void } {
  let timer: NodeJS.Timeout | null = null;
  let again = false;
  let closed = false;

  function tell(): void {
    if (closed) return;
    if (timer !== null) {
      again = true;
      return;
    }
    tellWindows();
    timer = setTimeout(() => {
      timer = null;
      if (!again) return;
      again = false;
      tell();
    }, PACE_MS).unref();
  }

  return {
    tell,
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
