import type { Draft } from "#shared/sop/draft.ts";
import type { Headings, Identity, Recurrence } from "#shared/sop/definition.ts";
import { CheckBox } from "../../components/check-box.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { editorText as text } from "../../text/sop-editor.ts";
import { useDraft, useEditor } from "./editor-context.ts";
import { LinesField } from "../../components/lines-field.tsx";

const NO_IDENTITY: Identity = {
  approvedBy: "",
  legalBasis: [],
  qualifications: [],
  related: [],
  equipment: [],
  warnings: [],
  records: [],
};
type ListKey = keyof typeof text.lists;
type DateKey = keyof typeof text.dates;
type HeadingKey = keyof typeof text.headingWords;

/** The identity page, who the SOP is for, and the paper's own headings. */
export function IdentityForm() {
  const draft = useDraft();
  const editor = useEditor();
  const set = (change: Partial<Draft>, place: string | null) =>
    editor.edit((before) => ({ ...before, ...change }), place);
  const identity = draft.identity ?? NO_IDENTITY;
  const lines = (key: ListKey) => (
    <LinesField
      key={key}
      label={text.lists[key]}
      rows={5}
      items={identity[key]}
      onChange={(items) => set({ identity: { ...identity, [key]: items } }, key)}
    />
  );
  return (
    <div className="identity-form">
      <section className="card">
        <header className="card-head">
          <h2>{text.identity}</h2>
        </header>
        <div className="card-body fields">
          <div className="span-all">
            <TextField
              label={text.name}
              value={draft.name}
              onChange={(name) => set({ name }, "name")}
              max={200}
              required
            />
          </div>
          {(["number", "office", "unit"] as const).map((key) => (
            <TextField
              key={key}
              label={text[key]}
              value={draft[key]}
              onChange={(value) => set({ [key]: value }, key)}
              max={120}
              required
            />
          ))}
          <TextField
            label={text.section}
            value={draft.section ?? ""}
            onChange={(section) =>
              set({ section: section === "" ? undefined : section }, "section")
            }
            max={160}
          />
          <TextField
            label={text.approvedBy}
            value={identity.approvedBy}
            onChange={(approvedBy) => set({ identity: { ...identity, approvedBy } }, "approvedBy")}
            max={200}
          />
          {(Object.keys(text.dates) as DateKey[]).map((key) => (
            <DateField
              key={key}
              label={text.dates[key]}
              value={draft[key] ?? ""}
              onChange={(day) => set({ [key]: day === "" ? null : day }, null)}
            />
          ))}
          <TextField
            label={text.revised}
            help={text.revisedHelp}
            value={draft.revised ?? ""}
            onChange={(revised) => set({ revised: revised === "" ? null : revised }, "revised")}
          />
        </div>
      </section>
      <section className="card">
        <header className="card-head">
          <h2>{text.use}</h2>
        </header>
        <div className="card-body fields">
          <Select
            label={text.requesterLane}
            help={text.requesterHelp}
            value={draft.requesterLane ?? ""}
            onChange={(lane) => set({ requesterLane: lane === "" ? null : lane }, null)}
            options={[
              { value: "", label: text.requesterNone },
              ...[...new Set(draft.lanes)]
                .filter((lane) => lane !== "")
                .map((lane) => ({ value: lane, label: lane })),
            ]}
          />
          <Select
            label={text.recurrence}
            value={draft.recurrence ?? "none"}
            onChange={(value) => set({ recurrence: value === "none" ? null : value }, null)}
            options={(Object.keys(text.recurrences) as (Recurrence | "none")[]).map((value) => ({
              value,
              label: text.recurrences[value],
            }))}
          />
        </div>
      </section>
      <section className="card">
        <div className="card-body fields identity-lists">
          {(Object.keys(text.lists) as ListKey[]).map(lines)}
        </div>
      </section>
      <HeadingFields draft={draft} onChange={(headings, place) => set({ headings }, place)} />
      <section className="card">
        <div className="card-body">
          <TextArea
            label={text.remarks}
            value={draft.remarks}
            onChange={(remarks) => set({ remarks }, "remarks")}
            max={4000}
          />
        </div>
      </section>
    </div>
  );
}

function HeadingFields({
  draft,
  onChange,
}: {
  draft: Draft;
  onChange: (headings: Headings, place: string | null) => void;
}) {
  const headings = draft.headings ?? {};
  const put = (key: HeadingKey, word: string) => {
    const { [key]: _, ...others } = headings;
    onChange(word === "" ? others : { ...others, [key]: word }, `heading ${key}`);
  };
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.headings}</h2>
      </header>
      <div className="card-body">
        <p className="muted">{text.headingsHelp}</p>
        <div className="fields">
          {(Object.keys(text.headingWords) as HeadingKey[]).map((key) => (
            <TextField
              key={key}
              label={text.headingWords[key]}
              value={headings[key] ?? ""}
              placeholder={text.headingWords[key]}
              onChange={(word) => put(key, word)}
              disabled={key === "quality" && headings.quality === null}
              max={60}
            />
          ))}
        </div>
        <CheckBox
          isSelected={headings.quality === null}
          onChange={(none) => {
            const { quality: _, ...others } = headings;
            onChange(none ? { ...others, quality: null } : others, null);
          }}
        >
          {text.noQuality}
        </CheckBox>
        <CheckBox
          isSelected={headings.numbered === true}
          onChange={(numbered) => onChange({ ...headings, numbered }, null)}
        >
          {text.numbered}
        </CheckBox>
      </div>
    </section>
  );
}
