import { type Definition, definitionSchema, OUTCOMES } from "#shared/sop/definition.ts";

/** Numbers between 0 and 1 from a seed (mulberry32), so that a failing SOP can be made again. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  "data permohonan surat periksa kirim daftar ketersediaan kepala bidang laporan pengelolaan verifikasi dan oleh walidata telekomunikasi kepada".split(
    " ",
  );
const WAYS = ["Ya", "Tidak", "Setuju", "Perbaiki", "Belum lengkap", "Tidak sesuai ketentuan"];

export type SampleSize = { lanes: number; steps: number };

/** A made-up SOP with branches, loops, ends in the middle and lanes also involved. */
export function sampleSop(seed: number, size?: SampleSize): Definition {
  const random = randomOf(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const text = (most: number) =>
    Array.from({ length: 1 + pick(most) }, () => WORDS[pick(WORDS.length)] ?? "").join(" ");
  const count = size?.steps ?? 3 + pick(58);
  const lanes = Array.from(
    { length: size?.lanes ?? 2 + pick(8) },
    (_, at) => `${text(4)} ${at + 1}`,
  );
  const lane = () => lanes[pick(lanes.length)] ?? "";
  const end = () => `end:${OUTCOMES[pick(OUTCOMES.length)] ?? "selesai"}`;
  const target = (from: number) =>
    random() < 0.12 ? end() : random() < 0.5 ? from : 1 + pick(count);
  const steps = Array.from({ length: count }, (_, at) => {
    const no = at + 1;
    const follows = no < count ? no + 1 : end();
    const decision = no > 1 && no < count && random() < 0.35;
    const ways = random() < 0.85 ? 2 : 2 + pick(4);
    return {
      no,
      gist: text(14),
      kind: no === 1 ? "start" : no === count ? "end" : decision ? "decision" : "process",
      lane: lane(),
      also: random() < 0.3 ? [lane()] : [],
      requirements: Array.from({ length: pick(3) }, () => text(6)),
      time: random() < 0.7 ? `${1 + pick(9)} Hari Kerja` : null,
      outputs: Array.from({ length: pick(2) }, () => text(6)),
      note: random() < 0.1 ? text(8) : null,
      next: decision
        ? Array.from({ length: ways }, (__, way) => ({
            when: WAYS[way] ?? `Pilihan ${way}`,
            to: way === 0 && typeof follows === "number" ? follows : target(no),
          }))
        : [{ to: random() < 0.06 ? end() : random() < 0.1 ? target(no) : follows }],
    };
  });
  return definitionSchema.parse({
    id: `sampel-${seed}`,
    name: "SOP sampel",
    number: "1/SOP",
    office: "Kabupaten Contoh",
    unit: "Dinas Contoh",
    lanes,
    steps,
  });
}
