import { Link } from "wouter";
import type { LostDecision } from "#shared/conflict/contract.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { conflictsText as text, lostText } from "../../text/conflicts.ts";

/** Decisions of the one at work that somebody set aside, until they have been read. */
export function LostCard({ lost }: { lost: readonly LostDecision[] }) {
  if (lost.length === 0) return null;
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.lost}</h2>
        <span className="muted number">{lost.length}</span>
      </header>
      {lost.map((one) => (
        <Row key={`${one.request} ${one.conflict}`} one={one} />
      ))}
    </section>
  );
}

function Row({ one }: { one: LostDecision }) {
  const { notices } = useServices();
  const read = useAction("conflict.acknowledge");
  const { request, conflict, number, settled } = one;
  async function run(): Promise<void> {
    const result = await read.run({ request, conflict });
    if (!result.ok) notices.fail(result.error);
  }
  return (
    <div className="home-lost">
      <p>
        <Link href={`/permohonan/${request}`}>{text.lostLine(number, lostText(one))}</Link>
        <small>
          <Name>{text.lostReason(settled.by.name, settled.reason)}</Name>
        </small>
      </p>
      <Button small pending={read.pending} onPress={() => void run()}>
        {text.acknowledge}
      </Button>
    </div>
  );
}
