import type { Draft } from "./draft.ts";

/** An empty sheet to begin with: two lanes, a start and an end. */
export function emptyDraft(
  id: string,
  name: string,
  { office, unit }: { office: string; unit: string },
): Draft {
  const row = { also: [], requirements: [], time: null, outputs: [], note: null, inferred: [] };
  return {
    id,
    version: 1,
    name,
    number: "",
    office,
    unit,
    created: null,
    revised: null,
    approved: null,
    effective: null,
    lanes: ["Pemohon", "Staf"],
    requesterLane: null,
    recurrence: null,
    identity: {
      approvedBy: "",
      legalBasis: [],
      qualifications: [],
      related: [],
      equipment: [],
      warnings: [],
      records: [],
    },
    remarks: "",
    steps: [
      { no: 1, gist: "", kind: "start", lane: "Pemohon", next: [{ to: 2 }], ...row },
      { no: 2, gist: "", kind: "end", lane: "Staf", next: [{ to: "end:selesai" }], ...row },
    ],
  };
}
