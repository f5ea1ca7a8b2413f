import "../../components/tabs.css";
import "../../paper/paper.css";
import "./template-editor.css";
import { useMemo, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useParams } from "wouter";
import type { ResultOf } from "#shared/contract.ts";
import { Crumbs, useTitle } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useLatest } from "../../store/use-latest.ts";
import { useQuery } from "../../store/use-query.ts";
import { settingsText } from "../../text/settings.ts";
import { type EditorTab, originOf, templatesText as text } from "../../text/templates.ts";
import { useEditorKeys } from "../sop-editor/use-editor-keys.ts";
import { AboutForm } from "./about-form.tsx";
import { BlockList } from "./block-list.tsx";
import { EditorProvider, ProblemsProvider, useEditor, useTemplate } from "./editor-context.ts";
import { createEditor } from "./editor-store.ts";
import { EditorToolbar } from "./editor-toolbar.tsx";
import { InputList } from "./input-list.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import { ProblemList } from "./problem-list.tsx";
import { type Problem, problemsOf } from "./problems.ts";

type Known = ResultOf<"template.get">;

/** The editor of a letter's template, with the true paper beside it. */
export function TemplateEditorPage() {
  const { id = "" } = useParams();
  const query = useQuery("template.get", { id });
  return <QueryView query={query}>{(known) => <EditorView key={id} known={known} />}</QueryView>;
}

function EditorView({ known }: { known: Known }) {
  const [editor] = useState(() => createEditor(known.template, known.version));
  useEditorKeys(editor);
  return (
    <EditorProvider value={editor}>
      <EditorBody known={known} />
    </EditorProvider>
  );
}

/** Typing settles for this long before it is checked, in milliseconds. */
const SETTLE = 150;

function useProblemsNow(): readonly Problem[] {
  const template = useTemplate();
  const { result, failure } = useLatest("template.check", { template }, SETTLE);
  const said = JSON.stringify(problemsOf(result?.findings ?? [], failure));
  // The same problems stay the same value, so that typing draws no other block anew.
  return useMemo(() => JSON.parse(said) as Problem[], [said]);
}

function EditorBody({ known }: { known: Known }) {
  const template = useTemplate();
  const { version } = useEditor().getState();
  const problems = useProblemsNow();
  const [tab, setTab] = useState<EditorTab>("blocks");
  useTitle(template.name);
  return (
    <ProblemsProvider value={problems}>
      <div className="template-editor">
        <header className="editor-head">
          <div className="editor-title">
            <Crumbs
              crumbs={[
                { label: settingsText.title, href: "/pengaturan" },
                { label: text.title, href: "/pengaturan/templat" },
              ]}
            />
            <h1>{template.name}</h1>
            <p className="muted">{text.standing(version, originOf(known))}</p>
          </div>
          <EditorToolbar known={known} />
        </header>
        <div className="template-split">
          <div className="template-form">
            <ProblemList onTab={setTab} />
            <Tabs
              className="template-tabs"
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
              <TabPanel id="blocks" className="template-panel">
                <BlockList />
              </TabPanel>
              <TabPanel id="inputs" className="template-panel">
                <InputList />
              </TabPanel>
              <TabPanel id="about" className="template-panel">
                <AboutForm />
              </TabPanel>
            </Tabs>
          </div>
          <PreviewPane template={template} />
        </div>
      </div>
    </ProblemsProvider>
  );
}
