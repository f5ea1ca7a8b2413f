import { useMemo } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { shortMoment } from "#shared/time/format.ts";
import { SopSheet } from "../../sheet/sop-sheet.tsx";
import { useSession } from "../../store/session.ts";

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
  const clock = useMemo(() => ({ instant: (iso: string) => shortMoment(iso, zone) }), [zone]);
  return <SopSheet definition={definition} run={run} clock={clock} />;
}
