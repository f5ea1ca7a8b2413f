import "../components/list-box.css";
import "./sync.css";
import { Button, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { Chip } from "../components/chip.tsx";
import { SyncFacts } from "../components/sync-facts.tsx";
import { useSession } from "../store/session.ts";
import { type SyncState, syncText as text, syncWords } from "../text/sync.ts";

/** How things stand with the portal, always in sight; more of it on a press. */
export function SyncIndicator({ state }: { state: SyncState }) {
  const { office } = useSession();
  const { tone, words } = syncWords(state);
  return (
    <DialogTrigger>
      <Button className="sync-chip" aria-label={text.indicator(words)}>
        <Chip tone={tone}>
          <span aria-hidden="true">●</span> <span className="sync-chip-words">{words}</span>
        </Chip>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="sync-popover">
          {({ close }) => (
            <>
              <Heading slot="title" level={2}>
                {text.details}
              </Heading>
              <SyncFacts state={state} zone={office.zone} onLeave={close} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
