import { UPLOADS } from "../text.ts";
import type { Faults } from "./validate.ts";
import { ITEM_NAMES, NAMES } from "./values.ts";

export const LABELS = {
  kind: "Anda mengajukan sebagai",
  name: "Nama lengkap",
  identity: "Nomor identitas atau akta",
  institution: "Lembaga",
  address: "Alamat lengkap",
  phone: "Nomor telepon",
  email: "Alamat pos-el",
  proxy: "Permohonan ini",
  proxyFor: "Nama yang Anda wakili",
  subject: "Pokok permohonan",
  purpose: "Tujuan penggunaan",
  obtaining: "Cara memperoleh data",
  delivery: "Cara menerima jawaban",
} as const;

const ITEM_LABELS = {
  name: "Nama data",
  period: "Periode",
  unit: "Satuan",
  format: "Bentuk berkas",
} as const;

/** What is wrong, in the order of the page, each with its label and the id of its field. */
export function faultList(faults: Faults): { name: string; label: string; fault: string }[] {
  return Object.entries(faults)
    .map(([posted, fault]) => ({ fault, ...placeOf(posted) }))
    .toSorted((one, other) => one.place - other.place);
}

/** Rows stand after the subject, files at the end; a row has fewer than ten fields. */
const ROWS_AT = Object.keys(NAMES).indexOf("purpose");
const ROW = 0.001;

function placeOf(posted: string): { name: string; label: string; place: number } {
  const [, field = "", row = ""] = /^([a-z]+)-(\d+)$/.exec(posted) ?? [];
  for (const [index, [key, name]] of Object.entries(ITEM_NAMES).entries()) {
    if (name !== field) continue;
    const label = `${ITEM_LABELS[key as keyof typeof ITEM_NAMES]}, data ${row}`;
    return { name: posted, label, place: ROWS_AT - 0.5 + Number(row) * ROW + index * ROW * 0.1 };
  }
  const [, kind = ""] = /^berkas_(\w+)$/.exec(posted) ?? [];
  const upload = Object.keys(UPLOADS).indexOf(kind);
  if (upload !== -1) {
    const { label } = UPLOADS[kind as keyof typeof UPLOADS];
    return { name: posted, label, place: 100 + upload };
  }
  const names: string[] = Object.values(NAMES);
  const place = names.indexOf(posted);
  const key = Object.keys(NAMES)[place];
  if (key === undefined || !(key in LABELS)) return { name: "halaman", label: "Formulir", place };
  return { name: posted, label: LABELS[key as keyof typeof LABELS], place };
}
