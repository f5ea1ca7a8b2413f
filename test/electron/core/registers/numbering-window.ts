import type { HostMessage, ResultOf } from "#shared/contract.ts";
import { cookieFor, openSocket, originOf } from "../../bridge/client.ts";

/**
 * A window in a process of its own: takes numbers over the bridge's line and sends its parent every
 * one that it was given. Arguments: the bridge's address, how many, the user's id.
 */
const [address = "", wanted = "0", user = ""] = process.argv.slice(2);
/** Calls under way at once, as of somebody who does not wait. */
const AT_ONCE = 16;

const port = Number(new URL(address).port);
const cookie = await cookieFor(port, address);
const opened = await openSocket(port, { cookie, origin: originOf(port) });
if (typeof opened === "number") throw new Error(`the line was refused with ${opened}`);
const socket = opened;

const count = Number(wanted);
const given: { number: string; value: number | null }[] = [];
let asked = 0;

function ask(): void {
  if (asked === count) return;
  asked += 1;
  const params = { register: "outgoing", subject: `Surat ${asked}`, party: user };
  socket.send(JSON.stringify({ id: asked, method: "register.enter", params, as: user }));
}

socket.on("message", (data: Buffer) => {
  const message = JSON.parse(data.toString("utf8")) as HostMessage;
  if ("push" in message) return;
  if (!message.ok) throw new Error(message.error.message);
  const { number, value } = message.result as ResultOf<"register.enter">;
  given.push({ number, value });
  if (given.length < count) {
    ask();
    return;
  }
  process.send?.(given, () => socket.close());
});
for (let one = 0; one < AT_ONCE; one += 1) ask();
