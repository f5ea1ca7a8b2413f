import type { IncomingForm } from "#shared/public-request/contract.ts";
import { moment } from "#shared/time/format.ts";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { incomingText as text } from "../../text/incoming.ts";
import { FileList } from "./file-list.tsx";

/** What the requester and the office said about a form, the oldest first. */
export function FormTalk({ form }: { form: IncomingForm }) {
  const { zone } = useSession().office;
  const { later, decisions, message } = form;
  if (later.length + decisions.length === 0) return null;
  const said = [
    ...later.map((one) => ({
      key: one.message,
      at: one.at,
      what: `${text.saidKind[one.kind]}, ${moment(one.at, zone)}`,
      words: one.text,
      files: one.files,
    })),
    ...decisions.map((one) => ({
      key: `${one.at} ${one.kind}`,
      at: one.at,
      what: text.decided(text.decisionKind[one.kind], one.by.name, moment(one.at, zone)),
      words: one.words,
      files: [],
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.talk}</h2>
      </header>
      <ul className="incoming-talk">
        {said.map(({ key, what, words, files }) => (
          <li key={key}>
            <small className="muted">{what}</small>
            {words !== "" && (
              <p>
                <Name>{words}</Name>
              </p>
            )}
            <FileList message={message} files={files} />
          </li>
        ))}
      </ul>
    </section>
  );
}
