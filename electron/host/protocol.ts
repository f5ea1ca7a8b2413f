import { z } from "zod";
import type { CallContext, Origin } from "#core/types.ts";
import type { CallMessage, HostMessage } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";

/**
 * What travels between a host and its core. Only a host writes on this line, so `origin` is set
 * here and is never read from what a window sent.
 */
export type HostCall = CallMessage & { origin: Origin };
export type CoreMessage = HostMessage | { started: true } | { failed: Failure };

/** What a core needs to start, as plain data that crosses to a worker or a process. */
export type CoreSettings = {
  archive: string;
  resources: string;
  holder: string;
  version: string;
};

const callMessage = z.object({
  id: z.int().min(0),
  method: z.string().max(80),
  params: z.unknown(),
  as: z.string().max(80).optional(),
});

/** A call as a window sent it, or null when it is none. Anything else in it is dropped. */
export function readCall(data: unknown): CallMessage | null {
  const parsed = callMessage.safeParse(data);
  return parsed.success ? parsed.data : null;
}

export const asWindow = (message: CallMessage): CallContext => ({
  origin: "window",
  user: message.as ?? null,
});

export const asHost = (message: HostCall): CallContext => ({
  origin: message.origin,
  user: message.as ?? null,
});
