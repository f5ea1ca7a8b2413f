import { useId } from "react";
import { durationWords, readTime } from "#shared/time/duration.ts";
import { editorText as text } from "../../text/sop-editor.ts";

type TimeFieldProps = { time: string | null; onChange: (time: string | null) => void };

/** Waktu as people write it, and below it as it was understood. */
export function TimeField({ time, onChange }: TimeFieldProps) {
  const help = useId();
  const read = time === null ? null : readTime(time);
  const known = read !== null && read.kind !== "unknown";
  return (
    <div className="cell cell-time">
      <label>
        <span>{text.time}</span>
        <input
          className="input"
          value={time ?? ""}
          placeholder={text.timeExample}
          aria-describedby={help}
          onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
        />
      </label>
      <small id={help} className={known ? "time-read" : "time-read time-unknown"}>
        {read !== null &&
          (read.kind === "duration"
            ? text.understood(durationWords(read))
            : text.timeKinds[read.kind])}
      </small>
    </div>
  );
}
