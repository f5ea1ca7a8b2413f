import { useStore } from "zustand";
import type { ResultOf } from "#shared/contract.ts";
import type { Failure } from "#shared/errors.ts";
import { ErrorNote, InfoNote } from "../../components/note.tsx";
import { templatesText as text } from "../../text/templates.ts";
import { useEditor } from "./editor-context.ts";

type SaveNoteProps = { known: ResultOf<"template.get">; failure: Failure | null };

/** Why it was not saved, or that somebody else has saved meanwhile. */
export function SaveNote({ known, failure }: SaveNoteProps) {
  const version = useStore(useEditor(), (state) => state.version);
  if (failure !== null) {
    return (
      <div className="editor-note">
        <ErrorNote>{failure.message}</ErrorNote>
      </div>
    );
  }
  if (known.version <= version) return null;
  return (
    <div className="editor-note">
      <InfoNote>{text.newer(known.version)}</InfoNote>
    </div>
  );
}
