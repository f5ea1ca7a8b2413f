import type { z } from "zod";
import type { protocol } from "#shared/sync/protocol.ts";
import type { ServiceContext } from "../context.ts";
import { type Answer, refuse, taken } from "./answer.ts";
import { hashSecret, newCode } from "./secrets.ts";

export type DeviceEntry = z.infer<typeof protocol.devices.response>["devices"][number];

/** Hours for which a one-time code is good. */
const CODE_HOURS = 24;

/** A one-time code with which a PC joins the office; only its hash is kept. */
export async function makeCode(
  { store, now }: ServiceContext,
  office: string,
): Promise<{ code: string; expires: string }> {
  const code = newCode();
  const made = now();
  const expires = new Date(made.getTime() + CODE_HOURS * 3_600_000).toISOString();
  await store.transact(async (tx) => {
    // What can no longer be used says nothing any more.
    await tx.deleteFrom("device_code").where("expires", "<", made.toISOString()).execute();
    await tx
      .insertInto("device_code")
      .values({
        code_hash: hashSecret(code.replaceAll("-", "")),
        office,
        made: made.toISOString(),
        expires,
        used: null,
      })
      .execute();
  });
  return { code, expires };
}

/** The PCs of an office in the order in which they joined, the revoked ones too. */
export const listDevices = (
  { store }: Pick<ServiceContext, "store">,
  office: string,
): Promise<DeviceEntry[]> =>
  store.db
    .selectFrom("device")
    .select(["id", "name", "letter", "joined", "seen", "revoked"])
    .where("office", "=", office)
    .orderBy("joined")
    .orderBy("letter")
    .execute();

/** Ends a PC's connection at once; `device_unknown` for one that isn't of this office. */
export async function revokeDevice(
  { store, now }: ServiceContext,
  office: string,
  device: string,
): Promise<Answer<null>> {
  const { numUpdatedRows } = await store.db
    .updateTable("device")
    .set((row) => ({ revoked: row.fn.coalesce("revoked", row.val(now().toISOString())) }))
    .where("id", "=", device)
    .where("office", "=", office)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? taken(null) : refuse("device_unknown");
}
