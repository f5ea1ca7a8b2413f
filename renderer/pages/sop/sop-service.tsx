import type { Definition } from "#shared/sop/definition.ts";
import { sopText as text } from "../../text/sop.ts";
import { Facts, Lists } from "./facts.tsx";

/** The service standard in the words of the paper, or the facts of it where those are all. */
export function SopService({ sop }: { sop: Definition }) {
  const { serviceStandard: standard, serviceComponents: components = [] } = sop;
  if (standard === undefined && components.length === 0) return null;
  return (
    <section className="card card-body">
      <h2>{text.standard}</h2>
      {standard !== undefined && components.length === 0 && (
        <>
          <Facts
            facts={[
              [text.standardDuration, standard.duration],
              [text.standardFee, standard.fee ?? undefined],
            ]}
          />
          <Lists
            lists={[
              [
                text.standardHours,
                Object.entries(standard.serviceHours).map(([days, hours]) => hoursOf(days, hours)),
              ],
              [
                text.standardStaff,
                Object.entries(standard.staffing).map(([post, count]) => text.staff(post, count)),
              ],
            ]}
          />
        </>
      )}
      <Lists lists={components.map(({ name, items }) => [name, items] as const)} />
    </section>
  );
}

type Hours = NonNullable<Definition["serviceStandard"]>["serviceHours"][string];

const hoursOf = (days: string, hours: Hours): string =>
  Array.isArray(hours)
    ? `${days === "closed" ? text.standardClosed : days}: ${hours.join(", ")}`
    : `${days}: ${text.hours(hours.open, hours.close, hours.break)}`;
