import type { FastifyReply, FastifyRequest } from "fastify";

/** The one cookie: which request is open in this browser, for half an hour, on its own pages only. */
const NAME = "lajur-lacak";
const PATH = "/lacak";

export function readPassCookie({ headers }: FastifyRequest): string {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? "";
}

/** `seconds` 0 takes it away. */
export function setPassCookie(
  reply: FastifyReply,
  value: string,
  { seconds, secure }: { seconds: number; secure: boolean },
): void {
  const parts = [
    `${NAME}=${value}`,
    `Path=${PATH}`,
    `Max-Age=${seconds}`,
    "HttpOnly",
    "SameSite=Strict",
    ...(secure ? ["Secure"] : []),
  ];
  void reply.header("set-cookie", parts.join("; "));
}
