import { createStore } from "zustand/vanilla";
import type { Failure } from "#shared/errors.ts";

export type Notice = { id: number; tone: "ok" | "late"; text: string };

const MAX_SHOWN = 4;
/** Good news leaves by itself after this many milliseconds; a failure stays until it is closed. */
const LIFE = 6000;

/** Short messages at the edge of the window: what was done, or what failed. */
export function createNotices() {
  const store = createStore<{ notices: Notice[] }>(() => ({ notices: [] }));
  let last = 0;

  function close(id: number): void {
    store.setState(({ notices }) => ({ notices: notices.filter((one) => one.id !== id) }));
  }
  function show(tone: Notice["tone"], text: string): number {
    last += 1;
    const notice = { id: last, tone, text };
    store.setState(({ notices }) => ({ notices: [...notices, notice].slice(-MAX_SHOWN) }));
    return notice.id;
  }
  return {
    ...store,
    close,
    /** Says that something was done. */
    tell(text: string): void {
      const id = show("ok", text);
      setTimeout(() => close(id), LIFE);
    },
    /** Says that something failed, for failures that belong to no field and no panel. */
    fail(failure: Failure): void {
      show("late", failure.message);
    },
  };
}

export type Notices = ReturnType<typeof createNotices>;
