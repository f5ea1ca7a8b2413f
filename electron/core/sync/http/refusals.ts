import { z } from "zod";
import { type Failure, failure, isErrorCode } from "#shared/errors.ts";
import { codeOf } from "../../failure-of.ts";
import type { Refused } from "../portal-client.ts";

/** What the line or the portal said, as a refusal with its sentence. */

const refusalSchema = z.object({ code: z.string().max(80), message: z.string().max(2000) });

/** Certificates that Node does not trust: OpenSSL's names for why. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS|SSL/;
/** A proxy's own refusals. */
const PROXY = /UND_ERR_PRX|ERR_PROXY|PROXY/;

export type Whereto = { host: string; proxy: string };

/** No answer came: the line is down, too slow, or not to be trusted. */
export function lineRefused(error: unknown, { host, proxy }: Whereto): Refused {
  const code = causeOf(error);
  return { ok: false, error: reason(), status: 0, code, retryAfter: null };

  function reason(): Failure {
    const message = error instanceof Error ? error.message : String(error);
    if (code === IDLE) return failure("portal_slow", { host });
    if (UNTRUSTED.test(code)) return failure("portal_untrusted", { host, detail: code });
    const tunnel = /Proxy response \((\d+)\)|Proxy Authentication Required \((\d+)\)/.exec(message);
    const said = tunnel?.[1] ?? tunnel?.[2];
    if (said !== undefined) return failure("portal_proxy", { proxy, detail: said });
    // With a proxy between, whatever cannot be reached is the proxy.
    if (proxy !== "" && (UNREACHED.test(code) || PROXY.test(code))) {
      return failure("portal_proxy", { proxy, detail: code });
    }
    return failure("portal_unreachable", { host });
  }
}

/** Code of what a request is ended with when no byte has moved for too long. */
export const IDLE = "LAJUR_IDLE";

/** Nothing was reached at all; another try at once would end the same. */
const UNREACHED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT/;

/** The line broke in between: what was asked may be asked again at once. */
export const isBroken = ({ error, code }: Refused): boolean =>
  error.code === "portal_unreachable" && !UNREACHED.test(code);

/** The innermost code: what a tunnel or a pool wraps. */
function causeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = codeOf(at);
    if (code !== "" && !(code === "ABORT_ERR" && at.cause !== undefined)) return code;
  }
  return "";
}

/** An answer with a status of 400 or above, or one that is no answer of a portal. */
export function portalRefused(
  status: number,
  body: unknown,
  retryAfter: number | null,
  { host }: Whereto,
): Refused {
  const said = refusalSchema.safeParse(body);
  const code = said.success ? said.data.code : "";
  return { ok: false, error: reason(), status, code, retryAfter };

  function reason(): Failure {
    // Whatever is wrong with the token, this PC is out and joins anew.
    if (status === 401 && code.startsWith("token_")) return failure("sync_revoked");
    if (said.success && isErrorCode(said.data.code)) {
      return { code: said.data.code, message: said.data.message };
    }
    if (status === 429 || status === 503) return failure("portal_busy", { host });
    if (status >= 500) return failure("portal_trouble", { host, status });
    if (said.success) return failure("portal_refused", { detail: said.data.message });
    return failure("portal_strange", { host });
  }
}

/** Broken off from here, such as when Lajur is closed. */
export const ended = (): Refused => ({
  ok: false,
  error: failure("sync_stopped"),
  status: 0,
  code: "sync_stopped",
  retryAfter: null,
});

/** It answered, but not what the protocol says. */
export const strange = (status: number, { host }: Whereto): Refused => ({
  ok: false,
  error: failure("portal_strange", { host }),
  status,
  code: "",
  retryAfter: null,
});
