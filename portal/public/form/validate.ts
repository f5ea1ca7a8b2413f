import { z } from "zod";
import { failure, isErrorCode } from "#shared/errors.ts";
import { DELIVERIES, itemSchema, requesterSchema } from "#shared/request/model.ts";
import { block, line, optionalLine } from "#shared/text.ts";
import { FIELD_FAULTS, OBTAINING, filled } from "../text.ts";
import type { UploadKind } from "../uploads/upload.ts";
import {
  type FormValues,
  ITEM_NAMES,
  isBlankItem,
  type ItemValues,
  itemName,
  MOST_ITEMS,
  NAMES,
} from "./values.ts";

/** By the posted name of the field, one sentence each. */
export type Faults = Record<string, string>;

const contents = z.object({
  requester: requesterSchema,
  subject: line(300),
  items: z.array(itemSchema),
  purpose: block(1000),
  obtaining: z.enum(OBTAINING),
  delivery: z.enum(DELIVERIES),
  proxyFor: optionalLine(200),
});
export type FormContents = z.infer<typeof contents>;

export type Validated = { ok: true; contents: FormContents } | { ok: false; faults: Faults };

/** Checks the whole form; `uploads` are the kinds of the files that came with it. */
export function validate(values: FormValues, uploads: readonly UploadKind[]): Validated {
  const faults: Faults = { ...schemaFaults(values), ...rowFaults(values) };
  const add = (name: string, sentence: string): void => {
    faults[name] ??= sentence;
  };
  if (values.identity === "" && values.kind !== "agency") add(NAMES.identity, FIELD_FAULTS.empty);
  if (values.kind === "individual" && !/^\d{16}$/.test(values.identity.replace(/[\s.]/g, ""))) {
    add(NAMES.identity, FIELD_FAULTS.nik);
  }
  if (values.kind !== "individual" && values.institution === "") {
    add(NAMES.institution, FIELD_FAULTS.empty);
  }
  if (values.address === "") add(NAMES.address, FIELD_FAULTS.empty);
  if (values.delivery === "email" && values.email === "") {
    add(NAMES.email, FIELD_FAULTS.email_needed);
  }
  if (values.phone === "" && values.email === "") add(NAMES.phone, FIELD_FAULTS.contact);
  if (values.proxy !== "ya" && values.proxy !== "tidak") add(NAMES.proxy, FIELD_FAULTS.choose);
  if (values.proxy === "ya") {
    if (values.proxyFor === "") add(NAMES.proxyFor, FIELD_FAULTS.empty);
    if (!uploads.includes("proxy")) add("berkas_proxy", FIELD_FAULTS.proxy_letter);
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  return { ok: true, contents: contents.parse(shapeOf(values)) };
}

function shapeOf(values: FormValues) {
  const { kind, name, identity, institution, address, phone, email } = values;
  return {
    requester: { kind, name, identity, institution, address, phone, email },
    subject: values.subject,
    items: values.items.filter((item) => !isBlankItem(item)),
    purpose: values.purpose,
    obtaining: values.obtaining,
    delivery: values.delivery,
    proxyFor: values.proxy === "ya" ? values.proxyFor : "",
  };
}

/** What the schemas say of every field but the rows, which keep their places on the page. */
function schemaFaults(values: FormValues): Faults {
  const checked = contents.safeParse({ ...shapeOf(values), items: [] });
  if (checked.success) return {};
  const names: Record<string, string> = NAMES;
  return Object.fromEntries(
    checked.error.issues
      .toReversed()
      .map(({ path, message }) => [names[String(path.at(-1))] ?? "formulir", sentenceOf(message)]),
  );
}

function rowFaults({ items }: FormValues): Faults {
  if (items.every(isBlankItem)) return { [itemName("name", 1)]: FIELD_FAULTS.items };
  const faults: Faults = {};
  for (const [index, item] of items.entries()) {
    const checked = isBlankItem(item) ? null : itemSchema.safeParse(item);
    for (const { path, message } of checked?.error?.issues ?? []) {
      const field = String(path[0]);
      if (!(field in ITEM_NAMES)) continue;
      faults[itemName(field as keyof ItemValues, index + 1)] = sentenceOf(message);
    }
  }
  if (items.length > MOST_ITEMS) {
    faults[itemName("name", 1)] = filled(FIELD_FAULTS.items_many, { most: MOST_ITEMS });
  }
  return faults;
}

/** Schemas of text say a code; zod's own words come from choices that were not made. */
const sentenceOf = (message: string): string =>
  isErrorCode(message) ? failure(message).message : FIELD_FAULTS.choose;
