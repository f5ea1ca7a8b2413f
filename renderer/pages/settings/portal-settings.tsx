import { useState } from "react";
import type { SyncSettings } from "#shared/sync/contract.ts";
import { Button } from "../../components/button.tsx";
import { CheckBox } from "../../components/check-box.tsx";
import { Form } from "../../components/form.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useNotices, useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";
import { syncText as text } from "../../text/sync.ts";
import { LineFields } from "./portal-line-fields.tsx";

/** What the field offers when a limit is set for the first time, in KB a second. */
const USUAL_LIMIT = "100";
const KB = 1024;
const NUMBER = /^[1-9]\d{0,5}$/u;

/** When and how this PC syncs. */
export function SyncSettingsForm({ settings }: { settings: SyncSettings }) {
  const { queries } = useServices();
  const notices = useNotices();
  const save = useAction("sync.save");
  const [form, setForm] = useState(settings);
  const [limit, setLimit] = useState(kilobytes(settings.limit));
  const [changed, setChanged] = useState(false);
  useUnsaved(changed, text.unsaved);
  const set = (change: Partial<SyncSettings>): void => {
    setForm({ ...form, ...change });
    setChanged(true);
  };
  const limited = form.limit !== null;
  const wrong = limited && !NUMBER.test(limit.trim());

  async function submit(): Promise<void> {
    if (wrong) return;
    const bytes = limited ? Number(limit) * KB : null;
    const saved = await save.run({ ...form, limit: bytes });
    if (!saved.ok) return;
    setChanged(false);
    queries.invalidate(null);
    notices.tell(text.settingsSaved);
  }

  return (
    <Form failure={save.failure} onSubmit={() => void submit()}>
      <section className="card">
        <header className="card-head">
          <h2>{text.settings}</h2>
        </header>
        <div className="card-body portal-form">
          <CheckBox isSelected={form.automatic} onChange={(automatic) => set({ automatic })}>
            {text.automatic}
          </CheckBox>
          <div>
            <CheckBox isSelected={form.metered} onChange={(metered) => set({ metered })}>
              {text.metered}
            </CheckBox>
            <p className="muted small portal-under">{text.meteredHelp}</p>
          </div>
          <CheckBox
            isSelected={limited}
            onChange={(on) => {
              if (on && limit === "") setLimit(USUAL_LIMIT);
              set({ limit: on ? KB : null });
            }}
          >
            {text.limit}
          </CheckBox>
          {limited && (
            <div className="portal-limit">
              <TextField
                label={text.limitField}
                path="limit"
                help={text.limitHelp}
                inputMode="numeric"
                value={limit}
                onChange={(next) => {
                  setLimit(next);
                  setChanged(true);
                }}
                {...(wrong ? { error: text.limitInvalid } : {})}
                required
              />
            </div>
          )}
          <LineFields path="" value={form} onChange={(line) => set(line)} />
          <div className="form-actions">
            <Button type="submit" tone="primary" pending={save.pending}>
              {text.saveSettings}
            </Button>
          </div>
        </div>
      </section>
    </Form>
  );
}

const kilobytes = (limit: number | null): string =>
  limit === null ? "" : String(Math.max(1, Math.round(limit / KB)));
