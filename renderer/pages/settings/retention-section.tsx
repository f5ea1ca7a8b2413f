import "../archive/retention.css";
import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { byCode } from "#shared/register/classification.ts";
import { FATE_WORDS, periodWords, type RetentionRule } from "#shared/retention/rules.ts";
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
import { scheduleText as text } from "../../text/retention.ts";
import { ReadRules } from "./read-rules.tsx";
import { RuleFields } from "./rule-fields.tsx";

/** Rules drawn at once; the search finds the others. */
const SHOWN = 60;

/** The office's schedule of retention: rule by rule, or taken whole from Excel. */
export function RetentionSection() {
  const query = useQuery("retention.rules", {});
  return (
    <section className="card settings-form" aria-label={text.title}>
      <header className="card-head">
        <h2>{text.title}</h2>
      </header>
      <div className="card-body">
        <QueryView query={query}>
          {({ rules }) => <ScheduleForm key={JSON.stringify(rules)} saved={rules} />}
        </QueryView>
      </div>
    </section>
  );
}

function ScheduleForm({ saved }: { saved: RetentionRule[] }) {
  const { client, upload } = useServices();
  const notices = useNotices();
  const save = useAction("retention.save");
  const [rules, setRules] = useState(() => saved.toSorted(byRuleCode));
  const [touched, setTouched] = useState(false);
  const [words, setWords] = useState("");
  const [edited, setEdited] = useState<RetentionRule | null>(null);
  const [read, setRead] = useState<ResultOf<"retention.read"> | null>(null);
  useUnsaved(touched, text.unsaved);

  function change(next: readonly RetentionRule[]): void {
    setRules(next.toSorted(byRuleCode));
    setTouched(true);
    setRead(null);
    setEdited(null);
  }

  async function submit(): Promise<void> {
    const answer = await save.run({ rules });
    if (!answer.ok) return;
    setTouched(false);
    notices.tell(text.saved(answer.value.total));
  }

  async function importFile(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const sent = await upload(file);
    const answer = sent.ok
      ? await client.call("retention.read", { upload: sent.value.upload })
      : sent;
    if (answer.ok) setRead(answer.value);
    else notices.fail(answer.error);
  }

  const found = rules.filter(({ code }) => code.includes(words.trim()));
  return (
    <Form failure={save.failure} onSubmit={() => void submit()} className="numbering-codes">
      <p className="muted small">{text.help}</p>
      {rules.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <>
          {rules.length > 12 && (
            <TextField label={text.search} value={words} onChange={setWords} max={40} />
          )}
          <RuleTable
            rules={found.slice(0, SHOWN)}
            onEdit={setEdited}
            onDrop={(rule) => change(rules.filter(({ code }) => code !== rule.code))}
          />
          <p className="muted small" role="status">
            {text.shown(Math.min(found.length, SHOWN), rules.length)}
          </p>
        </>
      )}
      <RuleFields
        key={edited?.code ?? ""}
        rule={edited}
        known={rules}
        onSet={(rule) => change([...rules.filter(({ code }) => code !== rule.code), rule])}
      />
      <FileDrop label={text.importFile} onFiles={([file]) => void importFile(file)} />
      <p className="muted small">{text.importHelp}</p>
      {read !== null && (
        <ReadRules
          read={read}
          onReplace={() => change(read.rules)}
          onAdd={() => {
            const codes = new Set(read.rules.map(({ code }) => code));
            change([...rules.filter(({ code }) => !codes.has(code)), ...read.rules]);
          }}
          onIgnore={() => setRead(null)}
        />
      )}
      <div className="form-actions">
        <Button type="submit" tone="primary" pending={save.pending} isDisabled={!touched}>
          {text.save}
        </Button>
        {touched && <span className="muted small">{text.changed(rules.length)}</span>}
      </div>
    </Form>
  );
}

const byRuleCode = (a: RetentionRule, b: RetentionRule): number =>
  byCode({ code: a.code, name: "" }, { code: b.code, name: "" });

type RuleTableProps = {
  rules: readonly RetentionRule[];
  onEdit: (rule: RetentionRule) => void;
  onDrop: (rule: RetentionRule) => void;
};

const RuleTable = ({ rules, onEdit, onDrop }: RuleTableProps) => (
  <div className="numbering-table" role="region" aria-label={text.title}>
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{text.code}</th>
          <th scope="col">{text.active}</th>
          <th scope="col">{text.inactive}</th>
          <th scope="col">{text.fate}</th>
          <th scope="col">{text.note}</th>
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.code}>
            <td className="number">
              <Name>{rule.code}</Name>
            </td>
            <td>{periodWords(rule.active)}</td>
            <td>{periodWords(rule.inactive)}</td>
            <td>{FATE_WORDS[rule.fate]}</td>
            <td>
              <Name>{rule.note}</Name>
            </td>
            <td className="schedule-row">
              <IconButton label={text.change(rule.code)} icon="edit" onPress={() => onEdit(rule)} />
              <IconButton label={text.drop(rule.code)} icon="close" onPress={() => onDrop(rule)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
