import { TextField } from "../../components/text-field.tsx";
import { syncText as text } from "../../text/sync.ts";

type Line = { proxy: string; authority: string };
type LineFieldsProps = {
  /** Before the names of the fields in the core's refusals. */
  path: "" | "settings.";
  value: Line;
  onChange: (line: Line) => void;
};

/** What an office's own network may need. */
export const LineFields = ({ path, value, onChange }: LineFieldsProps) => (
  <div className="fields">
    <TextField
      label={text.proxy}
      path={`${path}proxy`}
      help={text.proxyHelp}
      placeholder={text.proxyExample}
      value={value.proxy}
      onChange={(proxy) => onChange({ ...value, proxy })}
      max={300}
    />
    <TextField
      label={text.authority}
      path={`${path}authority`}
      help={text.authorityHelp}
      placeholder={text.authorityExample}
      value={value.authority}
      onChange={(authority) => onChange({ ...value, authority })}
      max={4096}
    />
  </div>
);
