import "./retention.css";
import { useState } from "react";
import type { RetentionDetail } from "#shared/retention/contract.ts";
import { hasPlace, placeWords } from "#shared/retention/model.ts";
import { FATE_WORDS } from "#shared/retention/rules.ts";
import { shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { useQuery } from "../../store/use-query.ts";
import { placeText as text } from "../../text/retention.ts";
import { PlaceDialog } from "./place-dialog.tsx";

/** Where a request's paper lies and how long it is kept; stands on the request's page. */
export function PlaceBlock({ request }: { request: string }) {
  const { data: detail } = useQuery("retention.get", { request });
  const [open, setOpen] = useState(false);
  if (detail === undefined) return null;
  const { place, own } = detail;
  return (
    <section className="place-block" aria-label={text.title}>
      <header>
        <h3>{text.title}</h3>
        <Button small tone="quiet" aria-label={text.dialog} onPress={() => setOpen(true)}>
          {text.change}
        </Button>
      </header>
      <p>
        {hasPlace(place) ? (
          <Name>{placeWords(place)}</Name>
        ) : (
          <span className="muted">{text.none}</span>
        )}
      </p>
      {own.code !== "" && (
        <p className="small">
          {text.classification} <Name>{own.code}</Name>
        </p>
      )}
      <p className="small muted">{keptWords(detail)}</p>
      {open && <PlaceDialog detail={detail} onClose={() => setOpen(false)} />}
    </section>
  );
}

function keptWords({ stage, keeping }: RetentionDetail): string {
  if (keeping === null) return text.stage[stage];
  if (stage === "active") return `${text.stage.active} ${text.until(shortDay(keeping.activeEnd))}`;
  if (stage !== "inactive") return text.stage[stage];
  const until = text.until(shortDay(keeping.inactiveEnd));
  return `${text.stage.inactive} ${until}, ${text.thenFate(FATE_WORDS[keeping.fate])}`;
}
