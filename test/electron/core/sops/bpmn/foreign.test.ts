import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBpmn } from "#core/sops/bpmn/read.ts";
import { draftSchema } from "#shared/sop/draft.ts";

async function fixture(name: string) {
  const url = new URL(`../../../../fixtures/bpmn/${name}.bpmn`, import.meta.url);
  const read = await readBpmn(readFileSync(url, "utf8"));
  if (!read.ok) throw new Error(read.error.message);
  const { draft, notes } = read.value;
  expect(draftSchema.parse(draft)).toEqual(draft);
  return {
    draft,
    rows: draft.steps.map(({ no, kind, lane, gist, next }) => [no, kind, lane, gist, next]),
    notes: notes.map(({ code, place }) => `${code} ${place}`),
  };
}

describe("BPMN from another tool", () => {
  it("is reduced to rows: sub-process, boundary event, merge and second pool", async () => {
    const { draft, rows, notes } = await fixture("bpmn-io-permintaan");
    expect(draft).toMatchObject({
      id: "permintaan-data-statistik",
      name: "Permintaan Data Statistik",
      lanes: ["Petugas Layanan", "Bidang Statistik"],
    });
    expect(rows).toEqual([
      [1, "start", "Petugas Layanan", "Memeriksa kelengkapan surat", [{ to: 2 }]],
      [
        2,
        "decision",
        "Petugas Layanan",
        "Lengkap?",
        [
          { when: "Tidak", to: 3 },
          { when: "Ya", to: 4 },
        ],
      ],
      [3, "end", "Petugas Layanan", "Mengirim surat penolakan", [{ to: "end:ditolak" }]],
      [4, "process", "Bidang Statistik", "Mengumpulkan data", [{ to: 5 }]],
      [5, "end", "Bidang Statistik", "Mengirim data kepada pemohon", [{ to: "end:selesai" }]],
    ]);
    expect(draft.steps[0]?.note).toBe("Paling lambat 1 hari kerja");
    for (const note of [
      "element_dropped Participant_citizen",
      "element_dropped MessageFlow_1",
      "element_dropped DataRef_1",
      "element_dropped Text_1",
      "element_dropped Boundary_late",
      "element_dropped Flow_late",
      "element_dropped Inner_1",
      "element_dropped Inner_2",
      "element_reduced Sub_collect",
      "element_reduced Task_reject",
      "gateway_merged Gateway_merge",
      "not_taken Flow_yes",
      "end_read End_rejected",
      "not_taken Task_check",
    ]) {
      expect(notes).toContain(note);
    }
  });

  it("gets one lane where it has none, and a sequence for what is done in parallel", async () => {
    const { draft, rows, notes } = await fixture("bizagi-tanpa-lane");
    expect(draft.lanes).toEqual(["Proses 1"]);
    expect(draft.remarks).toBe("Dibuat untuk Kabupaten Contoh");
    expect(rows.map(([no, kind, , gist, next]) => [no, kind, gist, next])).toEqual([
      [1, "start", "Permintaan masuk", [{ to: 2 }]],
      [2, "process", "Menyiapkan data", [{ to: 3 }]],
      [3, "process", "Menyiapkan surat pengantar", [{ to: 4 }]],
      [4, "process", "Menunggu persetujuan", [{ to: 5 }]],
      [
        5,
        "decision",
        "Cara kirim",
        [
          { when: "Surel", to: 6 },
          { when: "Loket", to: 7 },
        ],
      ],
      [6, "process", "Mengirim lewat surel", [{ to: 8 }]],
      [7, "process", "Menyerahkan di loket", [{ to: 8 }]],
      [8, "end", "Data diterima pemohon", [{ to: "end:selesai" }]],
    ]);
    for (const note of [
      "parallel_serial Id_split",
      "gateway_decision Id_or",
      "element_dropped Id_mid",
      "element_reduced Id_wait",
      "element_reduced Id_start",
      "guessed Id_main",
      "not_taken Id_main",
    ]) {
      expect(notes).toContain(note);
    }
  });

  it("takes the larger pool, the inner lanes, and lanes that are only drawn", async () => {
    const { draft, rows, notes } = await fixture("signavio-dua-pool");
    expect(draft.lanes).toEqual(["Kepala Bidang", "Analis"]);
    expect(rows).toEqual([
      [1, "start", "Kepala Bidang", "Menelaah data prioritas", [{ to: 2 }]],
      [2, "end", "Analis", "Menyusun laporan", [{ to: "end:tidak-tersedia" }]],
      [3, "end", "", "Mengarsipkan", [{ to: "end:selesai" }]],
    ]);
    for (const note of [
      "element_dropped sid-pool-a",
      "element_dropped sid-msg",
      "element_dropped sid-outer",
      "element_dropped sid-s2",
      "element_dropped sid-f5",
      "lane_missing sid-t3",
      "not_taken sid-s1",
    ]) {
      expect(notes).toContain(note);
    }
  });
});
