import { useState } from "react";
import { type Office, STANDINGS, type Term } from "#shared/office.ts";
import { Button } from "../../components/button.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form } from "../../components/form.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import type { Action } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { officialsText as text } from "../../text/officials.ts";
import { NipField, wrongNip } from "./nip-field.tsx";
import { endsBeforeItBegins } from "./terms.ts";

type TermDialogProps = {
  first: Term;
  /** Its place in the list that is saved; the core's sentences come by it. */
  at: number;
  /** Posts that are known already, so that they are written alike. */
  posts: readonly string[];
  save: Action<"office.save">;
  title: string;
  onSave: (term: Term) => Promise<boolean>;
  onClose: () => void;
};

const STANDING_OPTIONS = STANDINGS.map((value) => ({ value, label: text.standings[value] }));

/** Who holds a post, and from when until when. */
export function TermDialog({ first, at, posts, save, title, onSave, onClose }: TermDialogProps) {
  const [term, setTerm] = useState(first);
  const set = (change: Partial<Term>) => setTerm({ ...term, ...change });
  const path = (key: keyof Term) => `terms.${at}.${key}`;
  const wrong = endsBeforeItBegins(term) || wrongNip(term.nip) !== undefined;

  async function submit(): Promise<void> {
    if (!wrong && (await onSave(term))) onClose();
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      busy={save.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone="primary"
            pending={save.pending}
            isDisabled={wrong}
            onPress={() => void submit()}
          >
            {commonText.save}
          </Button>
        </>
      }
    >
      <Form failure={save.failure} onSubmit={() => void submit()}>
        <div className="fields">
          <div className="span-all">
            <TextField
              label={text.post}
              help={text.postHelp}
              path={path("post")}
              value={term.post}
              onChange={(post) => set({ post })}
              suggestions={posts}
              max={200}
              required
              autoFocus
            />
          </div>
          <Select
            label={text.standing}
            path={path("standing")}
            value={term.standing}
            onChange={(standing) => set({ standing })}
            options={STANDING_OPTIONS}
          />
          <TextField
            label={text.name}
            path={path("name")}
            value={term.name}
            onChange={(name) => set({ name })}
            max={200}
            required
          />
          <TextField
            label={text.rank}
            path={path("rank")}
            value={term.rank}
            onChange={(rank) => set({ rank })}
            max={120}
          />
          <NipField value={term.nip} path={path("nip")} onChange={(nip) => set({ nip })} />
          <DateField
            label={text.from}
            help={text.fromHelp}
            path={path("from")}
            value={term.from}
            onChange={(from) => set({ from })}
          />
          <DateField
            label={text.until}
            help={text.untilHelp}
            path={path("until")}
            value={term.until}
            onChange={(until) => set({ until })}
            {...(endsBeforeItBegins(term) && { error: text.untilBeforeFrom })}
          />
        </div>
      </Form>
    </Dialog>
  );
}

/** Somebody who takes over a post today. */
export const newTerm = (office: Office, today: string): Term => ({
  post: office.terms.length === 0 ? office.head.post : "",
  name: "",
  rank: "",
  nip: "",
  standing: "",
  from: today,
  until: "",
});
