import type { AnsweredStep } from "#shared/public-request/events.ts";
import type { Archive } from "../archive/archive.ts";

/** What was decided on one message, as the office's events say. `id` is the event's. */
export type Decision = { id: string; at: string; by: string } & (
  | { kind: "returned" | "refused"; seen: string[]; words: string }
  | { kind: "answered"; answer: AnsweredStep }
  | { kind: "declined"; words: string }
  | { kind: "forgotten" }
);

type Row = { event: string; kind: string; at: string; actor: string; body: string };

export function decisionsOn(archive: Archive, message: string): Decision[] {
  const rows = archive
    .sql(
      "SELECT event, kind, at, actor, body FROM incoming_decision WHERE message = ? ORDER BY event",
    )
    .all(message) as Row[];
  return rows.map(({ event: id, kind, at, actor: by, body }): Decision => {
    const read = JSON.parse(body) as { seen?: string[]; text?: string; reason?: string };
    const words = read.text ?? read.reason ?? "";
    switch (kind) {
      case "returned":
      case "refused":
        return { id, at, by, kind, seen: read.seen ?? [], words };
      case "answered":
        return { id, at, by, kind, answer: JSON.parse(body) as AnsweredStep };
      case "forgotten":
        return { id, at, by, kind };
      default:
        return { id, at, by, kind: "declined", words };
    }
  });
}

export const isFormDecision = (
  decision: Decision,
): decision is Extract<Decision, { kind: "returned" | "refused" }> =>
  decision.kind === "returned" || decision.kind === "refused";
