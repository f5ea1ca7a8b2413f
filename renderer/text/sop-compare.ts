import type { RowState } from "#shared/sop/compare.ts";
import type { StepField } from "#shared/sop/compare-steps.ts";
import type { StepKind, Target } from "#shared/sop/definition.ts";
import { listed, numberText } from "./common.ts";
import { outcomeText } from "./request.ts";

/** Words of two versions side by side. */
export const compareText = {
  title: (name: string, before: number, after: number) =>
    `${name}: versi ${before} dan ${after} dibandingkan`,
  titleBare: "Bandingkan versi",
  unknown: "Pilih dua versi",
  unknownHelp: "Buka SOP-nya, lalu pilih dua versi pada bagian Versi.",
  toSop: "Buka SOP",
  summary: "Ringkasan perubahan",
  same: "Kedua versi sama.",
  rows: "Baris kegiatan",
  state: "Perubahan",
  version: (version: number) => `Versi ${version}`,
  onlyChanged: "Hanya baris yang berbeda",
  nothingShown: "Tidak ada baris yang berbeda.",
  states: {
    same: "Sama",
    changed: "Berubah",
    moved: "Pindah",
    added: "Ditambah",
    removed: "Dihapus",
  } satisfies Record<RowState, string>,
  movedToo: "Berubah, pindah",
  fields: {
    gist: "Kegiatan",
    kind: "Jenis",
    lane: "Pelaksana",
    also: "Ikut terlibat",
    requirements: "Kelengkapan",
    time: "Waktu",
    outputs: "Output",
    note: "Keterangan",
    next: "Berikutnya",
  } satisfies Record<StepField, string>,
  facts: "Identitas dan pelengkap",
  factsChanged: (facts: readonly { field: string }[]) =>
    `Berubah pada identitas dan pelengkap: ${listed([...new Set(facts.map((one) => factName(one.field).toLowerCase()))])}.`,
  fact: "Bagian",
  empty: "(kosong)",
  removed: "dihapus:",
  added: "ditambah:",
  kinds: {
    start: "Mulai",
    process: "Proses",
    decision: "Keputusan",
    end: "Selesai",
  } satisfies Record<StepKind, string>,
  /** `gist` is what the row that it leads to does. */
  way: (when: string | undefined, to: Target, gist: string) =>
    when === undefined || when === "" ? target(to, gist) : `${when}: ${target(to, gist)}`,
};

const target = (to: Target, gist: string): string =>
  typeof to === "number"
    ? `ke baris ${to} (${gist})`
    : `berakhir (${outcomeText[to.slice("end:".length) as keyof typeof outcomeText].toLowerCase()})`;

const SUMMARY: [RowState, (count: string) => string][] = [
  ["changed", (count) => `${count} baris berubah`],
  ["moved", (count) => `${count} baris pindah`],
  ["added", (count) => `${count} baris ditambah`],
  ["removed", (count) => `${count} baris dihapus`],
];

/** "3 baris berubah, 1 baris ditambah"; empty when all rows are the same. */
export function rowSummary(states: readonly RowState[]): string {
  return SUMMARY.flatMap(([state, words]) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [words(numberText(count))];
  }).join(", ");
}

type Lanes = {
  added: readonly string[];
  removed: readonly string[];
  renamed: readonly { before: string; after: string }[];
  reordered: boolean;
};

/** One sentence for each thing that happened to the lanes. */
export function laneSummary({ added, removed, renamed, reordered }: Lanes): string[] {
  return [
    ...renamed.map(
      ({ before, after }) => `Pelaksana “${before}” berganti nama menjadi “${after}”.`,
    ),
    ...(added.length > 0 ? [`Pelaksana ditambah: ${listed(added)}.`] : []),
    ...(removed.length > 0 ? [`Pelaksana dihapus: ${listed(removed)}.`] : []),
    ...(reordered ? ["Urutan kolom pelaksana berubah."] : []),
  ];
}

const FACTS: Record<string, string> = {
  name: "Nama SOP",
  number: "Nomor",
  office: "Pemerintah daerah",
  unit: "Unit kerja",
  section: "Bagian",
  source: "Naskah",
  created: "Tanggal pembuatan",
  revised: "Tanggal revisi",
  approved: "Tanggal pengesahan",
  effective: "Tanggal berlaku",
  requesterLane: "Kolom pemohon",
  recurrence: "Berkala",
  "identity.approvedBy": "Disahkan oleh",
  "identity.legalBasis": "Dasar hukum",
  "identity.qualifications": "Kualifikasi pelaksana",
  "identity.related": "Keterkaitan",
  "identity.equipment": "Peralatan dan perlengkapan",
  "identity.warnings": "Peringatan",
  "identity.records": "Pencatatan dan pendataan",
  headings: "Judul kolom",
  worksheet: "Lembar kerja identifikasi",
  identification: "Identifikasi kegiatan",
  serviceStandard: "Standar pelayanan",
  serviceComponents: "Komponen standar pelayanan",
  remarks: "Catatan",
};

/** What a part of the definition is called, by its path; parts of a group share its name. */
export const factName = (path: string): string =>
  FACTS[path] ?? FACTS[path.split(".")[0] ?? ""] ?? path;

const FACT_VALUES: Record<string, Record<string, string>> = {
  recurrence: { monthly: "bulanan", yearly: "tahunan" },
};

export const factValue = (path: string, value: string): string =>
  FACT_VALUES[path]?.[value] ?? value;
