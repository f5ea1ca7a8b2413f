import { type FormEvent, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { Name } from "../components/name.tsx";
import { useGo, useLine } from "../store/hooks.ts";
import { useServices } from "../store/services.ts";
import { useSession } from "../store/session.ts";
import { commonText } from "../text/common.ts";
import { frameText } from "../text/frame.ts";

export function TopBar() {
  const { user } = useSession();
  const services = useServices();
  const line = useLine();
  const open = line === "open";

  async function changeUser(): Promise<void> {
    if (!(await services.unsaved.mayLeave())) return;
    services.queries.clear();
    services.user.choose(null);
    services.location.go("/");
  }

  return (
    <header className="topbar">
      <Link href="/" className="brand">
        <Mark />
        {commonText.app}
      </Link>
      <Search />
      <div className="topbar-end">
        <span title={open ? frameText.lineOpenHelp : frameText.lineDownHelp} role="status">
          <Chip tone={open ? "ok" : "warn"}>
            ● {open ? frameText.lineOpen : frameText.lineDown}
          </Chip>
        </span>
        <span className="topbar-user">
          <strong>
            <Name>{user.name}</Name>
          </strong>{" "}
          · <Name>{user.post}</Name>
        </span>
        <Button small onPress={() => void changeUser()}>
          {frameText.changeUser}
        </Button>
      </div>
    </header>
  );
}

function Search() {
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    go(words.trim() === "" ? "/permohonan" : `/permohonan?cari=${encodeURIComponent(words)}`);
  }

  return (
    <form className="search" role="search" onSubmit={submit}>
      <input
        ref={input}
        className="input"
        type="text"
        aria-label={frameText.search}
        placeholder={frameText.searchPlaceholder}
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <kbd aria-hidden="true">{frameText.searchKeys}</kbd>
    </form>
  );
}

/** Three lanes and the steps between them. */
export function Mark() {
  return (
    <svg width="22" height="22" aria-hidden="true">
      <path
        d="M3 4v14M11 4v14M19 4v14"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <path d="M3 8h8M11 14h8" stroke="currentColor" strokeWidth="2.4" />
    </svg>
  );
}
