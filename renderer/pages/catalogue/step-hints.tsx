import "./catalogue.css";
import { useState } from "react";
import { publishes } from "#shared/ckan/step.ts";
import type { RequestDetail } from "#shared/contract.ts";
import { type Definition, stepOf } from "#shared/sop/definition.ts";
import { moment } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { dataRequestText, datasetText as text } from "../../text/ckan.ts";
import type { TabId } from "../../text/request-page.ts";
import { AnswerDialog } from "./answer-dialog.tsx";
import { PublishDialog } from "./publish-dialog.tsx";

type StepHintsProps = {
  request: RequestDetail;
  definition: Definition;
  onTab: (tab: TabId) => void;
};

/** What the open data portal has to do with the step: data that is there, or is to go there. */
export function CkanHints({ request, definition, onTab }: StepHintsProps) {
  const portal = useQuery("ckan.state", {}).data?.portal ?? null;
  const running = request.status === "running" && request.items.length > 0;
  const found = useQuery("catalogue.matches", running ? { request: request.id } : null).data;
  const [publishing, setPublishing] = useState(false);
  const step = request.current === null ? undefined : stepOf(definition, request.current.step);
  const rows = found?.items.length ?? 0;
  return (
    <>
      {running && rows > 0 && (
        <Button wide onPress={() => onTab("items")}>
          {text.hint(rows)}
        </Button>
      )}
      {portal !== null && step !== undefined && publishes(step) && (
        <Button wide onPress={() => setPublishing(true)}>
          {text.publish}
        </Button>
      )}
      {publishing && portal !== null && (
        <PublishDialog
          request={request}
          portal={portal}
          instead={null}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  );
}

/** Where the request came from the portal: whether its asker was answered there. */
export function DataRequestBlock({ request }: { request: RequestDetail }) {
  const { zone } = useSession().office;
  const state = useQuery("datarequest.state", { request: request.id }).data ?? null;
  const [answering, setAnswering] = useState(false);
  if (state === null) return null;
  const { answered, job, url } = state;
  return (
    <>
      <p className="small">
        <a href={url} target="_blank" rel="noreferrer">
          {dataRequestText.title}
        </a>
        {answered !== null && (
          <>
            {" · "}
            {dataRequestText.answered(moment(answered.at, zone), answered.by.name)}
          </>
        )}
      </p>
      {answered === null && job === null && (
        <Button wide small onPress={() => setAnswering(true)}>
          {dataRequestText.answer}
        </Button>
      )}
      {answered === null && job !== null && (
        <p className="small muted">{job.failure?.message ?? dataRequestText.queued}</p>
      )}
      {answering && (
        <AnswerDialog request={request} state={state} onClose={() => setAnswering(false)} />
      )}
    </>
  );
}
