/** A step of a request that another office on the same portal does. */
export type HandoverEvent =
  | { type: "step.handed"; body: HandedStep }
  /** What the other office answered; its files are attached beside it. */
  | {
      type: "handover.answered";
      body: { id: string; branch: string | null; note: string; by: string };
    }
  | { type: "handover.declined"; body: { id: string; reason: string; by: string } }
  | { type: "handover.recalled"; body: { id: string; reason: string } };

export type HandedStep = {
  id: string;
  step: number;
  visit: number;
  office: { id: string; name: string };
  note: string;
  /** Rows of the list of data, from 1, and ids of the attachments that went with it. */
  items: readonly number[];
  files: readonly string[];
  /** When the step is due here; empty for none. */
  due: string;
};
