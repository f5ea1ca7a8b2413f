import { useState } from "react";
import type { DatasetHit } from "#shared/ckan/contract.ts";
import { shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Name } from "../../components/name.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useQuery } from "../../store/use-query.ts";
import { useSettled } from "../../store/use-settled.ts";
import { catalogueText as text } from "../../text/ckan.ts";
import { DatasetDialog } from "./dataset-dialog.tsx";

/** Typing settles for so long before it is searched, in milliseconds. */
const SETTLE = 180;
const PAGE = 20;
const ANY = "";

/** The catalogue by words, organisation and format. */
export function DatasetSearch({ complete }: { complete: boolean }) {
  const [words, setWords] = useState("");
  const [organization, setOrganization] = useState(ANY);
  const [format, setFormat] = useState(ANY);
  const [page, setPage] = useState(0);
  const [opened, setOpened] = useState<string | null>(null);
  const settled = useSettled(words, SETTLE);
  const params = { words: settled, organization, format, offset: page * PAGE, limit: PAGE };
  const found = useQuery("catalogue.find", params, { keep: true });
  const facets = useQuery("catalogue.facets", {}).data;
  const total = found.data?.total ?? 0;
  const narrowed = organization !== ANY || format !== ANY;

  function first<T>(set: (value: T) => void): (value: T) => void {
    return (value) => {
      setPage(0);
      set(value);
    };
  }
  function clear(): void {
    setOrganization(ANY);
    setFormat(ANY);
    setPage(0);
  }

  if (!complete) return <EmptyState title={text.empty}>{text.emptyHelp}</EmptyState>;
  return (
    <>
      <div className="search-box">
        <TextField
          label={text.words}
          hideLabel
          placeholder={text.placeholder}
          value={words}
          onChange={first(setWords)}
          autoFocus
        />
      </div>
      <div className="search-filter">
        <strong className="small" role="status">
          {found.data !== undefined && found.error === null && text.count(total)}
        </strong>
        <div className="search-selects catalogue-selects">
          <Select
            label={text.organization}
            hideLabel
            value={organization === ANY ? "*" : organization}
            onChange={(value) => first(setOrganization)(value === "*" ? ANY : value)}
            options={options(facets?.organizations ?? [], text.anyOrganization)}
          />
          <Select
            label={text.format}
            hideLabel
            value={format === ANY ? "*" : format}
            onChange={(value) => first(setFormat)(value === "*" ? ANY : value)}
            options={options(facets?.formats ?? [], text.anyFormat)}
          />
        </div>
      </div>
      {found.error !== null ? (
        <ErrorNote>{found.error.message}</ErrorNote>
      ) : total === 0 && found.data !== undefined ? (
        <EmptyState
          title={text.notFound}
          action={narrowed ? <Button onPress={clear}>{text.clear}</Button> : undefined}
        >
          {text.notFoundHelp}
        </EmptyState>
      ) : (
        <ol className="catalogue-list" aria-label={text.results}>
          {found.data?.rows.map((hit) => (
            <li key={hit.id}>
              <Hit hit={hit} onOpen={() => setOpened(hit.id)} />
            </li>
          ))}
        </ol>
      )}
      {total > PAGE && (
        <div className="hits-foot">
          <Button small isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            {text.previous}
          </Button>
          <span className="small muted">{text.page(page + 1, Math.ceil(total / PAGE))}</span>
          <Button small isDisabled={(page + 1) * PAGE >= total} onPress={() => setPage(page + 1)}>
            {text.next}
          </Button>
        </div>
      )}
      {opened !== null && <DatasetDialog id={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

const options = (found: readonly { name: string; count: number }[], any: string) => [
  { value: "*", label: any },
  ...found.map(({ name, count }) => ({ value: name, label: `${name} (${count})` })),
];

function Hit({ hit, onOpen }: { hit: DatasetHit; onOpen: () => void }) {
  return (
    <button type="button" className="catalogue-hit" onClick={onOpen}>
      <span className="catalogue-title">
        <Name>{hit.title}</Name>
      </span>
      <time className="hit-at number" dateTime={hit.modified}>
        {hit.modified === "" ? "" : shortDay(hit.modified)}
      </time>
      <span className="catalogue-facts">
        <Name>{[hit.organization, hit.formats.join(", ")].filter(Boolean).join(" · ")}</Name>
      </span>
    </button>
  );
}
