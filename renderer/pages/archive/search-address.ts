import { SEARCH_KINDS, type SearchKind } from "#shared/search/contract.ts";

/** What the page's address says of a search, so that going back finds it as it was. */
export type SearchAddress = {
  words: string;
  kind: SearchKind | null;
  year: number | null;
  sop: string;
  status: "running" | "ended" | "cancelled" | null;
  sort: "newest" | "best";
  /** From 0. */
  page: number;
};

/** Hits a page. */
export const PAGE = 20;

export const STATUSES = ["running", "ended", "cancelled"] as const;

export function readAddress(search: string): SearchAddress {
  const params = new URLSearchParams(search);
  const year = Number(params.get("tahun") ?? "");
  const page = Number(params.get("halaman") ?? "");
  return {
    words: params.get("cari") ?? "",
    kind: SEARCH_KINDS.find((one) => one === params.get("jenis")) ?? null,
    year: Number.isInteger(year) && year >= 1990 && year <= 2500 ? year : null,
    sop: params.get("sop") ?? "",
    status: STATUSES.find((one) => one === params.get("keadaan")) ?? null,
    sort: params.get("urut") === "cocok" ? "best" : "newest",
    page: Number.isInteger(page) && page > 1 ? Math.min(page, 50) - 1 : 0,
  };
}

export function writeAddress({
  words,
  kind,
  year,
  sop,
  status,
  sort,
  page,
}: SearchAddress): string {
  const params = new URLSearchParams();
  if (words !== "") params.set("cari", words);
  if (kind !== null) params.set("jenis", kind);
  if (year !== null) params.set("tahun", String(year));
  if (sop !== "") params.set("sop", sop);
  if (status !== null) params.set("keadaan", status);
  if (sort === "best") params.set("urut", "cocok");
  if (page > 0) params.set("halaman", String(page + 1));
  const text = params.toString();
  return text === "" ? "/arsip" : `/arsip?${text}`;
}
