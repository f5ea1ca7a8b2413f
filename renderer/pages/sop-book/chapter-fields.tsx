import { BOOK_TABLES, type Book } from "#shared/sop/book.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { LinesField } from "../../components/lines-field.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { bookText as text } from "../../text/sop-book.ts";
import type { BookFieldsProps } from "./cover-fields.tsx";

type Chapter = Book["chapters"][number];
type Section = Chapter["sections"][number];

const EMPTY_SECTION: Section = { title: "", paragraphs: [], items: [] };
/** As many as a book takes. */
const MOST = { chapters: 20, sections: 40 };

export function ChapterFields({ book, onChange }: BookFieldsProps) {
  const { chapters } = book;
  const put = (at: number, next: Chapter) =>
    onChange({ chapters: chapters.map((one, each) => (each === at ? next : one)) });
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.chapters}</h2>
      </header>
      <div className="card-body">
        {chapters.map((chapter, at) => (
          // Chapters and sections have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset key={at} className="book-group">
            <div className="book-line">
              <TextField
                label={text.chapter(at + 1)}
                path={`chapters.${at}.title`}
                value={chapter.title}
                onChange={(title) => put(at, { ...chapter, title })}
                max={200}
                required
              />
              <IconButton
                label={text.dropChapter(at + 1)}
                icon="close"
                onPress={() => onChange({ chapters: chapters.filter((_, each) => each !== at) })}
              />
            </div>
            <Sections
              sections={chapter.sections}
              onChange={(sections) => put(at, { ...chapter, sections })}
            />
          </fieldset>
        ))}
        <Button
          small
          icon="plus"
          isDisabled={chapters.length >= MOST.chapters}
          onPress={() =>
            onChange({ chapters: [...chapters, { title: "", sections: [EMPTY_SECTION] }] })
          }
        >
          {text.addChapter}
        </Button>
      </div>
    </section>
  );
}

const TABLES = (["none", ...BOOK_TABLES] as const).map((value) => ({
  value,
  label: text.tables[value],
}));

function Sections({
  sections,
  onChange,
}: {
  sections: readonly Section[];
  onChange: (sections: Section[]) => void;
}) {
  const put = (at: number, next: Partial<Section>) =>
    onChange(sections.map((one, each) => (each === at ? { ...one, ...next } : one)));
  return (
    <div className="book-sections">
      {sections.map((section, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="book-section">
          <div className="book-line">
            <TextField
              label={text.sectionTitle}
              value={section.title}
              onChange={(title) => put(at, { title })}
              max={200}
            />
            <Select
              label={text.table}
              value={section.table ?? "none"}
              onChange={(table) => put(at, { table: table === "none" ? undefined : table })}
              options={TABLES}
            />
            <IconButton
              label={text.dropSection(at + 1)}
              icon="close"
              onPress={() => onChange(sections.filter((_, each) => each !== at))}
            />
          </div>
          <LinesField
            label={text.paragraphs}
            rows={3}
            items={section.paragraphs}
            onChange={(paragraphs) => put(at, { paragraphs })}
          />
          <LinesField
            label={text.items}
            rows={3}
            items={section.items}
            onChange={(items) => put(at, { items })}
          />
        </div>
      ))}
      <Button
        small
        icon="plus"
        isDisabled={sections.length >= MOST.sections}
        onPress={() => onChange([...sections, EMPTY_SECTION])}
      >
        {text.addSection}
      </Button>
    </div>
  );
}
