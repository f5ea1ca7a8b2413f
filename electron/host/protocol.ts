import { z } from "zod";
import type { CallContext, Origin } from "#core/types.ts";
import type { CallMessage, HostMessage, ReplyMessage } from "#shared/contract.ts";
import { type Failure, failure } from "#shared/errors.ts";

/**
 * What travels between a host and its core. Only a host writes on this line, so `origin` is set
 * here and is never read from what a window sent.
 */
export type HostCall = CallMessage & { origin: Origin };
export type CoreMessage =
  | HostMessage
  | { started: true }
  | { failed: Failure }
  /** It wants to be closed and started anew, such as after a restore. */
  | { restart: true };

/** What a core needs to start, as plain data that crosses to a worker or a process. */
export type CoreSettings = {
  archive: string;
  resources: string;
  holder: string;
  version: string;
  /** Opens the archive for reading only. */
  readOnly?: boolean;
  /** Key out of the system's key store; see CoreOptions. */
  secretKey?: string;
};

/** Variable in which a core's process gets its `secretKey`. */
export const SECRET_KEY = "LAJUR_SECRET_KEY";

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

/** The answer to what is nearly a call; null when it has no id to answer to. */
export function refusalOf(data: unknown): ReplyMessage | null {
  const id = (data as { id?: unknown } | null | undefined)?.id;
  if (typeof id !== "number" || !Number.isInteger(id) || id < 0) return null;
  return { id, ok: false, error: failure("params_invalid") };
}

export const asWindow = (message: CallMessage): CallContext => ({
  origin: "window",
  user: message.as ?? null,
});

export const asHost = (message: HostCall): CallContext => ({
  origin: message.origin,
  user: message.as ?? null,
});
