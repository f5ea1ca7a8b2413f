import { useState } from "react";
import { Link } from "wouter";
import type { DataRequestShown } from "#shared/ckan/contract.ts";
import { shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { Name } from "../../components/name.tsx";
import { OutLink } from "../../components/out-link.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { dataRequestText as text } from "../../text/ckan.ts";
import { TakeDialog } from "./take-dialog.tsx";

/** What people asked for on the portal, to be taken over as a request. */
export function DataRequests() {
  const [closed, setClosed] = useState(false);
  const [taken, setTaken] = useState<DataRequestShown | null>(null);
  const query = useQuery("datarequest.list", { closed });
  return (
    <QueryView query={query}>
      {({ supported, rows }) =>
        !supported && rows.length === 0 ? (
          <EmptyState title={text.unsupported}>{text.unsupportedHelp}</EmptyState>
        ) : (
          <>
            <div className="filter-chips" role="group" aria-label={text.title}>
              <FilterChip on={!closed} onPress={() => setClosed(false)}>
                {text.open}
              </FilterChip>
              <FilterChip on={closed} onPress={() => setClosed(true)}>
                {text.closed}
              </FilterChip>
            </div>
            {rows.length === 0 ? (
              <EmptyState title={closed ? text.noneClosed : text.none}>
                {closed ? undefined : text.noneHelp}
              </EmptyState>
            ) : (
              <ul className="catalogue-list" aria-label={text.title}>
                {rows.map((row) => (
                  <Row key={row.id} row={row} onTake={() => setTaken(row)} />
                ))}
              </ul>
            )}
            {taken !== null && <TakeDialog asked={taken} onClose={() => setTaken(null)} />}
          </>
        )
      }
    </QueryView>
  );
}

function Row({ row, onTake }: { row: DataRequestShown; onTake: () => void }) {
  const { title, description, organization, asker, opened, closed, url, request } = row;
  const day = opened === "" ? "" : shortDay(opened.slice(0, 10));
  return (
    <li className="datarequest">
      <div>
        <p className="catalogue-title">
          <Name>{title}</Name>
        </p>
        {description !== "" && (
          <p>
            <Name>{description}</Name>
          </p>
        )}
        <p className="small muted">
          <Name>{[text.asked(day, asker), organization].filter(Boolean).join(" · ")}</Name>
        </p>
      </div>
      <div className="datarequest-actions">
        {request !== null ? (
          <Link href={`/permohonan/${request.id}`}>{text.registered(request.number)}</Link>
        ) : (
          !closed && (
            <Button small tone="primary" onPress={onTake}>
              {text.take}
            </Button>
          )
        )}
        <OutLink url={url} />
      </div>
    </li>
  );
}
