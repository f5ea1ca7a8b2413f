import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Draft } from "#shared/sop/draft.ts";
import type { Editor, EditorState } from "./editor-store.ts";

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error("useEditor outside an editor");
  return editor;
}

export const useEditorState = <T>(select: (state: EditorState) => T): T =>
  useStore(useEditor(), select);

export const useDraft = (): Draft => useEditorState((state) => state.history.present);
