import "./work.css";
import { useEffect, useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { periodOf, periodWords } from "#shared/time/period.ts";
import { Button } from "../../components/button.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Form } from "../../components/form.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useGo, useUnsaved } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { workText as text } from "../../text/work.ts";
import { periodsAround } from "./periods.ts";

type Sop = ResultOf<"sop.list">["sops"][number];
type WorkFormProps = { sops: readonly Sop[]; first: { sop: string; period: string } };

/** What is not written by hand follows the SOP and its period. */
type Written = { sop: string; period: string | null; subject: string | null; received: string };

export function WorkForm({ sops, first }: WorkFormProps) {
  const { today } = useSession();
  const create = useAction("request.create");
  const go = useGo();
  const [written, setWritten] = useState<Written>({
    sop: first.sop,
    period: first.period === "" ? null : first.period,
    subject: null,
    received: today,
  });
  const [touched, setTouched] = useState(false);
  const [begun, setBegun] = useState<string | null>(null);
  useUnsaved(touched && begun === null, text.unsaved);
  // Only after the form has let go of its changes, or leaving it would ask.
  useEffect(() => {
    if (begun !== null) go(`/permohonan/${begun}`);
  }, [begun, go]);

  const sop = sops.find((one) => one.id === written.sop);
  const recurrence = sop?.recurrence ?? null;
  const period =
    recurrence === null ? "" : (written.period ?? sop?.next ?? periodOf(today, recurrence));
  const subject =
    written.subject ??
    (sop === undefined ? "" : text.subjectOf(sop.name, period === "" ? "" : periodWords(period)));

  function change(next: Partial<Written>): void {
    setWritten({ ...written, ...next });
    setTouched(true);
  }

  async function submit(): Promise<void> {
    const { received } = written;
    const made = await create.run({ sop: written.sop, subject, period, received });
    if (made.ok) setBegun(made.value.id);
  }

  return (
    <Form
      failure={create.failure}
      onSubmit={() => void submit()}
      label={text.title}
      className="card card-body work-form"
    >
      <p className="muted">{text.help}</p>
      <div className="fields">
        <div className="span-all">
          <Select
            label={text.sop}
            path="sop"
            value={written.sop}
            onChange={(chosen) => change({ sop: chosen, period: null })}
            options={sops.map(({ id, name, office }) => ({
              value: id,
              label: `${name} (${office})`,
            }))}
            required
          />
        </div>
        {recurrence !== null && (
          <Select
            label={text.period}
            help={text.periodHelp}
            path="period"
            value={period}
            onChange={(chosen) => change({ period: chosen })}
            options={periodsAround(today, recurrence, period).map((value) => ({
              value,
              label: periodWords(value),
            }))}
            required
          />
        )}
        <DateField
          label={text.received}
          path="received"
          value={written.received}
          onChange={(received) => change({ received })}
          required
        />
        <div className="span-all">
          <TextField
            label={text.subject}
            help={text.subjectHelp}
            path="subject"
            value={subject}
            onChange={(typed) => change({ subject: typed })}
            max={300}
            required
          />
        </div>
      </div>
      <div className="form-actions">
        <Button type="submit" tone="primary" pending={create.pending || begun !== null}>
          {text.save}
        </Button>
      </div>
    </Form>
  );
}
