import { Dialog } from "../../components/dialog.tsx";
import { LinkButton } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { useServices } from "../../store/services.ts";
import { checkText as text } from "../../text/letters.ts";
import { CheckForm } from "./check-form.tsx";
import { letterPath, type LetterRow } from "./letter-path.ts";

type CheckDialogProps = { row: LetterRow; onClose: () => void };

/** One's own paraf, given from the list; the letter itself is one press away. */
export function CheckDialog({ row, onClose }: CheckDialogProps) {
  const { queries } = useServices();
  return (
    <Dialog title={text.giveTitle} onClose={onClose}>
      <p>
        <strong>
          <Name>{row.subject}</Name>
        </strong>
        <br />
        <span className="muted">
          {row.name} · {row.requestNumber}
        </span>
      </p>
      <p>
        <LinkButton small href={letterPath(row)}>
          {text.look}
        </LinkButton>
      </p>
      <CheckForm
        request={row.request}
        letter={row.id}
        onChecked={() => {
          queries.invalidate(null);
          onClose();
        }}
      />
    </Dialog>
  );
}
