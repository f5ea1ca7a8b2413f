import { useState } from "react";
import type { CkanStateShown } from "#shared/ckan/contract.ts";
import { DEFAULT_LIMIT, MEGABYTE } from "#shared/ckan/model.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { Form } from "../../components/form.tsx";
import { ErrorNote, InfoNote } from "../../components/note.tsx";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { ckanText as text } from "../../text/ckan.ts";
import { CkanSite } from "./ckan-site.tsx";

type Portal = NonNullable<CkanStateShown["portal"]>;

/** Address, token and what is published by default. The token is written here and never shown. */
export function CkanForm({ portal }: { portal: Portal | null }) {
  const { queries } = useServices();
  const notices = useNotices();
  const save = useAction("ckan.save");
  const test = useAction("ckan.test");
  const [url, setUrl] = useState(portal?.url ?? "");
  const [token, setToken] = useState("");
  const [dropToken, setDropToken] = useState(false);
  const [organization, setOrganization] = useState(portal?.organization ?? "");
  const [limit, setLimit] = useState(String((portal?.limit ?? DEFAULT_LIMIT) / MEGABYTE));
  const [automatic, setAutomatic] = useState(portal?.automatic ?? true);
  const [tested, setTested] = useState<Portal["site"]>(null);
  const [hidden, setHidden] = useState(false);
  const [touched, setTouched] = useState(false);
  useUnsaved(touched, text.unsaved);

  const change = <T,>(set: (value: T) => void): ((value: T) => void) => {
    return (value) => {
      setTouched(true);
      set(value);
    };
  };
  // Left empty, the token that is kept stays.
  const said = dropToken ? { token: "" } : token === "" ? {} : { token };
  const failure = save.failure ?? test.failure;
  const site = tested ?? (hidden ? null : (portal?.site ?? null));
  const organizations = site?.organizations ?? [];

  async function submit(): Promise<void> {
    const megabytes = Math.max(1, Math.round(Number(limit.replace(",", ".")) || 0));
    const done = await save.run({
      url,
      ...said,
      organization,
      limit: megabytes * MEGABYTE,
      automatic,
    });
    if (!done.ok) return;
    queries.put("ckan.state", {}, done.value);
    setToken("");
    setDropToken(false);
    setTouched(false);
    setTested(null);
    setUrl(done.value.portal?.url ?? url);
    setLimit(String(megabytes));
    notices.tell(text.saved);
  }
  async function tryIt(): Promise<void> {
    save.reset();
    setTested(null);
    setHidden(false);
    const done = await test.run({ url, ...said });
    if (done.ok) setTested(done.value);
    // What was said of the saved address says nothing of this one.
    else setHidden(true);
  }

  return (
    <Form
      failure={failure?.field === undefined ? null : failure}
      onSubmit={() => void submit()}
      className="catalogue-form"
    >
      <TextField
        label={text.url}
        path="url"
        help={text.urlHelp}
        required
        type="url"
        value={url}
        onChange={change(setUrl)}
        max={300}
      />
      {/^http:/i.test(url.trim()) && <InfoNote>{text.insecure}</InfoNote>}
      <TextField
        label={text.token}
        path="token"
        type="password"
        help={portal?.token === true ? text.tokenKept : text.tokenHelp}
        value={token}
        onChange={change(setToken)}
        disabled={dropToken}
      />
      {portal?.token === true && (
        <CheckBox isSelected={dropToken} onChange={change(setDropToken)}>
          {text.dropToken}
        </CheckBox>
      )}
      <div className="publish-grid">
        {organizations.length > 0 ? (
          <Select
            label={text.organization}
            path="organization"
            value={organization}
            onChange={change(setOrganization)}
            options={organizations.map(({ name, title }) => ({ value: name, label: title }))}
          />
        ) : (
          <TextField
            label={text.organization}
            path="organization"
            help={text.organizationHelp}
            value={organization}
            onChange={change(setOrganization)}
            max={120}
          />
        )}
        <TextField
          label={text.limit}
          path="limit"
          help={text.limitHelp}
          inputMode="numeric"
          value={limit}
          onChange={change(setLimit)}
        />
      </div>
      <div>
        <CheckBox isSelected={automatic} onChange={change(setAutomatic)}>
          {text.automatic}
        </CheckBox>
        <p className="muted small">{text.automaticHelp}</p>
      </div>
      {site !== null && <CkanSite site={site} />}
      {failure !== null && failure.field === undefined ? (
        <ErrorNote>{failure.message}</ErrorNote>
      ) : (
        tested === null &&
        portal !== null &&
        portal.failure !== null && (
          <ErrorNote title={text.failed}>{portal.failure.message}</ErrorNote>
        )
      )}
      <div className="form-actions">
        <Button type="submit" tone="primary" pending={save.pending}>
          {text.save}
        </Button>
        <Button pending={test.pending} isDisabled={url.trim() === ""} onPress={() => void tryIt()}>
          {text.test}
        </Button>
      </div>
    </Form>
  );
}
