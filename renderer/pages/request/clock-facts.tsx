import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { shortMoment } from "#shared/time/format.ts";
import { useSession } from "../../store/session.ts";
import { useNow } from "../../store/use-now.ts";
import { useQuery } from "../../store/use-query.ts";
import { clocksText as text, dueWords } from "../../text/clocks.ts";
import { ClocksDialog } from "./clocks-dialog.tsx";

/** The clocks of an open request in a line; a press shows how each was counted. */
export function ClockFacts({ request }: { request: RequestDetail }) {
  const { zone } = useSession().office;
  const now = useNow();
  const [open, setOpen] = useState(false);
  const clocks = useQuery("request.clocks", { request: request.id });
  const whole = clocks.data?.whole ?? null;
  const objections = request.objections.filter((one) => one.answer === null);
  if (request.status !== "running" && objections.length === 0) return null;
  const facts: { label: string; due: string | null; still: boolean }[] = [
    { label: text.step, due: request.due, still: request.paused },
    { label: text.legal, due: request.legalDue, still: false },
  ];
  return (
    <div className="clock-facts">
      {facts.map(({ label, due, still }) => {
        if (due === null && !still) return null;
        const said =
          due === null ? { tone: "mute", words: text.pausedShort } : dueWords(due, now, zone);
        return (
          <button
            key={label}
            type="button"
            className={`clock-fact due-${said.tone}`}
            onClick={() => setOpen(true)}
          >
            <span>{label}</span>{" "}
            <strong>{still && due !== null ? text.late(said.words) : said.words}</strong>
          </button>
        );
      })}
      {whole !== null && (
        <button type="button" className="clock-fact due-mute" onClick={() => setOpen(true)}>
          <span>{text.whole}</span> <strong>{shortMoment(whole, zone)}</strong>
        </button>
      )}
      {objections.map((one) => (
        <button
          key={one.id}
          type="button"
          className="clock-fact due-warn"
          onClick={() => setOpen(true)}
        >
          <span>{text.objection}</span> <strong>{text.objectionDue(one.due)}</strong>
        </button>
      ))}
      {open && clocks.data !== undefined && (
        <ClocksDialog request={request} clocks={clocks.data} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}
