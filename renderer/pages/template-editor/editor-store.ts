import { createStore } from "zustand/vanilla";
import type { Template } from "#shared/letter/template.ts";
import { change, type History, historyOf, redo, undo } from "#shared/sop/edit-history.ts";

type EditorState = {
  history: History<Template>;
  /** As the archive has it. */
  saved: Template;
  version: number;
};

export type Editor = ReturnType<typeof createEditor>;

/** One template being edited; nothing of it is stored before it is saved as a new version. */
export function createEditor(template: Template, version: number) {
  const store = createStore<EditorState>(() => ({
    history: historyOf(template),
    saved: template,
    version,
  }));
  const show = (history: History<Template>): void => store.setState({ history });
  return {
    ...store,
    /** Makes a change; typing in one `place` is undone as one. */
    edit(next: (template: Template) => Template, place: string | null = null): void {
      const { history } = store.getState();
      show(change(history, next(history.present), place));
    },
    undo: () => show(undo(store.getState().history)),
    redo: () => show(redo(store.getState().history)),
    /** What was written is a version now; it can still be undone. */
    markSaved: (saved: Template, as: number) => store.setState({ saved, version: as }),
    /** Another version takes the place of what is being edited, and is what the archive has. */
    replace(saved: Template, as: number): void {
      const { history } = store.getState();
      store.setState({ history: change(history, saved, null), saved, version: as });
    },
  };
}
