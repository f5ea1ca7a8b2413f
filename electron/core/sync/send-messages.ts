import { BATCH_LIMITS } from "#shared/sync/protocol.ts";
import { namedFiles } from "#shared/sync/named-files.ts";
import type { SentMessage } from "#shared/sync/messages.ts";
import type { Round, Trouble } from "./round.ts";

/** Messages of one request, and of the first after one that was too large. */
const MOST = 200;

/** Sends what waits for the public and for other offices; their files go with the others. */
export async function sendMessages(round: Round): Promise<Trouble> {
  const { archive, client, outbox, files, refusals } = round;
  for (let most = MOST; ;) {
    const messages = fitting(outbox.pending(most));
    if (messages.length === 0) return null;
    const answer = await client.send(messages);
    if (!answer.ok) {
      if (answer.status !== 413 || messages.length === 1) return answer;
      most = Math.ceil(messages.length / 2);
      continue;
    }
    const refused = answer.value;
    archive.transact(() => {
      outbox.sent(
        messages.map(({ id }) => id),
        refused,
      );
      for (const { id, code } of refused) {
        const type = messages.find((one) => one.id === id)?.type ?? "";
        refusals.add({ id, direction: "out", type, stream: "", code });
      }
      for (const { body } of messages) {
        for (const named of namedFiles(body)) files.queue("out", named, "");
      }
    });
    round.counts.messages += messages.length;
  }
}

/** As many as one request may hold; one larger message goes alone. */
function fitting(messages: readonly SentMessage[]): SentMessage[] {
  let bytes = 0;
  const end = messages.findIndex((message, at) => {
    bytes += Buffer.byteLength(JSON.stringify(message)) + 1;
    return at > 0 && bytes > BATCH_LIMITS.bytes;
  });
  return messages.slice(0, end < 0 ? messages.length : end);
}
