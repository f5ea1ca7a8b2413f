import { Input, NumberField as AriaNumberField } from "react-aria-components";
import { FieldFoot, FieldLabel, type FieldProps } from "./field.tsx";
import { useField } from "./form.tsx";

type NumberFieldProps = FieldProps & {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
};

/** A number within bounds, typed with a comma or moved by the arrow keys. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step = 1, path, help, disabled = false } = props;
  const { error, edited } = useField(path, props.error);
  return (
    <AriaNumberField
      className="field"
      data-path={path}
      value={value}
      onChange={(next) => {
        edited();
        // An emptied field keeps the number it had.
        if (!Number.isNaN(next)) onChange(next);
      }}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <Input className="input number" />
      <FieldFoot help={help} error={error} />
    </AriaNumberField>
  );
}
