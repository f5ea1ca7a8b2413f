import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Template } from "#shared/letter/template.ts";
import type { Editor } from "./editor-store.ts";
import type { Problem } from "./problems.ts";

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error("useEditor outside an editor");
  return editor;
}

export const useTemplate = (): Template => useStore(useEditor(), (state) => state.history.present);

/** By itself, so that typing in one text draws only that one anew. */
export const useInputs = (): Template["inputs"] =>
  useStore(useEditor(), (state) => state.history.present.inputs);

const ProblemsContext = createContext<readonly Problem[]>([]);
export const ProblemsProvider = ProblemsContext.Provider;
export const useProblems = (): readonly Problem[] => useContext(ProblemsContext);

/** What is wrong with the field at a path of the template, such as `blocks.2.text`. */
export function useProblemAt(path: string): string | undefined {
  return useProblems().find((one) => one.path === path)?.message;
}
