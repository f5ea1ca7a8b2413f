import { wordChanges } from "#shared/sop/word-changes.ts";
import { compareText as text } from "../../text/sop-compare.ts";

type ChangedWordsProps = { before: string; after: string; side: "before" | "after" };

/** One side's text with the words that only it has marked: struck out or underlined. */
export function ChangedWords({ before, after, side }: ChangedWordsProps) {
  const own = side === "before" ? before : after;
  if (own === "") return <span className="muted">{text.empty}</span>;
  return wordChanges(before, after)
    .filter((one) => one.in === "both" || one.in === side)
    .map((one, place) => {
      // Stretches have no identity but their place.
      const key = String(place);
      if (one.in === "both") return <span key={key}>{`${one.text} `}</span>;
      const Mark = side === "before" ? "del" : "ins";
      return (
        <span key={key}>
          <Mark className={`change-${side}`}>
            <span className="visually-hidden">
              {`${side === "before" ? text.removed : text.added} `}
            </span>
            {one.text}
          </Mark>{" "}
        </span>
      );
    });
}
