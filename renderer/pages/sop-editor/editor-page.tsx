import "../../components/tabs.css";
import "./editor.css";
import { useEffect, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useParams } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { Crumbs, useTitle } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useServices } from "../../store/services.ts";
import { useQuery } from "../../store/use-query.ts";
import { sopText } from "../../text/sop.ts";
import { type EditorTab, editorText as text } from "../../text/sop-editor.ts";
import { DraftSheet } from "./draft-sheet.tsx";
import { EditorProvider, useDraft, useEditor } from "./editor-context.ts";
import { createEditor } from "./editor-store.ts";
import { EditorToolbar } from "./editor-toolbar.tsx";
import { FindingList } from "./finding-list.tsx";
import { IdentityForm } from "./identity-form.tsx";
import { LaneRow } from "./lane-row.tsx";
import { StepTable } from "./step-table.tsx";
import { useEditorKeys } from "./use-editor-keys.ts";

/** The editor of an SOP: its table, with the drawing and the findings beside it. */
export function SopEditorPage() {
  const { id = "" } = useParams();
  const query = useQuery("draft.get", { id });
  return (
    <QueryView query={query}>{(draft) => <EditorView key={draft.id} draft={draft} />}</QueryView>
  );
}

function EditorView({ draft }: { draft: ResultOf<"draft.get"> }) {
  const { client, queries, unsaved } = useServices();
  const [editor] = useState(() =>
    createEditor(client, draft, (saved) => queries.put("draft.get", { id: draft.id }, saved)),
  );
  useEffect(() => {
    let release: (() => void) | null = null;
    const stop = editor.subscribe(({ save }) => {
      if (save === "failed" && release === null) release = unsaved.hold(text.unsaved);
      if (save === "saved") {
        release?.();
        release = null;
      }
    });
    // Within the app leaving saves; a window that closes at once would not wait for it.
    const close = (event: BeforeUnloadEvent): void => {
      if (editor.getState().save !== "saved") event.preventDefault();
    };
    window.addEventListener("beforeunload", close);
    return () => {
      window.removeEventListener("beforeunload", close);
      stop();
      release?.();
      // Whoever leaves within the moment of settling still finds everything again.
      void editor.flush().then(() => queries.invalidate(null));
    };
  }, [editor, queries, unsaved]);
  return (
    <EditorProvider value={editor}>
      <EditorBody based={draft.based} id={draft.id} />
    </EditorProvider>
  );
}

function EditorBody({ id, based }: { id: string; based: number | null }) {
  const { name, version } = useDraft();
  const editor = useEditor();
  const [tab, setTab] = useState<EditorTab>("table");
  useTitle(text.title(name));
  useEditorKeys(editor);

  /** Shows the row that a finding is about. */
  function goTo(step: number | null): void {
    setTab(step === null ? "identity" : "table");
    if (step === null) return;
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`[data-row="${step}"]`);
      row?.scrollIntoView({ block: "center" });
      row?.querySelector<HTMLElement>("textarea")?.focus();
    });
  }

  return (
    <div className="editor">
      <header className="editor-head">
        <div className="editor-title">
          <Crumbs crumbs={[{ label: sopText.title, href: "/sop" }]} />
          <h1>{name === "" ? text.unnamed : name}</h1>
          <p className="muted">{text.becomes(version, based)}</p>
        </div>
        <EditorToolbar id={id} based={based} />
      </header>
      <Tabs
        className="editor-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => setTab(key as EditorTab)}
      >
        <TabList className="tabs" aria-label={text.parts}>
          {(Object.keys(text.tabs) as EditorTab[]).map((key) => (
            <Tab key={key} id={key} className="tab">
              {text.tabs[key]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="table" className="editor-split">
          <div className="editor-table">
            <LaneRow />
            <StepTable />
          </div>
          <aside className="editor-side" aria-label={text.drawing}>
            <FindingList onGo={goTo} />
            <DraftSheet mode="drawing" onSelect={goTo} />
          </aside>
        </TabPanel>
        <TabPanel id="identity" className="editor-panel">
          <IdentityForm />
        </TabPanel>
        <TabPanel id="sheet" className="editor-sheet">
          <DraftSheet mode="sheet" onSelect={goTo} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
