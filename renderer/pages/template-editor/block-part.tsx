import type { TemplateBlock } from "#shared/letter/template.ts";
import { TextField } from "../../components/text-field.tsx";
import { templatesText as text } from "../../text/templates.ts";
import { useProblemAt } from "./editor-context.ts";

/** What the fields of all kinds of blocks share. */

export type Of<T extends TemplateBlock["type"]> = Extract<TemplateBlock, { type: T }>;
/** `place` names a text being typed in; null makes a change that is undone by itself. */
export type BlockFieldsProps<B> = {
  block: B;
  /** `blocks.2`. */
  path: string;
  onChange: (block: B, place: string | null) => void;
};

type PathTextProps = {
  label: string;
  path: string;
  value: string;
  onChange: (value: string) => void;
  max: number;
};

/** A text that holds no fields, such as a label. */
export function PathText({ path, ...props }: PathTextProps) {
  return <TextField {...props} path={path} error={useProblemAt(path)} required />;
}

/** The options, and the chosen one where nobody knows it. */
export const withUnknown = (options: { value: string; label: string }[], chosen: string) =>
  options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: text.sourceUnknown(chosen) }];
