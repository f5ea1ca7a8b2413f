import type { ParamsIn } from "#shared/contract.ts";

/** Pages of the list of requests as people ask for them: every filter, sort and depth. */
export function pagesOf(total: number, sops: readonly string[]): ParamsIn<"request.list">[] {
  const pages: ParamsIn<"request.list">[] = [];
  const depths = [0, 100, Math.floor(total / 2), Math.max(0, total - 100)];
  for (const sort of ["newest", "oldest", "waiting", "due"] as const) {
    for (const status of ["all", "running", "ended", "cancelled"] as const) {
      for (const offset of depths) pages.push({ sort, status, offset });
    }
    for (const sop of sops) {
      pages.push({ sort, sop }, { sort, sop, status: "running" }, { sort, sop, status: "ended" });
    }
    for (const due of ["late", "today", "soon"] as const) pages.push({ sort, due });
    pages.push({ sort, lanes: ["Walidata / Diskominfo", "Staf Statistik"] });
  }
  return pages;
}

/** Words typed into the list: rare and common ones, numbers, names, beginnings, and none that fits. */
export const WORDS = [
  "2024/0815",
  "2026/",
  "data",
  "produksi padi",
  "padi",
  "contoh",
  "Dinas Pertanian",
  "dinas",
  "ra",
  "a",
  "zebra",
  "penduduk 2025",
  "wisatawan per desa",
  "lembaga contoh 17",
] as const;
