import type { RequestDetail } from "#shared/contract.ts";

/** A request of which nothing is known, to see a template as an empty form. */
export function blankRequest(today: string): RequestDetail {
  const at = `${today}T00:00:00.000Z`;
  const nobody = { id: "", name: "" };
  return {
    id: "",
    number: "…………",
    agenda: "…………",
    subject: "…………………………",
    requester: {
      kind: "individual",
      name: "…………………………",
      identity: "",
      institution: "",
      address: "",
      phone: "",
      email: "",
    },
    period: "",
    sop: { id: "", version: 1, name: "…………………………" },
    status: "running",
    outcome: null,
    received: today,
    created: at,
    changed: at,
    due: null,
    legalDue: null,
    paused: false,
    purpose: "",
    delivery: "pickup",
    letter: { number: "", date: "" },
    registered: { at, by: nobody },
    items: [],
    current: null,
    visits: [],
    notes: [],
    files: [],
    dispositions: [],
    documents: [],
    letters: [],
    cancelled: null,
    pauses: [],
    extension: null,
    objections: [],
    newer: false,
    destroyed: null,
    undo: null,
  };
}
