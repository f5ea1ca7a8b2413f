import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { byCode, type ClassificationCode, MAX_CODES } from "#shared/register/classification.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { Form } from "../../components/form.tsx";
import { Name } from "../../components/name.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { numberingText as text } from "../../text/registers.ts";
import { ReadCodes } from "./read-codes.tsx";

/** Codes drawn at once; the search finds the others. */
const SHOWN = 60;

/** The office's table of codes: looked up, changed row by row, or taken whole from Excel. */
export function ClassificationSection() {
  const query = useQuery("classification.list", { limit: MAX_CODES });
  return (
    <section className="card settings-form">
      <header className="card-head">
        <h2>{text.codes}</h2>
      </header>
      <div className="card-body">
        <QueryView query={query}>
          {({ codes, shipped }) => (
            <CodesForm key={`${shipped} ${codes.length}`} saved={codes} shipped={shipped} />
          )}
        </QueryView>
      </div>
    </section>
  );
}

function CodesForm({ saved, shipped }: { saved: ClassificationCode[]; shipped: boolean }) {
  const { client, upload } = useServices();
  const notices = useNotices();
  const save = useAction("classification.save");
  const [codes, setCodes] = useState(saved);
  const [touched, setTouched] = useState(false);
  const [words, setWords] = useState("");
  const [read, setRead] = useState<ResultOf<"classification.read"> | null>(null);
  useUnsaved(touched, text.codesUnsaved);

  function change(next: readonly ClassificationCode[]): void {
    setCodes(next.toSorted(byCode));
    setTouched(true);
    setRead(null);
  }

  async function submit(): Promise<void> {
    const answer = await save.run({ codes });
    if (!answer.ok) return;
    setTouched(false);
    notices.tell(text.codesSaved(answer.value.total));
  }

  async function importFile(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const sent = await upload(file);
    const answer = sent.ok
      ? await client.call("classification.read", { upload: sent.value.upload })
      : sent;
    if (answer.ok) setRead(answer.value);
    else notices.fail(answer.error);
  }

  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = codes.filter(({ code, name }) => {
    const line = `${code} ${name}`.toLowerCase();
    return wanted.every((word) => line.includes(word));
  });
  return (
    <Form failure={save.failure} onSubmit={() => void submit()} className="numbering-codes">
      {shipped && <p className="muted small">{text.codesShipped}</p>}
      <TextField label={text.searchCodes} value={words} onChange={setWords} max={200} />
      <div className="numbering-table" role="region" aria-label={text.codes}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{text.code}</th>
              <th scope="col">{text.codeName}</th>
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map((one) => (
              <tr key={one.code}>
                <td className="number">
                  <Name>{one.code}</Name>
                </td>
                <td>
                  <Name>{one.name}</Name>
                </td>
                <td className="numbering-drop">
                  <IconButton
                    label={text.dropCode(one.code)}
                    icon="close"
                    onPress={() => change(codes.filter(({ code }) => code !== one.code))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted small" role="status">
        {found.length === 0
          ? text.noCodes
          : text.shownCodes(Math.min(found.length, SHOWN), found.length)}
      </p>
      <NewCode codes={codes} onAdd={(one) => change([...codes, one])} />
      <FileDrop label={text.importCodes} onFiles={([file]) => void importFile(file)} />
      {read !== null && (
        <ReadCodes
          read={read}
          onReplace={() => change(read.codes)}
          onAdd={() => {
            const known = new Set(read.codes.map(({ code }) => code));
            change([...codes.filter(({ code }) => !known.has(code)), ...read.codes]);
          }}
          onIgnore={() => setRead(null)}
        />
      )}
      <div className="form-actions">
        <Button type="submit" tone="primary" pending={save.pending} isDisabled={!touched}>
          {text.saveCodes}
        </Button>
        {touched && <span className="muted small">{text.changedCodes(codes.length)}</span>}
      </div>
    </Form>
  );
}

type NewCodeProps = {
  codes: readonly ClassificationCode[];
  onAdd: (code: ClassificationCode) => void;
};

function NewCode({ codes, onAdd }: NewCodeProps) {
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const known = codes.some((one) => one.code === code.trim());
  return (
    <div className="calendar-line">
      <TextField
        label={text.code}
        value={code}
        onChange={setCode}
        max={40}
        {...(known ? { error: text.codeKnown } : {})}
      />
      <TextField label={text.codeName} value={name} onChange={setName} max={300} />
      <Button
        icon="plus"
        isDisabled={known || code.trim() === "" || name.trim() === ""}
        onPress={() => {
          onAdd({ code: code.trim(), name: name.trim() });
          setCode("");
          setName("");
        }}
      >
        {text.addCode}
      </Button>
    </div>
  );
}
