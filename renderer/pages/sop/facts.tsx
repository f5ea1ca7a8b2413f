import { Fragment } from "react";

/** Names and values of facts; what is missing is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl className="sop-identity">
      {facts.map(
        ([name, value]) =>
          value !== undefined &&
          value !== "" && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

/** Titled lists side by side; empty ones are left out. */
export function Lists({ lists }: { lists: readonly (readonly [string, readonly string[]])[] }) {
  const filled = lists.filter(([, items]) => items.length > 0);
  if (filled.length === 0) return null;
  return (
    <div className="sop-lists">
      {filled.map(([title, items]) => (
        <div key={title}>
          <h3>{title}</h3>
          {items.length === 1 ? (
            <p>{items[0]}</p>
          ) : (
            <ol className="sop-list">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          )}
        </div>
      ))}
    </div>
  );
}
