import { join } from "node:path";
import Database from "better-sqlite3";
import { createInbox } from "#core/messages/inbox.ts";
import { keepOffices } from "#core/messages/offices.ts";
import { createOutbox } from "#core/messages/outbox.ts";
import type { ReceivedMessage, SentMessage } from "#shared/sync/messages.ts";
import type { TestCore } from "./core.ts";

/** What a PC has to say to the portal, and what the portal says to it, without a line between. */
export function mailOf(folder: string) {
  const open = () => new Database(join(folder, "archive.sqlite"));
  return {
    /** Everything that is to be sent, the oldest first; it counts as sent. */
    take(): SentMessage[] {
      const db = open();
      try {
        const outbox = createOutbox(db);
        const pending = outbox.pending();
        outbox.sent(pending.map(({ id }) => id));
        return pending;
      } finally {
        db.close();
      }
    },
    put(...messages: ReceivedMessage[]): void {
      const db = open();
      try {
        const inbox = createInbox(db);
        for (const message of messages) inbox.put(message);
      } finally {
        db.close();
      }
    },
    offices(...offices: { id: string; name: string }[]): void {
      const db = open();
      try {
        const archive = {
          sql: (text: string) => db.prepare(text),
          transact: <T>(work: () => T) => work(),
        };
        keepOffices(archive, offices);
      } finally {
        db.close();
      }
    },
  };
}

/** A core to which these messages have come. */
export async function withMail(core: TestCore, ...messages: ReceivedMessage[]): Promise<TestCore> {
  mailOf(core.folder).put(...messages);
  return core.reopen();
}

const AT = "2026-11-16T02:00:00.000Z";

/** The form that a citizen filled in on the portal. */
export const requested = (
  changes: Partial<Extract<ReceivedMessage, { type: "public.requested" }>["body"]> = {},
  id = "m-form",
): ReceivedMessage => ({
  id,
  at: AT,
  type: "public.requested",
  from: "public",
  body: {
    tracking: "P-2026-0007",
    requester: {
      kind: "individual",
      name: "Sari Contoh Lestari",
      identity: "3520000000000001",
      institution: "",
      address: "Jalan Contoh Nomor 7, Magetan",
      phone: "081200000007",
      email: "sari@contoh.example",
    },
    subject: "Data luas panen padi",
    items: [{ name: "Luas panen padi", period: "2021–2025", unit: "hektare", format: "Excel" }],
    purpose: "Penelitian",
    delivery: "drive",
    obtaining: "Salinan berkas",
    proxyFor: "",
    files: [],
    ...changes,
  },
});
