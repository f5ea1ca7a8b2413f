import { createTokenStore } from "../sync/token-store.ts";
import type { Result } from "#shared/errors.ts";
import { ok } from "#shared/errors.ts";

/**
 * The token for the open data portal. It stays on this PC, outside of the archive's folder, so that
 * neither a copy nor a backup of the archive carries it away; it is tied to the portal's address and
 * never shown again.
 */
export type Secret = {
  /** Empty where there is none for this portal, or where it cannot be opened from here. */
  read(url: string): string;
  /** Empty removes it; `path_unwritable`. */
  write(url: string, token: string): Result<null>;
};

export function createSecret(options: {
  twins: string;
  folder: string;
  secret: string | null;
}): Secret {
  const store = createTokenStore({ ...options, name: "ckan" });
  return {
    read(url) {
      const found = store.read(url);
      return found.ok ? found.value : "";
    },
    write(url, token) {
      if (token !== "") return store.write(url, token);
      store.remove();
      return ok(null);
    },
  };
}
