import type { TextState } from "./file-text.ts";

/** Text found in one attachment, and what became of the reading. */
export type Extracted = { state: Exclude<TextState, "waiting">; text: string };

/** UTF-16 units that are searched of one attachment. */
export const MOST_TEXT = 200_000;

/** A scan without a text layer says nothing. */
export const said = (text: string): Extracted =>
  text.trim() === "" ? { state: "empty", text: "" } : { state: "ok", text };
