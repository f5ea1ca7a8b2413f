import "./form.css";
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Failure } from "#shared/errors.ts";
import { commonText } from "../text/common.ts";
import { ErrorNote } from "./note.tsx";

type FormErrors = {
  /** The sentence that belongs to a field, while the field was not changed since. */
  at(path: string): string | undefined;
  edited(path: string): void;
};

const NO_ERRORS: FormErrors = { at: () => undefined, edited: () => undefined };
const ErrorsContext = createContext<FormErrors>(NO_ERRORS);

export const useFormErrors = () => useContext(ErrorsContext);

/** Path and sentence of every field a failure names. */
export function fieldsOf(failure: Failure | null): Map<string, string> {
  const fields = new Map<string, string>();
  if (failure === null) return fields;
  if (failure.field !== undefined) fields.set(failure.field, failure.message);
  for (const one of failure.fields ?? []) {
    if (!fields.has(one.field)) fields.set(one.field, one.message);
  }
  return fields;
}

type FormProps = {
  /** Why the last try failed: its sentences go to the fields with those paths. */
  failure: Failure | null;
  onSubmit: () => void;
  children: ReactNode;
  label?: string;
  className?: string;
};

/**
 * A form whose fields show the core's errors at their `path`; the first one gets the focus. What
 * belongs to no field on the screen stands above.
 */
export function Form({ failure, onSubmit, children, label, className = "" }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const [loose, setLoose] = useState<string[]>([]);
  const fields = useMemo(() => fieldsOf(failure), [failure]);

  useEffect(() => {
    // Where a sentence belongs is known only once the fields have been drawn.
    // oxlint-disable-next-line react/set-state-in-effect
    setEdited(new Set());
    const places = [...(form.current?.querySelectorAll<HTMLElement>("[data-path]") ?? [])];
    const shown = new Set(places.map((place) => place.dataset["path"]));
    const homeless = [...fields].filter(([path]) => !shown.has(path)).map(([, text]) => text);
    if (failure !== null && fields.size === 0) homeless.push(failure.message);
    setLoose([...new Set(homeless)]);
    const first = places.find((place) => fields.has(place.dataset["path"] ?? ""));
    first?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  }, [failure, fields]);

  const errors = useMemo<FormErrors>(
    () => ({
      at: (path) => (edited.has(path) ? undefined : fields.get(path)),
      edited: (path) =>
        setEdited((known) =>
          fields.has(path) && !known.has(path) ? new Set(known).add(path) : known,
        ),
    }),
    [edited, fields],
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit();
  }

  return (
    <ErrorsContext.Provider value={errors}>
      <form ref={form} noValidate aria-label={label} className={className} onSubmit={submit}>
        {loose.length > 0 && (
          <ErrorNote title={commonText.errorsAbove(loose.length)}>{loose.join(" ")}</ErrorNote>
        )}
        {children}
      </form>
    </ErrorsContext.Provider>
  );
}

const FOCUSABLE = "input, textarea, select, button, [role=spinbutton], [tabindex='0']";

/** What every field component shares: its error and its telling of changes. */
export function useField(path: string | undefined, own: string | undefined) {
  const errors = useFormErrors();
  return {
    error: own ?? (path === undefined ? undefined : errors.at(path)),
    edited: () => {
      if (path !== undefined) errors.edited(path);
    },
  };
}
