import { createStore } from "zustand/vanilla";
import type { ResultOf } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import { checkDefinition, type Finding } from "#shared/sop/check.ts";
import type { Draft } from "#shared/sop/draft.ts";
import { change, type History, historyOf, redo, undo } from "#shared/sop/edit-history.ts";
import type { Client } from "../../api/client.ts";

/** Typing settles for this long before the draft is saved, in milliseconds. */
const SETTLE = 400;

type DraftDetail = ResultOf<"draft.get">;
export type SaveState = "saved" | "waiting" | "saving" | "failed";

export type EditorState = {
  history: History<Draft>;
  findings: readonly Finding[];
  save: SaveState;
  /** Why the last saving failed; what was typed is still here. */
  failure: Failure | null;
};

export type Editor = ReturnType<typeof createEditor>;

/**
 * One draft being edited: every change is checked at once and saved once typing settles, one saving
 * at a time. `onSaved` is told what the core knows now.
 */
export function createEditor(
  client: Client,
  detail: DraftDetail,
  onSaved: (saved: DraftDetail) => void,
) {
  const store = createStore<EditorState>(() => ({
    history: historyOf<Draft>(detail.definition),
    findings: checkDefinition(detail.definition).findings,
    save: "saved",
    failure: null,
  }));
  let { revision } = detail;
  let saved = detail.definition;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Savings follow each other, for each names the revision of the one before. */
  let last: Promise<void> = Promise.resolve();

  function show(history: History<Draft>): void {
    if (history === store.getState().history) return;
    const { findings } = checkDefinition(history.present);
    store.setState({ history, findings, save: "waiting" });
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), SETTLE);
  }

  async function write(): Promise<void> {
    const { present } = store.getState().history;
    if (present === saved) return;
    store.setState({ save: "saving" });
    const answer = await client.call("draft.save", {
      id: detail.id,
      revision,
      definition: present,
    });
    if (!answer.ok) {
      store.setState({ save: "failed", failure: answer.error });
      return;
    }
    ({ revision } = answer.value);
    saved = present;
    onSaved(answer.value);
    const isLatest = store.getState().history.present === present;
    store.setState({ save: isLatest ? "saved" : "waiting", failure: null });
  }

  /** Saves what has not been saved yet; resolves when nothing is under way. */
  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    last = last.then(write);
    return last;
  }

  return {
    ...store,
    /** Makes a change; typing in one `place` is undone as one. */
    edit(next: (draft: Draft) => Draft, place: string | null = null): void {
      const { history } = store.getState();
      show(change(history, next(history.present), place));
    },
    undo: () => show(undo(store.getState().history)),
    redo: () => show(redo(store.getState().history)),
    flush,
    /** Saves, then publishes; the refusal of either. */
    async publish() {
      await flush();
      const { save, failure } = store.getState();
      if (save === "failed" && failure !== null) return { ok: false as const, error: failure };
      return client.call("draft.publish", { id: detail.id, revision });
    },
  };
}
