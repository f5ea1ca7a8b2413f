import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { moment, shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Name } from "../../components/name.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { PaperDialog } from "../../paper/paper-dialog.tsx";
import { useAsk, useNotices } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { useProgress } from "../../store/use-progress.ts";
import { useQuery } from "../../store/use-query.ts";
import { destructionText as text, retentionText } from "../../text/retention.ts";
import { ClassificationField } from "../registers/classification-field.tsx";
import { toneOf } from "./destruction-tone.ts";
import { OrderDialog } from "./order-dialog.tsx";

type Detail = ResultOf<"destruction.get">;
type DestructionDialogProps = { id: string; onClose: () => void };

/** Kearsipan, by Permendagri 83/2022 (norms, part 2). */
const RECORD_CODE = "000.5";
/** Rows drawn at once; the berita acara has all. */
const SHOWN = 200;

/** One proposal: who approved, what would be lost, and the steps until it is carried out. */
export function DestructionDialog({ id, onClose }: DestructionDialogProps) {
  const query = useQuery("destruction.get", { id });
  const [open, setOpen] = useState<"paper" | "withdraw" | null>(null);
  const execute = useAction("destruction.execute");
  const [code, setCode] = useState(RECORD_CODE);
  const detail = query.data;
  if (open === "paper") {
    return (
      <PaperDialog
        title={text.printTitle}
        method="destruction.render"
        params={{ id }}
        onClose={() => setOpen(null)}
      />
    );
  }
  if (open === "withdraw") return <WithdrawDialog id={id} onClose={() => setOpen(null)} />;
  return (
    <Dialog
      title={detail === undefined ? retentionText.proposals : text.title(detail.count)}
      wide
      busy={execute.pending}
      onClose={onClose}
      footer={
        detail && (
          <Steps
            detail={detail}
            code={code}
            execute={execute}
            onPaper={() => setOpen("paper")}
            onWithdraw={() => setOpen("withdraw")}
          />
        )
      }
    >
      {execute.failure !== null && <ErrorNote>{execute.failure.message}</ErrorNote>}
      <QueryView query={query}>
        {(found) => <Body detail={found} code={code} onCode={setCode} pending={execute.pending} />}
      </QueryView>
    </Dialog>
  );
}

type StepsProps = {
  detail: Detail;
  code: string;
  execute: ReturnType<typeof useAction<"destruction.execute">>;
  onPaper: () => void;
  onWithdraw: () => void;
};

function Steps({ detail, code, execute, onPaper, onWithdraw }: StepsProps) {
  const { user } = useSession();
  const ask = useAsk();
  const notices = useNotices();
  const approve = useAction("destruction.approve");
  const { id, status, count, loses } = detail;
  const waits = status === "proposed" || status === "approved";
  const mine = detail.approvals.some(({ by }) => by.id === user.id);

  async function runApprove(): Promise<void> {
    const approved = await approve.run({ id });
    if (approved.ok) notices.tell(text.approvedNow);
    else notices.fail(approved.error);
  }

  async function runExecute(): Promise<void> {
    const { files, bytes, persons } = loses;
    const sure =
      status === "started" ||
      (await ask({
        ...text.ask(count),
        body: text.askBody(files, bytes, persons),
        danger: true,
      }));
    if (!sure) return;
    const done = await execute.run({ id, classification: code.trim() });
    if (done.ok) notices.tell(text.done(done.value.record?.number ?? ""));
  }

  return (
    <>
      <Button icon="print" isDisabled={execute.pending} onPress={onPaper}>
        {text.print}
      </Button>
      {waits && (
        <Button isDisabled={execute.pending} onPress={onWithdraw}>
          {text.withdraw}
        </Button>
      )}
      {status === "proposed" && (
        <Button
          tone="primary"
          pending={approve.pending}
          isDisabled={mine}
          onPress={() => void runApprove()}
        >
          {text.approve}
        </Button>
      )}
      {(status === "approved" || status === "started") && (
        <Button tone="danger" pending={execute.pending} onPress={() => void runExecute()}>
          {status === "started" ? text.resume : text.execute}
        </Button>
      )}
    </>
  );
}

type BodyProps = {
  detail: Detail;
  code: string;
  onCode: (code: string) => void;
  pending: boolean;
};

function Body({ detail, code, onCode, pending }: BodyProps) {
  const { office, user } = useSession();
  const { zone } = office;
  const progress = useProgress("destruction");
  const { status, proposed, approvals, withdrawn, executed, record, loses, rows } = detail;
  return (
    <div className="destruction">
      <section className="destruction-facts">
        <p>
          <Chip tone={toneOf(status)}>{text.status[status]}</Chip>{" "}
          {text.proposedBy(moment(proposed.at, zone), proposed.by.name)}
        </p>
        <p className="destruction-reason">
          <Name>{detail.reason}</Name>
        </p>
        <ul className="destruction-approvals">
          {approvals.map(({ by, at }) => (
            <li key={by.id}>{text.approvedBy(by.name, moment(at, zone))}</li>
          ))}
        </ul>
        {status === "proposed" && (
          <p>
            {approvals.some(({ by }) => by.id === user.id)
              ? text.youApproved
              : text.waitingFor(2 - approvals.length)}
          </p>
        )}
        {withdrawn !== null && (
          <p>{text.withdrawnBy(moment(withdrawn.at, zone), withdrawn.by.name, withdrawn.reason)}</p>
        )}
        {record !== null && <p>{text.recordOf(record.number, record.date)}</p>}
        {executed !== null && (
          <p>
            {text.executedBy(
              moment(executed.at, zone),
              executed.by.name,
              executed.files,
              executed.bytes,
            )}
          </p>
        )}
        {executed === null && withdrawn === null && (
          <p>{text.loses(loses.files, loses.bytes, loses.persons)}</p>
        )}
        <p className="muted small">{text.stays}</p>
        {status === "approved" && (
          <div className="destruction-code">
            <ClassificationField
              label={text.classification}
              help={text.classificationHelp}
              value={code}
              onChange={onCode}
              disabled={pending}
            />
          </div>
        )}
        {pending && progress !== null && (
          <p role="status">
            <progress value={progress.done} max={progress.total} />{" "}
            {text.progress(progress.done, progress.total)}
          </p>
        )}
      </section>
      <section className="destruction-list" aria-label={text.list}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{retentionText.number}</th>
              <th scope="col">{retentionText.subject}</th>
              <th scope="col">{retentionText.classification}</th>
              <th scope="col">{retentionText.inactiveEnd}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={row.request}>
                <td className="number">{row.number}</td>
                <td>
                  <Name>{row.subject}</Name>
                  <br />
                  <small className="muted">{row.sop}</small>
                </td>
                <td className="number">{row.code}</td>
                <td>{row.inactiveEnd !== null && shortDay(row.inactiveEnd)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length > SHOWN && <p className="muted small">{text.more(rows.length - SHOWN)}</p>}
      </section>
    </div>
  );
}

function WithdrawDialog({ id, onClose }: DestructionDialogProps) {
  const notices = useNotices();
  const withdraw = useAction("destruction.withdraw");
  const [reason, setReason] = useState("");
  async function save(): Promise<void> {
    const done = await withdraw.run({ id, reason });
    if (!done.ok) return;
    notices.tell(text.withdrawn);
    onClose();
  }
  return (
    <OrderDialog
      title={text.withdrawTitle}
      save={text.withdrawTitle}
      pending={withdraw.pending}
      failure={withdraw.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p>{text.withdrawHelp}</p>
      <TextArea
        label={text.withdrawReason}
        path="reason"
        value={reason}
        onChange={setReason}
        max={2000}
        required
      />
    </OrderDialog>
  );
}
