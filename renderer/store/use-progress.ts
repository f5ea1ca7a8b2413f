import { useEffect, useState } from "react";
import { useServices } from "./services.ts";

export type JobProgress = { done: number; total: number; stage?: string };

/** How far the named job is; null before it has told anything, and after `done` reached `total`. */
export function useProgress(job: string): JobProgress | null {
  const { client } = useServices();
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(
    () =>
      client.onPush((push) => {
        if (push.push !== "job.progress" || push.job !== job) return;
        const { done, total, stage } = push;
        const left = done < total;
        setProgress(left ? { done, total, ...(stage !== undefined && { stage }) } : null);
      }),
    [client, job],
  );
  return progress;
}
