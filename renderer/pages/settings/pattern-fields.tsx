import { useRef, useState } from "react";
import { firstNumber, letterNumber, PATTERN_PRESETS } from "#shared/letter/number.ts";
import type { RegisterId } from "#shared/letter/register.ts";
import { hasRunning, type RegisterSettings } from "#shared/office.ts";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useSession } from "../../store/session.ts";
import { useQuery } from "../../store/use-query.ts";
import { numberingText as text } from "../../text/registers.ts";

type PatternFieldsProps = {
  register: RegisterId;
  settings: RegisterSettings;
  unit: string;
  onChange: (settings: RegisterSettings) => void;
};

type Part = keyof typeof text.part;
const PARTS = Object.keys(text.part) as Part[];
const RESETS = [
  { value: "yearly", label: text.resets.yearly },
  { value: "never", label: text.resets.never },
] as const;
/** In the preview; every letter has its own. */
const SAMPLE_CODE = "500.14";
const FIRST = /^[1-9]\d{0,5}$|^1000000$/;

/** How one book numbers, with the number that a letter of today would get. */
export function PatternFields({ register, settings, unit, onChange }: PatternFieldsProps) {
  const { today } = useSession();
  const year = Number(today.slice(0, 4));
  const { pattern, reset } = settings;
  const counted = reset === "never" ? 0 : year;
  const first = firstNumber(settings, counted);
  const [typed, setTyped] = useState(String(first));
  const books = useQuery("register.list", {});
  const book = books.data?.find(({ id }) => id === register);
  const set = (change: Partial<RegisterSettings>): void => onChange({ ...settings, ...change });
  const broken = !hasRunning(pattern);
  const running = Math.max(first, book?.settings.reset === reset ? book.nextValue : 1);
  const preview = letterNumber(pattern, {
    running,
    date: today,
    classification: SAMPLE_CODE,
    unit,
  });
  const yearless = reset === "yearly" && register !== "incoming" && !pattern.includes("{tahun}");

  return (
    <>
      <PatternField
        path={register === "outgoing" ? "letterPattern" : `registers.${register}.pattern`}
        value={pattern}
        broken={broken}
        onChange={(next) => set({ pattern: next })}
      />
      {!broken && (
        <p aria-live="polite">
          {text.preview} <strong className="number numbering-preview">{preview}</strong>
        </p>
      )}
      {register === "outgoing" && <Presets onPick={(next) => set({ pattern: next })} />}
      <div className="fields">
        <Select
          label={text.reset}
          value={reset}
          onChange={(next) => set({ reset: next })}
          options={RESETS}
        />
        <TextField
          label={reset === "never" ? text.firstEver : text.first(year)}
          path={`registers.${register}.first`}
          help={reset === "never" ? text.firstEverHelp : text.firstHelp}
          inputMode="numeric"
          value={typed}
          onChange={(next) => {
            setTyped(next);
            if (FIRST.test(next.trim())) set({ first: Number(next), firstIn: year });
          }}
          {...(FIRST.test(typed.trim()) ? {} : { error: text.firstInvalid })}
        />
      </div>
      {yearless && <p className="muted small">{text.yearless}</p>}
    </>
  );
}

type PatternFieldProps = {
  path: string;
  value: string;
  broken: boolean;
  onChange: (pattern: string) => void;
};

/** The pattern, with its parts to be put in where the caret stands. */
function PatternField({ path, value, broken, onChange }: PatternFieldProps) {
  const box = useRef<HTMLDivElement>(null);

  function insert(part: string): void {
    const input = box.current?.querySelector("input");
    const from = input?.selectionStart ?? value.length;
    const to = input?.selectionEnd ?? from;
    onChange(value.slice(0, from) + part + value.slice(to));
    requestAnimationFrame(() => {
      input?.focus();
      input?.setSelectionRange(from + part.length, from + part.length);
    });
  }

  return (
    <div ref={box} className="numbering-pattern">
      <TextField
        label={text.pattern}
        path={path}
        value={value}
        onChange={onChange}
        max={120}
        {...(broken ? { error: text.patternMissing } : {})}
        required
      />
      <div className="numbering-parts" role="group" aria-label={text.parts}>
        <span className="muted small">{text.parts}:</span>
        {PARTS.map((part) => (
          <button
            key={part}
            type="button"
            className="numbering-part"
            title={text.part[part]}
            aria-label={`${part}, ${text.part[part]}`}
            onClick={() => insert(part)}
          >
            {part}
          </button>
        ))}
      </div>
    </div>
  );
}

const Presets = ({ onPick }: { onPick: (pattern: string) => void }) => (
  <details className="numbering-presets">
    <summary>{text.presets}</summary>
    <ul>
      {PATTERN_PRESETS.map(({ pattern, seen }) => (
        <li key={pattern}>
          <button type="button" className="numbering-preset" onClick={() => onPick(pattern)}>
            <code>{pattern}</code>
            <span className="muted small">{text.seen(seen)}</span>
          </button>
        </li>
      ))}
    </ul>
  </details>
);
