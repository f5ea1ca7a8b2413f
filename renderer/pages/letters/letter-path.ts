import type { ResultOf } from "#shared/contract.ts";

export type LetterRow = ResultOf<"letter.list">["rows"][number];

/** The address that opens a letter within its request. */
export const letterPath = ({ request, id }: Pick<LetterRow, "request" | "id">): string =>
  `/permohonan/${request}?surat=${id}`;
