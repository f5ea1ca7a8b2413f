import type { Requester } from "#shared/request/model.ts";
import { Name } from "../../components/name.tsx";
import { RequesterFields } from "../../components/requester-fields.tsx";
import { useQuery } from "../../store/use-query.ts";
import { intakeText as text } from "../../text/intake.ts";
import type { Intake } from "./intake.ts";

type Form = Intake["requester"];
type RequesterSectionProps = { requester: Form; onChange: (requester: Form) => void };

/** Letters typed before requesters seen before are looked up. */
const ENOUGH = 3;

/** Who asks; somebody who came before is filled in with one click. */
export function RequesterSection({ requester, onChange }: RequesterSectionProps) {
  const words = requester.name.trim();
  const found = useQuery("requester.find", words.length < ENOUGH ? null : { words });
  const known = (found.data ?? []).filter((one) => !same(one, requester));
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.requester}</h2>
      </header>
      <div className="card-body fields">
        <RequesterFields requester={requester} onChange={onChange} help={text.nameHelp}>
          {known.length > 0 && (
            <ul className="span-all intake-known" aria-label={text.known}>
              {known.slice(0, 4).map((one) => (
                <li key={JSON.stringify(one)}>
                  <button type="button" className="intake-pick" onClick={() => onChange(one)}>
                    <Name>
                      {[one.name, one.institution, one.phone].filter(Boolean).join(" · ")}
                    </Name>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </RequesterFields>
      </div>
    </section>
  );
}

const same = (known: Requester, written: Form): boolean =>
  (Object.keys(known) as (keyof Requester)[]).every((key) => known[key] === written[key]);
