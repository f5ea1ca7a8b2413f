import "../../components/tabs.css";
import "./request.css";
import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useParams, useSearch } from "wouter";
import type { RequestDetail } from "#shared/contract.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { useTitle } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { requestPageText, type TabId } from "../../text/request-page.ts";
import { DestroyedRequest } from "../archive/destroyed-request.tsx";
import { RequestPaperDialog } from "./document-dialog.tsx";
import { FilesTab } from "./files-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import { ItemsTab } from "./items-tab.tsx";
import { LettersTab } from "./letters-tab.tsx";
import type { RequestPaper } from "./papers.ts";
import { RequestHead } from "./request-head.tsx";
import { SheetTab } from "./sheet-tab.tsx";
import { StepPanel } from "./step-panel.tsx";

export function RequestPage() {
  const { id = "" } = useParams();
  const request = useQuery("request.get", { id });
  const sop = request.data?.sop;
  const definition = useQuery("sop.get", sop ? { id: sop.id, version: sop.version } : null);
  useTitle(request.data?.number ?? requestPageText.loading);
  return (
    <QueryView query={request}>
      {(detail) => (
        <QueryView query={definition}>
          {(found) =>
            detail.destroyed === null ? (
              <RequestView key={detail.id} request={detail} definition={found} />
            ) : (
              <DestroyedRequest request={detail} />
            )
          }
        </QueryView>
      )}
    </QueryView>
  );
}

function RequestView({ request, definition }: { request: RequestDetail; definition: Definition }) {
  const asked = useAskedTab();
  const [tab, setTab] = useState<TabId>(asked);
  const [paper, setPaper] = useState<RequestPaper | null>(useAskedLetter(request));
  const { tabs } = requestPageText;
  const events = useQuery("history.list", { request: request.id });
  const counts: Record<TabId, number | null> = {
    sheet: null,
    items: request.items.length,
    files: request.files.filter((file) => file.withdrawn === null).length,
    letters: request.letters.length + request.dispositions.length,
    history: events.data?.length ?? null,
  };
  // In-house work asks nobody for data, unless its rows were written down all the same.
  const asks = request.requester !== null || request.items.length > 0;
  const shown = (Object.keys(tabs) as TabId[]).filter((id) => id !== "items" || asks);
  return (
    <div className="request">
      <RequestHead request={request} />
      <Tabs
        className="request-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => setTab(key as TabId)}
      >
        {/* First, because the panels take their ids from it; the style puts it at the foot. */}
        <TabList className="tabs request-tablist" aria-label={request.number}>
          {shown.map((id) => (
            <Tab key={id} id={id} className="tab">
              {tabs[id]}
              {counts[id] !== null && <span className="tab-count number">{counts[id]}</span>}
            </Tab>
          ))}
        </TabList>
        <div className="request-body">
          <TabPanel id="sheet" className="request-sheet">
            <SheetTab request={request} definition={definition} />
          </TabPanel>
          {asks && (
            <TabPanel id="items" className="request-panel">
              <ItemsTab request={request} />
            </TabPanel>
          )}
          <TabPanel id="files" className="request-panel">
            <FilesTab request={request} />
          </TabPanel>
          <TabPanel id="letters" className="request-panel">
            <LettersTab request={request} definition={definition} onOpen={setPaper} />
          </TabPanel>
          <TabPanel id="history" className="request-panel">
            <HistoryTab query={events} />
          </TabPanel>
        </div>
        <StepPanel request={request} definition={definition} onTab={setTab} onPaper={setPaper} />
      </Tabs>
      {paper !== null && (
        <RequestPaperDialog request={request} paper={paper} onClose={() => setPaper(null)} />
      )}
    </div>
  );
}

/** The letter that the address names, as in `?surat=ID`; it opens with the page. */
function useAskedLetter({ letters }: RequestDetail): RequestPaper | null {
  const asked = new URLSearchParams(useSearch()).get("surat");
  const found = letters.find(({ id }) => id === asked);
  return found === undefined ? null : { kind: found.kind, letter: found.id };
}

/** The tab that the address names, as in `?tab=letters`; the sheet without one. */
function useAskedTab(): TabId {
  const address = new URLSearchParams(useSearch());
  const asked = address.get("tab") ?? (address.has("surat") ? "letters" : "");
  return Object.hasOwn(requestPageText.tabs, asked) ? (asked as TabId) : "sheet";
}
