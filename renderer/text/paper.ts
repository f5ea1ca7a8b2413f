/** Words of the dialog that shows a paper before it is printed or saved. */
export const paperText = {
  paper: "Kertas",
  print: "Cetak",
  save: "Simpan PDF …",
  saved: (name: string) => `${name} tersimpan.`,
  drawing: "Menyusun kertas …",
  pages: (count: number) => `${count} halaman`,
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  preview: "Pratinjau",
};
