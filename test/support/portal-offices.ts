import { randomBytes } from "node:crypto";
import { noHooks, type ServiceContext } from "../../portal/context.ts";
import { authenticate, type Caller } from "../../portal/service/callers.ts";
import { makeCode } from "../../portal/service/devices.ts";
import { join } from "../../portal/service/join.ts";
import { addOffice } from "../../portal/service/offices.ts";
import type { Store } from "../../portal/store/store.ts";

/** The portal's services without HTTP, with a clock that the test moves. */
export function serviceOn(store: Store) {
  let now = Date.parse("2026-11-21T02:00:00.000Z");
  const ctx: ServiceContext = {
    store,
    now: () => new Date(now),
    newId: () => randomBytes(16).toString("hex"),
    hooks: noHooks(),
  };
  return {
    ctx,
    /** Hours; back as well. */
    pass: (hours: number): void => void (now += hours * 3_600_000),
  };
}

/** A PC of an office, and how to ask as it: what it is told is looked up anew each time. */
export type TestPc = { token: string; device: string; letter: string; caller(): Promise<Caller> };

export async function joinedPc(ctx: ServiceContext, office: string, name = "PC"): Promise<TestPc> {
  const { code } = await makeCode(ctx, office);
  const joined = await join(ctx, { code, name, app: "lajur 0.1.0" });
  if (!joined.ok) throw new Error(joined.error.code);
  const { token, device } = joined.value;
  return {
    token,
    device: device.id,
    letter: device.letter,
    async caller() {
      const caller = await authenticate(ctx, token);
      if (!caller.ok) throw new Error(caller.error.code);
      return caller.value;
    },
  };
}

export async function newOffice(ctx: ServiceContext, name: string): Promise<string> {
  const office = await addOffice(ctx, name);
  if (!office.ok) throw new Error(office.error.code);
  return office.value.id;
}
