import type { RequestDetail } from "#shared/contract.ts";
import { type Office, OFFICE_DEFAULTS } from "#shared/office.ts";
import type { Requester } from "#shared/request/model.ts";

/** A made-up office and a request of it, as the papers take them. */

export const OFFICE: Office = {
  government: "PEMERINTAH KABUPATEN CONTOH",
  name: "DINAS KOMUNIKASI DAN INFORMATIKA",
  address: "Jalan Merdeka Nomor 1, Contoh 12345",
  phone: "(021) 000000",
  email: "diskominfo@contoh.go.id",
  website: "diskominfo.contoh.go.id",
  place: "Contoh",
  zone: "WIB",
  logo: "",
  head: {
    post: "Kepala Dinas Komunikasi dan Informatika",
    name: "Dra. Siti Contoh, M.Si.",
    rank: "Pembina Utama Muda",
    nip: "197605201995112001",
  },
  ...OFFICE_DEFAULTS,
  letterPattern: "500.14/{nomor}/DISKOMINFO/{bulan}/{tahun}",
  recipients: ["Sekretaris Dinas", "Kepala Bidang Statistik", "Staf Statistik"],
  instructions: ["Tanggapan dan saran", "Proses lebih lanjut"],
  sheetDots: false,
  objection: "Keberatan disampaikan ke meja layanan di Jalan Merdeka Nomor 1.",
};

/** A request that somebody made. */
export type Asked = RequestDetail & { requester: Requester };

const OFFICER = { id: "u1", name: "Rudi Contoh" };

export function requestOf(items: number, changes: Partial<Asked> = {}): Asked {
  return {
    id: "r1",
    number: "2026/0147",
    agenda: "",
    subject: "Permohonan data produksi padi tahun 2021–2025",
    requester: {
      kind: "student",
      name: "Rina Lestari",
      identity: "NIM 20261234567",
      institution: "Universitas Contoh",
      address: "Jalan Kampus Nomor 7\nContoh 12346",
      phone: "0812-0000-0000",
      email: "rina@contoh.ac.id",
    },
    sop: { id: "magetan-permintaan-data", version: 1, name: "Permintaan Data" },
    status: "running",
    outcome: null,
    received: "2026-11-16",
    created: "2026-11-16T02:12:00Z",
    changed: "2026-11-19T02:12:00Z",
    period: "",
    purpose: "Penyusunan skripsi",
    delivery: "email",
    letter: { number: "118/UN99/PT/2026", date: "2026-11-13" },
    registered: { at: "2026-11-16T02:12:00Z", by: OFFICER },
    due: null,
    legalDue: null,
    paused: false,
    conflict: false,
    furtherNumbers: [],
    pauses: [],
    extension: null,
    objections: [],
    items: Array.from({ length: items }, (_, index) => ({
      no: index + 1,
      name: `Produksi padi kecamatan ke-${index + 1}`,
      period: "2021–2025",
      unit: "ton",
      format: "xlsx",
      availability: null,
      availabilityNote: "",
    })),
    current: null,
    visits: [],
    notes: [],
    files: [],
    dispositions: [],
    documents: [],
    letters: [],
    cancelled: null,
    portal: null,
    handovers: [],
    newer: false,
    destroyed: null,
    undo: null,
    ...changes,
  };
}

export const visitOf = (step: number, entered: string): Asked["visits"][number] => ({
  step,
  visit: 1,
  entered,
  completed: null,
  by: null,
  branch: null,
  note: "",
  took: null,
});

export const fileOf = (name: string, step: number, at: string): Asked["files"][number] => ({
  id: name,
  sha256: "0".repeat(64),
  name,
  size: 1,
  step,
  visit: 1,
  at,
  by: OFFICER,
  withdrawn: null,
});
