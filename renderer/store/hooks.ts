import { useEffect, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { LineState } from "../api/transport.ts";
import { useServices } from "./services.ts";

export function useLine(): LineState {
  const { transport } = useServices();
  return useSyncExternalStore(transport.onLine, transport.line);
}

export const useTheme = () => useStore(useServices().theme, (state) => state.theme);
export const useUserId = () => useStore(useServices().user, (state) => state.id);
export const useNotices = () => useServices().notices;
export const useAsk = () => useServices().questions.ask;

/** Marks the screen's form as changed while `changed` holds; `what` names it in the question. */
export function useUnsaved(changed: boolean, what: string): void {
  const { unsaved } = useServices();
  useEffect(() => (changed ? unsaved.hold(what) : undefined), [changed, what, unsaved]);
}

/** Moves to another screen, such as `/permohonan/123`. */
export function useGo(): (to: string) => void {
  return useServices().location.go;
}
