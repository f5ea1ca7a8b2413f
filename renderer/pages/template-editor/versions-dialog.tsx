import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import type { Template } from "#shared/letter/template.ts";
import { Button } from "../../components/button.tsx";
import { Chip } from "../../components/chip.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { templatesText as text } from "../../text/templates.ts";
import { PreviewPane } from "./preview-pane.tsx";

type VersionsDialogProps = {
  id: string;
  versions: ResultOf<"template.get">["versions"];
  /** Takes what a version says into the editor. */
  onUse: (template: Template, version: number) => void;
  onClose: () => void;
};

/** All versions of a template, each to look at; nothing of them changes. */
export function VersionsDialog({ id, versions, onUse, onClose }: VersionsDialogProps) {
  const { zone } = useSession().office;
  const newest = versions[0]?.version ?? 1;
  const [version, setVersion] = useState(versions[1]?.version ?? newest);
  const query = useQuery("template.get", { id, version });
  const shown = query.data?.template;
  return (
    <Dialog
      title={text.versionsTitle}
      wide
      onClose={onClose}
      footer={
        <Button
          tone="primary"
          isDisabled={shown === undefined}
          onPress={() => {
            if (shown !== undefined) onUse(shown, version);
          }}
        >
          {text.versionUse(version)}
        </Button>
      }
    >
      <div className="versions">
        <div>
          <p className="muted small">{text.versionsHelp}</p>
          <ul>
            {versions.map((one) => (
              <li key={one.version}>
                <button
                  type="button"
                  className="version"
                  aria-pressed={one.version === version}
                  onClick={() => setVersion(one.version)}
                >
                  <span>
                    <strong>{text.versionOf(one.version)}</strong>{" "}
                    {one.version === newest && <Chip tone="ok">{text.versionNow}</Chip>}
                  </span>
                  <small>{text.versionBy(one.at, zone, one.by)}</small>
                </button>
              </li>
            ))}
          </ul>
        </div>
        <QueryView query={query}>{(one) => <PreviewPane template={one.template} />}</QueryView>
      </div>
    </Dialog>
  );
}
