import "./file-drop.css";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { formText } from "../text/form.ts";

type FileDropProps = { label: string; onFiles: (files: File[]) => void };

/** Takes files by drop, by paste anywhere on the page while it is shown, or by choosing them. */
export function FileDrop({ label, onFiles }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onFiles);
  const [over, setOver] = useState(false);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  }

  return (
    // Dropping is only a shortcut for the button inside, so the group itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={over ? "file-drop file-drop-over" : "file-drop"}
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{label}</span>
      <span className="muted">
        {formText.dropHere}{" "}
        <button type="button" className="file-choose" onClick={() => input.current?.click()}>
          {formText.chooseFiles}
        </button>
      </span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={formText.dropLabel}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
