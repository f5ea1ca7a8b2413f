import { type ReactNode, useState } from "react";
import type { ParamsIn } from "#shared/contract.ts";
import type { Paper } from "#shared/request/model.ts";
import { PaperFrame } from "./paper-frame.tsx";
import { type PaperMethod, usePaper } from "./use-paper.ts";

/** What is asked for, without what this dialog asks itself. */
type Asked<P> = P extends unknown ? Omit<P, "paper" | "path"> : never;

type PaperDialogProps<M extends PaperMethod> = {
  title: string;
  method: M;
  params: Asked<ParamsIn<M>>;
  /** Says that what the paper is about changed; anything that differs then. */
  changed?: string;
  /** What fills the paper, beside it. */
  form?: ReactNode;
  onClose: () => void;
};

/** A paper that the core draws, on A4 or F4. */
export function PaperDialog<M extends PaperMethod>(props: PaperDialogProps<M>) {
  const { title, method, params, changed = "", form, onClose } = props;
  const [paper, setPaper] = useState<Paper>("A4");
  const asked = { ...params, paper } as unknown as ParamsIn<M>;
  const { result, failure, busy } = usePaper(method, asked, changed);
  return (
    <PaperFrame
      title={title}
      shown={result}
      failure={failure}
      busy={busy}
      paper={{ value: paper, onChange: setPaper }}
      form={form}
      onClose={onClose}
    />
  );
}
