import "../archive/search.css";
import "./catalogue.css";
import { useState } from "react";
import { LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { catalogueText as text } from "../../text/ckan.ts";
import { CatalogueReading } from "./catalogue-reading.tsx";
import { DataRequests } from "./data-requests.tsx";
import { DatasetSearch } from "./dataset-search.tsx";

export const SETTINGS_PATH = "/pengaturan/portal-data";

/** The open data portal as it was read last: its datasets, and what people ask for there. */
export function CatalogueTab() {
  const query = useQuery("ckan.state", {});
  const [shown, setShown] = useState<"datasets" | "requests">("datasets");
  return (
    <QueryView query={query}>
      {(state) =>
        state.portal === null ? (
          <EmptyState
            title={text.noPortal}
            action={<LinkButton href={SETTINGS_PATH}>{text.toSettings}</LinkButton>}
          >
            {text.noPortalHelp}
          </EmptyState>
        ) : (
          <>
            <div className="catalogue-told">
              <div className="filter-chips" role="group" aria-label={text.kinds}>
                <FilterChip
                  on={shown === "datasets"}
                  count={state.catalogue.datasets}
                  onPress={() => setShown("datasets")}
                >
                  {text.datasets}
                </FilterChip>
                <FilterChip
                  on={shown === "requests"}
                  count={state.requests}
                  onPress={() => setShown("requests")}
                >
                  {text.requests}
                </FilterChip>
              </div>
              <CatalogueReading catalogue={state.catalogue} />
            </div>
            {shown === "datasets" ? (
              <DatasetSearch complete={state.catalogue.datasets > 0} />
            ) : (
              <DataRequests />
            )}
          </>
        )
      }
    </QueryView>
  );
}
