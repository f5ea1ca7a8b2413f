import type { ReactNode } from "react";
import { useProgress } from "../../store/use-progress.ts";
import { maintenanceText as text } from "../../text/maintenance.ts";

type Bar = { words: string; done?: number; total?: number; children?: ReactNode };

/** Words and a bar; without a total it shows that something runs, not how far it is. */
export function JobBar({ words, done = 0, total = 0, children }: Bar) {
  return (
    <div className="archive-progress">
      <span role="status">{words} …</span>
      <progress aria-label={words} {...(total > 1 && { value: done, max: total })} />
      {children}
    </div>
  );
}

/** How far the check or the repair is that is under way. */
export function CheckProgress({ children }: { children?: ReactNode }) {
  const progress = useProgress("archive.check");
  return (
    <JobBar
      words={text.stage(progress?.stage)}
      {...(progress !== null && { done: progress.done, total: progress.total })}
    >
      {children}
    </JobBar>
  );
}
