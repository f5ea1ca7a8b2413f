import "./job-bar.css";
import { Name } from "./name.tsx";
import type { JobProgress } from "../store/use-progress.ts";
import { bundleText as text } from "../text/bundle.ts";

/** How far a bundle is, and what it is at. */
export function JobBar({ progress, label }: { progress: JobProgress | null; label: string }) {
  const percent = progress === null ? 0 : Math.floor((progress.done / progress.total) * 100);
  return (
    <div className="job-bar">
      <progress max={100} value={percent} aria-label={label} />
      <p className="muted small" role="status">
        <Name>{stageWords(progress?.stage ?? "starting")}</Name>
      </p>
    </div>
  );
}

function stageWords(stage: string): string {
  if (stage.startsWith("file:")) return text.stageFile(stage.slice("file:".length));
  const { stages } = text;
  return Object.hasOwn(stages, stage) ? stages[stage as keyof typeof stages] : stages.starting;
}
