import { useEffect } from "react";

type Undoable = { undo(): void; redo(): void };

/** Ctrl+Z takes back, Ctrl+Y and Ctrl+Shift+Z bring back, in place of each field's own. */
export function useEditorKeys(editor: Undoable): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const back = key === "z" && !event.shiftKey;
      const forth = key === "y" || (key === "z" && event.shiftKey);
      if (!back && !forth) return;
      event.preventDefault();
      if (back) editor.undo();
      else editor.redo();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [editor]);
}
