export const importText = {
  title: "Impor SOP",
  drop: "Berkas SOP: Excel (.xlsx), BPMN 2.0, atau JSON",
  help: "Berkas diperiksa dahulu. Tidak ada yang disimpan sebelum Anda menyetujuinya.",
  reading: (name: string) => `Membaca ${name}…`,
  result: (name: string, steps: number, lanes: number) =>
    `${name}: ${steps} baris, ${lanes} pelaksana`,
  notes: (count: number) =>
    count === 0
      ? "Semua isi berkas terbaca."
      : `${count} hal tidak diambil sama seperti di berkas:`,
  findings: (errors: number, advice: number) =>
    `${errors} kesalahan dan ${advice} saran akan tampil di penyunting.`,
  existing: (version: number) =>
    `SOP ini sudah ada. Hasil impor menjadi draf versi ${version}; versi yang terbit tidak berubah.`,
  keep: "Simpan sebagai draf",
  other: "Pilih berkas lain",
};
