import "./job-bar.css";
import { type SyncState, transferWords } from "../text/sync.ts";
import { Name } from "./name.tsx";

/** How far the present transfer is. */
export function SyncProgress({ transfer }: { transfer: NonNullable<SyncState["transfer"]> }) {
  const { name, done, total } = transfer;
  const words = transferWords(transfer);
  // Without a total nobody knows how far it is: the bar only moves.
  const value = total > 0 ? { value: Math.min(done, total), max: total } : {};
  return (
    <div className="job-bar">
      <progress {...value} aria-label={words} />
      <p className="muted small">{words}</p>
      {name !== "" && (
        <p className="muted small" title={name}>
          <Name>{name}</Name>
        </p>
      )}
    </div>
  );
}
