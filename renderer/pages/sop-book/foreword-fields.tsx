import { LinesField } from "../../components/lines-field.tsx";
import { bookText as text } from "../../text/sop-book.ts";
import type { BookFieldsProps } from "./cover-fields.tsx";
import { SignedFields } from "./signed-fields.tsx";

export function ForewordFields({ book, onChange }: BookFieldsProps) {
  const { foreword } = book;
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.foreword}</h2>
      </header>
      <div className="card-body fields">
        <div className="span-all">
          <LinesField
            label={text.paragraphs}
            rows={6}
            items={foreword.paragraphs}
            onChange={(paragraphs) => onChange({ foreword: { ...foreword, paragraphs } })}
          />
        </div>
        <SignedFields
          path="foreword"
          value={foreword}
          onChange={(next) => onChange({ foreword: next })}
        />
      </div>
    </section>
  );
}
