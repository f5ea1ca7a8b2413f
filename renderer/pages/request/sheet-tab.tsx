import { useMemo } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { shortMoment } from "#shared/time/format.ts";
import { tookWords } from "#shared/time/took.ts";
import { SopSheet } from "../../sheet/sop-sheet.tsx";
import { useSession } from "../../store/session.ts";
import { useNow } from "../../store/use-now.ts";
import { dueWords } from "../../text/clocks.ts";

/** The SOP's sheet with this request's run drawn on it. */
export function SheetTab({
  request,
  definition,
}: {
  request: RequestDetail;
  definition: Definition;
}) {
  const { zone } = useSession().office;
  const { visits, status } = request;
  const run = useMemo(() => ({ visits, status }), [visits, status]);
  const now = useNow();
  const remaining = request.due === null ? null : dueWords(request.due, now, zone).words;
  const clock = useMemo(
    () => ({
      instant: (iso: string) => shortMoment(iso, zone),
      remaining,
      elapsed: (from: string, to: string) => {
        const visit = visits.find((one) => one.entered === from && one.completed === to);
        return visit?.took ? tookWords(visit.took) : null;
      },
    }),
    [zone, remaining, visits],
  );
  return <SopSheet definition={definition} run={run} clock={clock} />;
}
