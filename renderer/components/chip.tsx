import "./chip.css";
import type { ReactNode } from "react";
import type { ChipTone } from "../text/request.ts";

/** A state in a word; the tone only supports it. */
export function Chip({ tone, children }: { tone: ChipTone; children: ReactNode }) {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}
