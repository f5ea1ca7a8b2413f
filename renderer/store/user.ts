import { createStore } from "zustand/vanilla";

const KEY = "lajur.pengguna";

/**
 * Who is at work in this window: an id of `app.state`'s users, or null before it is chosen.
 * Kept while the window lives, so that a reload does not ask again.
 */
export function createUserStore(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">) {
  const store = createStore<{ id: string | null }>(() => ({ id: storage.getItem(KEY) }));
  return {
    ...store,
    choose(id: string | null): void {
      if (id === null) storage.removeItem(KEY);
      else storage.setItem(KEY, id);
      store.setState({ id });
    },
  };
}

export type UserStore = ReturnType<typeof createUserStore>;
