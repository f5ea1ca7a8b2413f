import { hostname } from "node:os";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { SyncSettings } from "#shared/sync/contract.ts";
import type { Joined } from "#shared/sync/protocol.ts";
import type { Archive } from "../archive/archive.ts";
import type { OpenClient } from "./link.ts";
import type { Answer, PortalClient } from "./portal-client.ts";

/** Joining a portal: what is asked before anything is changed here. */

export type JoinRequest = {
  url: string;
  code: string;
  name: string;
  settings: SyncSettings;
};

/** The address as it is kept: without a slash at its end, a query or a fragment. */
export function portalAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/+$/, "");
}

/** Trades the one-time code for this PC's token. */
export async function tradeCode(
  openClient: OpenClient,
  { url, code, name, settings }: JoinRequest,
  version: string,
): Promise<Result<Joined>> {
  const client = openClient({ url, token: null, settings, limit: () => null });
  if (!client.ok) return client;
  try {
    const device = name.trim() === "" ? hostname().slice(0, 120) || "PC" : name;
    const app = `Lajur ${version}`.slice(0, 60);
    return resultOf(await client.value.join({ code: code.trim(), name: device, app }));
  } finally {
    await client.value.close();
  }
}

/**
 * Whether the office on the portal is the one in this archive: it is where the portal has nothing of
 * it yet, or knows a writer of this archive. `office_other` else.
 */
export async function checkOffice(
  archive: Archive,
  client: PortalClient,
  { empty, office }: Pick<Joined, "empty" | "office">,
): Promise<Result<null>> {
  if (empty) return ok(null);
  const answer = await client.heads();
  if (!answer.ok) return resultOf(answer);
  const here = new Set(archive.log.heads().map(({ writer }) => writer));
  const shared = answer.value.heads.some(({ writer }) => here.has(writer));
  return shared ? ok(null) : fail("office_other", { office: office.name }, "code");
}

export const resultOf = <T>(answer: Answer<T>): Result<T> =>
  answer.ok ? answer : { ok: false, error: answer.error };
