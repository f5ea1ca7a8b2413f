import "./form.css";
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { commonText } from "../text/common.ts";
import { Icon } from "./icon.tsx";

/** Props that every field component takes. */
export type FieldProps = {
  label: string;
  /** Where its value stands in the method's parameters: `requester.name`, `items.2.name`. */
  path?: string;
  help?: ReactNode;
  /** A sentence of the screen's own; the core's come by `path`. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
  /** The label is read but not drawn, as in a table whose head says it. */
  hideLabel?: boolean;
  autoFocus?: boolean;
};

export function FieldLabel({ label, required, hideLabel }: FieldProps) {
  return (
    <Label className={hideLabel ? "visually-hidden" : "field-label"}>
      {label}
      {required && (
        <span className="field-required" aria-hidden="true">
          {" *"}
        </span>
      )}
    </Label>
  );
}

/** Help, counter and error below the input; React Aria ties them to it. */
export function FieldFoot({
  help,
  error,
  value = "",
  max,
}: {
  help?: ReactNode;
  error: string | undefined;
  value?: string;
  max?: number;
}) {
  const left = max === undefined ? Infinity : max - value.length;
  const near = max !== undefined && left <= Math.max(10, max * 0.1);
  return (
    <>
      {(help !== undefined || near) && (
        <Text slot="description" className="field-help">
          {help}
          {near && (
            <span className={left < 0 ? "field-count field-over" : "field-count"}>
              {commonText.charactersLeft(left)}
            </span>
          )}
        </Text>
      )}
      <FieldError className="field-error">
        {error !== undefined && (
          <>
            <Icon name="warning" size={16} />
            <span>{error}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
