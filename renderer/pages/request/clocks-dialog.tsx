import type { RequestDetail, ResultOf } from "#shared/contract.ts";
import { moment, shortMoment } from "#shared/time/format.ts";
import { Dialog } from "../../components/dialog.tsx";
import { Name } from "../../components/name.tsx";
import { InfoNote } from "../../components/note.tsx";
import { useSession } from "../../store/session.ts";
import { clocksText as text } from "../../text/clocks.ts";

type Clocks = ResultOf<"request.clocks">;
type Deadline = NonNullable<Clocks["step"]>;

/** Every clock with the days that it counted and skipped. */
export function ClocksDialog({
  request,
  clocks,
  onClose,
}: {
  request: RequestDetail;
  clocks: Clocks;
  onClose: () => void;
}) {
  const { zone } = useSession().office;
  const pause = request.pauses.find((one) => one.to === null);
  return (
    <Dialog title={text.title} onClose={onClose}>
      <div className="tab-stack">
        {pause !== undefined && <InfoNote>{text.paused(pause.reason)}</InfoNote>}
        {clocks.step !== null && <Clock title={text.step} deadline={clocks.step} />}
        {clocks.whole !== null && (
          <section>
            <h3>
              {text.whole}: {moment(clocks.whole, zone)}
            </h3>
            <p className="muted small">{text.wholeHelp}</p>
          </section>
        )}
        {clocks.legal !== null && (
          <Clock title={text.legal} deadline={clocks.legal} help={text.legalHelp} />
        )}
        {request.extension !== null && (
          <p>
            {text.extended(request.extension.days, request.extension.due)}:{" "}
            <Name>{request.extension.reason}</Name>
          </p>
        )}
        {clocks.objections.map(({ id, deadline }) => (
          <Clock key={id} title={text.objection} deadline={deadline} />
        ))}
      </div>
    </Dialog>
  );
}

function Clock({ title, deadline, help }: { title: string; deadline: Deadline; help?: string }) {
  const { zone } = useSession().office;
  const { kind, due, fair, problem, derivation } = deadline;
  const words =
    due !== null
      ? moment(due, zone)
      : {
          due: text.none,
          paused: text.pausedShort,
          unlimited: text.none,
          unknown: problem ?? text.unknown,
          no_open_day: text.noOpenDay,
        }[kind];
  return (
    <section>
      <h3>
        {title}: {words}
      </h3>
      {help !== undefined && <p className="muted small">{help}</p>}
      {fair !== null && <p className="small">{text.fair(shortMoment(fair, zone))}</p>}
      {derivation.length > 0 && (
        <details>
          <summary>{text.how}</summary>
          <ol className="derivation">
            {derivation.map((entry) => (
              <li
                key={`${entry.day} ${entry.kind} ${entry.words}`}
                className={`derivation-${entry.kind}`}
              >
                {entry.words}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
