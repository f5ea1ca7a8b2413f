import { useEffect, useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { type Definition, outcomeOf, type Step, stepOf } from "#shared/sop/definition.ts";
import { Button } from "../../components/button.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { useNow } from "../../store/use-now.ts";
import { useAction } from "../../store/use-action.ts";
import { listed } from "../../text/common.ts";
import { rowDueWords } from "../../text/clocks.ts";
import { lettersTabText } from "../../text/letters.ts";
import { outcomeText } from "../../text/request.ts";
import {
  nounOf,
  type RequestNoun,
  requestPageText as text,
  type TabId,
} from "../../text/request-page.ts";
import { waitingSince } from "../../text/waiting.ts";
import { CkanHints } from "../catalogue/step-hints.tsx";
import { AttachFiles } from "./attach-files.tsx";
import { type RequestPaper, stepOffers } from "./papers.ts";

type CompleteStepProps = {
  request: RequestDetail;
  current: NonNullable<RequestDetail["current"]>;
  definition: Definition;
  onTab: (tab: TabId) => void;
  onPaper: (paper: RequestPaper) => void;
};

/** The step the request stands on: its outputs, a note, and the way on. */
export function CompleteStep({ request, current, definition, onTab, onPaper }: CompleteStepProps) {
  const { user, office, today } = useSession();
  const { queries, notices } = useServices();
  const [note, setNote] = useState("");
  const complete = useAction("step.complete");
  const step = stepOf(definition, current.step);
  const now = useNow();
  const due = rowDueWords({ ...request, legalDue: null }, now, office.zone);
  const mine = user.lanes.includes(current.lane);
  useUnsaved(note.trim() !== "", text.note.toLowerCase());

  async function run(branch?: string): Promise<void> {
    const { step: no, visit } = current;
    const result = await complete.run({ request: request.id, step: no, visit, branch, note });
    if (!result.ok) return;
    queries.put("request.get", { id: request.id }, result.value);
    notices.tell(text.completed(no));
  }

  const single = current.branches.length < 2;
  useEffect(() => {
    if (!single) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter") return;
      if (document.querySelector("[role=dialog], [role=alertdialog]") !== null) return;
      event.preventDefault();
      void run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });

  return (
    <>
      <p className="step-title">
        {current.step}. {current.gist}
      </p>
      <p className="muted small">
        {mine ? text.laneMine(current.lane) : text.laneOther(current.lane)}
      </p>
      <p className="step-wait">
        {due !== null && <span className={`due-${due.tone}`}>{due.words} · </span>}
        {waitingSince(current.entered, today, office.zone)}
        {current.visit > 1 && ` · ${text.visit(current.visit)}`}
      </p>
      {step !== undefined && (
        <Hints request={request} step={step} onTab={onTab} onPaper={onPaper} />
      )}
      <CkanHints request={request} definition={definition} onTab={onTab} />
      <AttachFiles
        request={request.id}
        label={
          step !== undefined && step.outputs.length > 0
            ? text.outputs(listed(step.outputs))
            : text.files
        }
      />
      <TextArea label={text.note} value={note} onChange={setNote} rows={2} max={4000} />
      {complete.failure !== null && <ErrorNote>{complete.failure.message}</ErrorNote>}
      {single ? (
        <Button
          tone="primary"
          wide
          className="step-complete"
          pending={complete.pending}
          onPress={() => void run()}
        >
          {wordsFor(step, nounOf(request))}
          <kbd aria-hidden="true">{text.completeKeys}</kbd>
        </Button>
      ) : (
        current.branches.map((branch) => (
          <Button
            key={branch}
            tone="primary"
            wide
            pending={complete.pending}
            onPress={() => void run(branch)}
          >
            {text.decide(branch)}
          </Button>
        ))
      )}
    </>
  );
}

/** What the button says: where the step ends the run, it says so. */
function wordsFor(step: Step | undefined, noun: RequestNoun): string {
  if (step?.kind === "end") return text.close(noun);
  const target = step?.next[0]?.to;
  const outcome = target === undefined ? null : outcomeOf(target);
  return outcome === null ? text.complete : text.completeAndClose(outcomeText[outcome]);
}

type HintsProps = {
  request: RequestDetail;
  step: Step;
  onTab: (tab: TabId) => void;
  onPaper: (paper: RequestPaper) => void;
};

/** Ways to the papers that the step itself names. */
function Hints({ request, step, onTab, onPaper }: HintsProps) {
  const templates = useQuery("template.list", {});
  const assesses = step.outputs.join(" ").toLowerCase().includes("list ketersediaan");
  return (
    <>
      {assesses && request.items.length > 0 && (
        <Button wide onPress={() => onTab("items")}>
          {text.assessFirst}
        </Button>
      )}
      {stepOffers(templates.data ?? [], step, request).map((offer) =>
        "template" in offer ? (
          <Button
            key={offer.id}
            wide
            onPress={() => onPaper({ kind: offer.id, letter: offer.letter?.id ?? null })}
          >
            {offerWords(offer.template.name, offer.letter)}
          </Button>
        ) : (
          <Button key={offer.id} wide onPress={() => onPaper("disposition")}>
            {lettersTabText.prepare(lettersTabText.disposition)}
          </Button>
        ),
      )}
    </>
  );
}

/** Begins a letter, goes on with its draft, or opens the one that has its number. */
function offerWords(name: string, letter: RequestDetail["letters"][number] | null): string {
  if (letter === null) return lettersTabText.prepare(name);
  return letter.issued === null ? lettersTabText.goOn(name) : lettersTabText.openLetter(name);
}
