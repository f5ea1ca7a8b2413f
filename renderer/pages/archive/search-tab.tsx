import "./search.css";
import { useEffect, useRef, useState } from "react";
import { useSearch } from "wouter";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useServices } from "../../store/services.ts";
import { useQuery } from "../../store/use-query.ts";
import { useSettled } from "../../store/use-settled.ts";
import { commonText } from "../../text/common.ts";
import { searchText as text } from "../../text/search.ts";
import { HitList } from "./hit-list.tsx";
import { PAGE, type SearchAddress, readAddress, writeAddress } from "./search-address.ts";
import { SearchFilter } from "./search-filter.tsx";

/** Typing settles for so long before it is searched, in milliseconds. */
const SETTLE = 180;

/** Finds anything by any word in it. What is searched stands in the address. */
export function SearchTab() {
  const { location } = useServices();
  const address = readAddress(useSearch());
  const [typed, setTyped] = useState(address.words);
  const settled = useSettled(typed, SETTLE);
  const written = useRef(address.words);

  const change = (next: Partial<SearchAddress>): void => {
    const changed = { ...address, page: 0, ...next };
    written.current = changed.words;
    location.go(writeAddress(changed), { replace: true });
  };
  // Typing moves the address; an address that came from elsewhere moves the box.
  useEffect(() => {
    if (settled === typed && settled !== address.words) change({ words: settled });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  useEffect(() => {
    if (address.words !== written.current) {
      written.current = address.words;
      setTyped(address.words);
    }
  }, [address.words]);

  const { page, ...filter } = address;
  const asks = address.words.trim() !== "";
  const found = useQuery(
    "search.find",
    asks ? { ...filter, offset: page * PAGE, limit: PAGE } : null,
    { keep: true },
  );
  const known = useQuery("search.state", {});
  const { waiting = 0, due = 0 } = known.data ?? {};
  const narrowed =
    address.kind !== null || address.year !== null || address.sop !== "" || address.status !== null;
  const clear = (): void => change({ kind: null, year: null, sop: "", status: null });

  return (
    <>
      <div className="search-box">
        <TextField
          label={text.words}
          hideLabel
          placeholder={text.placeholder}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
      </div>
      <SearchFilter address={address} years={known.data?.years ?? []} onChange={change} />
      <div className="search-told small muted" role="status">
        {asks && found.data !== undefined && found.error === null && (
          <strong>{text.count(found.data.total, found.data.more)}</strong>
        )}
        {asks && found.slow && <span>{commonText.loading}</span>}
        {due > 0 && <span>{text.due(due)}</span>}
        {waiting > 0 && <span>{text.waiting(waiting)}</span>}
      </div>
      {!asks ? (
        <div className="search-help">
          <EmptyState title={text.start} action={<Hints />}>
            {text.startHelp}
          </EmptyState>
        </div>
      ) : found.error !== null ? (
        <ErrorNote>{found.error.message}</ErrorNote>
      ) : found.data === undefined ? null : found.data.rows.length > 0 ? (
        <HitList found={found.data} page={page} onPage={(next) => change({ page: next })} />
      ) : (
        <div className="search-help">
          <EmptyState
            title={text.notFound}
            action={narrowed ? <Button onPress={clear}>{text.clear}</Button> : undefined}
          >
            {text.notFoundHelp}
          </EmptyState>
        </div>
      )}
    </>
  );
}

function Hints() {
  return (
    <dl className="search-hints small">
      <dt>{text.hintPhrase}</dt>
      <dd>{text.examplePhrase}</dd>
      <dt>{text.hintWithout}</dt>
      <dd>{text.exampleWithout}</dd>
    </dl>
  );
}
