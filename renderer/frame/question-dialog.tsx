import { useStore } from "zustand";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useServices } from "../store/services.ts";
import { commonText } from "../text/common.ts";

/** The question that is asked at the moment, if any. */
export function QuestionDialog() {
  const open = useStore(useServices().questions, (state) => state.open);
  if (open === null) return null;
  return (
    <Dialog
      title={open.title}
      role="alertdialog"
      onClose={() => open.answer(false)}
      footer={
        <>
          <Button autoFocus onPress={() => open.answer(false)}>
            {open.cancel ?? commonText.cancel}
          </Button>
          <Button tone={open.danger ? "danger" : "primary"} onPress={() => open.answer(true)}>
            {open.confirm}
          </Button>
        </>
      }
    >
      <p>{open.body}</p>
    </Dialog>
  );
}
