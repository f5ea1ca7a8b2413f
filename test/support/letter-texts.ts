import type { ParamsIn } from "#shared/contract.ts";

type Text = Partial<Omit<ParamsIn<"document.issue">, "request" | "kind">>;

const OPD = "Kepala Dinas Pertanian\nJalan Sawah Nomor 3\ndi Contoh";
const STAFF = { post: "Sekretaris Dinas", onBehalf: ["Kepala Dinas Komunikasi dan Informatika"] };

/** Plausible words of a made-up office for every template that asks for some. */
export const letterTexts: Record<string, Text> = {
  refusal: {
    reasons: [
      "Data harga gabah di tingkat petani tidak dihimpun oleh perangkat daerah.",
      "Sebagian data memuat keterangan pribadi petani yang dilindungi undang-undang.",
    ],
    copies: ["Sekretaris Daerah Kabupaten Contoh", "Arsip"],
  },
  delivery: { note: "Data tahun 2025 masih bersifat sementara." },
  extension: {},
  approval: { values: { selesai: "2026-11-27" } },
  assignment: {
    to: OPD,
    signer: STAFF,
    values: {
      staf: [
        ["Rina Contoh", "19900101 201501 2 001", "Staf Statistik"],
        ["Dewi Contoh", "", "Kepala Seksi Statistik Sektoral"],
      ],
      tugas: ["Menghimpun data produksi padi.", "Memeriksa kelengkapan metadata."],
      masa: "23 sampai dengan 27 November 2026",
    },
  },
  "classification-record": {
    values: {
      peserta: [
        ["Dewi Contoh", "Kepala Seksi Statistik Sektoral"],
        ["Agus Contoh", "Kepala Bidang Statistik dan Persandian"],
      ],
      informasi: [
        [
          "Basis data penerima bantuan",
          "Dikecualikan",
          "UU 27/2022",
          "Memuat data pribadi",
          "Selama masih berlaku",
        ],
        [
          "Rekapitulasi penerima per desa",
          "Terbuka",
          "UU 14/2008",
          "Tidak memuat data pribadi",
          "-",
        ],
      ],
    },
  },
  "control-card": {
    values: {
      indeks: "Statistik",
      kode: "500.14",
      terusan: [["16-11-2026", "Kepala Bidang Statistik dan Persandian", "Untuk ditindaklanjuti"]],
    },
  },
  "data-request": {
    to: OPD,
    signer: {
      post: "Kepala Bidang Statistik dan Persandian",
      onBehalf: ["Kepala Dinas Komunikasi dan Informatika", "Sekretaris Dinas"],
    },
    urgency: "urgent",
    values: { batas: "2026-11-20", data: [["Produksi padi per kecamatan", "2021–2025", "ton"]] },
  },
  declaration: {
    values: {
      opd: "Dinas Pertanian",
      nama: "Joko Contoh, S.P.",
      nip: "198001012005011001",
      data: [["Produksi padi", "ton", "Tahunan", "Januari"]],
    },
  },
  "exclusion-decree": {
    values: {
      matriks: [
        [
          "Basis data penerima bantuan sosial",
          "Nama, NIK, dan alamat penerima",
          "Undang-Undang Nomor 27 Tahun 2022",
          "Data pribadi penerima dapat disalahgunakan",
          "Data pribadi penerima terlindungi",
          "Selama data masih dipakai",
        ],
      ],
    },
  },
  handover: { values: { penerima: "Joko Contoh, S.P." } },
  invitation: {
    to: "Kepala perangkat daerah (daftar terlampir)\ndi Contoh",
    values: {
      tanggal: "2026-11-24",
      waktu: "Pukul 09.00 WIB sampai selesai",
      tempat: "Ruang rapat Dinas Komunikasi dan Informatika",
      acara: "Pembahasan daftar data tahun 2027",
      peserta: ["Kepala Dinas Pertanian", "Kepala Dinas Kesehatan"],
    },
  },
  memo: {
    values: {
      pokok: [
        "Permohonan data produksi padi telah diterima lengkap.",
        "Data tahun 2025 masih menunggu Dinas Pertanian.",
      ],
    },
  },
  minutes: {
    values: {
      rapat: "Forum Satu Data Kabupaten Contoh",
      tanggal: "2026-11-12",
      waktu: "09.00–11.30 WIB",
      tempat: "Ruang rapat Diskominfo",
      pimpinan: "Agus Contoh",
      notulis: "Rina Contoh",
      peserta: [
        ["Dewi Contoh", "Diskominfo"],
        ["Joko Contoh", "Dinas Pertanian"],
      ],
      pembahasan: ["Daftar data tahun 2027.", "Kelengkapan metadata."],
      keputusan: [["Daftar data disepakati", "Diskominfo", "30 November 2026"]],
    },
  },
  "official-letter": {
    to: OPD,
    values: {
      isi: "Sehubungan dengan penyusunan daftar data tahun 2027, bersama ini kami sampaikan hasil verifikasi data.\nMohon hasil ini diperiksa dan dikonfirmasi kembali.",
    },
    copies: ["Bupati Contoh", "Sekretaris Daerah Kabupaten Contoh"],
  },
  proposal: {
    to: "Kepala Badan Pusat Statistik Kabupaten Contoh\ndi Contoh",
    values: {
      usulan: [
        ["Survei kepuasan layanan data", "Diskominfo", "Maret 2027", "Sampel 200 responden"],
      ],
    },
  },
  "result-receipt": {
    values: {
      penerima: "Joko Contoh",
      instansi: "Dinas Pertanian",
      hasil: [["Hasil verifikasi", "xlsx", "1"]],
    },
  },
  validation: {
    values: {
      opd: "Dinas Pertanian",
      nama: "Joko Contoh, S.P.",
      nip: "198001012005011001",
      data: [["Produksi padi", "2025", "ton", ""]],
    },
  },
};
