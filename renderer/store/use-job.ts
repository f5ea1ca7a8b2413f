import { useState } from "react";
import { type JobProgress, useProgress } from "./use-progress.ts";

/** A name for a long job of this window, by which it is followed and cancelled. */
export function useJob(): { job: string; progress: JobProgress | null } {
  const [job] = useState(() => `job-${crypto.randomUUID()}`);
  return { job, progress: useProgress(job) };
}
