import type { ParamsIn, ResultOf } from "#shared/contract.ts";
import { type Latest, useLatest } from "../store/use-latest.ts";

/** Methods that answer with a PDF. */
export type PaperMethod =
  | "document.render"
  | "sheet.render"
  | "book.render"
  | "register.render"
  | "identity.report"
  | "retention.render"
  | "retention.labels"
  | "destruction.render"
  | "template.render";

/** Typing settles for this long before the paper is drawn anew, in milliseconds. */
const SETTLE = 100;

/** The paper for these parameters, drawn anew when they or what the paper is about change. */
export const usePaper = <M extends PaperMethod>(
  method: M,
  params: ParamsIn<M> | null,
  changed: string,
): Latest<ResultOf<M>> => useLatest(method, params, SETTLE, changed);
