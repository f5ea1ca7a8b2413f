import "./list-box.css";
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from "react-aria-components";
import { formText } from "../text/form.ts";
import { FieldFoot, FieldLabel, type FieldProps } from "./field.tsx";
import { useField } from "./form.tsx";
import { Icon } from "./icon.tsx";

export type Option<T extends string = string> = { value: T; label: string };

type SelectProps<T extends string> = FieldProps & {
  value: T;
  onChange: (value: T) => void;
  options: readonly Option<T>[];
};

/** One of a few; the list opens by click, arrow or typing. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { value, onChange, options, path, help, required = false, disabled = false } = props;
  const { error, edited } = useField(path, props.error);
  return (
    <AriaSelect
      className="field"
      data-path={path}
      value={options.some((one) => one.value === value) ? value : null}
      onChange={(key) => {
        const chosen = options.find((one) => one.value === key);
        if (chosen === undefined) return;
        edited();
        onChange(chosen.value);
      }}
      placeholder={formText.choose}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="chevronDown" size={16} />
      </Button>
      <FieldFoot help={help} error={error} />
      <Popover className="popover">
        <ListBox className="list-box" items={options.map((one) => ({ ...one, id: one.value }))}>
          {(item) => (
            <ListBoxItem className="list-item" textValue={item.label}>
              {item.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
