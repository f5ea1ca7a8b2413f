import "./numbering.css";
import { useState } from "react";
import { registerSettings } from "#shared/letter/number.ts";
import { REGISTER_IDS, REGISTER_WORDS, type RegisterId } from "#shared/letter/register.ts";
import { hasRunning, type Office, type RegisterSettings } from "#shared/office.ts";
import { Button } from "../../components/button.tsx";
import { FilterChip } from "../../components/filter-chip.tsx";
import { Form } from "../../components/form.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { numberingText as text } from "../../text/registers.ts";
import { ClassificationSection } from "./classification-section.tsx";
import { HoldingSection } from "./holding-section.tsx";
import { RetentionSection } from "./retention-section.tsx";
import { PatternFields } from "./pattern-fields.tsx";

/** How each book numbers, and the classification that stands in the numbers. */
export function NumberingSection() {
  return (
    <>
      <PatternForm />
      <HoldingSection />
      <ClassificationSection />
      <RetentionSection />
    </>
  );
}

type Books = Record<RegisterId, RegisterSettings>;

const booksOf = (office: Office): Books =>
  Object.fromEntries(REGISTER_IDS.map((id) => [id, registerSettings(office, id)])) as Books;

/** A first number other than 1 goes on from a book on paper, which is so in one year only. */
const forThisYear = (books: Books, year: number): Books =>
  Object.fromEntries(
    Object.entries(books).map(([id, one]) => [
      id,
      one.first !== 1 && one.firstIn === 0 ? { ...one, firstIn: year } : one,
    ]),
  ) as Books;

function PatternForm() {
  const { office: saved, today } = useSession();
  const { queries } = useServices();
  const notices = useNotices();
  const save = useAction("office.save");
  const [books, setBooks] = useState(() => booksOf(saved));
  const [unit, setUnit] = useState(saved.unit);
  const [register, setRegister] = useState<RegisterId>("outgoing");
  const [changed, setChanged] = useState(false);
  useUnsaved(changed, text.unsaved);

  async function submit(): Promise<void> {
    const broken = REGISTER_IDS.find((id) => !hasRunning(books[id].pattern));
    if (broken !== undefined) {
      setRegister(broken);
      return;
    }
    const letterPattern = books.outgoing.pattern;
    const registers = forThisYear(books, Number(today.slice(0, 4)));
    const answer = await save.run({ ...saved, letterPattern, unit, registers });
    if (!answer.ok) {
      const field = answer.error.field ?? "";
      const named = REGISTER_IDS.find((id) => field.startsWith(`registers.${id}.`));
      if (named !== undefined) setRegister(named);
      return;
    }
    setChanged(false);
    queries.invalidate(null);
    notices.tell(text.saved);
  }

  return (
    <Form failure={save.failure} onSubmit={() => void submit()} className="settings-form">
      <section className="card">
        <header className="card-head">
          <h2>{text.patterns}</h2>
        </header>
        <div className="card-body">
          <div className="filter-chips" role="group" aria-label={text.book}>
            {REGISTER_IDS.map((id) => (
              <FilterChip key={id} on={id === register} onPress={() => setRegister(id)}>
                {REGISTER_WORDS[id]}
              </FilterChip>
            ))}
          </div>
          <PatternFields
            key={register}
            register={register}
            settings={books[register]}
            unit={unit}
            onChange={(settings) => {
              setBooks({ ...books, [register]: settings });
              setChanged(true);
            }}
          />
          <div className="numbering-unit">
            <TextField
              label={text.unit}
              path="unit"
              help={text.unitHelp}
              value={unit}
              onChange={(next) => {
                setUnit(next);
                setChanged(true);
              }}
              max={60}
            />
          </div>
          <div className="form-actions">
            <Button type="submit" tone="primary" pending={save.pending}>
              {text.save}
            </Button>
          </div>
        </div>
      </section>
    </Form>
  );
}
