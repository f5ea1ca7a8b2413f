import type { ParamsIn } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { progressText as text } from "../../text/letters.ts";
import { useSaveDrawn } from "./use-save-drawn.ts";

/** Saves the PDF that goes to the signing service, with the words it looks for. */
export function AnchoredButton({ asked }: { asked: ParamsIn<"document.render"> }) {
  const drawn = useSaveDrawn();
  return (
    <Button
      icon="download"
      pending={drawn.pending}
      onPress={() => void drawn.save({ ...asked, anchored: true })}
    >
      {text.anchored}
    </Button>
  );
}
