/** How far long work is: `done` of `total`, in whatever it counts; `stage` names its part. */
export type Progress = { done: number; total: number; stage?: string };

/** How a task tells of it. */
export type Report = (progress: Progress) => void;
