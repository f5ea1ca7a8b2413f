import "./letter-style.css";
import { useState } from "react";
import type { LetterStyle, Office } from "#shared/office.ts";
import { Button } from "../../components/button.tsx";
import { Form } from "../../components/form.tsx";
import { NumberField } from "../../components/number-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { letterStyleText as text } from "../../text/letter-style.ts";
import { StylePreview } from "./style-preview.tsx";

/** What this section changes of the office's profile. */
type Part = Pick<Office, "letterStyle" | "signatureAnchor" | "portalUrl">;
const partOf = ({ letterStyle, signatureAnchor, portalUrl }: Office): Part => ({
  letterStyle,
  signatureAnchor,
  portalUrl,
});

/** How the office's letters are set, with a letter beside it. */
export function LetterStyleSection() {
  const { office } = useSession();
  const { queries, notices } = useServices();
  const [part, setPart] = useState(() => partOf(office));
  const [changed, setChanged] = useState(false);
  const save = useAction("office.save");
  useUnsaved(changed, text.unsaved);

  function set(change: Partial<Part>): void {
    setPart({ ...part, ...change });
    setChanged(true);
  }
  const restyle = (change: Partial<LetterStyle>) =>
    set({ letterStyle: { ...part.letterStyle, ...change } });

  async function submit(): Promise<void> {
    // The rest of the profile is other sections' business and stays as it is.
    const answer = await save.run({ ...office, ...part });
    if (!answer.ok) return;
    setChanged(false);
    queries.invalidate(null);
    notices.tell(text.saved);
  }

  return (
    <div className="style-split">
      <Form failure={save.failure} onSubmit={() => void submit()} className="settings-form">
        <p className="muted">{text.help}</p>
        <PageFields style={part.letterStyle} onChange={restyle} />
        <section className="card">
          <header className="card-head">
            <h2>{text.signing}</h2>
          </header>
          <div className="card-body">
            <TextField
              label={text.anchor}
              help={text.anchorHelp}
              path="signatureAnchor"
              value={part.signatureAnchor}
              onChange={(signatureAnchor) => set({ signatureAnchor })}
              max={40}
            />
            <TextField
              label={text.portal}
              help={text.portalHelp}
              path="portalUrl"
              type="url"
              value={part.portalUrl}
              onChange={(portalUrl) => set({ portalUrl: portalUrl.trim() })}
              max={300}
            />
          </div>
        </section>
        <div className="form-actions">
          <Button type="submit" tone="primary" pending={save.pending}>
            {commonText.save}
          </Button>
        </div>
      </Form>
      <StylePreview style={part.letterStyle} />
    </div>
  );
}

const PAPERS = (["A4", "F4"] as const).map((value) => ({ value, label: text.papers[value] }));
const FONTS = (["sans", "serif"] as const).map((value) => ({ value, label: text.fonts[value] }));
const SIZES = ["10", "11", "12", "13"].map((value) => ({
  value,
  label: text.sizeOf(Number(value)),
}));

function PageFields({
  style,
  onChange,
}: {
  style: LetterStyle;
  onChange: (change: Partial<LetterStyle>) => void;
}) {
  return (
    <>
      <section className="card">
        <header className="card-head">
          <h2>{text.page}</h2>
        </header>
        <div className="card-body fields style-margins">
          <div className="span-all">
            <Select
              label={text.paper}
              value={style.paper}
              onChange={(paper) => onChange({ paper })}
              options={PAPERS}
            />
          </div>
          {(["top", "bottom", "left", "right"] as const).map((side) => (
            <NumberField
              key={side}
              label={text.margins[side]}
              path={`letterStyle.margins.${side}`}
              value={style.margins[side]}
              onChange={(value) => onChange({ margins: { ...style.margins, [side]: value } })}
              min={side === "bottom" ? 10 : 5}
              max={60}
            />
          ))}
        </div>
      </section>
      <section className="card">
        <header className="card-head">
          <h2>{text.letters}</h2>
        </header>
        <div className="card-body fields style-margins">
          <div className="span-all">
            <Select
              label={text.font}
              value={style.font}
              onChange={(font) => onChange({ font })}
              options={FONTS}
            />
          </div>
          <Select
            label={text.size}
            value={String(style.size)}
            onChange={(size) => onChange({ size: Number(size) })}
            options={SIZES}
          />
          <NumberField
            label={text.spacing}
            help={text.spacingHelp}
            path="letterStyle.spacing"
            value={style.spacing}
            onChange={(spacing) => onChange({ spacing })}
            min={1}
            max={2}
            step={0.01}
          />
        </div>
      </section>
    </>
  );
}
