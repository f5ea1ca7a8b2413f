import "../../components/tabs.css";
import "../request/request.css";
import "./imported.css";
import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useParams } from "wouter";
import type { ImportedDetail } from "#shared/bundle/contract.ts";
import { moment, plainDay } from "#shared/time/format.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { Crumbs, useTitle } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { type ImportedTab, importedText as text } from "../../text/bundle.ts";
import { requesterKindText, stateText, stateTone } from "../../text/request.ts";
import { requestPageText } from "../../text/request-page.ts";
import { searchText } from "../../text/search.ts";
import { ImportedFiles } from "./imported-files.tsx";
import { ImportedHistory } from "./imported-history.tsx";
import { ImportedItems } from "./imported-items.tsx";
import { ImportedLetters } from "./imported-letters.tsx";
import { ImportedSheet } from "./imported-sheet.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { useImportedFile } from "./use-imported-file.ts";

/** A request of another office: everything to read, nothing to change. */
export function ImportedPage() {
  const { id = "" } = useParams();
  const bundle = useQuery("bundle.get", { id });
  useTitle(bundle.data?.number ?? text.tab);
  return (
    <QueryView query={bundle}>{(found) => <Imported key={found.id} bundle={found} />}</QueryView>
  );
}

function Imported({ bundle }: { bundle: ImportedDetail }) {
  const [tab, setTab] = useState<ImportedTab>("sheet");
  const counts: Record<ImportedTab, number | null> = {
    sheet: null,
    items: bundle.items.length,
    files: bundle.files.filter((file) => file.withdrawn === null).length,
    letters: bundle.letters.length + bundle.dispositions.length,
    history: bundle.history.length,
  };
  const shown = (Object.keys(text.tabs) as ImportedTab[]).filter(
    (id) => id !== "items" || bundle.items.length > 0,
  );
  return (
    <div className="request">
      <Head bundle={bundle} />
      <Tabs
        className="request-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => setTab(key as ImportedTab)}
      >
        <TabList className="tabs request-tablist" aria-label={bundle.number}>
          {shown.map((id) => (
            <Tab key={id} id={id} className="tab">
              {text.tabs[id]}
              {counts[id] !== null && <span className="tab-count number">{counts[id]}</span>}
            </Tab>
          ))}
        </TabList>
        <div className="request-body">
          <TabPanel id="sheet" className="request-sheet">
            <ImportedSheet bundle={bundle} />
          </TabPanel>
          {bundle.items.length > 0 && (
            <TabPanel id="items" className="request-panel">
              <ImportedItems bundle={bundle} />
            </TabPanel>
          )}
          <TabPanel id="files" className="request-panel">
            <ImportedFiles bundle={bundle} />
          </TabPanel>
          <TabPanel id="letters" className="request-panel">
            <ImportedLetters bundle={bundle} />
          </TabPanel>
          <TabPanel id="history" className="request-panel">
            <ImportedHistory bundle={bundle} />
          </TabPanel>
        </div>
        <Actions bundle={bundle} />
      </Tabs>
    </div>
  );
}

function Head({ bundle }: { bundle: ImportedDetail }) {
  const { office } = useSession();
  const { requester, definition, office: origin } = bundle;
  const facts: [string, string][] = [
    [text.from, origin.name],
    ...(requester === null
      ? []
      : ([
          [requestPageText.requester, `${requester.name} (${requesterKindText[requester.kind]})`],
        ] as [string, string][])),
    [requestPageText.sop, requestPageText.sopVersion(definition.name, definition.version)],
    [requestPageText.received, plainDay(bundle.received)],
    [text.taken, text.takenBy(moment(bundle.at, office.zone), bundle.by.name)],
  ];
  return (
    <header className="request-head">
      <div className="request-crumbs">
        <Crumbs
          crumbs={[
            { label: searchText.archive, href: "/arsip" },
            { label: text.tab, href: "/arsip/kantor-lain" },
          ]}
        />
        <span className="number">{bundle.number}</span>
      </div>
      <h1>
        <Name>{bundle.subject}</Name>{" "}
        <Chip tone={stateTone(bundle.status, bundle.outcome)}>
          {stateText(bundle.status, bundle.outcome)}
        </Chip>
      </h1>
      <dl className="request-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Name>{value}</Name>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Actions({ bundle }: { bundle: ImportedDetail }) {
  const [removes, setRemoves] = useState(false);
  const file = useImportedFile(bundle.id);
  const { whole } = bundle;
  return (
    <aside className="step-panel" aria-label={text.actions}>
      <h2>{text.actions}</h2>
      <div className="step-closed">
        <strong>{text.readOnly}</strong>
        <p>{text.readOnlyHelp}</p>
      </div>
      <LinkButton
        tone="primary"
        wide
        href={`/permohonan/baru?dari=${encodeURIComponent(bundle.id)}`}
      >
        {text.register}
      </LinkButton>
      {whole !== null && (
        <Button
          wide
          small
          icon="download"
          pending={file.pending}
          onPress={() => void file.fetch(whole)}
        >
          {text.whole}
        </Button>
      )}
      <Button wide small tone="danger" onPress={() => setRemoves(true)}>
        {text.remove}
      </Button>
      {removes && <RemoveDialog id={bundle.id} onClose={() => setRemoves(false)} />}
    </aside>
  );
}
