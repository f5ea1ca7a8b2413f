import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { Failure, Result } from "#shared/errors.ts";
import type { Extension } from "#shared/request/model.ts";
import { Button } from "../../components/button.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { clocksText as text } from "../../text/clocks.ts";
import { requestPageText } from "../../text/request-page.ts";

/** What changes a clock, and needs words first. */
export type ClockAsked = "pause" | "extend" | "object" | "answer";

type DialogProps = { request: RequestDetail; onClose: () => void };

export function ClockDialog({ asked, ...props }: DialogProps & { asked: ClockAsked }) {
  switch (asked) {
    case "pause":
      return <Pause {...props} />;
    case "extend":
      return <Extend {...props} />;
    case "object":
      return <Object {...props} />;
    case "answer":
      return <Answer {...props} />;
    default:
      return asked satisfies never;
  }
}

const DAYS = ([1, 2, 3, 4, 5, 6, 7] as const).map((days) => ({
  value: String(days),
  label: String(days),
}));

function Pause({ request, onClose }: DialogProps) {
  const action = useAction("request.pause");
  const [reason, setReason] = useState("");
  return (
    <Frame
      request={request}
      title={text.pauseTitle}
      done={text.pauseDone}
      action={action}
      onClose={onClose}
      run={() => action.run({ request: request.id, reason })}
    >
      <Words
        label={requestPageText.reason}
        path="reason"
        help={text.pauseHelp}
        value={reason}
        onChange={setReason}
      />
    </Frame>
  );
}

function Extend({ request, onClose }: DialogProps) {
  const action = useAction("request.extend");
  const [days, setDays] = useState("7");
  const [reason, setReason] = useState("");
  return (
    <Frame
      request={request}
      title={text.extendTitle}
      done={text.extendDone}
      action={action}
      onClose={onClose}
      run={() => action.run({ request: request.id, days: Number(days) as Extension, reason })}
    >
      <Select label={text.extendDays} value={days} onChange={setDays} options={DAYS} />
      <Words
        label={requestPageText.reason}
        path="reason"
        help={text.legalHelp}
        value={reason}
        onChange={setReason}
      />
    </Frame>
  );
}

function Object({ request, onClose }: DialogProps) {
  const { today } = useSession();
  const action = useAction("objection.file");
  const [grounds, setGrounds] = useState("");
  const [received, setReceived] = useState(today);
  return (
    <Frame
      request={request}
      title={text.objectTitle}
      done={text.objectDone}
      action={action}
      onClose={onClose}
      run={() => action.run({ request: request.id, grounds, received })}
    >
      <Words label={text.objectGrounds} path="grounds" value={grounds} onChange={setGrounds} />
      <DateField
        label={text.objectReceived}
        path="received"
        value={received}
        onChange={setReceived}
      />
    </Frame>
  );
}

function Answer({ request, onClose }: DialogProps) {
  const action = useAction("objection.answer");
  const [answer, setAnswer] = useState("");
  const open = request.objections.find((one) => one.answer === null);
  if (open === undefined) return null;
  return (
    <Frame
      request={request}
      title={text.answerTitle}
      done={text.answerDone}
      action={action}
      onClose={onClose}
      run={() => action.run({ request: request.id, objection: open.id, answer })}
    >
      <p>{open.grounds}</p>
      <Words label={text.answerText} path="answer" value={answer} onChange={setAnswer} />
    </Frame>
  );
}

type WordsProps = {
  label: string;
  path: string;
  help?: string;
  value: string;
  onChange: (value: string) => void;
};

const Words = (props: WordsProps) => <TextArea {...props} max={1000} required autoFocus />;

type FrameProps = DialogProps & {
  title: string;
  done: string;
  action: { pending: boolean; failure: Failure | null };
  run: () => Promise<Result<RequestDetail>>;
  children: React.ReactNode;
};

function Frame({ request, title, done, action, run, onClose, children }: FrameProps) {
  const { queries } = useServices();
  const notices = useNotices();
  async function submit(): Promise<void> {
    const result = await run();
    if (!result.ok) return;
    queries.put("request.get", { id: request.id }, result.value);
    queries.invalidate(request.id);
    notices.tell(done);
    onClose();
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      busy={action.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button tone="primary" pending={action.pending} onPress={() => void submit()}>
            {title}
          </Button>
        </>
      }
    >
      <Form failure={action.failure} onSubmit={() => void submit()} className="tab-stack">
        {children}
      </Form>
    </Dialog>
  );
}
