import "./sop.css";
import { lazy, Suspense, useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { findingText, sopText as text } from "../../text/sop.ts";
import { DraftTable } from "./draft-table.tsx";
import { NewSopDialog } from "./new-sop-dialog.tsx";
import { SopTable } from "./sop-table.tsx";
import { useDownload } from "./use-download.ts";

const SopImportDialog = lazy(async () => ({
  default: (await import("../sop-import/sop-import-dialog.tsx")).SopImportDialog,
}));

type Shown = "published" | "retired" | "drafts";
type Library = { list: ResultOf<"sop.list">; drafts: ResultOf<"draft.list"> };

/** The office's SOPs: in use, out of use, and those being written. */
export function SopsPage() {
  const list = useQuery("sop.list", {});
  const drafts = useQuery("draft.list", {});
  const [dialog, setDialog] = useState<"new" | "import" | null>(null);
  const close = (): void => setDialog(null);
  return (
    <Page
      title={text.title}
      actions={
        <>
          <LinkButton href="/sop/buku">{text.books}</LinkButton>
          <TemplateButton />
          <Button onPress={() => setDialog("import")}>{text.import}</Button>
          <Button tone="primary" icon="plus" onPress={() => setDialog("new")}>
            {text.newSop}
          </Button>
        </>
      }
    >
      <QueryView query={list}>
        {(found) => (
          <QueryView query={drafts}>
            {(written) => <LibraryView list={found} drafts={written} />}
          </QueryView>
        )}
      </QueryView>
      {dialog === "new" && <NewSopDialog onClose={close} />}
      {dialog === "import" && (
        <Suspense fallback={null}>
          <SopImportDialog onClose={close} />
        </Suspense>
      )}
    </Page>
  );
}

function TemplateButton() {
  const template = useAction("sop.template");
  const download = useDownload();
  return (
    <Button
      icon="download"
      pending={template.pending}
      onPress={() => void template.run({}).then((made) => download(made, text.templateSaved))}
    >
      {text.template}
    </Button>
  );
}

function LibraryView({ list, drafts }: Library) {
  const [shown, setShown] = useState<Shown>("published");
  const [words, setWords] = useState("");
  const { sops, broken } = list;
  const has = wordsIn(words);
  const found = {
    published: sops.filter((sop) => sop.state === "published" && has(sop.name, sop.number)),
    retired: sops.filter((sop) => sop.state === "retired" && has(sop.name, sop.number)),
    drafts: drafts.filter((draft) => has(draft.name)),
  };
  return (
    <>
      {broken.map(({ file, message, findings }) => (
        <ErrorNote key={file} title={text.broken}>
          {message}
          <ul className="sop-list">
            {findings.map(({ code, step, detail }) => (
              <li key={`${code} ${step} ${detail}`}>{findingText(code, step, detail)}</li>
            ))}
          </ul>
        </ErrorNote>
      ))}
      <div className="sop-filter">
        <div className="filter-chips" role="group" aria-label={text.states}>
          {(["published", "retired", "drafts"] as const).map((one) => (
            <FilterChip
              key={one}
              on={shown === one}
              count={found[one].length}
              onPress={() => setShown(one)}
            >
              {text[one]}
            </FilterChip>
          ))}
        </div>
        <div className="sop-words">
          <TextField
            label={text.words}
            hideLabel
            type="search"
            placeholder={text.wordsPlaceholder}
            value={words}
            onChange={setWords}
          />
        </div>
      </div>
      {found[shown].length === 0 ? (
        <Nothing shown={shown} searched={words.trim() !== ""} onClear={() => setWords("")} />
      ) : shown === "drafts" ? (
        <DraftTable drafts={found.drafts} />
      ) : (
        <SopTable sops={found[shown]} />
      )}
    </>
  );
}

const NOTHING: Record<Shown, { title: string; help: string }> = {
  published: { title: text.none, help: text.noneHelp },
  retired: { title: text.noneRetired, help: text.noneRetiredHelp },
  drafts: { title: text.noDrafts, help: text.noDraftsHelp },
};

type NothingProps = { shown: Shown; searched: boolean; onClear: () => void };

function Nothing({ shown, searched, onClear }: NothingProps) {
  return searched ? (
    <EmptyState title={text.notFound} action={<Button onPress={onClear}>{text.clear}</Button>}>
      {text.notFoundHelp}
    </EmptyState>
  ) : (
    <EmptyState title={NOTHING[shown].title}>{NOTHING[shown].help}</EmptyState>
  );
}

/** Whether every typed word stands somewhere in the texts, whatever its case. */
function wordsIn(typed: string): (...texts: string[]) => boolean {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return (...texts) => {
    const all = texts.join(" ").toLowerCase();
    return words.every((word) => all.includes(word));
  };
}
