import { Link } from "wouter";
import { Button } from "../components/button.tsx";
import { Chip } from "../components/chip.tsx";
import { Name } from "../components/name.tsx";
import { useLine } from "../store/hooks.ts";
import { useServices } from "../store/services.ts";
import { useSyncState } from "../store/use-sync.ts";
import { useSession } from "../store/session.ts";
import { commonText } from "../text/common.ts";
import { frameText } from "../text/frame.ts";
import { SyncIndicator } from "./sync-indicator.tsx";
import { SearchBox } from "./search-box.tsx";

export function TopBar() {
  const { user } = useSession();
  const services = useServices();
  const line = useLine();
  const open = line === "open";
  const sync = useSyncState();
  const portal = sync.data?.connection === "off" ? undefined : sync.data;

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
      <SearchBox />
      <div className="topbar-end">
        {open && portal !== undefined ? (
          <SyncIndicator state={portal} />
        ) : (
          <span title={open ? frameText.lineOpenHelp : frameText.lineDownHelp} role="status">
            <Chip tone={open ? "ok" : "warn"}>
              ● {open ? frameText.lineOpen : frameText.lineDown}
            </Chip>
          </span>
        )}
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
