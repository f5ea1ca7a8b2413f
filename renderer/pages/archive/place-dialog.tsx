import { useState } from "react";
import type { RetentionDetail } from "#shared/retention/contract.ts";
import { FATE_WORDS, periodWords } from "#shared/retention/rules.ts";
import { shortDay } from "#shared/time/format.ts";
import { Name } from "../../components/name.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { placeText as text } from "../../text/retention.ts";
import { ClassificationField } from "../registers/classification-field.tsx";
import { OrderDialog } from "./order-dialog.tsx";
import { PlaceFields } from "./place-fields.tsx";

type PlaceDialogProps = { detail: RetentionDetail; onClose: () => void };

/** Classification and place of one request, with how its time is counted. */
export function PlaceDialog({ detail, onClose }: PlaceDialogProps) {
  const notices = useNotices();
  const file = useAction("retention.file");
  const [code, setCode] = useState(detail.own.from === "hand" ? detail.own.code : "");
  const [place, setPlace] = useState(detail.place);

  async function save(): Promise<void> {
    const filed = await file.run({
      request: detail.request,
      classification: code.trim(),
      place,
    });
    if (!filed.ok) return;
    notices.tell(text.saved);
    onClose();
  }

  return (
    <OrderDialog
      title={text.dialog}
      save={commonText.save}
      pending={file.pending}
      failure={file.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <ClassificationField
        label={text.classification}
        help={text.codeHelp}
        path="classification"
        value={code}
        onChange={setCode}
      />
      <PlaceFields place={place} onChange={setPlace} />
      <Why detail={detail} />
    </OrderDialog>
  );
}

function Why({ detail }: { detail: RetentionDetail }) {
  const { own, letters, keeping } = detail;
  const lines = [
    { key: "own", what: text.own, ...own },
    ...letters.map((letter) => ({
      ...letter,
      key: letter.letter,
      what: text.letter(letter.number),
    })),
  ];
  return (
    <section className="place-why" aria-label={text.why}>
      <h3>{text.why}</h3>
      <p className="muted small">{text.whyHelp}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{text.of}</th>
            <th scope="col">{text.rule}</th>
            <th scope="col">{text.active}</th>
            <th scope="col">{text.inactive}</th>
            <th scope="col">{text.fate}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, what, code, rule, activeEnd, inactiveEnd }) => (
            <tr key={key}>
              <td>
                <Name>{what}</Name>
                <br />
                <small className="muted">{code === "" ? text.noCode : code}</small>
              </td>
              {rule === null ? (
                <td colSpan={4} className="muted">
                  {code === "" && key !== "own" ? text.followsOwn : text.noRule}
                </td>
              ) : (
                <>
                  <td className="number">{rule.code}</td>
                  <Until words={periodWords(rule.active)} day={activeEnd} />
                  <Until words={periodWords(rule.inactive)} day={inactiveEnd} />
                  <td>{FATE_WORDS[rule.fate]}</td>
                </>
              )}
            </tr>
          ))}
          {keeping !== null && (
            <tr className="place-result">
              <td colSpan={2}>{text.result}</td>
              <td>{shortDay(keeping.activeEnd)}</td>
              <td>{shortDay(keeping.inactiveEnd)}</td>
              <td>{FATE_WORDS[keeping.fate]}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

const Until = ({ words, day }: { words: string; day: string | null }) => (
  <td>
    {words}
    {day !== null && (
      <>
        <br />
        <small className="muted">{text.until(shortDay(day))}</small>
      </>
    )}
  </td>
);
