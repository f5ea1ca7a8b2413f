import type { ResultOf } from "#shared/contract.ts";
import { type ErrorCode, failure, isErrorCode } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";
import { OFFICE_STREAM } from "../archive/office-stream.ts";

/** Refusals kept at most; the oldest go first. */
const MOST = 1000;

export type Refusal = {
  /** Event `writer:seq`, a message's id, or a SHA-256. */
  id: string;
  direction: "out" | "in";
  type: string;
  /** Request id, `office`, or empty. */
  stream: string;
  code: string;
};

/** A request of which something cannot be read. */
export const unread = (stream: string): Refusal => ({
  id: stream,
  direction: "in",
  type: "",
  stream,
  code: "request_unread",
});

export type Refusals = ReturnType<typeof createRefusals>;

/** What the portal refused, and what could not be taken over from it. */
export function createRefusals({ sql, now }: Pick<Archive, "sql" | "now">) {
  type Row = Refusal & { at: string };
  return {
    add(refusal: Refusal): void {
      sql(
        `INSERT INTO sync_refused (id, at, direction, type, stream, code)
         VALUES (@id, @at, @direction, @type, @stream, @code)
         ON CONFLICT (id) DO UPDATE SET code = excluded.code`,
      ).run({ ...refusal, at: now() });
      sql(
        `DELETE FROM sync_refused WHERE id IN
           (SELECT id FROM sync_refused ORDER BY at DESC, id LIMIT -1 OFFSET ${MOST})`,
      ).run();
    },
    remove: (id: string): void => void sql("DELETE FROM sync_refused WHERE id = ?").run(id),
    count: (): number => sql("SELECT count(*) FROM sync_refused").pluck().get() as number,
    list(): ResultOf<"sync.refused"> {
      const rows = sql(
        `SELECT sync_refused.*, request.number FROM sync_refused
         LEFT JOIN request ON request.id = stream ORDER BY at DESC, sync_refused.id`,
      ).all() as (Row & { number: string | null })[];
      return rows.map(({ id, at, direction, type, stream, code, number }) => ({
        id,
        at,
        direction,
        type,
        request: stream === OFFICE_STREAM || number === null ? null : { id: stream, number },
        failure: sentenceOf(code),
      }));
    },
  };
}

/** The sentence of a code, also of one that only a newer portal knows. */
const sentenceOf = (code: string): { code: string; message: string } =>
  isErrorCode(code)
    ? failure(code satisfies ErrorCode)
    : { code, message: failure("portal_refused", { detail: code }).message };
