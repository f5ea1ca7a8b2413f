import type { ResultOf } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import type { EditorTab } from "../../text/templates.ts";

/** Something to mend: a field that cannot be so, or what the check found. */
export type Problem = {
  message: string;
  tab: EditorTab;
  /** Where it stands in the template, such as `blocks.2.text`; null for what no field is. */
  path: string | null;
  /** Block, from 0; null for what is outside the blocks. */
  block: number | null;
  /** Nothing can be drawn or saved while it is so. */
  invalid: boolean;
};

type Finding = ResultOf<"template.check">["findings"][number];

/** What `template.check` answered, as things to mend. */
export function problemsOf(findings: readonly Finding[], failure: Failure | null): Problem[] {
  if (failure === null) return findings.map(ofFinding);
  const fields =
    failure.fields ?? (failure.field === undefined ? [] : [{ ...failure, field: failure.field }]);
  return fields.map(({ field, message }) => {
    const path = field.replace(/^template\./, "");
    const [, block] = /^blocks\.(\d+)/.exec(path) ?? [];
    const tab = path.startsWith("blocks")
      ? "blocks"
      : path.startsWith("inputs")
        ? "inputs"
        : "about";
    return { message, tab, path, block: block === undefined ? null : Number(block), invalid: true };
  });
}

function ofFinding({ code, message, block }: Finding): Problem {
  const tab =
    block !== null || code === "signing_missing" || code === "kop_twice"
      ? "blocks"
      : code.startsWith("input_")
        ? "inputs"
        : "about";
  const path = code === "personal_subject" ? "subject" : null;
  return { message, tab, path, block: block === null ? null : block - 1, invalid: false };
}
