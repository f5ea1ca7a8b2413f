import "./checkbox-group.css";
import { Checkbox, CheckboxGroup as AriaGroup } from "react-aria-components";
import { FieldFoot, FieldLabel, type FieldProps } from "./field.tsx";
import { useField } from "./form.tsx";
import { Icon } from "./icon.tsx";
import type { Option } from "./select.tsx";

type CheckboxGroupProps = FieldProps & {
  value: readonly string[];
  onChange: (value: string[]) => void;
  options: readonly Option[];
};

/** Any of several; the chosen ones come in the order they were ticked. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { value, onChange, options, path, help, required = false, disabled = false } = props;
  const { error, edited } = useField(path, props.error);
  return (
    <AriaGroup
      className="field"
      data-path={path}
      value={[...value]}
      onChange={(next) => {
        edited();
        onChange(next);
      }}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <div className="checks">
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} className="check">
            <span className="check-box">
              <Icon name="check" size={14} />
            </span>
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FieldFoot help={help} error={error} />
    </AriaGroup>
  );
}
