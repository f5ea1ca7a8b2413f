import { useState } from "react";
import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import { REGISTER_WORDS, type RegisterId } from "#shared/letter/register.ts";
import type { LetterText } from "#shared/request/model.ts";
import { Button } from "../../components/button.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { fieldsOf, Form } from "../../components/form.tsx";
import { NumberElsewhere } from "../../components/number-elsewhere.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { commonText } from "../../text/common.ts";
import { numberText as text } from "../../text/letters.ts";
import { type LetterDetail, sentText } from "./letter-text.ts";

type NumberDialogProps = {
  request: RequestDetail;
  kind: string;
  register: RegisterId | null;
  /** The draft that is numbered; null for one that was never saved. */
  letter: LetterDetail | null;
  text: LetterText;
  /** Saves what was changed in the draft first; null where nothing was. */
  save: (() => Promise<string | null>) | null;
  /** What is wrong stands in the letter itself. */
  onRefused: (failure: Failure) => void;
  onIssued: (letter: string) => void;
  onClose: () => void;
};

type Way = keyof typeof text.ways;
const WAYS = (Object.keys(text.ways) as Way[]).map((value) => ({
  value,
  label: text.ways[value],
}));
/** What this dialog itself asks. */
const OWN_PATHS = new Set(["number", "date", "insert.after", "insert.reason"]);

/** Asks once before a letter gets its number, the next one or another. */
export function NumberDialog(props: NumberDialogProps) {
  const { request, kind, register, letter, text: written, save, onClose } = props;
  const { today } = useSession();
  const { queries } = useServices();
  const notices = useNotices();
  const issue = useAction("document.issue");
  const books = useQuery("register.list", {});
  const [form, setForm] = useState({
    date: written.date === "" ? today : written.date,
    way: "next" as Way,
    after: "",
    reason: "",
    own: "",
  });
  const [told, setTold] = useState(false);
  const set = (change: Partial<typeof form>): void => setForm({ ...form, ...change });
  const book = books.data?.find(({ id }) => id === register);
  const after = /^[1-9]\d{0,8}$/.test(form.after.trim()) ? Number(form.after) : null;

  async function run(): Promise<void> {
    const blank = form.way === "own" && form.own.trim() === "";
    if (blank || (form.way === "insert" && after === null)) {
      setTold(true);
      return;
    }
    if (save !== null && (await save()) === null) {
      onClose();
      return;
    }
    const order: ParamsIn<"document.issue"> = {
      ...sentText(written),
      request: request.id,
      kind,
      date: form.date,
      number: form.way === "own" ? form.own : "",
      ...(letter !== null && { letter: letter.id }),
      ...(form.way === "insert" && after !== null && { insert: { after, reason: form.reason } }),
    };
    const result = await issue.run(order);
    if (!result.ok) {
      const paths = [...fieldsOf(result.error).keys()];
      if (paths.length > 0 && !paths.some((path) => OWN_PATHS.has(path))) {
        props.onRefused(result.error);
      }
      return;
    }
    queries.put("request.get", { id: request.id }, result.value);
    const before = new Set(request.letters.map(({ id }) => id));
    const issued =
      letter === null
        ? result.value.letters.findLast(({ id }) => !before.has(id))
        : result.value.letters.find(({ id }) => id === letter.id);
    if (issued === undefined) return;
    notices.tell(text.issued(issued.number));
    props.onIssued(issued.id);
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      busy={issue.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={issue.pending} onPress={() => void run()}>
            {text.issue}
          </Button>
        </>
      }
    >
      <p>{text.help}</p>
      {register !== null && book !== undefined && form.way === "next" && book.next !== "" && (
        <p className="number-next">{text.next(REGISTER_WORDS[register], book.next)}</p>
      )}
      {book !== undefined && <NumberElsewhere book={book} />}
      <Form failure={issue.failure} onSubmit={() => void run()} className="letter-form">
        <DateField
          label={text.date}
          path="date"
          value={form.date}
          onChange={(date) => set({ date })}
          required
        />
        <details className="letter-fold">
          <summary>{text.other}</summary>
          <div className="letter-fold-body">
            <Select
              label={text.way}
              value={form.way}
              onChange={(way) => set({ way })}
              options={WAYS}
            />
            {form.way === "insert" && (
              <>
                <TextField
                  label={text.after}
                  path="insert.after"
                  help={text.afterHelp}
                  value={form.after}
                  onChange={(next) => set({ after: next })}
                  inputMode="numeric"
                  {...(told && after === null && { error: text.afterInvalid })}
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
            {form.way === "own" && (
              <TextField
                label={text.own}
                path="number"
                help={text.ownHelp}
                value={form.own}
                onChange={(own) => set({ own })}
                max={120}
                {...(told && form.own.trim() === "" && { error: text.ownMissing })}
                required
              />
            )}
          </div>
        </details>
      </Form>
    </Dialog>
  );
}
