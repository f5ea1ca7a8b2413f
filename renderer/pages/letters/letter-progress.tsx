import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import type { RegisterId } from "#shared/letter/register.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { InfoNote } from "../../components/note.tsx";
import { useAsk, useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import {
  checkText,
  draftText,
  progressText as text,
  stageText,
  stageTone,
} from "../../text/letters.ts";
import { CheckChain } from "./check-chain.tsx";
import { CheckForm } from "./check-form.tsx";
import { LetterFacts } from "./letter-facts.tsx";
import { type LetterDetail, textOf } from "./letter-text.ts";
import { NumberDialog } from "./number-dialog.tsx";
import { SendDialog } from "./send-dialog.tsx";
import { SignDialog } from "./sign-dialog.tsx";
import { useLetterAnswer } from "./use-letter-answer.ts";
import { VoidDialog } from "./void-dialog.tsx";

type LetterProgressProps = {
  request: RequestDetail;
  letter: LetterDetail;
  register: RegisterId | null;
  mayWrite: boolean;
  /** Goes back to the form; null once it has its number. */
  onChange: (() => void) | null;
  onDiscarded: () => void;
};

type Open = "number" | "electronic" | "wet" | "send" | "void";

/** Where a letter stands, and what can be done with it now. */
export function LetterProgress(props: LetterProgressProps) {
  const { request, letter, register, mayWrite, onChange, onDiscarded } = props;
  const { user } = useSession();
  const { queries } = useServices();
  const notices = useNotices();
  const ask = useAsk();
  const answer = useLetterAnswer(request);
  const discard = useAction("letter.discard");
  const [open, setOpen] = useState<Open | null>(null);
  const { stage } = letter;
  const next = stage === "checking" ? letter.checks.find(({ at }) => at === null) : undefined;
  const close = (): void => setOpen(null);
  const done = (changed: LetterDetail): void => {
    answer(changed);
    close();
  };

  async function throwAway(): Promise<void> {
    if (!(await ask(draftText.discardAsk(letter.name)))) return;
    const result = await discard.run({ request: request.id, letter: letter.id });
    if (!result.ok) {
      notices.fail(result.error);
      return;
    }
    queries.invalidate(request.id);
    notices.tell(draftText.discarded);
    onDiscarded();
  }

  return (
    <div className="letter-progress">
      <p>
        <Chip tone={stageTone[stage]}>{stageText[stage]}</Chip>
      </p>
      <LetterFacts request={request} letter={letter} />
      <CheckChain letter={letter} />
      {mayWrite && next?.by.id === user.id && (
        <section className="letter-section">
          <InfoNote>{checkText.yours}</InfoNote>
          <CheckForm
            request={request.id}
            letter={letter.id}
            onChecked={({ letter: checked }) => answer(checked)}
          />
        </section>
      )}
      {mayWrite && (
        <div className="letter-actions letter-actions-tall">
          {stage === "approved" && (
            <Button tone="primary" onPress={() => setOpen("number")}>
              {draftText.number}
            </Button>
          )}
          {stage === "numbered" && (
            <>
              <Button onPress={() => setOpen("electronic")}>{text.uploadSigned}</Button>
              <Button onPress={() => setOpen("wet")}>{text.recordWet}</Button>
            </>
          )}
          {stage === "signed" && (
            <Button tone="primary" onPress={() => setOpen("send")}>
              {text.recordSent}
            </Button>
          )}
          {onChange !== null && <Button onPress={onChange}>{checkText.change}</Button>}
          {onChange !== null && (
            <Button tone="quiet" pending={discard.pending} onPress={() => void throwAway()}>
              {draftText.discard}
            </Button>
          )}
          {(stage === "numbered" || stage === "signed") && (
            <Button tone="danger" onPress={() => setOpen("void")}>
              {text.void}
            </Button>
          )}
        </div>
      )}
      {open === "number" && (
        <NumberDialog
          request={request}
          kind={letter.kind}
          register={register}
          letter={letter}
          text={textOf(letter)}
          save={null}
          onRefused={(why) => {
            close();
            notices.fail(why);
          }}
          onIssued={close}
          onClose={close}
        />
      )}
      {(open === "electronic" || open === "wet") && (
        <SignDialog request={request} letter={letter} how={open} onDone={done} onClose={close} />
      )}
      {open === "send" && (
        <SendDialog request={request} letter={letter} onDone={done} onClose={close} />
      )}
      {open === "void" && (
        <VoidDialog request={request} letter={letter} onDone={done} onClose={close} />
      )}
    </div>
  );
}
