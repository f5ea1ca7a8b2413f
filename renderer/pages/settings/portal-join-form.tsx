import "./portal.css";
import { useMemo, useState } from "react";
import type { Failure } from "#shared/errors.ts";
import { Button } from "../../components/button.tsx";
import { Form } from "../../components/form.tsx";
import { SyncProgress } from "../../components/sync-progress.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { type SyncState, syncText as text } from "../../text/sync.ts";
import { LineFields } from "./portal-line-fields.tsx";

/** Address and one-time code; then the archive of the office comes over the line. */
export function JoinForm({ state }: { state: SyncState | undefined }) {
  const { queries, notices } = useServices();
  const join = useAction("sync.join");
  const [url, setUrl] = useState(state?.portal?.url ?? "");
  const [code, setCode] = useState("");
  const [name, setName] = useState(state?.portal?.device.name ?? "");
  const failure = useMemo(() => placed(join.failure), [join.failure]);
  const [line, setLine] = useState({
    proxy: state?.settings.proxy ?? "",
    authority: state?.settings.authority ?? "",
  });

  async function submit(): Promise<void> {
    const special = line.proxy !== "" || line.authority !== "";
    const joined = await join.run({
      url: addressOf(url),
      code: code.trim(),
      name,
      ...(special ? { settings: { ...state?.settings, ...line } } : {}),
    });
    queries.invalidate(null);
    if (joined.ok) notices.tell(text.joined(joined.value.portal?.office ?? ""));
  }

  return (
    <Form failure={failure} onSubmit={() => void submit()} className="portal-form">
      <TextField
        label={text.url}
        path="url"
        type="url"
        placeholder={text.urlExample}
        value={url}
        onChange={setUrl}
        max={300}
        required
      />
      <div className="fields">
        <TextField
          label={text.code}
          path="code"
          help={text.codeHelp}
          value={code}
          onChange={setCode}
          max={40}
          required
        />
        <TextField
          label={text.pcName}
          path="name"
          help={text.pcNameHelp}
          value={name}
          onChange={setName}
          max={120}
        />
      </div>
      <details className="portal-line">
        <summary>{text.line}</summary>
        <p className="muted small">{text.lineHelp}</p>
        <LineFields path="settings." value={line} onChange={setLine} />
      </details>
      {join.pending && <JoinProgress transfer={state?.transfer ?? null} />}
      <div className="form-actions">
        <Button type="submit" tone="primary" pending={join.pending}>
          {text.join}
        </Button>
      </div>
    </Form>
  );
}

function JoinProgress({ transfer }: { transfer: SyncState["transfer"] }) {
  if (transfer !== null) return <SyncProgress transfer={transfer} />;
  return (
    <p className="muted" role="status">
      {text.joining} …
    </p>
  );
}

/** Beside the field that it is about: the code where the portal does not know it, else the address. */
function placed(failure: Failure | null): Failure | null {
  if (failure === null || failure.field !== undefined || failure.fields !== undefined) {
    return failure;
  }
  if (failure.code === "join_code_unknown") return { ...failure, field: "code" };
  if (ADDRESS_WRONG.has(failure.code)) return { ...failure, field: "url" };
  return failure;
}
const ADDRESS_WRONG: ReadonlySet<string> = new Set([
  "portal_url_invalid",
  "portal_unreachable",
  "portal_strange",
]);

/** People leave the scheme out. */
function addressOf(typed: string): string {
  const url = typed.trim();
  return url === "" || /^[a-z]+:\/\//iu.test(url) ? url : `https://${url}`;
}
