import { useState } from "react";
import type { ParamsIn, ResultOf } from "#shared/contract.ts";
import { BOOK_WORDS, namesParty } from "#shared/register/words.ts";
import { Button } from "../../components/button.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { NumberElsewhere } from "../../components/number-elsewhere.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { enterText as text } from "../../text/registers.ts";
import { ClassificationField } from "./classification-field.tsx";

type Book = ResultOf<"register.list">[number];
type Way = "next" | "insert" | "own";
type EnterDialogProps = { book: Book; onClose: () => void; onEntered: (year: number) => void };

/** Writes a letter from outside of requests into a book; its number is given with that. */
export function EnterDialog({ book, onClose, onEntered }: EnterDialogProps) {
  const { today } = useSession();
  const { queries } = useServices();
  const notices = useNotices();
  const enter = useAction("register.enter");
  const words = BOOK_WORDS[book.id];
  const comesIn = book.id === "incoming";
  const [form, setForm] = useState({
    party: "",
    subject: "",
    reference: "",
    classification: "",
    date: today,
    number: "",
    after: "",
    reason: "",
  });
  const [way, setWay] = useState<Way>("next");
  const [told, setTold] = useState(false);
  const set = (change: Partial<typeof form>): void => setForm({ ...form, ...change });
  const after = /^[1-9]\d{0,8}$/.test(form.after.trim()) ? Number(form.after) : null;

  async function submit(): Promise<void> {
    if (way === "insert" && after === null) {
      setTold(true);
      return;
    }
    const { party, subject, reference, classification, date } = form;
    const params: ParamsIn<"register.enter"> = { register: book.id, party, subject, date };
    const entered = await enter.run({
      ...params,
      ...(comesIn ? { reference } : {}),
      ...(usesCode(book) && way !== "own" ? { classification } : {}),
      ...(way === "own" ? { number: form.number } : {}),
      ...(way === "insert" && after !== null ? { insert: { after, reason: form.reason } } : {}),
    });
    if (!entered.ok) return;
    queries.invalidate(null);
    notices.tell(text.saved(entered.value.number));
    onEntered(Number(entered.value.date.slice(0, 4)));
  }

  const ways = [
    { value: "next", label: book.next === "" ? text.nextUnknown : text.next(book.next) },
    { value: "insert", label: text.insert },
    { value: "own", label: text.own },
  ] as const;
  return (
    <Dialog
      title={text.title(book.name)}
      onClose={onClose}
      busy={enter.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={enter.pending} onPress={() => void submit()}>
            {text.save}
          </Button>
        </>
      }
    >
      <p className="muted">{text.help}</p>
      <NumberElsewhere book={book} />
      <Form failure={enter.failure} onSubmit={() => void submit()} className="book-form">
        <TextField
          label={words.party}
          path="party"
          value={form.party}
          onChange={(party) => set({ party })}
          max={200}
          required={namesParty(book.id)}
          autoFocus
        />
        <TextField
          label={words.subject}
          path="subject"
          value={form.subject}
          onChange={(subject) => set({ subject })}
          max={300}
          required
        />
        <div className="fields">
          <DateField
            label={comesIn ? text.received : text.date}
            path="date"
            value={form.date}
            onChange={(date) => set({ date })}
            required
          />
          {comesIn && (
            <TextField
              label={text.reference}
              path="reference"
              value={form.reference}
              onChange={(reference) => set({ reference })}
              max={200}
            />
          )}
          {usesCode(book) && way !== "own" && (
            <ClassificationField
              label={text.classification}
              path="classification"
              value={form.classification}
              onChange={(classification) => set({ classification })}
            />
          )}
        </div>
        <Select label={text.numbering} value={way} onChange={setWay} options={ways} />
        {way === "own" && (
          <TextField
            label={text.number}
            path="number"
            value={form.number}
            onChange={(number) => set({ number })}
            max={120}
            required
          />
        )}
        {way === "insert" && (
          <>
            <TextField
              label={text.after}
              path="insert.after"
              help={text.afterHelp}
              value={form.after}
              onChange={(next) => set({ after: next })}
              inputMode="numeric"
              {...(told && after === null ? { error: text.afterInvalid } : {})}
              required
            />
            <TextArea
              label={text.insertReason}
              path="insert.reason"
              value={form.reason}
              onChange={(reason) => set({ reason })}
              rows={2}
              max={1000}
              required
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}

const usesCode = (book: Book): boolean => book.settings.pattern.includes("{klasifikasi}");
