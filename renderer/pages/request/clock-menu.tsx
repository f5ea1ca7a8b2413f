import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { MenuButton, type MenuEntry } from "../../components/menu-button.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { clocksText as text } from "../../text/clocks.ts";
import { type ClockAsked, ClockDialog } from "./clock-dialogs.tsx";

/** What can be done about the clocks now; nothing for in-house work that is closed. */
export function ClockMenu({ request }: { request: RequestDetail }) {
  const { queries } = useServices();
  const notices = useNotices();
  const resume = useAction("request.resume");
  const [asked, setAsked] = useState<ClockAsked | null>(null);

  async function run(): Promise<void> {
    const result = await resume.run({ request: request.id });
    if (!result.ok) {
      notices.fail(result.error);
      return;
    }
    queries.put("request.get", { id: request.id }, result.value);
    queries.invalidate(request.id);
    notices.tell(text.resumeDone);
  }

  const running = request.status === "running";
  const asks = request.requester !== null;
  const ask = (what: ClockAsked, label: string): MenuEntry => ({
    id: what,
    label,
    onPick: () => setAsked(what),
  });
  const entries: MenuEntry[] = [
    ...(running && !request.paused ? [ask("pause", text.pause)] : []),
    ...(running && request.paused
      ? [{ id: "resume", label: text.resume, onPick: () => void run() }]
      : []),
    ...(running && asks && request.extension === null ? [ask("extend", text.extend)] : []),
    ...(asks ? [ask("object", text.object)] : []),
    ...(request.objections.some((one) => one.answer === null) ? [ask("answer", text.answer)] : []),
  ];
  if (entries.length === 0) return null;
  return (
    <>
      <MenuButton label={text.menu} wide small placement="left top" entries={entries} />
      {asked !== null && (
        <ClockDialog request={request} asked={asked} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
