import { createStore } from "zustand/vanilla";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "lajur.tampilan";

/** Light, dark, or as the system says; written on the page's root for tokens.css. */
export function createTheme(storage: Pick<Storage, "getItem" | "setItem">, root: HTMLElement) {
  const kept = storage.getItem(KEY);
  const first: Theme = THEMES.find((theme) => theme === kept) ?? "system";
  const store = createStore<{ theme: Theme }>(() => ({ theme: first }));
  const apply = (theme: Theme) => {
    if (theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
  };
  apply(first);
  return {
    ...store,
    choose(theme: Theme): void {
      storage.setItem(KEY, theme);
      apply(theme);
      store.setState({ theme });
    },
  };
}

export type ThemeStore = ReturnType<typeof createTheme>;
