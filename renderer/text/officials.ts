import type { Term } from "#shared/office.ts";
import { plainDay } from "#shared/time/format.ts";

/** Words of the officials of an office and their terms. */
export const officialsText = {
  title: "Pejabat",
  help: "Siapa memegang jabatan apa, sejak kapan sampai kapan. Surat menyebut yang memegang jabatan itu pada tanggal suratnya, jadi surat tahun lalu tetap menyebut kepala tahun lalu. Bila ada Plt., Plh., atau Pj. pada tanggal itu, dialah yang disebut.",
  headHelp: (post: string, name: string) =>
    `${post} sekarang, ${name}, ditulis di Kantor dan surat. Ia disebut pada tanggal yang tidak tercakup di sini.`,
  none: "Belum ada masa jabatan yang dicatat",
  noneHelp: "Selama kosong, semua surat ditandatangani kepala yang tertulis di Kantor dan surat.",
  add: "Tambah pejabat",
  edit: (name: string) => `Ubah ${name}`,
  remove: (name: string) => `Hapus ${name}`,
  removeTitle: "Hapus masa jabatan ini?",
  removeBody: ({ name, post }: Term) =>
    `${name} sebagai ${post} dihapus dari daftar. Konsep surat dan surat lama yang dicetak ulang tidak lagi menyebutnya.`,
  saved: "Daftar pejabat tersimpan.",
  post: "Jabatan",
  postHelp: "Ditulis sama persis untuk semua pemegangnya",
  standing: "Kedudukan",
  standings: {
    "": "Definitif",
    "Plt.": "Plt. (pelaksana tugas)",
    "Plh.": "Plh. (pelaksana harian)",
    "Pj.": "Pj. (penjabat)",
  } satisfies Record<Term["standing"], string>,
  name: "Nama dan gelar",
  rank: "Pangkat",
  nip: "NIP",
  nipHelp: "18 angka; spasi boleh ditulis",
  nipCount: (digits: number) => `NIP harus 18 angka; ini ${digits}.`,
  nipDigits: "NIP hanya berisi angka.",
  from: "Mulai",
  fromHelp: "Kosong: sejak semula",
  until: "Sampai",
  untilHelp: "Kosong: sampai sekarang",
  term: "Masa jabatan",
  untilBeforeFrom: "Tanggal selesai lebih dahulu daripada tanggal mulai.",
  termWords: ({ from, until }: Pick<Term, "from" | "until">) => {
    if (from === "" && until === "") return "tanpa batas";
    if (until === "") return `sejak ${plainDay(from)}`;
    if (from === "") return `sampai ${plainDay(until)}`;
    return `${plainDay(from)} sampai ${plainDay(until)}`;
  },
  overlapTitle: "Dua orang memegang satu jabatan pada hari yang sama",
  overlap: (
    post: string,
    first: string,
    second: string,
    days: Pick<Term, "from" | "until">,
    named: string,
  ) =>
    `${post}: ${first} dan ${second}, ${officialsText.termWords(days)}. Nama di surat pada hari-hari itu: ${named}`,
};
