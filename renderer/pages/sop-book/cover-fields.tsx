import type { Book } from "#shared/sop/book.ts";
import { TextField } from "../../components/text-field.tsx";
import { bookText as text } from "../../text/sop-book.ts";

export type BookFieldsProps = { book: Book; onChange: (next: Partial<Book>) => void };

export function CoverFields({ book, onChange }: BookFieldsProps) {
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.cover}</h2>
      </header>
      <div className="card-body fields">
        <div className="span-all">
          <TextField
            label={text.name}
            path="title"
            value={book.title}
            onChange={(title) => onChange({ title })}
            max={200}
            required
          />
        </div>
        <TextField
          label={text.office}
          path="office"
          value={book.office}
          onChange={(office) => onChange({ office })}
          max={160}
          required
        />
        <TextField
          label={text.unit}
          path="unit"
          value={book.unit}
          onChange={(unit) => onChange({ unit })}
          max={160}
          required
        />
        <TextField
          label={text.section}
          path="section"
          value={book.section}
          onChange={(section) => onChange({ section })}
          max={160}
        />
        <TextField
          label={text.year}
          path="year"
          inputMode="numeric"
          value={book.year === 0 ? "" : String(book.year)}
          onChange={(year) => onChange({ year: Number(year.replace(/\D/g, "").slice(0, 4)) })}
          required
        />
      </div>
    </section>
  );
}
