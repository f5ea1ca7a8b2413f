import type { UPLOADS } from "../text.ts";

/** What a file of the public is: `reply` for one that comes later, with an answer to the office. */
export type UploadKind = keyof typeof UPLOADS | "reply";

/** A file that was checked and kept, for the form with this nonce. */
export type Upload = {
  id: string;
  kind: UploadKind;
  /** Safe, with the extension of what it is. */
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
};

export const UPLOAD_LIMITS = {
  /** Bytes of one file, files of one form, and bytes of them all. */
  file: 10 * 1024 * 1024,
  files: 5,
  total: 25 * 1024 * 1024,
} as const;
