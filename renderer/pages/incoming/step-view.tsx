import { useState } from "react";
import type { IncomingStep } from "#shared/public-request/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Chip } from "../../components/chip.tsx";
import { Name } from "../../components/name.tsx";
import { InfoNote, OkNote } from "../../components/note.tsx";
import { Page } from "../../components/page.tsx";
import { useGo, useNotices } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { useNow } from "../../store/use-now.ts";
import { dueWords } from "../../text/clocks.ts";
import { incomingStateText, incomingStateTone, incomingText as text } from "../../text/incoming.ts";
import { intakeText } from "../../text/intake.ts";
import { AnswerForm } from "./answer-form.tsx";
import { Facts } from "./facts.tsx";
import { FileList } from "./file-list.tsx";
import { CRUMBS } from "./incoming-path.ts";
import { ReasonForm } from "./reason-form.tsx";

/** A step that another office handed to this one: what it needs, and the answer. */
export function StepView({ step }: { step: IncomingStep }) {
  const { state } = step;
  return (
    <Page
      title={text.stepTitle}
      crumbs={CRUMBS}
      badge={<Chip tone={incomingStateTone[state]}>{incomingStateText[state]}</Chip>}
    >
      <div className="incoming-columns">
        <div className="incoming-main">
          <StepCard step={step} />
          {step.items.length > 0 && <ItemsCard step={step} />}
          <section className="card">
            <header className="card-head">
              <h2>{text.filesOfStep}</h2>
            </header>
            <div className="card-body">
              <FileList message={step.message} files={step.files} none={text.noFiles} />
            </div>
          </section>
        </div>
        <div className="incoming-side">
          <Reply step={step} />
        </div>
      </div>
    </Page>
  );
}

function StepCard({ step }: { step: IncomingStep }) {
  const { zone } = useSession().office;
  const now = useNow();
  const due = step.due === null ? null : dueWords(step.due, now, zone);
  return (
    <section className="card">
      <header className="card-head">
        <h2>
          <Name>{step.subject}</Name>
        </h2>
        {due !== null && step.state === "waiting" && (
          <span className={`due due-${due.tone}`}>{due.words}</span>
        )}
      </header>
      <div className="card-body">
        <p className="incoming-step">{text.step(step.step.no, step.step.text)}</p>
        {step.note !== "" && (
          <blockquote className="incoming-note">
            <Name>{step.note}</Name>
          </blockquote>
        )}
        <Facts
          facts={[
            [text.fromOffice, <Name key="office">{step.office}</Name>],
            [
              text.theirNumber,
              <span key="number" className="number">
                {step.number}
              </span>,
            ],
            [text.theirSop, step.sop],
            [text.lane, step.step.lane],
            [text.requirements, step.step.requirements],
            [text.output, step.step.output],
            [text.due, step.due === null ? "" : moment(step.due, zone)],
            [text.cameAt, moment(step.at, zone)],
          ]}
        />
      </div>
    </section>
  );
}

function ItemsCard({ step }: { step: IncomingStep }) {
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.items}</h2>
      </header>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{intakeText.item}</th>
            <th>{intakeText.period}</th>
            <th>{intakeText.unit}</th>
            <th>{intakeText.format}</th>
          </tr>
        </thead>
        <tbody>
          {step.items.map((item) => (
            <tr key={JSON.stringify(item)}>
              <td>
                <Name>{item.name}</Name>
              </td>
              <td>{item.period}</td>
              <td>{item.unit}</td>
              <td>{item.format}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Reply({ step }: { step: IncomingStep }) {
  const { zone } = useSession().office;
  const go = useGo();
  const notices = useNotices();
  const decline = useAction("handover.decline");
  const [asked, setAsked] = useState(false);
  const { message, answer, state } = step;
  if (answer !== null) {
    return (
      <OkNote title={text.answeredBy(answer.by.name, moment(answer.at, zone))}>
        {answer.branch !== null && <p>{text.handedBranch(answer.branch)}</p>}
        <p>
          <Name>{answer.note}</Name>
        </p>
        <FileList message={message} files={answer.files} />
      </OkNote>
    );
  }
  if (state === "declined") return <InfoNote>{text.declinedNote(step.reason)}</InfoNote>;
  if (state === "recalled") return <InfoNote>{text.recalledNote(step.reason)}</InfoNote>;
  return (
    <>
      <AnswerForm step={step} onDecline={() => setAsked(true)} />
      {asked && (
        <ReasonForm
          words={{
            title: text.declineTitle,
            help: text.declineHelp,
            label: text.declineText,
            confirm: text.declineDo,
          }}
          path="reason"
          max={1000}
          danger
          action={decline}
          run={(reason) => decline.run({ message, reason })}
          onDone={() => {
            notices.tell(text.declined);
            go("/masuk");
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
