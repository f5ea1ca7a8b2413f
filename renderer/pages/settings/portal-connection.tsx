import type { Zone } from "#shared/time/zone.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { SyncFacts } from "../../components/sync-facts.tsx";
import { useServices } from "../../store/services.ts";
import { type SyncState, syncText as text, waitingWords } from "../../text/sync.ts";

type PortalConnectionProps = {
  state: SyncState;
  portal: NonNullable<SyncState["portal"]>;
  zone: Zone;
};

/** Where this PC has joined, and how it stands. */
export function PortalConnection({ state, portal, zone }: PortalConnectionProps) {
  const { client, queries, questions, notices } = useServices();
  const { url, office, device } = portal;

  async function leave(): Promise<void> {
    const question = text.leaveQuestion(office);
    const waits = waitingWords(state.waiting);
    const body = question.body + (waits === "" ? "" : text.leaveWaiting(waits));
    if (!(await questions.ask({ ...question, body }))) return;
    const left = await client.call("sync.leave", { confirmed: true });
    if (left.ok) notices.tell(text.left);
    else notices.fail(left.error);
    queries.invalidate(null);
  }

  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.connection}</h2>
        <Button small tone="quiet" onPress={() => void leave()}>
          {text.leave}
        </Button>
      </header>
      <div className="card-body portal-connection">
        <div>
          <dl className="facts-list">
            <dt>{text.portal}</dt>
            <dd>
              <bdi>{url}</bdi>
            </dd>
            <dt>{text.office}</dt>
            <dd>
              <Name>{office}</Name>
            </dd>
            <dt>{text.thisPc}</dt>
            <dd>
              <Name>{text.pcOf(device.name, device.letter)}</Name>
            </dd>
          </dl>
          <p className="muted small portal-letter">{text.letterHelp(device.letter)}</p>
        </div>
        <SyncFacts state={state} zone={zone} />
      </div>
    </section>
  );
}
