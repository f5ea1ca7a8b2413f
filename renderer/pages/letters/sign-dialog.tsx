import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { useNotices } from "../../store/hooks.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { signText as text } from "../../text/letters.ts";
import type { LetterDetail } from "./letter-text.ts";
import { OneFile } from "./one-file.tsx";
import { useOneUpload } from "./use-one-upload.ts";

type SignDialogProps = {
  request: RequestDetail;
  letter: LetterDetail;
  how: "wet" | "electronic";
  onDone: (letter: LetterDetail) => void;
  onClose: () => void;
};

/** Records a signature: the signed PDF that came back, or one on paper with its scan. */
export function SignDialog({ request, letter, how, onDone, onClose }: SignDialogProps) {
  const { today } = useSession();
  const notices = useNotices();
  const sign = useAction("letter.sign");
  const signed = useOneUpload();
  const [day, setDay] = useState(today);
  const [looked, setLooked] = useState(false);
  const wet = how === "wet";
  const mustLook = looked || sign.failure?.code === "signed_without_text";

  async function run(): Promise<void> {
    const given = await signed.send();
    if (given === null) return;
    const result = await sign.run({
      request: request.id,
      letter: letter.id,
      how,
      day,
      looked,
      ...given,
    });
    if (!result.ok) return;
    notices.tell(text.done);
    onDone(result.value.letter);
  }

  return (
    <Dialog
      title={wet ? text.wetTitle : text.electronicTitle}
      onClose={onClose}
      busy={sign.pending || signed.percent !== null}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone="primary"
            pending={sign.pending || signed.percent !== null}
            onPress={() => void run()}
          >
            {text.save}
          </Button>
        </>
      }
    >
      <Form
        failure={signed.failure ?? sign.failure}
        onSubmit={() => void run()}
        className="letter-form"
      >
        <p className="muted">{wet ? text.wetHelp : text.electronicHelp}</p>
        <OneFile
          label={wet ? text.scan : text.file}
          path="file"
          file={signed.file}
          percent={signed.percent}
          onChange={(file) => {
            signed.setFile(file);
            setLooked(false);
            sign.reset();
          }}
        />
        {mustLook && signed.file !== null && (
          <div data-path="looked">
            <p>{text.lookedHelp(signed.file.name)}</p>
            <CheckBox isSelected={looked} onChange={setLooked}>
              {text.looked}
            </CheckBox>
          </div>
        )}
        <DateField label={text.day} path="day" value={day} onChange={setDay} required />
      </Form>
    </Dialog>
  );
}
