import "../intake/intake.css";
import { useEffect, useState } from "react";
import type { IncomingForm } from "#shared/public-request/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Form } from "../../components/form.tsx";
import { InfoNote } from "../../components/note.tsx";
import { Page } from "../../components/page.tsx";
import { RequesterFields } from "../../components/requester-fields.tsx";
import { useAsk, useGo, useNotices, useUnsaved } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { incomingStateText, incomingStateTone, incomingText as text } from "../../text/incoming.ts";
import { intakeText } from "../../text/intake.ts";
import type { Intake } from "../intake/intake.ts";
import { isBlank } from "../intake/item-rows.ts";
import { ItemsSection } from "../intake/items-section.tsx";
import { RequestSection } from "../intake/letter-section.tsx";
import { Facts } from "./facts.tsx";
import { FileList } from "./file-list.tsx";
import { FormTalk } from "./form-talk.tsx";
import { CRUMBS } from "./incoming-path.ts";
import { ReasonForm } from "./reason-form.tsx";

/** A form of the public: checked, corrected where it must be, and registered or sent back. */
export function FormView({ form }: { form: IncomingForm }) {
  const { zone } = useSession().office;
  const { message, state, request } = form;
  return (
    <Page
      title={text.formTitle}
      crumbs={CRUMBS}
      badge={<Chip tone={incomingStateTone[state]}>{incomingStateText[state]}</Chip>}
      actions={
        request !== null && (
          <LinkButton href={`/permohonan/${request.id}`}>
            {text.openRequest(request.number)}
          </LinkButton>
        )
      }
    >
      <StateNote form={form} />
      <div className="incoming-columns">
        <FormFields form={form} />
        <div className="incoming-side">
          <section className="card">
            <div className="card-body">
              <Facts
                facts={[
                  [text.tracking, form.tracking],
                  [text.cameAt, moment(form.at, zone)],
                  [text.obtaining, form.obtaining],
                  [text.proxyFor, form.proxyFor],
                ]}
              />
            </div>
          </section>
          <section className="card">
            <header className="card-head">
              <h2>{text.filesOfForm}</h2>
            </header>
            <div className="card-body">
              <FileList message={message} files={form.files} none={text.noFiles} />
            </div>
          </section>
          <FormTalk form={form} />
        </div>
      </div>
    </Page>
  );
}

function StateNote({ form }: { form: IncomingForm }) {
  switch (form.state) {
    case "withdrawn":
      return <InfoNote>{text.withdrawnNote}</InfoNote>;
    case "returned":
      return <InfoNote>{text.returnedNote}</InfoNote>;
    case "refused":
      return <InfoNote>{text.refusedNote}</InfoNote>;
    case "accepted":
      return <InfoNote title={text.acceptedAlready}>{text.acceptedAlreadyHelp}</InfoNote>;
    case "waiting":
      return null;
    default:
      return form.state satisfies never;
  }
}

const intakeOf = (form: IncomingForm): Intake => ({
  sop: "",
  subject: form.subject,
  requester: form.requester,
  items: form.items.map((item) => ({ ...item })),
  purpose: form.purpose,
  delivery: form.delivery,
  letter: { number: "", date: "" },
  received: "",
});

function FormFields({ form }: { form: IncomingForm }) {
  const go = useGo();
  const notices = useNotices();
  const sops = useQuery("sop.list", {});
  const accept = useAction("incoming.accept");
  const sendBack = useAction("incoming.return");
  const refuse = useAction("incoming.refuse");
  const forget = useAction("incoming.forget");
  const ask = useAsk();
  const [intake, setIntake] = useState<Intake>(() => intakeOf(form));
  const [touched, setTouched] = useState(false);
  const [asked, setAsked] = useState<"return" | "refuse" | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  useUnsaved(touched && left === null, text.unsaved);
  // Only after the form has let go of its changes, or leaving it would ask.
  useEffect(() => {
    if (left !== null) go(left);
  }, [left, go]);
  const { message, state } = form;
  const open = state !== "withdrawn" && state !== "accepted";

  const services = (sops.data?.sops ?? []).filter(
    (one) => one.requesterLane !== null && one.state === "published",
  );
  const only = services.length === 1 ? services[0]?.id : undefined;
  const sop = intake.sop === "" ? (only ?? "") : intake.sop;
  function change(next: Partial<Intake>): void {
    setIntake((before) => ({ ...before, ...next }));
    setTouched(true);
  }

  async function submit(): Promise<void> {
    const { subject, requester, items, purpose, delivery } = intake;
    const filled = items.slice(0, items.findLastIndex((row) => !isBlank(row)) + 1);
    const done = await accept.run({
      message,
      sop,
      subject,
      requester,
      items: filled,
      purpose,
      delivery,
    });
    if (!done.ok) return;
    notices.tell(text.accepted(done.value.number));
    setLeft(`/permohonan/${done.value.request}`);
  }

  async function forgetForm(): Promise<void> {
    if (!(await ask(text.forgetAsk))) return;
    const done = await forget.run({ message });
    if (done.ok) away(text.forgotten);
    else notices.fail(done.error);
  }

  function away(words: string): void {
    setAsked(null);
    notices.tell(words);
    setLeft("/masuk");
  }

  return (
    <Form failure={accept.failure} onSubmit={() => void submit()} className="intake-form">
      <section className="card">
        <header className="card-head">
          <h2>{intakeText.requester}</h2>
          <span className="muted small">{open ? text.checkFirst : ""}</span>
        </header>
        <div className="card-body fields">
          <RequesterFields
            requester={intake.requester}
            onChange={(requester) => change({ requester })}
          />
        </div>
      </section>
      <RequestSection intake={{ ...intake, sop }} sops={services} onChange={change} />
      <ItemsSection items={intake.items} onChange={(items) => change({ items })} />
      {(state === "refused" || state === "withdrawn") && (
        <div>
          <Button tone="danger" pending={forget.pending} onPress={() => void forgetForm()}>
            {text.forget}
          </Button>
        </div>
      )}
      {open && (
        <div className="form-actions intake-actions">
          <Button type="submit" tone="primary" pending={accept.pending}>
            {text.accept}
          </Button>
          <Button onPress={() => setAsked("return")}>{text.sendBack}</Button>
          <Button tone="danger" onPress={() => setAsked("refuse")}>
            {text.refuse}
          </Button>
        </div>
      )}
      {asked === "return" && (
        <ReasonForm
          words={{
            title: text.sendBackTitle,
            help: text.sendBackHelp,
            label: text.sendBackText,
            confirm: text.sendBackDo,
          }}
          path="text"
          max={2000}
          action={sendBack}
          run={(words) => sendBack.run({ message, text: words })}
          onDone={() => away(text.sentBack)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === "refuse" && (
        <ReasonForm
          words={{
            title: text.refuseTitle,
            help: text.refuseHelp,
            label: text.refuseText,
            confirm: text.refuseDo,
          }}
          path="reason"
          max={1000}
          danger
          action={refuse}
          run={(reason) => refuse.run({ message, reason })}
          onDone={() => away(text.refused)}
          onClose={() => setAsked(null)}
        />
      )}
    </Form>
  );
}
