import type { ReactNode } from "react";
import { useLine } from "../store/hooks.ts";
import { lineText } from "../text/frame.ts";
import "./screen.css";

/** Shows the window only while a core is, or may soon be, at the other end. */
export function LineGate({ children }: { children: ReactNode }) {
  const line = useLine();
  switch (line) {
    case "connecting":
      return (
        <main className="screen">
          <p role="status">{lineText.connecting}</p>
        </main>
      );
    case "gone":
      return (
        <main className="screen">
          <h1>{lineText.gone}</h1>
          <p>{lineText.goneWhat}</p>
          <p>{lineText.goneKept}</p>
          <p>{lineText.goneDo}</p>
        </main>
      );
    case "refused":
      return (
        <main className="screen">
          <h1>{lineText.refused}</h1>
          <p>{lineText.refusedWhat}</p>
          <p>{lineText.refusedDo}</p>
        </main>
      );
    case "open":
    case "lost":
      return children;
    default:
      return line satisfies never;
  }
}
