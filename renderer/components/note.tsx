import "./note.css";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type NoteProps = { title?: string; children?: ReactNode; actions?: ReactNode };

/** Something went wrong: what happened, what was kept, what to do. Read out at once. */
export function ErrorNote(props: NoteProps) {
  return <Note {...props} tone="late" icon="warning" role="alert" />;
}

/** Something to know before going on. */
export function InfoNote(props: NoteProps) {
  return <Note {...props} tone="run" icon="info" />;
}

export function OkNote(props: NoteProps) {
  return <Note {...props} tone="ok" icon="check" role="status" />;
}

function Note({
  title,
  children,
  actions,
  tone,
  icon,
  role,
}: NoteProps & { tone: string; icon: IconName; role?: "alert" | "status" }) {
  return (
    <div className={`note note-${tone}`} role={role}>
      <Icon name={icon} />
      <div className="note-body">
        {title !== undefined && <strong className="note-title">{title}</strong>}
        {children}
      </div>
      {actions !== undefined && <div className="note-actions">{actions}</div>}
    </div>
  );
}
