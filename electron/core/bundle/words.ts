import type { RequestDetail } from "#shared/contract.ts";
import type { Outcome } from "#shared/sop/definition.ts";

/** Words of the bundle's own pages. */

const OUTCOMES: Record<Outcome, string> = {
  selesai: "Selesai",
  ditolak: "Ditolak",
  "tidak-tersedia": "Tidak tersedia",
  "unduh-langsung": "Unduh langsung",
};
const STATUSES: Record<RequestDetail["status"], string> = {
  running: "Berjalan",
  ended: "Selesai",
  cancelled: "Dibatalkan",
};

export const stateWords = ({ status, outcome }: Pick<RequestDetail, "status" | "outcome">) =>
  outcome === null ? STATUSES[status] : OUTCOMES[outcome];

const UNITS = ["B", "KB", "MB", "GB"] as const;

/** "128 B", "1,4 MB". */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits).replace(".", ",")} ${UNITS[unit]}`;
}
