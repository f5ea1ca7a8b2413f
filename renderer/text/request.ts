import type { Outcome } from "#shared/sop/definition.ts";
import type { Availability, Intake, Requester } from "#shared/request/model.ts";
import type { Disposition } from "#shared/request/model.ts";

/** Words for the values that a request holds. */
export const outcomeText: Record<Outcome, string> = {
  selesai: "Selesai",
  ditolak: "Ditolak",
  "tidak-tersedia": "Tidak tersedia",
  "unduh-langsung": "Unduh langsung",
};

export const statusText: Record<"running" | "ended" | "cancelled", string> = {
  running: "Berjalan",
  ended: "Selesai",
  cancelled: "Dibatalkan",
};

/** What a request's state is called: its outcome once it has one. */
export const stateText = (status: keyof typeof statusText, outcome: Outcome | null): string =>
  outcome === null ? statusText[status] : outcomeText[outcome];

export type ChipTone = "run" | "ok" | "late" | "warn" | "mute";

/** The tone that goes with `stateText`; the words always stand beside it. */
export function stateTone(status: keyof typeof statusText, outcome: Outcome | null): ChipTone {
  if (status === "running") return "run";
  if (status === "cancelled") return "mute";
  return outcome === "selesai" || outcome === "unduh-langsung" ? "ok" : "late";
}

export const requesterKindText: Record<Requester["kind"], string> = {
  individual: "Perorangan",
  student: "Mahasiswa",
  agency: "Perangkat daerah (OPD)",
  institution: "Lembaga",
};

export const availabilityText: Record<Availability, string> = {
  available: "Tersedia",
  partial: "Tersedia sebagian",
  unavailable: "Tidak tersedia",
  excluded: "Dikecualikan",
};

export const deliveryText: Record<Intake["delivery"], string> = {
  pickup: "Diambil di kantor",
  email: "Pos-el",
  post: "Pos",
  drive: "Flashdisk atau media lain",
};

export const natureText: Record<Disposition["nature"], string> = {
  ordinary: "Biasa",
  urgent: "Segera",
  "very-urgent": "Sangat segera",
  secret: "Rahasia",
};
