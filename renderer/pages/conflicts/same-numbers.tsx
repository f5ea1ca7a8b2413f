import { useState } from "react";
import { Link } from "wouter";
import { REGISTER_WORDS } from "#shared/letter/register.ts";
import type { ResultOf } from "#shared/contract.ts";
import { moment, plainDay } from "#shared/time/format.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { Name } from "../../components/name.tsx";
import { useSession } from "../../store/session.ts";
import { conflictsText as text } from "../../text/conflicts.ts";
import { letterPath } from "../letters/letter-path.ts";
import { RenumberDialog } from "./renumber-dialog.tsx";

type List = ResultOf<"conflict.list">;
type Numbered = List["numbers"][number]["requests"][number];

/** Registration numbers that two PCs gave. */
export function SameNumbers({ numbers }: { numbers: List["numbers"] }) {
  const { office } = useSession();
  const [asked, setAsked] = useState<Numbered | null>(null);
  if (numbers.length === 0) return null;
  return (
    <section className="card conflict">
      <header className="card-head">
        <h2>{text.numbers}</h2>
      </header>
      <p className="muted small conflict-kept">{text.numbersHelp}</p>
      {numbers.map(({ number, requests }) => (
        <div key={number} className="conflict-same">
          <h3 className="number">{text.numberOf(number)}</h3>
          <ul>
            {requests.map((one) => (
              <li key={one.id}>
                <span>
                  <Link href={`/permohonan/${one.id}`}>
                    <Name>{one.subject}</Name>
                  </Link>
                  <small>
                    <Name>{one.requester === "" ? one.sop : one.requester}</Name>
                    {". "}
                    {text.registeredBy(one.by.name, moment(one.created, office.zone))}
                  </small>
                </span>
                <Button small onPress={() => setAsked(one)}>
                  {text.renumber}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {asked !== null && <RenumberDialog request={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

/** Numbers that stand twice in one register. */
export function SameEntries({ entries }: { entries: List["entries"] }) {
  if (entries.length === 0) return null;
  return (
    <section className="card conflict">
      <header className="card-head">
        <h2>{text.entries}</h2>
      </header>
      <p className="muted small conflict-kept">{text.entriesHelp}</p>
      {entries.map((same) => (
        <div key={`${same.register} ${same.year} ${same.number}`} className="conflict-same">
          <h3>
            <span className="number">{text.numberOf(same.number)}</span>{" "}
            <span className="muted small">{REGISTER_WORDS[same.register]}</span>
          </h3>
          <ul>
            {same.entries.map((one) => (
              <li key={one.id}>
                <span>
                  <Name>{one.subject}</Name>
                  <small>
                    <Name>{one.party}</Name>
                    {`, ${plainDay(one.date)}. ${one.by.name}`}
                    {one.request !== null && `. ${one.request.number}`}
                  </small>
                </span>
                {one.request !== null && one.letter !== null ? (
                  <LinkButton small href={letterPath({ request: one.request.id, id: one.letter })}>
                    {text.openLetter}
                  </LinkButton>
                ) : (
                  <LinkButton small href={`/buku?buku=${same.register}`}>
                    {text.openBook}
                  </LinkButton>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** What was published or taken over twice at once: the first one is used. */
export function Unheld({ unheld }: { unheld: List["unheld"] }) {
  const { office } = useSession();
  if (unheld.length === 0) return null;
  return (
    <section className="card conflict">
      <header className="card-head">
        <h2>{text.unheld}</h2>
      </header>
      <p className="muted small conflict-kept">{text.unheldHelp}</p>
      <div className="conflict-same">
        <ul>
          {unheld.map((one) => (
            <li key={one.id}>
              <span>
                {text.unheldType[one.type]}: <Name>{one.name}</Name>
                <small>{`${one.by.name}, ${moment(one.at, office.zone)}`}</small>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
