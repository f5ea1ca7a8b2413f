import { useState } from "react";
import type { RequestDetail } from "#shared/contract.ts";
import { bytesOfBase64 } from "../../api/host.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { ErrorNote } from "../../components/note.tsx";
import { Page } from "../../components/page.tsx";
import { useServices } from "../../store/services.ts";
import { intakeText as text } from "../../text/intake.ts";

type RegisteredProps = { request: RequestDetail; failed: readonly string[]; onAgain: () => void };

/** The registration number, large, and what usually comes next: the receipt. */
export function Registered({ request, failed, onAgain }: RegisteredProps) {
  const { client, host, notices } = useServices();
  const [printing, setPrinting] = useState(false);

  async function print(): Promise<void> {
    setPrinting(true);
    const paper = await client.call("document.render", { request: request.id, kind: "receipt" });
    const printed =
      paper.ok && paper.value.pdf !== null
        ? await host.printPdf(bytesOfBase64(paper.value.pdf))
        : paper;
    setPrinting(false);
    if (!printed.ok) notices.fail(printed.error);
  }

  return (
    <Page title={text.done}>
      <section className="card card-body intake-done" role="status">
        <p className="muted">{text.numberIs}</p>
        <p className="intake-number number">{request.number}</p>
        <p>
          <Name>{request.subject}</Name> · <Name>{request.requester?.name ?? ""}</Name>
        </p>
        <div className="form-actions">
          <Button tone="primary" icon="print" pending={printing} onPress={() => void print()}>
            {text.receipt}
          </Button>
          <LinkButton href={`/permohonan/${request.id}`}>{text.open}</LinkButton>
          <Button onPress={onAgain}>{text.again}</Button>
        </div>
      </section>
      {failed.map((sentence) => (
        <ErrorNote key={sentence}>{sentence}</ErrorNote>
      ))}
    </Page>
  );
}
