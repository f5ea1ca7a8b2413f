import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Form } from "../../components/form.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { commonText } from "../../text/common.ts";
import { settingsText } from "../../text/settings.ts";
import { cleaned, OfficeFields } from "./office-fields.tsx";

export function OfficeSection() {
  const { office: saved } = useSession();
  const { queries } = useServices();
  const notices = useNotices();
  const [office, setOffice] = useState(saved);
  const save = useAction("office.save");
  const [changed, setChanged] = useState(false);
  useUnsaved(changed, settingsText.unsaved);

  async function submit(): Promise<void> {
    const result = await save.run(cleaned(office));
    if (!result.ok) return;
    setChanged(false);
    setOffice(result.value);
    queries.invalidate(null);
    notices.tell(settingsText.saved);
  }

  return (
    <Form failure={save.failure} onSubmit={() => void submit()} className="settings-form">
      <OfficeFields
        office={office}
        onChange={(next) => {
          setOffice(next);
          setChanged(true);
        }}
      />
      <div className="form-actions">
        <Button type="submit" tone="primary" pending={save.pending}>
          {commonText.save}
        </Button>
      </div>
    </Form>
  );
}
