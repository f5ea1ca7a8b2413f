import { type Office, OFFICE_DEFAULTS, type User } from "#shared/office.ts";

/** A made-up office; no name, number or address in it belongs to anybody. */
export const demoOffice: Office = {
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
    name: "Budi Contoh, S.Kom., M.Si.",
    rank: "Pembina Utama Muda",
    nip: "197001011995011001",
  },
  letterPattern: "500.14/{nomor}/DISKOMINFO/{tahun}",
  ...OFFICE_DEFAULTS,
  unit: "DISKOMINFO",
  recipients: [
    "Sekretaris Dinas",
    "Kepala Bidang Statistik dan Persandian",
    "Kepala Seksi Statistik Sektoral",
    "Staf Statistik",
  ],
  instructions: [
    "Tanggapan dan saran",
    "Proses lebih lanjut",
    "Koordinasi/konfirmasikan",
    "Untuk diketahui",
  ],
  sheetDots: false,
  objection:
    "Keberatan disampaikan tertulis kepada atasan PPID Kabupaten Contoh, Jalan Merdeka Nomor 1, Contoh.",
};

const WALIDATA = "Walidata / Diskominfo";

export const demoUsers: User[] = [
  {
    name: "Rina",
    post: "Staf Statistik",
    lanes: [WALIDATA, "Pemohon Data", "Staf Statistik"],
    active: true,
  },
  {
    name: "Dewi",
    post: "Kepala Seksi Statistik Sektoral",
    lanes: [WALIDATA, "Subkoordinator Statistik"],
    active: true,
  },
  { name: "Agus", post: "Kepala Bidang Statistik dan Persandian", lanes: [WALIDATA], active: true },
  { name: "Sari", post: "Petugas Layanan", lanes: ["Pemohon Data"], active: true },
];
