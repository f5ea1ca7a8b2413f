import type { Unsaved } from "../store/unsaved.ts";
import { createEmitter } from "../api/transport.ts";

/**
 * The screen's address in the page's fragment (`#/permohonan?cari=padi`), because app:// and the
 * bridge serve only static files. Leaving a form with unsaved changes asks first, also by the
 * back button.
 */
export function createHashLocation(unsaved: Pick<Unsaved, "any" | "mayLeave">) {
  const moves = createEmitter<null>();
  const read = () => `/${location.hash.replace(/^#?\/?/, "")}`;
  let current = read();

  function become(next: string): void {
    current = next;
    moves.emit(null);
  }

  async function go(to: string, { replace = false }: { replace?: boolean } = {}): Promise<void> {
    const leaves = pathOf(to) !== pathOf(current);
    if (leaves && unsaved.any() && !(await unsaved.mayLeave())) return;
    history[replace ? "replaceState" : "pushState"](null, "", `#${to}`);
    become(to);
  }

  // The back button and edited addresses arrive here after the fact.
  addEventListener("popstate", () => {
    const wanted = read();
    if (pathOf(wanted) === pathOf(current) || !unsaved.any()) {
      become(wanted);
      return;
    }
    history.pushState(null, "", `#${current}`);
    void go(wanted);
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved.any()) event.preventDefault();
  });

  return {
    subscribe: (listener: () => void) => moves.on(listener),
    path: () => pathOf(current),
    search: () => current.split("?")[1] ?? "",
    go: (to: string, options?: { replace?: boolean }): void => void go(to, options),
  };
}

export type HashLocation = ReturnType<typeof createHashLocation>;

const pathOf = (address: string): string => address.split("?")[0] ?? "/";
