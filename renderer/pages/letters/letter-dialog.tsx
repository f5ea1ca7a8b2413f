import "./letters.css";
import { useMemo, useState } from "react";
import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import type { Template } from "#shared/letter/template.ts";
import type { LetterText, Paper } from "#shared/request/model.ts";
import { Button } from "../../components/button.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { PaperFrame } from "../../paper/paper-frame.tsx";
import { usePaper } from "../../paper/use-paper.ts";
import { useAsk, useUnsaved } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { unsavedText } from "../../text/common.ts";
import { draftText, progressText } from "../../text/letters.ts";
import { AnchoredButton } from "./anchored-button.tsx";
import { LetterEditor } from "./letter-editor.tsx";
import { LetterProgress } from "./letter-progress.tsx";
import { hasHead, headParts, newText, sentText, textOf } from "./letter-text.ts";
import { SidePanel } from "./side-panel.tsx";
import { SignedInstead } from "./signed-instead.tsx";
import { useSignedFile } from "./use-signed-file.ts";
import { WordDialog } from "./word-dialog.tsx";

export type LetterDialogProps = {
  request: RequestDetail;
  /** Id of its template. */
  kind: string;
  /** The letter that is opened; null for a new one. */
  letter: string | null;
  onClose: () => void;
};

/** A letter: what fills it or what happened to it at the left, the paper itself at the right. */
export function LetterDialog(props: LetterDialogProps) {
  const template = useQuery("template.get", { id: props.kind });
  return (
    <QueryView query={template}>
      {(found) => <LetterPaper {...props} template={found.template} />}
    </QueryView>
  );
}

type LetterPaperProps = LetterDialogProps & { template: Template };

function LetterPaper({ request, kind, letter: opened, template, onClose }: LetterPaperProps) {
  const { office } = useSession();
  const ask = useAsk();
  const [id, setId] = useState(opened);
  const [edited, setEdited] = useState<LetterText | null>(null);
  const [changing, setChanging] = useState(false);
  const [paper, setPaper] = useState<Paper>(office.letterStyle.paper);
  const [word, setWord] = useState(false);
  const letter = request.letters.find((one) => one.id === id) ?? null;
  const stage = letter?.stage ?? "draft";
  const mayWrite = request.status !== "cancelled";
  const isOpen = stage === "draft" || stage === "checking" || stage === "approved";
  const edits = mayWrite && isOpen && (stage === "draft" || changing);

  const known = useMemo(
    () => (letter === null ? newText(template, request) : textOf(letter)),
    // A new letter begins with what was noted when it was opened.
    // oxlint-disable-next-line react/exhaustive-deps
    [letter, template],
  );
  const text = edited ?? known;
  const name = letter?.name ?? template.name;
  const dirty = edited !== null && JSON.stringify(edited) !== JSON.stringify(known);
  useUnsaved(dirty, draftText.unsaved(name));

  const signedFile = letter?.signed?.file ?? null;
  const signed = useSignedFile(request, signedFile);
  const asked: ParamsIn<"document.render"> = {
    request: request.id,
    kind,
    paper,
    ...(id !== null && letter !== null && { letter: id }),
    ...(edits && { text: sentText(text) }),
  };
  const drawn = usePaper("document.render", signedFile === null ? asked : null, request.changed);

  async function close(): Promise<void> {
    if (dirty && !(await ask(unsavedText([draftText.unsaved(name)])))) return;
    onClose();
  }

  const fillsItself = template.inputs.length === 0 && !hasHead(headParts(template));
  /** Nothing to fill in and nothing to tell: the paper takes the room. */
  const isAlone = letter === null && (fillsItself || !edits);
  function side() {
    if (edits) {
      return (
        <LetterEditor
          request={request}
          template={template}
          letter={letter}
          text={text}
          dirty={dirty || letter === null}
          onChange={setEdited}
          onSaved={(saved) => {
            setId(saved);
            setEdited(null);
            setChanging(false);
          }}
          onClose={onClose}
        />
      );
    }
    return (
      letter !== null && (
        <LetterProgress
          request={request}
          letter={letter}
          register={template.register}
          onChange={mayWrite && isOpen ? () => setChanging(true) : null}
          mayWrite={mayWrite}
          onDiscarded={onClose}
        />
      )
    );
  }

  return (
    <>
      <PaperFrame
        title={letter?.number ? `${name} · ${letter.number}` : name}
        shown={signedFile === null ? drawn.result : signed.shown}
        failure={signedFile === null ? drawn.failure : signed.failure}
        busy={drawn.busy && signedFile === null}
        {...(signedFile === null && { paper: { value: paper, onChange: setPaper } })}
        form={isAlone ? undefined : <SidePanel part={`${stage} ${edits}`}>{side()}</SidePanel>}
        instead={<SignedInstead signed={signed} />}
        more={
          signedFile === null && (
            <>
              {stage === "numbered" && <AnchoredButton asked={asked} />}
              <Button onPress={() => setWord(true)}>{progressText.word}</Button>
            </>
          )
        }
        onClose={() => void close()}
      />
      {word && <WordDialog asked={asked} onClose={() => setWord(false)} />}
    </>
  );
}
