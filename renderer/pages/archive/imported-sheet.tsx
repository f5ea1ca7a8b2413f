import { useMemo } from "react";
import type { ImportedDetail } from "#shared/bundle/contract.ts";
import { shortMoment } from "#shared/time/format.ts";
import { SopSheet } from "../../sheet/sop-sheet.tsx";

/** How long a step took is not said: it counts by the other office's own hours. */
const NO_TIME = (): null => null;

/** The other office's SOP with the run drawn on it, in the time of its own zone. */
export function ImportedSheet({ bundle }: { bundle: ImportedDetail }) {
  const { definition, visits, status, office } = bundle;
  const run = useMemo(() => ({ visits, status }), [visits, status]);
  const clock = useMemo(
    () => ({ instant: (iso: string) => shortMoment(iso, office.zone), elapsed: NO_TIME }),
    [office.zone],
  );
  return <SopSheet definition={definition} run={run} clock={clock} />;
}
