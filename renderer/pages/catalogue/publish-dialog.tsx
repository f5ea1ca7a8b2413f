import "./catalogue.css";
import { useState } from "react";
import type { CkanStateShown, PublicationShown } from "#shared/ckan/contract.ts";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Form, useFormErrors } from "../../components/form.tsx";
import { Name } from "../../components/name.tsx";
import { ErrorNote, InfoNote } from "../../components/note.tsx";
import { Select } from "../../components/select.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { useSettled } from "../../store/use-settled.ts";
import { datasetText as text } from "../../text/ckan.ts";
import { commonText, sizeText } from "../../text/common.ts";

type Portal = NonNullable<CkanStateShown["portal"]>;

type PublishDialogProps = {
  request: RequestDetail;
  portal: Portal;
  /** One that was stopped and is put right. */
  instead: PublicationShown | null;
  onClose: () => void;
};

const NO_LICENSE = "*";
/** Typing settles for so long before the portal is asked about a name, in milliseconds. */
const SETTLE = 500;

/** A dataset made of files of the request. */
export function PublishDialog({ request, portal, instead, onClose }: PublishDialogProps) {
  const { queries, notices } = useServices();
  const publish = useAction("dataset.publish");
  const [title, setTitle] = useState(instead?.title ?? request.items[0]?.name ?? request.sop.name);
  const [typed, setTyped] = useState<string | null>(instead?.name ?? null);
  const [organization, setOrganization] = useState(instead?.organization ?? portal.organization);
  const [license, setLicense] = useState(instead?.license ?? "");
  const [notes, setNotes] = useState(instead?.notes ?? "");
  const [tags, setTags] = useState((instead?.tags ?? []).join(", "));
  const offered = request.files.filter(({ withdrawn }) => withdrawn === null);
  const [files, setFiles] = useState<readonly string[]>(
    () => instead?.files.map(({ file }) => file) ?? [],
  );
  const asked = useSettled(typed === null ? `t ${title}` : `n ${typed}`, SETTLE);
  const named = useQuery(
    "dataset.name",
    asked.length < 4
      ? null
      : asked.startsWith("t ")
        ? { title: asked.slice(2), name: "" }
        : { title: "", name: asked.slice(2) },
    { keep: true },
  ).data;
  const name = typed ?? named?.name ?? "";
  const failed = instead?.job?.failure ?? null;
  const organizations = portal.site?.organizations ?? [];
  const licenses = portal.site?.licenses ?? [];

  function toggle(id: string): void {
    setFiles(files.includes(id) ? files.filter((one) => one !== id) : [...files, id]);
  }
  async function submit(): Promise<void> {
    const done = await publish.run({
      request: request.id,
      title,
      name,
      organization,
      license,
      notes,
      tags: tags
        .split(",")
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ""),
      files: [...files],
      ...(instead !== null && { instead: instead.id }),
    });
    if (!done.ok) return;
    queries.invalidate(request.id);
    notices.tell(text.queued);
    onClose();
  }

  return (
    <Dialog
      title={text.publishTitle}
      onClose={onClose}
      busy={publish.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone="primary"
            pending={publish.pending}
            isDisabled={offered.length === 0 || !portal.token}
            onPress={() => void submit()}
          >
            {text.send}
          </Button>
        </>
      }
    >
      <Form failure={publish.failure} onSubmit={() => void submit()} className="catalogue-form">
        <p className="muted small">{text.publishHelp}</p>
        {!portal.token && <ErrorNote>{text.noToken}</ErrorNote>}
        {failed !== null && <ErrorNote>{failed.message}</ErrorNote>}
        <TextField
          label={text.title}
          path="title"
          required
          value={title}
          onChange={setTitle}
          max={300}
        />
        <TextField
          label={text.name}
          path="name"
          required
          help={nameHelp(portal.url, name, named)}
          value={name}
          onChange={setTyped}
          max={100}
        />
        <div className="publish-grid">
          {organizations.length > 0 ? (
            <Select
              label={text.organization}
              path="organization"
              required
              value={organization}
              onChange={setOrganization}
              options={organizations.map((one) => ({ value: one.name, label: one.title }))}
            />
          ) : (
            <TextField
              label={text.organization}
              path="organization"
              required
              value={organization}
              onChange={setOrganization}
              max={120}
            />
          )}
          <Select
            label={text.license}
            path="license"
            value={license === "" ? NO_LICENSE : license}
            onChange={(value) => setLicense(value === NO_LICENSE ? "" : value)}
            options={[
              { value: NO_LICENSE, label: text.defaultLicense },
              ...licenses.map((one) => ({ value: one.name, label: one.title })),
            ]}
          />
        </div>
        <TextArea label={text.notes} path="notes" value={notes} onChange={setNotes} max={8000} />
        <TextField
          label={text.tags}
          path="tags"
          help={text.tagsHelp}
          value={tags}
          onChange={setTags}
          max={500}
        />
        <FileChoice files={offered} chosen={files} limit={portal.limit} onToggle={toggle} />
        <InfoNote>{text.noPersonal}</InfoNote>
      </Form>
    </Dialog>
  );
}

function nameHelp(
  url: string,
  name: string,
  named: { name: string; free: boolean | null } | undefined,
): string {
  if (named === undefined || named.name !== name) return text.nameHelp(url);
  if (named.free === null) return text.nameUnknown;
  return named.free ? text.nameFree : text.nameTaken;
}

type FileChoiceProps = {
  files: RequestDetail["files"];
  chosen: readonly string[];
  limit: number;
  onToggle: (id: string) => void;
};

/** The attachments; one that is over the portal's limit is told before it is sent. */
function FileChoice({ files, chosen, limit, onToggle }: FileChoiceProps) {
  const error = useFormErrors().at("files");
  return (
    <fieldset className="publish-files" data-path="files">
      <legend className="field-label">{text.files}</legend>
      {files.length === 0 && <p className="muted">{text.noFiles}</p>}
      {files.map(({ id, name, size }) => (
        <CheckBox
          key={id}
          isSelected={chosen.includes(id)}
          isDisabled={size > limit}
          onChange={() => onToggle(id)}
        >
          <span>
            <Name>{name}</Name>{" "}
            <span className={size > limit ? "small publish-over" : "small muted"}>
              {size > limit ? text.overLimit(sizeText(size), sizeText(limit)) : sizeText(size)}
            </span>
          </span>
        </CheckBox>
      ))}
      {error !== undefined && <ErrorNote>{error}</ErrorNote>}
    </fieldset>
  );
}
