import type { ParamsIn, ResultOf } from "#shared/contract.ts";
import type { TestCore } from "../support/core.ts";
import { p95, quantile, timed } from "./large/measure.ts";
import type { Figure } from "./table.ts";

type Find = ParamsIn<"search.find">;

/** What people type, letter by letter and whole: numbers, names, rare and common words, filters. */
const SEARCHES: readonly Find[] = [
  ...["2024/0815", "815", "contoh 17", "baka", "lembaga contoh 17", "pemohon", "mohon"],
  ...["pe", "pen", "pend", "pendu", "penduduk", "penduduk kecamatan", "data", "da", "surat"],
  ...["produksi padi", '"produksi padi per desa"', "jagung -padi", "kemiskinan excel"],
  ...["memutakhirkan", "menyampaikan", "ketersediaan statistik", "zebra", "dinas pertanian surat"],
  ...["a b c", "500.12", "tidak tersedia", "nomor telepon", "2025"],
].flatMap((words): Find[] => [
  { words },
  { words, kind: "letter" },
  { words, year: 2024 },
  { words, status: "running" },
  { words, offset: 500, limit: 20 },
]);

/** Words that a third of everything holds, by what fits best. */
const RANKED: readonly Find[] = [
  "data",
  "surat",
  "permohonan",
  "kabupaten contoh",
  "data kecamatan",
  "dinas",
  "p",
].flatMap((words): Find[] => [
  { words, sort: "best" },
  { words, sort: "best", kind: "letter" },
]);

/** Searches of a large archive through the whole core, page and highlighting included. */
export async function benchSearch(lajur: Pick<TestCore, "call">): Promise<Figure[]> {
  const found = new Map<string, ResultOf<"search.find">>();
  const search = async (params: Find): Promise<void> => {
    found.set(JSON.stringify(params), await lajur.call("search.find", params));
  };
  const times = await timed(SEARCHES, search);
  const ranked = await timed(RANKED, search);
  for (const [params, { total, rows }] of found) {
    const { words, offset = 0 } = JSON.parse(params) as Find;
    if (total > offset && rows.length === 0) throw new Error(`nothing shown for ${params}`);
    if (words === "zebra" && total > 0) throw new Error("found what is not there");
  }
  return [
    {
      what: "search, latest first, p95",
      measured: p95(times),
      reference: `${SEARCHES.length} searches`,
      aim: `under 50 ms: ${quantile(times, 0.95) < 50 ? "yes" : "no"}`,
    },
    {
      what: "search, best match of common words, p95",
      measured: p95(ranked),
      reference: `${RANKED.length} searches`,
      aim: `under 150 ms: ${quantile(ranked, 0.95) < 150 ? "yes" : "no"}`,
    },
  ];
}
