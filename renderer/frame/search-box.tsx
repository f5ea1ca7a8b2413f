import "../components/list-box.css";
import "./search-box.css";
import { type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import {
  Collection,
  ComboBox,
  ComboBoxStateContext,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from "react-aria-components";
import { MarkedText } from "../components/marked-text.tsx";
import { hitPath } from "../pages/archive/hit-path.ts";
import { incomingPath } from "../pages/incoming/incoming-path.ts";
import { useGo } from "../store/hooks.ts";
import { useLatest } from "../store/use-latest.ts";
import { frameText } from "../text/frame.ts";
import { incomingText } from "../text/incoming.ts";
import { searchText as text } from "../text/search.ts";
import { commandsFor } from "./commands.ts";

/** Letters typed before anything is looked up. */
const ENOUGH = 2;
const MOST_HITS = 6;
/** Typing settles for so long before it is looked up, in milliseconds. */
const SETTLE = 120;

type Entry = { id: string; href: string; label: string; view: ReactNode };
type Group = { id: string; label: string; entries: Entry[] };

/** One box for everything (Ctrl+K): the best hits while typing, pages to go to; Enter searches all. */
export function SearchBox() {
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const groups = useGroups(words.trim());
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  function leave(href: string): void {
    setWords("");
    input.current?.blur();
    go(href);
  }

  return (
    <div className="search" role="search">
      <ComboBox
        aria-label={text.box}
        items={groups}
        inputValue={words}
        onInputChange={setWords}
        selectedKey={null}
        onSelectionChange={(key) => {
          const entries = groups.flatMap((group) => group.entries);
          const entry = entries.find(({ id }) => id === key);
          if (entry !== undefined) leave(entry.href);
        }}
        allowsCustomValue
        menuTrigger="focus"
      >
        <EnterSearches onSearch={() => leave(searchPath(words.trim()))}>
          <Input ref={input} className="input" placeholder={text.boxPlaceholder} maxLength={500} />
        </EnterSearches>
        <kbd aria-hidden="true">{frameText.searchKeys}</kbd>
        <Popover className="popover search-popover" placement="bottom start">
          <ListBox<Group> className="list-box">
            {(group) => (
              <ListBoxSection id={`group ${group.id}`}>
                {group.label !== "" && <Header className="search-group">{group.label}</Header>}
                <Collection items={group.entries}>
                  {(entry) => (
                    <ListBoxItem className="list-item search-item" textValue={entry.label}>
                      {entry.view}
                    </ListBoxItem>
                  )}
                </Collection>
              </ListBoxSection>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}

const searchPath = (words: string): string =>
  words === "" ? "/arsip" : `/arsip?cari=${encodeURIComponent(words)}`;

/** Enter searches everything, unless the arrows have moved onto an entry of the list. */
function EnterSearches({ onSearch, children }: { onSearch: () => void; children: ReactNode }) {
  const state = useContext(ComboBoxStateContext);
  function press(event: KeyboardEvent): void {
    if (event.key !== "Enter" || state === null || event.nativeEvent.isComposing) return;
    if (state.isOpen && state.selectionManager.focusedKey !== null) return;
    event.preventDefault();
    event.stopPropagation();
    state.close();
    onSearch();
  }
  return <div onKeyDownCapture={press}>{children}</div>;
}

function useGroups(words: string): Group[] {
  const asks = words.length >= ENOUGH;
  const latest = useLatest(
    "search.find",
    asks ? { words, sort: "best", limit: MOST_HITS } : null,
    SETTLE,
  );
  const hits = asks ? (latest.result?.rows ?? []) : [];
  const came = useLatest("incoming.list", asks ? { scope: "all", words } : null, SETTLE);
  // What became a request is found as one.
  const incoming = asks
    ? (came.result?.rows ?? []).filter(({ request }) => request === null).slice(0, MOST_HITS)
    : [];
  const commands = commandsFor(words);
  const groups: Group[] = [
    {
      id: "search",
      label: "",
      entries:
        words === ""
          ? []
          : [
              {
                id: "search",
                href: searchPath(words),
                label: text.searchAll(words),
                view: <span>{text.searchAll(words)}</span>,
              },
            ],
    },
    {
      id: "hits",
      label: text.hits,
      entries: hits.map((hit) => ({
        id: `hit ${hit.request} ${hit.kind} ${hit.ref}`,
        href: hitPath(hit),
        label: `${text.kind[hit.kind]} ${hit.number.text} ${hit.title.text || hit.subject}`,
        view: (
          <>
            <span className="search-hit">
              <span className="number">
                <MarkedText {...hit.number} />
              </span>{" "}
              {hit.title.text === "" ? hit.subject : <MarkedText {...hit.title} />}
              <small>
                {text.kind[hit.kind]} ·{" "}
                {hit.requester.text === "" ? text.inHouse : <MarkedText {...hit.requester} />}
              </small>
            </span>
          </>
        ),
      })),
    },
    {
      id: "incoming",
      label: incomingText.title,
      entries: incoming.map((row) => ({
        id: `incoming ${row.message}`,
        href: incomingPath(row),
        label: `${incomingText.kind[row.kind]} ${row.subject}`,
        view: (
          <span className="search-hit">
            {row.subject}
            <small>
              {incomingText.kind[row.kind]} · {row.from}
            </small>
          </span>
        ),
      })),
    },
    {
      id: "commands",
      label: text.commands,
      entries: commands.map(({ href, label }) => ({
        id: `go ${href}`,
        href,
        label,
        view: <span>{label}</span>,
      })),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
