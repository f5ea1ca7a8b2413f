import { REGISTER_IDS } from "#shared/letter/register.ts";
import type { Template } from "#shared/letter/template.ts";
import { CheckBox } from "../../components/check-box.tsx";
import { LinesField } from "../../components/lines-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { templatesText as text } from "../../text/templates.ts";
import { useEditor, useProblemAt, useTemplate } from "./editor-context.ts";
import { subjectOffers } from "./field-offers.ts";
import { FieldText } from "./field-text.tsx";

const REGISTERS = (["none", ...REGISTER_IDS] as const).map((value) => ({
  value,
  label: text.registers[value],
}));
const SUBJECT_OFFERS = subjectOffers();

/** What the template is called, how it is numbered, and when it is offered. */
export function AboutForm() {
  const template = useTemplate();
  const editor = useEditor();
  const set = (change: Partial<Template>, place: string | null) =>
    editor.edit((before) => ({ ...before, ...change }), place);
  return (
    <div className="blocks about-form">
      <div className="fields">
        <TextField
          label={text.name}
          path="name"
          error={useProblemAt("name")}
          value={template.name}
          onChange={(name) => set({ name }, "name")}
          max={120}
          required
        />
        <Select
          label={text.register}
          value={template.register ?? "none"}
          onChange={(register) => set({ register: register === "none" ? null : register }, null)}
          options={REGISTERS}
        />
        <TextField
          label={text.classification}
          help={text.classificationHelp}
          path="classification"
          error={useProblemAt("classification")}
          value={template.classification}
          onChange={(classification) => set({ classification }, "classification")}
          max={40}
        />
      </div>
      <FieldText
        label={text.subject}
        help={text.subjectHelp}
        path="subject"
        value={template.subject}
        onChange={(subject) => set({ subject }, "subject")}
        max={300}
        offers={SUBJECT_OFFERS}
      />
      <LinesField
        label={text.offeredBy}
        items={template.offeredBy}
        onChange={(offeredBy) => set({ offeredBy: offeredBy.slice(0, 20) }, "offeredBy")}
        rows={4}
      />
      <p className="muted small">{text.offeredByHelp}</p>
      <div className="about-checks">
        <CheckBox
          isSelected={template.needsRequester}
          onChange={(needsRequester) => set({ needsRequester }, null)}
        >
          {text.needsRequester}
        </CheckBox>
        <CheckBox isSelected={template.once} onChange={(once) => set({ once }, null)}>
          {text.once}
        </CheckBox>
      </div>
    </div>
  );
}
