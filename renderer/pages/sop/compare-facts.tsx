import type { FactChange } from "#shared/sop/compare.ts";
import { compareText as text, factName, factValue } from "../../text/sop-compare.ts";
import { ChangedWords } from "./changed-words.tsx";

type CompareFactsProps = { facts: readonly FactChange[]; before: number; after: number };

/** What changed beside the rows, part by part. */
export function CompareFacts({ facts, before, after }: CompareFactsProps) {
  return (
    <table className="plain-table card compare-table">
      <thead>
        <tr>
          <th scope="col" className="compare-fact">
            {text.fact}
          </th>
          <th scope="col">{text.version(before)}</th>
          <th scope="col">{text.version(after)}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.field}>
            <th scope="row">{factName(fact.field)}</th>
            <td>
              <Lines fact={fact} side="before" />
            </td>
            <td>
              <Lines fact={fact} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Items of a list: those that both have stay plain, the others are marked whole or by words. */
function Lines({ fact, side }: { fact: FactChange; side: "before" | "after" }) {
  const value = (line: string): string => factValue(fact.field, line);
  const { before, after } = fact;
  if (before.length <= 1 && after.length <= 1) {
    return (
      <ChangedWords before={value(before[0] ?? "")} after={value(after[0] ?? "")} side={side} />
    );
  }
  const others = side === "before" ? after : before;
  if (fact[side].length === 0) return <span className="muted">{text.empty}</span>;
  return (
    <ol className="sop-list">
      {fact[side].map((line) => (
        <li key={line}>
          {others.includes(line) ? (
            line
          ) : (
            <ChangedWords
              before={side === "before" ? line : ""}
              after={side === "after" ? line : ""}
              side={side}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
