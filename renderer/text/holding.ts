import { pcName } from "#shared/register/words.ts";
import type { Holding } from "#shared/register/holding-contract.ts";
import type { ChipTone } from "./request.ts";
import { numberText } from "./common.ts";

type State = Holding["standing"]["state"];

/** Words of which PC gives the numbers of which book. */
export const holdingText = {
  title: "Pembagian nomor antar-PC",
  help: "Nomor satu buku diberikan oleh satu PC, supaya tidak ada nomor yang dipakai dua kali walaupun PC lain sedang luring. PC lain dapat meminta blok nomor untuk diberikan sendiri. Nomor permohonan dan agenda surat masuk dihitung tiap PC dengan hurufnya.",
  book: "Buku",
  holder: "Pemegang",
  last: "Nomor terakhir",
  here: "Di PC ini",
  actions: "Tindakan",
  state: {
    own: "Memberi nomor",
    elsewhere: "Menunggu nomor",
    unsure: "Belum pasti, sinkronkan dahulu",
    apart: "Tidak tersambung",
  } satisfies Record<State, string>,
  tone: { own: "ok", elsewhere: "mute", unsure: "warn", apart: "late" } satisfies Record<
    State,
    ChipTone
  >,
  left: (count: number) => `${numberText(count)} nomor di blok`,
  asked: "Blok sudah diminta",
  own: (name: string) => `${name} (PC ini)`,
  unknown: "PC pertama kantor ini",
  alone: "PC yang bekerja sendiri",
  takenFor: (reason: string) => `Diambil alih: ${reason}`,
  ask: "Minta blok nomor …",
  take: "Ambil alih …",
  assign: "Serahkan …",

  blocks: "Blok nomor tahun ini",
  noBlocks: "Belum ada blok nomor tahun ini.",
  block: (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
  blockLeft: (left: number) => (left === 0 ? "habis" : `sisa ${numberText(left)}`),
  blockClosed: (reason: string) => `Ditutup: ${reason}`,
  giveBack: "Kembalikan …",
  closeBlock: "Tutup …",
  numbers: "Nomor",
  forPc: "Untuk PC",
  blockState: "Keadaan",

  askTitle: (book: string) => `Minta blok nomor ${book.toLowerCase()}`,
  askHelp: (name: string) =>
    `Permintaan dikirim saat sinkron. ${name} menjawabnya sendiri pada sinkron berikutnya; sesudah itu nomornya dapat diberikan di PC ini walaupun luring.`,
  count: "Banyaknya nomor",
  askSend: "Minta",
  askSent: "Blok nomor diminta. Jawabannya tiba sesudah kedua PC sinkron.",

  assignTitle: "Serahkan buku ke PC lain",
  assignHelp:
    "Sesudah diserahkan, PC ini tidak lagi memberi nomor buku itu; PC penerima mulai memberi nomor sesudah sinkron.",
  books: "Buku yang diserahkan",
  toPc: "PC penerima",
  noPc: "Belum ada PC lain yang aktif di kantor ini.",
  assignSend: "Serahkan",
  assigned: (name: string) => `Buku diserahkan ke ${pcName(name)}.`,

  takeTitle: "Ambil alih buku",
  takeWarning:
    "Lakukan hanya bila PC pemegang rusak, hilang, atau tidak dipakai lagi. Bila PC itu masih memberi nomor, nomor yang sama dapat terpakai dua kali. Cabut dahulu sambungannya lewat Portal & perangkat.",
  takeBooks: "Buku yang diambil alih",
  takeOf: (book: string, name: string) => `${book}, dipegang ${name}`,
  next: (book: string) => `Lanjutkan ${book.toLowerCase()} dari nomor`,
  nextHelp: (last: number) =>
    `${last === 0 ? "Belum ada nomor yang diketahui." : `Nomor terakhir yang diketahui ${numberText(last)}.`} Bila di kertas sudah ada nomor yang lebih besar, isi nomor berikutnya yang belum terpakai.`,
  nextInvalid: (least: number) => `Isi dengan angka, paling kecil ${numberText(least)}.`,
  reason: "Alasan",
  reasonExample: "PC TU rusak sejak 16 November dan tidak dipakai lagi",
  takeSend: "Ambil alih",
  taken: "Buku dipegang PC ini.",

  returnTitle: (own: boolean) => (own ? "Kembalikan blok nomor" : "Tutup blok nomor"),
  returnHelp: (numbers: string) =>
    `Nomor ${numbers} yang belum terpakai tidak diberikan lagi oleh siapa pun. Alasannya tercatat di buku.`,
  returned: "Blok nomor ditutup; sisanya tercatat dengan alasannya.",

  noNumber: {
    own: () => "Nomor berikutnya belum ada",
    elsewhere: (name) => `Nomor buku ini diberikan ${pcName(name)}`,
    unsure: () => "Nomor terakhir buku ini belum pasti",
    apart: (name) => `Nomor buku ini dipegang ${pcName(name)}`,
  } satisfies Record<State, (name: string) => string>,
  whatToDo: {
    own: "",
    elsewhere:
      "Simpan sebagai konsep; cetakannya bertanda belum bernomor. Beri nomornya di PC itu, atau minta blok nomor.",
    unsure: "Arsip ini dipulihkan atau disalin. Sinkronkan sekali, lalu beri nomornya.",
    apart:
      "PC ini tidak tersambung ke portal kantor. Simpan sebagai konsep, lalu gabungkan lagi PC ini atau ambil alih bukunya.",
  } satisfies Record<State, string>,
  askedAlready: "Blok nomor sudah diminta; jawabannya tiba sesudah kedua PC sinkron.",
  toNumbering: "Buka Penomoran",
  toPortal: "Buka Portal & perangkat",
  elsewhere: (name: string) => `Nomor diberikan ${pcName(name)}`,
};
