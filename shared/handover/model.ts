import type { HandedStep } from "./events.ts";

/** A step that another office was asked to do, and what came of it. */
export type HandoverState = HandedStep & {
  at: string;
  by: string;
  state: "open" | "answered" | "declined" | "recalled";
  /** What came back; of a declined or recalled one the reason is its note. */
  reply: { at: string; by: string; branch: string | null; note: string } | null;
};
