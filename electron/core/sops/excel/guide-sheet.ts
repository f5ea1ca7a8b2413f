import type { Workbook } from "exceljs";
import { PAGE } from "./styling.ts";
import { SHEETS } from "./words.ts";

type Part = { heading: string; lines: readonly string[] };

const PARTS: readonly Part[] = [
  {
    heading: "Cara mengisi",
    lines: [
      "1. Isi lembar Identitas, Pelaksana, dan Langkah, lalu simpan berkas ini sebagai .xlsx.",
      "2. Di Lajur buka SOP, pilih Impor, lalu pilih berkas ini. Lajur memeriksanya dahulu; tidak ada yang disimpan sebelum Anda setuju.",
      "3. Jangan mengubah judul kolom. Letak kolom boleh dipindah.",
      "4. Satu baris berisi satu langkah. Jangan menggabungkan sel dan jangan memakai rumus.",
      "5. Jika satu sel memuat beberapa butir, tulis satu butir pada satu baris (Alt+Enter).",
    ],
  },
  {
    heading: "Lembar Pelaksana",
    lines: [
      "Satu baris berisi satu pelaksana, berurutan dari kiri ke kanan seperti pada bagan.",
      "Tulis Ya pada kolom Pemohon untuk pelaksana yang mengajukan permohonan. Kosongkan semuanya jika SOP ini pekerjaan internal.",
    ],
  },
  {
    heading: "Lembar Langkah",
    lines: [
      "No: nomor langkah, 1, 2, 3, dan seterusnya. Nomor ini dipakai pada kolom tujuan.",
      "Kegiatan: diawali kata kerja, misalnya “Periksa kelengkapan permohonan”.",
      "Jenis: Mulai (langkah pertama), Proses (pekerjaan biasa), Keputusan (memilih jalan), atau Selesai (langkah terakhir).",
      "Pelaksana: pilih dari daftar. Pelaksana lain: pelaksana yang ikut terlibat, satu pada satu baris.",
      "Kelengkapan dan Output: yang dibutuhkan dan yang dihasilkan, satu butir pada satu baris.",
      "Waktu: lihat contoh di bawah. Keterangan: boleh dikosongkan.",
      "Langkah berikutnya: nomor langkah sesudahnya. Jika dikosongkan, dibaca sebagai baris berikutnya. Tidak dipakai untuk Keputusan.",
      "Pilihan 1 dan Tujuan 1, Pilihan 2 dan Tujuan 2, dan seterusnya: hanya untuk Keputusan. Pilihan berisi jawabannya, misalnya Ya atau Tidak; Tujuan berisi nomor langkah.",
      "Tujuan dapat juga berisi akhir SOP: Selesai, Ditolak, Tidak tersedia, atau Unduh langsung.",
      "Jika pilihannya lebih dari yang tersedia, tambahkan kolom Pilihan 5 dan Tujuan 5 di sebelah kanan.",
    ],
  },
  {
    heading: "Contoh Waktu yang dikenal",
    lines: [
      "30 menit     2 jam     1 hari     1-2 hari     5 hari kerja     1 minggu     1 bulan     maksimal 3 hari",
      "Hari dihitung sebagai hari kerja. Tanpa angka, misalnya “Pada hari dan jam kerja”, berarti tanpa tenggat.",
    ],
  },
  {
    heading: "Tanggal",
    lines: [
      "Tulis hari, bulan, dan tahun, misalnya 8 November 2026 atau 08/11/2026. Tanggal revisi boleh bulan dan tahun saja.",
    ],
  },
];

export function addGuideSheet(workbook: Workbook): void {
  const sheet = workbook.addWorksheet(SHEETS.guide, {
    pageSetup: { ...PAGE, orientation: "portrait" },
    views: [{ showGridLines: false }],
    properties: { tabColor: { argb: "FF9DB2C8" } },
  });
  sheet.columns = [{ width: 110 }];
  sheet.addRow(["Templat SOP"]).font = { bold: true, size: 14 };
  for (const { heading, lines } of PARTS) {
    sheet.addRow([]);
    sheet.addRow([heading]).font = { bold: true };
    for (const line of lines) {
      const row = sheet.addRow([line]);
      row.alignment = { wrapText: true, vertical: "top" };
      // About 120 characters stand on a line of this width.
      row.height = 16 * Math.ceil(line.length / 115);
    }
  }
}
