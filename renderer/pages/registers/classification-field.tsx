import "../../components/list-box.css";
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { FieldFoot, FieldLabel, type FieldProps } from "../../components/field.tsx";
import { useField } from "../../components/form.tsx";
import { useQuery } from "../../store/use-query.ts";

type ClassificationFieldProps = FieldProps & { value: string; onChange: (code: string) => void };

/** A code of the classification: typed, or picked from those whose code or name holds the words. */
export function ClassificationField(props: ClassificationFieldProps) {
  const { value, onChange, path, help, required = false, disabled = false } = props;
  const { error, edited } = useField(path, props.error);
  const words = value.slice(0, 200);
  const found = useQuery("classification.list", { words, limit: 30 }, { keep: true });
  const items = (found.data?.codes ?? []).map((one) => ({ ...one, id: one.code }));
  return (
    <ComboBox
      className="field"
      data-path={path}
      items={items}
      inputValue={value}
      onInputChange={(next) => {
        edited();
        onChange(next);
      }}
      allowsCustomValue
      menuTrigger="focus"
      isRequired={required}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel {...props} />
      <Input className="input" autoComplete="off" />
      <FieldFoot help={help} error={error} value={value} max={40} />
      <Popover className="popover">
        <ListBox<(typeof items)[number]> className="list-box">
          {(item) => (
            <ListBoxItem className="list-item" textValue={item.code}>
              <span className="number">{item.code}</span> {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
