import "./incoming.css";
import { useParams } from "wouter";
import { Page } from "../../components/page.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { incomingText as text } from "../../text/incoming.ts";
import { FormView } from "./form-view.tsx";
import { CRUMBS } from "./incoming-path.ts";
import { StepView } from "./step-view.tsx";

/** One thing that came in from the portal. */
export function IncomingItemPage() {
  const { id = "" } = useParams();
  const message = decodeURIComponent(id);
  const query = useQuery("incoming.get", { message });
  if (query.data === undefined) {
    return (
      <Page title={text.title} crumbs={CRUMBS}>
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    );
  }
  return query.data.kind === "form" ? (
    <FormView key={message} form={query.data} />
  ) : (
    <StepView key={message} step={query.data} />
  );
}
