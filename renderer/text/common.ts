/** Words that many screens share. */
export const commonText = {
  app: "Lajur",
  save: "Simpan",
  cancel: "Batal",
  close: "Tutup",
  back: "Kembali",
  retry: "Coba lagi",
  remove: "Hapus",
  add: "Tambah",
  change: "Ubah",
  loading: "Memuat …",
  saving: "Menyimpan …",
  saved: "Perubahan tersimpan.",
  yes: "Ya",
  no: "Tidak",
  none: "tidak ada",
  optional: "boleh kosong",
  required: "wajib diisi",
  actions: "Tindakan",
  version: (version: number) => `versi ${version}`,
  titleOf: (page: string) => `${page} · Lajur`,
  charactersLeft: (left: number) =>
    left < 0 ? `Kelebihan ${-left} karakter` : `Sisa ${left} karakter`,
  errorsAbove: (count: number) =>
    count === 1 ? "Satu isian belum benar." : `${count} isian belum benar.`,
};

/** The question before a form's changes are left behind. */
export function unsavedText(forms: string[]) {
  return {
    title: "Buang perubahan yang belum disimpan?",
    body: `Perubahan pada ${listed(forms)} belum disimpan dan akan hilang.`,
    confirm: "Buang perubahan",
    cancel: "Kembali mengisi",
    danger: true,
  };
}

/** "a", "a dan b", "a, b, dan c". */
export function listed(words: readonly string[]): string {
  if (words.length < 3) return words.join(" dan ");
  return `${words.slice(0, -1).join(", ")}, dan ${words.at(-1) ?? ""}`;
}

const SIZES = ["bita", "kB", "MB", "GB"];

/** A file's size as read: "812 bita", "1,4 MB". */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < SIZES.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toLocaleString("id-ID", { maximumFractionDigits: digits })} ${SIZES[unit] ?? ""}`;
}

/** A whole number with Indonesian separators: 12.345. */
export const numberText = (value: number): string => value.toLocaleString("id-ID");
