import { fail, ok, type Result } from "#shared/errors.ts";
import type { Joined } from "#shared/sync/protocol.ts";
import type { Archive } from "../archive/archive.ts";
import { confirmStaged } from "./bootstrap-task.ts";
import { checkOffice, type JoinRequest, portalAddress, tradeCode } from "./connect.ts";
import type { Link, OpenClient } from "./link.ts";
import type { Places } from "./places.ts";
import type { PortalClient } from "./portal-client.ts";
import type { Transfer } from "./round.ts";
import type { Rounds } from "./rounds.ts";
import { stageOffice } from "./take-over.ts";
import type { TokenStore } from "./token-store.ts";

export type JoiningDeps = {
  archive: Archive;
  places: Places;
  tokens: TokenStore;
  link: Link;
  rounds: () => Rounds;
  openClient: OpenClient;
  version: string;
  report: (transfer: Transfer | null) => void;
  restart: () => void;
};

/** Trading a one-time code for a place on the portal; nothing has changed where that fails. */
export function createJoining(deps: JoiningDeps) {
  const { archive, places, tokens, link, openClient, report } = deps;
  const ending = new AbortController();
  let work: Promise<Result<null>> | null = null;
  /** What a code that was used up gave, for another try with it. */
  let pending: { url: string; code: string; joined: Joined } | null = null;
  let taken: { url: string; joined: Joined } | null = null;

  async function joinNow(request: JoinRequest): Promise<Result<null>> {
    await deps.rounds().idle();
    const { url, code, settings } = request;
    const traded =
      pending?.url === url && pending.code === code
        ? ok(pending.joined)
        : await tradeCode(openClient, request, deps.version);
    if (!traded.ok) return traded;
    const joined = traded.value;
    pending = { url, code, joined };
    const limit = (): number | null => settings.limit;
    const client = openClient({ url, token: joined.token, settings, limit });
    if (!client.ok) return client;
    try {
      const isNew = archive.isFresh() && !joined.empty;
      const done = await (isNew ? takeOver : connect)(client.value, request, joined);
      if (done.ok) pending = null;
      return done;
    } finally {
      await client.value.close();
    }
  }

  /** A PC that has the office already, or the first one of an office. */
  async function connect(
    client: PortalClient,
    { url, settings }: JoinRequest,
    joined: Joined,
  ): Promise<Result<null>> {
    const same = await checkOffice(archive, client, joined);
    if (!same.ok) {
      // The device that the code made is nobody's.
      if (same.error.code === "office_other") {
        await client.revoke(joined.device.id);
        pending = null;
      }
      return same;
    }
    const kept = tokens.write(joined.device.id, joined.token);
    if (!kept.ok) return kept;
    archive.transact(() => {
      places.join(url, joined, archive.now());
      places.saveSettings(settings);
    });
    return ok(null);
  }

  /** A fresh PC takes everything over; the archive is put in place by the start that follows. */
  async function takeOver(
    client: PortalClient,
    { url, settings }: JoinRequest,
    joined: Joined,
  ): Promise<Result<null>> {
    const { signal } = ending;
    const staged = await stageOffice({ archive, client, url, joined, settings, report, signal });
    if (!staged.ok) return staged;
    const kept = tokens.write(joined.device.id, joined.token);
    if (!kept.ok) return kept;
    await confirmStaged(archive.folder, staged.value);
    taken = { url, joined };
    deps.restart();
    return ok(null);
  }

  return {
    /** Answers `sync_joined` where this PC has joined already, and what the portal refuses. */
    async join(request: JoinRequest): Promise<Result<null>> {
      if (archive.safeMode !== null) return fail("archive_safe_mode");
      const before = places.connection();
      if (before !== null && link.token()?.ok === true && places.stopped() === null) {
        return fail("sync_joined", { url: before.url });
      }
      if (work !== null) return fail("busy");
      work = joinNow({ ...request, url: portalAddress(request.url) });
      report(null);
      try {
        return await work;
      } finally {
        work = null;
        report(null);
        await deps.rounds().begin();
      }
    },
    busy: (): boolean => work !== null,
    /** Where a fresh PC has just taken its office over from; in place after the next start. */
    taken: () => taken,
    async close(): Promise<void> {
      ending.abort();
      // Whoever asked for it is told how it ended.
      await work?.catch(() => null);
    },
  };
}
