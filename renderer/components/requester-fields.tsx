import type { ReactNode } from "react";
import type { Requester } from "#shared/request/model.ts";
import { intakeText as text } from "../text/intake.ts";
import { requesterKindText } from "../text/request.ts";
import { Select } from "./select.tsx";
import { TextArea, TextField } from "./text-field.tsx";

type Kind = Requester["kind"];

const KINDS = (Object.keys(requesterKindText) as Kind[]).map((value) => ({
  value,
  label: requesterKindText[value],
}));

type RequesterFieldsProps<T> = {
  requester: T;
  onChange: (requester: T) => void;
  /** Below the name. */
  help?: string;
  /** Stands between the identity number and what follows it. */
  children?: ReactNode;
};

/** Who asks, field by field; the core's errors come by `requester.*`. */
export function RequesterFields<T extends { name: string } & Partial<Requester>>({
  requester,
  onChange,
  help,
  children,
}: RequesterFieldsProps<T>) {
  const set = (next: Partial<Requester>): void => onChange({ ...requester, ...next });
  const line = (
    key: "identity" | "institution" | "phone" | "email",
    label: string,
    max: number,
  ) => (
    <TextField
      label={label}
      path={`requester.${key}`}
      value={requester[key] ?? ""}
      onChange={(value) => set({ [key]: value })}
      max={max}
    />
  );
  return (
    <>
      <TextField
        label={text.name}
        help={help}
        path="requester.name"
        value={requester.name}
        onChange={(name) => set({ name })}
        max={200}
        required
      />
      <Select
        label={text.kind}
        path="requester.kind"
        value={requester.kind ?? "individual"}
        onChange={(kind) => set({ kind })}
        options={KINDS}
      />
      {line("identity", text.identity, 60)}
      {children}
      {line("institution", text.institution, 200)}
      {line("phone", text.phone, 60)}
      {line("email", text.email, 200)}
      <div className="span-all">
        <TextArea
          label={text.address}
          path="requester.address"
          value={requester.address ?? ""}
          onChange={(address) => set({ address })}
          rows={2}
          max={400}
        />
      </div>
    </>
  );
}
