import type { ReactNode } from "react";

/** What there is to know at a glance; facts without a value are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  const told = facts.filter(([, value]) => value !== "" && value !== null);
  if (told.length === 0) return null;
  return (
    <dl className="incoming-facts">
      {told.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
