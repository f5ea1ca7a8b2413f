import type { User } from "#shared/office.ts";
import { CheckboxGroup } from "../../components/checkbox-group.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useQuery } from "../../store/use-query.ts";
import { usersText } from "../../text/settings.ts";

type UserFieldsProps = {
  user: User;
  onChange: (user: User) => void;
  /** SOPs whose lanes are not offered, beside those out of use. */
  without?: ReadonlySet<string>;
};

const NONE: ReadonlySet<string> = new Set();

/** Name, post and lanes of one user; the lanes are those of the SOPs in use. */
export function UserFields({ user, onChange, without = NONE }: UserFieldsProps) {
  const sops = useQuery("sop.list", {});
  const used = (sops.data?.sops ?? []).filter(
    (sop) => sop.state === "published" && !without.has(sop.id),
  );
  const lanes = [...new Set([...used.flatMap((sop) => sop.lanes), ...user.lanes])].toSorted(
    (a, b) => a.localeCompare(b, "id"),
  );
  return (
    <div className="fields">
      <TextField
        label={usersText.name}
        path="name"
        value={user.name}
        onChange={(name) => onChange({ ...user, name })}
        max={200}
        required
      />
      <TextField
        label={usersText.post}
        path="post"
        value={user.post}
        onChange={(post) => onChange({ ...user, post })}
        max={200}
        required
      />
      <div className="span-all user-lanes">
        <CheckboxGroup
          label={usersText.lanes}
          help={usersText.lanesHelp}
          path="lanes"
          value={user.lanes}
          onChange={(chosen) => onChange({ ...user, lanes: chosen })}
          options={lanes.map((lane) => ({ value: lane, label: lane }))}
        />
      </div>
    </div>
  );
}

export const NEW_USER: User = { name: "", post: "", lanes: [], active: true };
