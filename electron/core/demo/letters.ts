import type { ParamsIn } from "#shared/contract.ts";

/** What the made-up office asks of other offices while it collects data. */
export type DemoLetter = {
  to: string;
  note: string;
  /** How far it has come. */
  stage: "draft" | "checking" | "numbered";
};

/** A surat permintaan data to a producer, as the step that collects data offers it. */
export const demoLetter = (
  letter: DemoLetter,
  due: string,
): Omit<ParamsIn<"letter.draft">, "request"> => ({
  kind: "data-request",
  to: letter.to,
  note: letter.note,
  copies: ["Arsip"],
  values: { batas: due },
});
