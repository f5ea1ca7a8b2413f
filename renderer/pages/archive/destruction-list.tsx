import { useState } from "react";
import type { Destruction } from "#shared/retention/contract.ts";
import { moment, shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Name } from "../../components/name.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { destructionText as text } from "../../text/retention.ts";
import { DestructionDialog } from "./destruction-dialog.tsx";
import { toneOf } from "./destruction-tone.ts";

/** All proposals of destruction, the latest first. */
export function DestructionList() {
  const query = useQuery("destruction.list", {});
  const [open, setOpen] = useState<string | null>(null);
  return (
    <QueryView query={query}>
      {(proposals) => (
        <>
          {proposals.length === 0 ? (
            <EmptyState title={text.none}>{text.noneHelp}</EmptyState>
          ) : (
            <div className="card retention-proposals">
              <table className="plain-table">
                <thead>
                  <tr>
                    {Object.values(text.columns).map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                    <th aria-hidden="true" />
                  </tr>
                </thead>
                <tbody>
                  {proposals.map((one) => (
                    <Row key={one.id} proposal={one} onOpen={() => setOpen(one.id)} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {open !== null && <DestructionDialog id={open} onClose={() => setOpen(null)} />}
        </>
      )}
    </QueryView>
  );
}

function Row({ proposal, onOpen }: { proposal: Destruction; onOpen: () => void }) {
  const { zone } = useSession().office;
  const { status, count, proposed, approvals, record } = proposal;
  return (
    <tr>
      <td>
        {moment(proposed.at, zone)}
        <br />
        <small className="muted">
          <Name>{proposed.by.name}</Name>
        </small>
      </td>
      <td className="number">{text.count(count)}</td>
      <td>{text.approvalsOf(approvals.length)}</td>
      <td>
        {record === null ? (
          <span className="muted">{text.noRecord}</span>
        ) : (
          <>
            <Name>{record.number}</Name>
            <br />
            <small className="muted">{shortDay(record.date)}</small>
          </>
        )}
      </td>
      <td>
        <Chip tone={toneOf(status)}>{text.status[status]}</Chip>
      </td>
      <td className="retention-open">
        <Button small onPress={onOpen}>
          {text.open}
        </Button>
      </td>
    </tr>
  );
}
