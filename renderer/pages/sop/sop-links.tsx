import { Link } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { sopText as text } from "../../text/sop.ts";

/** Other SOPs of the office that this one names, each once. */
export function SopLinks({ links }: Pick<ResultOf<"sop.get">, "links">) {
  const others = new Map(links.map((link) => [link.sop, link]));
  if (others.size === 0) return null;
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.links}</h2>
      </header>
      <ul className="sop-rows">
        {[...others.values()].map(({ sop, name, text: words }) => (
          <li key={sop}>
            <Link href={`/sop/${sop}`}>{name}</Link>
            <span className="muted small">{text.linkAs(words)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
