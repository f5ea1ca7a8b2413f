import { type ClipboardEventHandler, type HTMLInputTypeAttribute, useId } from "react";
import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components";
import { FieldFoot, FieldLabel, type FieldProps } from "./field.tsx";
import { useField } from "./form.tsx";

type TextProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** UTF-16 units the core takes; more is told, never cut. */
  max?: number;
  placeholder?: string;
};

type TextFieldProps = TextProps & {
  type?: Extract<HTMLInputTypeAttribute, "text" | "email" | "tel" | "url" | "search" | "password">;
  inputMode?: "text" | "numeric" | "tel" | "email";
  onPaste?: ClipboardEventHandler<HTMLInputElement>;
  /** Offered while typing; anything else may be typed too. */
  suggestions?: readonly string[];
};

export function TextField(props: TextFieldProps) {
  const { value, max, help, placeholder, type = "text", inputMode, onPaste, suggestions } = props;
  const list = useId();
  return (
    <TextFrame {...props} type={type}>
      <Input
        className="input"
        placeholder={placeholder}
        inputMode={inputMode}
        onPaste={onPaste}
        list={suggestions === undefined ? undefined : list}
      />
      {suggestions !== undefined && (
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </datalist>
      )}
      <TextFoot path={props.path} own={props.error} help={help} value={value} max={max} />
    </TextFrame>
  );
}

export function TextArea({ rows = 3, ...props }: TextProps & { rows?: number }) {
  const { value, max, help, placeholder } = props;
  return (
    <TextFrame {...props}>
      <AriaTextArea className="input input-area" rows={rows} placeholder={placeholder} />
      <TextFoot path={props.path} own={props.error} help={help} value={value} max={max} />
    </TextFrame>
  );
}

function TextFrame(props: TextProps & { type?: string; children: React.ReactNode }) {
  const { value, onChange, path, required = false, disabled = false, autoFocus, type } = props;
  const { error, edited } = useField(path, props.error);
  return (
    <AriaTextField
      className="field"
      data-path={path}
      value={value}
      onChange={(next) => {
        edited();
        onChange(next);
      }}
      type={type}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoFocus={autoFocus}
      autoComplete="off"
    >
      <FieldLabel {...props} />
      {props.children}
    </AriaTextField>
  );
}

function TextFoot(props: {
  path: string | undefined;
  own: string | undefined;
  help: React.ReactNode;
  value: string;
  max: number | undefined;
}) {
  const { error } = useField(props.path, props.own);
  return <FieldFoot help={props.help} error={error} value={props.value} max={props.max} />;
}
