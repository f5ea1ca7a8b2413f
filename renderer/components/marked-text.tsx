import "./marked-text.css";
import type { Marked } from "#shared/search/contract.ts";

/** A text with what was searched for marked in it. */
export function MarkedText({ text, marks }: Marked) {
  const pieces: { from: number; to: number; on: boolean }[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    pieces.push({ from: at, to: from, on: false }, { from, to, on: true });
    at = to;
  }
  pieces.push({ from: at, to: text.length, on: false });
  return (
    <bdi>
      {pieces.map(({ from, to, on }) => {
        if (from === to) return null;
        const piece = text.slice(from, to);
        return on ? (
          <mark key={from} className="mark">
            {piece}
          </mark>
        ) : (
          piece
        );
      })}
    </bdi>
  );
}
