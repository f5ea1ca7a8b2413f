import type { RequestDetail } from "#shared/contract.ts";
import { shortMoment } from "#shared/time/format.ts";
import { tookWords } from "#shared/time/took.ts";
import type { Zone } from "#shared/time/zone.ts";
import type { SheetRun } from "./flow-pages.ts";

/** The run of a request as its sheet draws it. */
export function sheetRunOf(request: RequestDetail, zone: Zone): SheetRun {
  const { number, subject, requester, visits, status } = request;
  return {
    run: { visits, status },
    clock: {
      instant: (iso) => shortMoment(iso, zone),
      elapsed: (from, to) => {
        const visit = visits.find((one) => one.entered === from && one.completed === to);
        return visit?.took ? tookWords(visit.took) : null;
      },
    },
    title:
      requester === null
        ? `Kegiatan ${number}: ${subject}`
        : `Permohonan ${number}: ${subject} – ${requester.name}`,
  };
}
