/** Words of how an office's letters are set. */
export const letterStyleText = {
  title: "Bentuk surat",
  help: "Berlaku untuk semua surat yang dicetak dari templat. Lambang dan kop ada di Kantor dan surat.",
  page: "Kertas dan pinggir",
  paper: "Kertas",
  papers: { A4: "A4 (210 × 297 mm)", F4: "F4 (215 × 330 mm)" },
  margins: {
    top: "Pinggir atas (mm)",
    right: "Pinggir kanan (mm)",
    bottom: "Pinggir bawah (mm)",
    left: "Pinggir kiri (mm)",
  },
  letters: "Huruf",
  font: "Jenis huruf",
  fonts: { sans: "Tanpa kait (seukuran Arial)", serif: "Berkait (seukuran Times New Roman)" },
  size: "Ukuran huruf",
  sizeOf: (size: number) => `${size} pt`,
  spacing: "Spasi baris",
  spacingHelp: "1 rapat, 1,5 renggang",
  signing: "Tanda tangan elektronik dan kode QR",
  anchor: "Penanda letak tanda tangan",
  anchorHelp:
    "Kata yang dicari layanan tanda tangan elektronik di dalam PDF, misalnya ${ttd_pengirim}. Hanya tercetak pada PDF untuk TTE. Boleh kosong.",
  portal: "Alamat portal",
  portalHelp:
    "Ditulis di dalam kode QR surat agar penerima dapat memeriksanya, misalnya https://data.contoh.go.id. Boleh kosong.",
  preview: "Contoh surat",
  saved: "Bentuk surat tersimpan.",
  unsaved: "bentuk surat",
};
