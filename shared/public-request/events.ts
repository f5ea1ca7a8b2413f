/** What the requester said through the portal after a request was registered, and what went back. */
export type PublicEvent =
  /** Words of a reply; its files are attached beside it. Ends the pause that waits for them. */
  | { type: "public.replied"; body: { message: string; text: string } }
  | { type: "public.withdrawn"; body: { message: string; reason: string } }
  | { type: "answer.released"; body: ReleasedAnswer };

export type ReleasedAnswer = {
  /** Id of the release. */
  id: string;
  text: string;
  /** Attachments of the request, as they stood. */
  files: readonly { name: string; size: number; sha256: string }[];
  /** Last day on which they may be downloaded, YYYY-MM-DD. */
  expires: string;
};

/** What the office decided on what came in, where no request of its own holds it. */
export type IncomingEvent =
  /**
   * A form sent back as incomplete, or refused. `seen`: ids of the later messages and of the earlier
   * decisions that whoever decided knew; a message that is not among them opens the form again.
   */
  | { type: "incoming.returned"; body: { message: string; seen: string[]; text: string } }
  | { type: "incoming.refused"; body: { message: string; seen: string[]; reason: string } }
  /** A form that came to nothing is deleted, on every PC of the office. */
  | { type: "incoming.forgotten"; body: { message: string } }
  /** A step of another office was answered or declined; `message` is the one that asked. */
  | { type: "incoming.answered"; body: AnsweredStep }
  | { type: "incoming.declined"; body: { message: string; reason: string } };

export type AnsweredStep = {
  message: string;
  branch: string | null;
  note: string;
  files: readonly { name: string; size: number; sha256: string }[];
};
