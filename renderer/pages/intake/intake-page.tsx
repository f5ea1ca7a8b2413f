import "./intake.css";
import { useState } from "react";
import { useSearch } from "wouter";
import type { ImportedDetail } from "#shared/bundle/contract.ts";
import type { RequestDetail } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { Form } from "../../components/form.tsx";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useUnsaved } from "../../store/hooks.ts";
import { useServices } from "../../store/services.ts";
import { useSession } from "../../store/session.ts";
import { useAction } from "../../store/use-action.ts";
import { useQuery } from "../../store/use-query.ts";
import { frameText } from "../../text/frame.ts";
import { intakeText as text } from "../../text/intake.ts";
import { attachable, FromBundle, importedIntake } from "./from-bundle.tsx";
import { emptyIntake, type Intake } from "./intake.ts";
import { isBlank } from "./item-rows.ts";
import { ItemsSection } from "./items-section.tsx";
import { LetterSection, RequestSection } from "./letter-section.tsx";
import { Registered } from "./registered.tsx";
import { RequesterSection } from "./requester-section.tsx";
import { ScansSection } from "./scans-section.tsx";

/**
 * Registers a paper letter, in the order of the paper; `?sop=` chooses the SOP, and `?dari=` fills
 * the form from a request of another office.
 */
export function IntakePage() {
  const from = new URLSearchParams(useSearch()).get("dari");
  const bundle = useQuery("bundle.get", from === null ? null : { id: from });
  if (from === null) return <IntakeForm bundle={null} />;
  return <QueryView query={bundle}>{(found) => <IntakeForm bundle={found} />}</QueryView>;
}

function IntakeForm({ bundle }: { bundle: ImportedDetail | null }) {
  const { today } = useSession();
  const { client, upload } = useServices();
  const sops = useQuery("sop.list", {});
  const create = useAction("request.create");
  const asked = new URLSearchParams(useSearch()).get("sop") ?? "";
  const [intake, setIntake] = useState<Intake>(() =>
    bundle === null ? emptyIntake(today, asked) : importedIntake(bundle, today),
  );
  const [paths, setPaths] = useState<readonly string[]>(() => attachable(bundle));
  const [scans, setScans] = useState<readonly File[]>([]);
  const [touched, setTouched] = useState(false);
  const [attaching, setAttaching] = useState(false);
  const [done, setDone] = useState<{ request: RequestDetail; failed: string[] } | null>(null);
  useUnsaved(touched && done === null, text.unsaved);

  const services = (sops.data?.sops ?? []).filter(
    (one) => one.requesterLane !== null && one.state === "published",
  );
  const only = services.length === 1 ? services[0] : undefined;
  // A request of another office may follow an SOP that this one does not have.
  const offered = services.some(({ id }) => id === intake.sop) ? intake.sop : "";
  const sop = offered === "" ? (only?.id ?? "") : offered;
  function change(next: Partial<Intake>): void {
    setIntake((before) => ({ ...before, ...next }));
    setTouched(true);
  }

  async function submit(): Promise<void> {
    const result = await create.run({
      ...intake,
      sop,
      // Blank rows at the foot are only room to write in.
      items: intake.items.slice(0, lastFilled(intake.items) + 1),
      letterInHand: true,
    });
    if (!result.ok) return;
    setAttaching(true);
    const failed = await attachAll(result.value.id);
    setAttaching(false);
    setDone({ request: result.value, failed });
  }

  /** The request is saved already, so a file that fails is named and the others go on. */
  async function attachAll(request: string): Promise<string[]> {
    const failed: string[] = [];
    for (const scan of scans) {
      const sent = await upload(scan);
      const attached = sent.ok
        ? await client.call("file.attach", { request, upload: sent.value.upload })
        : sent;
      if (!attached.ok) failed.push(text.fileFailed(scan.name, attached.error.message));
    }
    if (bundle !== null && paths.length > 0) {
      const taken = await client.call("bundle.attach", {
        id: bundle.id,
        request,
        files: [...paths],
      });
      if (!taken.ok) failed.push(text.fileFailed(bundle.number, taken.error.message));
    }
    return failed;
  }

  function restart(): void {
    setIntake(emptyIntake(today, asked));
    setScans([]);
    setTouched(false);
    setDone(null);
  }

  if (done !== null) {
    return <Registered request={done.request} failed={done.failed} onAgain={restart} />;
  }
  const busy = create.pending || attaching;
  return (
    <Page title={text.title} crumbs={[{ label: frameText.requests, href: "/permohonan" }]}>
      <Form failure={create.failure} onSubmit={() => void submit()} className="intake-form">
        {bundle !== null && <FromBundle bundle={bundle} paths={paths} onChange={setPaths} />}
        <LetterSection intake={intake} onChange={change} />
        <RequesterSection
          requester={intake.requester}
          onChange={(requester) => change({ requester })}
        />
        <RequestSection intake={{ ...intake, sop }} sops={services} onChange={change} />
        <ItemsSection items={intake.items} onChange={(items) => change({ items })} />
        <ScansSection scans={scans} onChange={setScans} />
        <div className="form-actions intake-actions">
          <Button type="submit" tone="primary" pending={busy}>
            {text.save}
          </Button>
          {attaching && <span role="status">{text.saving}</span>}
        </div>
      </Form>
    </Page>
  );
}

const lastFilled = (rows: Intake["items"]): number => rows.findLastIndex((row) => !isBlank(row));
