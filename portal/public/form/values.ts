import type { Posted } from "../posted.ts";

/** What a person has typed into the form so far, whole or not; every value as it was typed. */
export type FormValues = {
  office: string;
  kind: string;
  name: string;
  identity: string;
  institution: string;
  address: string;
  phone: string;
  email: string;
  /** "ya" for somebody who asks on another's behalf. */
  proxy: string;
  proxyFor: string;
  subject: string;
  items: ItemValues[];
  purpose: string;
  obtaining: string;
  delivery: string;
};
export type ItemValues = { name: string; period: string; unit: string; format: string };

/** Rows of the list of data that the form takes. */
export const MOST_ITEMS = 50;

/** The names that the form's fields are posted under. */
export const NAMES = {
  office: "kantor",
  kind: "jenis",
  name: "nama",
  identity: "identitas",
  institution: "lembaga",
  address: "alamat",
  phone: "telepon",
  email: "posel",
  proxy: "kuasa",
  proxyFor: "pemberi_kuasa",
  subject: "pokok",
  purpose: "tujuan",
  obtaining: "cara_memperoleh",
  delivery: "cara_menerima",
} as const satisfies Record<Exclude<keyof FormValues, "items">, string>;

export const ITEM_NAMES = {
  name: "data",
  period: "periode",
  unit: "satuan",
  format: "bentuk",
} as const;

/** `data-3`: the name of row 3, counted from 1. */
export const itemName = (field: keyof ItemValues, row: number): string =>
  `${ITEM_NAMES[field]}-${row}`;

const BLANK_ITEM: ItemValues = { name: "", period: "", unit: "", format: "" };

export const blankValues = (office: string): FormValues => ({
  office,
  kind: "individual",
  name: "",
  identity: "",
  institution: "",
  address: "",
  phone: "",
  email: "",
  proxy: "tidak",
  proxyFor: "",
  subject: "",
  items: [BLANK_ITEM],
  purpose: "",
  obtaining: "",
  delivery: "",
});

/** Blanks at both ends say nothing; browsers send CR LF for a line's end. */
const tidy = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

export function readValues(posted: Posted): FormValues {
  const fields = Object.entries(NAMES).map(([key, name]) => [key, tidy(posted.text(name))]);
  return { ...(Object.fromEntries(fields) as Omit<FormValues, "items">), items: readItems(posted) };
}

/** The rows in their order; as many as the form has sent, filled or not. */
function readItems(posted: Posted): ItemValues[] {
  const rows: ItemValues[] = [];
  for (let row = 1; row <= MOST_ITEMS && posted.has(itemName("name", row)); row += 1) {
    const value = (field: keyof ItemValues) => tidy(posted.text(itemName(field, row)));
    rows.push({
      name: value("name"),
      period: value("period"),
      unit: value("unit"),
      format: value("format"),
    });
  }
  return rows.length === 0 ? [BLANK_ITEM] : rows;
}

export const addItem = (values: FormValues): FormValues =>
  values.items.length >= MOST_ITEMS ? values : { ...values, items: [...values.items, BLANK_ITEM] };

/** Without row `row`, counted from 1; one always stays. */
export function removeItem(values: FormValues, row: number): FormValues {
  const items = values.items.filter((_, index) => index !== row - 1);
  return { ...values, items: items.length === 0 ? [BLANK_ITEM] : items };
}

export const isBlankItem = (item: ItemValues): boolean =>
  Object.values(item).every((value) => value === "");
