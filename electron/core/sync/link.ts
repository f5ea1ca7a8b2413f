import { fail, ok, type Result } from "#shared/errors.ts";
import type { SyncSettings } from "#shared/sync/contract.ts";
import type { Archive } from "../archive/archive.ts";
import type { SyncEngine } from "./engine.ts";
import type { Places } from "./places.ts";
import type { PortalClient } from "./portal-client.ts";
import type { TokenStore } from "./token-store.ts";

export type ClientOptions = {
  url: string;
  token: string | null;
  settings: SyncSettings;
  /** Bytes a second, asked anew for every part; null for none. */
  limit: () => number | null;
};
export type OpenClient = (options: ClientOptions) => Result<PortalClient>;

type Way = { client: PortalClient; engine: SyncEngine };

export type Link = ReturnType<typeof createLink>;

/** This PC's token and its connections to the portal, kept open from round to round. */
export function createLink({
  archive,
  places,
  tokens,
  openClient,
  engineOf,
}: {
  archive: Archive;
  places: Places;
  tokens: TokenStore;
  openClient: OpenClient;
  engineOf: (client: PortalClient) => SyncEngine;
}) {
  let token = readToken();
  let way: Way | null = null;

  function readToken(): Result<string> | null {
    const joined = places.connection();
    return joined === null ? null : tokens.read(joined.device.id);
  }

  return {
    /** Null for an office without a portal; refused where this PC must join anew. */
    token: () => token,
    /** Reads the token anew, such as after joining or leaving. */
    learn: (): void => {
      token = readToken();
    },
    /** The way to the portal, or why there is none. */
    open(): Result<Way> {
      const joined = places.connection();
      if (joined === null || token === null) return fail("sync_none");
      if (!token.ok) return token;
      if (archive.safeMode !== null) return { ok: false, error: archive.safeMode };
      if (way !== null) return ok(way);
      const client = openClient({
        url: joined.url,
        token: token.value,
        settings: places.settings(),
        limit: () => places.settings().limit,
      });
      if (!client.ok) return client;
      way = { client: client.value, engine: engineOf(client.value) };
      return ok(way);
    },
    /** Ends what is under way. */
    async hangUp(): Promise<void> {
      const was = way;
      way = null;
      await was?.client.close();
    },
  };
}
