import type { DemoLetter } from "./letters.ts";
import type { Assessment, Item, Requester } from "#shared/request/model.ts";

/** Made-up requests in every state, told as days before today and how far each has come. */
export type DemoRequest = {
  daysAgo: number;
  subject: string;
  purpose: string;
  delivery: "pickup" | "email" | "post" | "drive";
  requester: Pick<Requester, "kind" | "name" | "institution" | "phone" | "email" | "address">;
  letter: string;
  items: Item[];
  /** The last step that is completed; the branch decides at step 4. */
  until: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
  branch: "Ya" | "Tidak";
  found: Assessment["availability"][];
  reasons?: string[];
  /** Passed down the office: by its head, the kepala bidang, the kepala seksi; or reported as well. */
  disposition?: "given" | "reported";
  cancelled?: string;
  /** A letter to whoever has the data. */
  asks?: DemoLetter;
};

const item = (name: string, period: string, unit: string, format = "Excel"): Item => ({
  name,
  period,
  unit,
  format,
});

export const demoRequests: DemoRequest[] = [
  {
    daysAgo: 128,
    subject: "Data jumlah sekolah dan guru per kecamatan",
    purpose: "Penyusunan rencana kerja",
    delivery: "email",
    requester: agency("Dinas Pendidikan Kabupaten Contoh"),
    letter: "421/118/PEND/2026",
    items: [
      item("Jumlah sekolah menurut jenjang", "2021–2025", "unit"),
      item("Jumlah guru menurut jenjang", "2021–2025", "orang"),
    ],
    until: 10,
    branch: "Ya",
    found: ["available", "available"],
  },
  {
    daysAgo: 97,
    subject: "Data penerima bantuan sosial menurut nama dan alamat",
    purpose: "Bahan kajian lembaga",
    delivery: "pickup",
    requester: {
      kind: "institution",
      name: "LSM Contoh Peduli",
      institution: "LSM Contoh Peduli",
      phone: "0812-0000-0002",
      email: "sekretariat@contohpeduli.example",
      address: "Jalan Kenanga 8, Contoh",
    },
    letter: "07/LSM-CP/VIII/2026",
    items: [
      item("Daftar penerima bantuan sosial menurut nama dan alamat", "2025", "orang"),
      item("Jumlah penerima bantuan sosial per desa", "2025", "orang"),
    ],
    until: 6,
    branch: "Tidak",
    found: ["excluded", "available"],
    reasons: [
      "Daftar menurut nama dan alamat memuat data pribadi yang dikecualikan.",
      "Jumlah per desa sudah terbuka pada portal Satu Data Kabupaten Contoh.",
    ],
  },
  {
    daysAgo: 66,
    subject: "Data angkatan kerja per kecamatan",
    purpose: "Penelitian skripsi",
    delivery: "email",
    requester: student("Putri Contoh", "0812-0000-0003"),
    letter: "231/UN99.4/PT/2026",
    items: [item("Angkatan kerja menurut kecamatan", "2020–2025", "orang")],
    until: 10,
    branch: "Ya",
    found: ["available"],
  },
  {
    daysAgo: 38,
    subject: "Data panjang jalan menurut kondisi",
    purpose: "Bahan musyawarah perencanaan",
    delivery: "drive",
    requester: agency("Bappeda Kabupaten Contoh"),
    letter: "050/412/BAPPEDA/2026",
    items: [
      item("Panjang jalan kabupaten menurut kondisi", "2022–2025", "km"),
      item("Jumlah jembatan menurut kondisi", "2022–2025", "unit"),
    ],
    until: 10,
    branch: "Ya",
    found: ["available", "partial"],
  },
  {
    daysAgo: 31,
    subject: "Data rinci pelanggan air minum",
    purpose: "Pemasaran",
    delivery: "email",
    requester: {
      kind: "individual",
      name: "Joko Contoh",
      institution: "",
      phone: "0812-0000-0004",
      email: "",
      address: "Jalan Melati 3, Contoh",
    },
    letter: "",
    items: [item("Nama dan nomor telepon pelanggan air minum", "2026", "pelanggan")],
    until: 6,
    branch: "Tidak",
    found: ["excluded"],
    reasons: ["Data pelanggan adalah data pribadi dan tidak dikuasai Walidata."],
  },
  {
    daysAgo: 18,
    subject: "Indeks pembangunan manusia per kecamatan",
    purpose: "Penyusunan RKPD",
    delivery: "email",
    requester: agency("Bappeda Kabupaten Contoh"),
    letter: "050/455/BAPPEDA/2026",
    items: [item("Komponen IPM menurut kecamatan", "2021–2025", "indeks")],
    until: 7,
    asks: {
      to: "Kepala Bappeda Kabupaten Contoh\ndi Contoh",
      note: "",
      stage: "draft",
    },
    branch: "Ya",
    found: ["partial"],
    disposition: "reported",
  },
  {
    daysAgo: 12,
    subject: "Jumlah penduduk menurut kelompok umur",
    purpose: "Tugas sekolah",
    delivery: "pickup",
    requester: {
      kind: "institution",
      name: "SMAN 2 Contoh",
      institution: "SMAN 2 Contoh",
      phone: "(021) 000200",
      email: "tu@sman2contoh.example",
      address: "Jalan Pelajar 2, Contoh",
    },
    letter: "421.3/077/SMAN2/2026",
    items: [item("Penduduk menurut kelompok umur dan jenis kelamin", "2025", "orang", "PDF")],
    until: 8,
    branch: "Ya",
    found: ["available"],
  },
  {
    daysAgo: 9,
    subject: "Permohonan ganda data produksi padi",
    purpose: "",
    delivery: "email",
    requester: student("Bagus Contoh", "0812-0000-0006"),
    letter: "240/UN99.4/PT/2026",
    items: [item("Produksi padi per kecamatan", "2021–2025", "ton")],
    until: 2,
    branch: "Ya",
    found: [],
    cancelled: "Surat yang sama sudah didaftarkan sebelumnya.",
  },
  {
    daysAgo: 5,
    subject: "Data produksi padi per kecamatan 2021–2025",
    purpose: "Penelitian tesis tentang ketahanan pangan",
    delivery: "email",
    requester: student("Ayu Contoh", "0812-0000-0007"),
    letter: "118/UN99/PT/2026",
    items: [
      item("Produksi padi per kecamatan", "2021–2025", "ton"),
      item("Luas panen padi per kecamatan", "2021–2025", "hektare"),
      item("Produktivitas padi per kecamatan", "2021–2025", "kuintal/hektare"),
    ],
    until: 4,
    asks: {
      to: "Kepala Dinas Pertanian Kabupaten Contoh\ndi Contoh",
      note: "Data tahun 2025 dapat berupa angka sementara.",
      stage: "numbered",
    },
    branch: "Ya",
    found: ["available", "available", "partial"],
    disposition: "given",
  },
  {
    daysAgo: 4,
    subject: "Data stunting per desa",
    purpose: "Intervensi gizi triwulan IV",
    delivery: "email",
    requester: agency("Dinas Kesehatan Kabupaten Contoh"),
    letter: "440/902/DINKES/2026",
    items: [item("Prevalensi stunting per desa", "2025", "persen")],
    until: 3,
    asks: {
      to: "Kepala Dinas Kesehatan Kabupaten Contoh\ndi Contoh",
      note: "",
      stage: "checking",
    },
    branch: "Ya",
    found: ["available"],
  },
  {
    daysAgo: 2,
    subject: "Belanja bantuan sosial menurut program",
    purpose: "Pemantauan anggaran",
    delivery: "post",
    requester: {
      kind: "institution",
      name: "LSM Contoh Peduli",
      institution: "LSM Contoh Peduli",
      phone: "0812-0000-0002",
      email: "sekretariat@contohpeduli.example",
      address: "Jalan Kenanga 8, Contoh",
    },
    letter: "11/LSM-CP/XI/2026",
    items: [item("Realisasi belanja bantuan sosial menurut program", "2025", "rupiah")],
    until: 4,
    branch: "Tidak",
    found: ["unavailable"],
  },
  {
    daysAgo: 1,
    subject: "Data UMKM per kelurahan",
    purpose: "Rencana usaha",
    delivery: "pickup",
    requester: {
      kind: "individual",
      name: "Siti Contoh",
      institution: "",
      phone: "0812-0000-0008",
      email: "",
      address: "Jalan Anggrek 5, Contoh",
    },
    letter: "",
    items: [item("Jumlah UMKM per kelurahan", "2025", "unit")],
    until: 2,
    branch: "Ya",
    found: [],
  },
];

function agency(name: string): DemoRequest["requester"] {
  return {
    kind: "agency",
    name,
    institution: name,
    phone: "(021) 000100",
    email: "tu@contoh.go.id",
    address: "Kompleks Perkantoran Pemda, Contoh",
  };
}

function student(name: string, phone: string): DemoRequest["requester"] {
  return {
    kind: "student",
    name,
    institution: "Universitas Contoh",
    phone,
    email: "mahasiswa@univcontoh.example",
    address: "Jalan Kampus 1, Contoh",
  };
}
