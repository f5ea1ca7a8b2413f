import type { TemplateSigner } from "#shared/letter/template.ts";
import { Select } from "../../components/select.tsx";
import { templatesText as text } from "../../text/templates.ts";
import type { BlockFieldsProps, Of } from "./block-part.tsx";
import { FieldText } from "./field-text.tsx";
import { newSigner } from "./new-block.ts";
import { RowsField } from "./rows-field.tsx";

const ROLES = [
  { value: "official", label: text.roles.official },
  { value: "other", label: text.roles.other },
] as const;

/** The last sentences, and one to three who sign below them. */
export function SigningFields({ block, path, onChange }: BlockFieldsProps<Of<"signing">>) {
  const put = (at: number, change: Partial<TemplateSigner>, place: string | null) =>
    onChange(
      {
        ...block,
        signers: block.signers.map((one, each) => (each === at ? { ...one, ...change } : one)),
      },
      place,
    );
  return (
    <>
      <FieldText
        label={text.closing}
        help={text.textHelp}
        path={`${path}.text`}
        value={block.text}
        onChange={(words) => onChange({ ...block, text: words }, "text")}
        rows={2}
        max={2000}
      />
      <RowsField
        legend={text.blockNames.signing}
        items={block.signers}
        nameOf={text.signer}
        add={text.addSigner}
        made={() => newSigner("other")}
        min={1}
        max={3}
        onChange={(signers) => onChange({ ...block, signers }, null)}
      >
        {(signer, at) => (
          <div className="signer">
            <Select
              label={text.role}
              value={signer.role}
              onChange={(role) => put(at, { role }, null)}
              options={ROLES}
            />
            <FieldText
              label={text.place}
              help={text.placeHelp}
              path={`${path}.signers.${at}.place`}
              value={signer.place}
              onChange={(place) => put(at, { place }, `signers.${at}.place`)}
              rows={1}
              max={200}
            />
            <FieldText
              label={signer.role === "official" ? text.abovePost : text.post}
              path={`${path}.signers.${at}.post`}
              value={signer.post}
              onChange={(post) => put(at, { post }, `signers.${at}.post`)}
              max={200}
            />
            {signer.role === "other" && (
              <>
                <FieldText
                  label={text.person}
                  path={`${path}.signers.${at}.name`}
                  value={signer.name}
                  onChange={(name) => put(at, { name }, `signers.${at}.name`)}
                  max={200}
                />
                <FieldText
                  label={text.details}
                  path={`${path}.signers.${at}.details`}
                  value={signer.details}
                  onChange={(details) => put(at, { details }, `signers.${at}.details`)}
                  rows={2}
                  max={300}
                />
              </>
            )}
          </div>
        )}
      </RowsField>
    </>
  );
}
