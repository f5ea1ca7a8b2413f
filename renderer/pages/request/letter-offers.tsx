import type { RequestDetail } from "#shared/contract.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { stepOf } from "#shared/sop/definition.ts";
import { Button } from "../../components/button.tsx";
import { MenuButton } from "../../components/menu-button.tsx";
import { useQuery } from "../../store/use-query.ts";
import { lettersTabText as text } from "../../text/letters.ts";
import { requestPageText } from "../../text/request-page.ts";
import { type RequestPaper, stepOffers, writableOf } from "./papers.ts";

type LetterOffersProps = {
  request: RequestDetail;
  definition: Definition;
  onOpen: (paper: RequestPaper) => void;
};

/** The papers that can be written: those that the step names, then all others. */
export function LetterOffers({ request, definition, onOpen }: LetterOffersProps) {
  const templates = useQuery("template.list", {}).data ?? [];
  const { current, status } = request;
  const step = current === null ? undefined : stepOf(definition, current.step);
  const offered =
    step === undefined
      ? []
      : stepOffers(templates, step, request).flatMap((offer) =>
          "template" in offer && offer.letter === null ? [offer.template] : [],
        );
  const named = new Set(offered.map(({ id }) => id));
  const others = writableOf(templates, request).filter(({ id }) => !named.has(id));
  const write = (kind: string): void => onOpen({ kind, letter: null });
  return (
    <section className="card">
      <header className="card-head">
        <h2>{status === "cancelled" ? text.papers : text.toWrite}</h2>
        {status !== "cancelled" && others.length > 0 && (
          <MenuButton
            small
            label={text.other}
            entries={others.map(({ id, name }) => ({ id, label: name, onPick: () => write(id) }))}
          />
        )}
      </header>
      {status !== "cancelled" &&
        offered.map(({ id, name, register }) => (
          <div key={id} className="letter-row">
            <span className="letter-words">
              <span>{name}</span>
              <small className="muted">{step !== undefined && text.fits(step.no)}</small>
            </span>
            <Button
              small
              aria-label={`${register === null ? text.open : text.write} ${name}`}
              onPress={() => write(id)}
            >
              {register === null ? text.open : text.write}
            </Button>
          </div>
        ))}
      <div className="letter-row">
        <span>{requestPageText.sheetPaper}</span>
        <Button small onPress={() => onOpen("sheet")}>
          {requestPageText.openPaper}
        </Button>
      </div>
    </section>
  );
}
