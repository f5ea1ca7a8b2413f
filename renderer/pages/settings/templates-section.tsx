import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Form } from "../../components/form.tsx";
import { Name } from "../../components/name.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useGo, useNotices } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { commonText } from "../../text/common.ts";
import { originOf, templatesText as text } from "../../text/templates.ts";
import { idOfCopy } from "../template-editor/edit-template.ts";

type Row = ResultOf<"template.list">[number];

/** The templates of letters, each to change or to copy. */
export function TemplatesSection() {
  const query = useQuery("template.list", {});
  const [copied, setCopied] = useState<Row | null>(null);
  return (
    <section className="settings-section">
      <p className="muted">{text.help}</p>
      <QueryView query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={text.none}>{text.noneHelp}</EmptyState>
          ) : (
            <table className="plain-table card templates-table">
              <thead>
                <tr>
                  <th>{text.name}</th>
                  <th>{text.register}</th>
                  <th>{text.version}</th>
                  <th>{text.origin}</th>
                  <th>
                    <span className="visually-hidden">{commonText.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <Name>{row.name}</Name>
                    </td>
                    <td>{text.registers[row.register ?? "none"]}</td>
                    <td className="number">{row.version}</td>
                    <td>
                      <Chip tone={row.shipped && !row.changed ? "mute" : "run"}>
                        {originOf(row)}
                      </Chip>
                    </td>
                    <td className="settings-actions">
                      <LinkButton
                        small
                        tone="quiet"
                        href={`/templat/${row.id}`}
                        aria-label={text.editOf(row.name)}
                      >
                        {text.edit}
                      </LinkButton>
                      <Button
                        small
                        tone="quiet"
                        aria-label={text.copyOf(row.name)}
                        onPress={() => setCopied(row)}
                      >
                        {text.copy}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryView>
      {copied !== null && (
        <CopyDialog
          source={copied}
          taken={(query.data ?? []).map(({ id }) => id)}
          onClose={() => setCopied(null)}
        />
      )}
    </section>
  );
}

type CopyDialogProps = { source: Row; taken: readonly string[]; onClose: () => void };

/** A new template that begins as another one, under a name of its own. */
function CopyDialog({ source, taken, onClose }: CopyDialogProps) {
  const { queries } = useServices();
  const notices = useNotices();
  const go = useGo();
  const original = useQuery("template.get", { id: source.id });
  const save = useAction("template.save");
  const [name, setName] = useState(text.copyName(source.name));

  async function submit(): Promise<void> {
    if (original.data === undefined) return;
    const id = idOfCopy(name, taken);
    const answer = await save.run({ template: { ...original.data.template, id, name } });
    if (!answer.ok) return;
    queries.invalidate(null);
    notices.tell(text.copied(name));
    onClose();
    go(`/templat/${id}`);
  }

  return (
    <Dialog
      title={text.copyTitle}
      onClose={onClose}
      busy={save.pending}
      footer={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button
            tone="primary"
            pending={save.pending}
            isDisabled={original.data === undefined}
            onPress={() => void submit()}
          >
            {text.copyMake}
          </Button>
        </>
      }
    >
      <Form failure={save.failure} onSubmit={() => void submit()} className="settings-form">
        <p className="muted">{text.copyHelp(source.name)}</p>
        {original.error !== null && <ErrorNote>{original.error.message}</ErrorNote>}
        <TextField
          label={text.name}
          path="template.name"
          value={name}
          onChange={setName}
          max={120}
          required
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
