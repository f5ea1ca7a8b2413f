import { Link } from "wouter";
import type { ConflictShown, ConflictSide } from "#shared/conflict/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { conflictsText as text, decisionText } from "../../text/conflicts.ts";

type ConflictCardProps = {
  conflict: ConflictShown;
  onChoose: (conflict: ConflictShown, keep: "held" | "other") => void;
};

/** Two decisions side by side: who, when, on which PC, and what each wrote since. */
export function ConflictCard({ conflict, onChoose }: ConflictCardProps) {
  const { request, held, other, able } = conflict;
  return (
    <article className="card conflict" aria-label={request.number}>
      <header className="card-head conflict-head">
        <h2>
          <Link href={`/permohonan/${request.id}`} className="number">
            {request.number}
          </Link>{" "}
          <Name>{request.subject}</Name>
        </h2>
        <span className="muted small">
          <Name>{request.requester === "" ? request.sop : request.requester}</Name>
        </span>
      </header>
      <div className="conflict-sides">
        <Side
          title={text.held}
          side={held}
          action={<Button onPress={() => onChoose(conflict, "held")}>{text.keepHeld}</Button>}
        />
        <Side
          title={text.other}
          side={other}
          action={
            able ? (
              <Button onPress={() => onChoose(conflict, "other")}>{text.keepOther}</Button>
            ) : (
              <p className="muted small">{text.unable}</p>
            )
          }
        />
      </div>
      <p className="muted small conflict-kept">{text.tracesKept}</p>
    </article>
  );
}

type SideProps = { title: string; side: ConflictSide; action: React.ReactNode };

function Side({ title, side, action }: SideProps) {
  return (
    <section className="conflict-side" aria-label={title}>
      <h3>{title}</h3>
      {side.decisions.length === 0 && <p className="muted">{text.nothingHeld}</p>}
      <ol className="conflict-decisions">
        {side.decisions.map((one) => (
          <li key={one.id}>
            <strong>{decisionText(one)}</strong>
            <Written of={one} />
            {one.note !== "" && (
              <q className="conflict-note">
                <Name>{one.note}</Name>
              </q>
            )}
          </li>
        ))}
      </ol>
      {side.traces.length > 0 && (
        <>
          <h4>{text.traces}</h4>
          <ul className="conflict-traces">
            {side.traces.map((one) => (
              <li key={one.id}>
                <Icon name={ICONS[one.what]} />
                <span>
                  <Name>{one.text}</Name>
                  <Written of={one} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="conflict-choose">{action}</div>
    </section>
  );
}

function Written({ of }: { of: Pick<ConflictSide["traces"][number], "at" | "by" | "pc" | "own"> }) {
  const { office } = useSession();
  const pc = of.own ? text.thisPc : of.pc === "" ? text.otherPc : of.pc;
  return <small>{text.by(of.by.name, moment(of.at, office.zone), pc)}</small>;
}

const ICONS: Record<ConflictSide["traces"][number]["what"], IconName> = {
  letter: "file",
  file: "file",
  note: "info",
  disposition: "file",
  other: "info",
};
