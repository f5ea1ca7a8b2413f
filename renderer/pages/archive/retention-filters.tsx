import type { RetentionFilter, RetentionList } from "#shared/retention/contract.ts";
import { Select } from "../../components/select.tsx";
import { TextField } from "../../components/text-field.tsx";
import { retentionText as text } from "../../text/retention.ts";
import { ClassificationField } from "../registers/classification-field.tsx";

type Narrow = Omit<RetentionFilter, "list">;
type RetentionFiltersProps = {
  list: RetentionList;
  years: readonly number[];
  filter: Narrow;
  onChange: (filter: Narrow) => void;
};

/** Year and class of a list; of the places also rak, boks and folder. */
export function RetentionFilters({ list, years, filter, onChange }: RetentionFiltersProps) {
  const options = [0, ...years].map((year) => ({
    value: String(year),
    label: year === 0 ? text.allYears : String(year),
  }));
  return (
    <div className="retention-filters">
      <div className="retention-year">
        <Select
          label={text.year}
          value={String(filter.year)}
          onChange={(year) => onChange({ ...filter, year: Number(year) })}
          options={options}
        />
      </div>
      <div className="retention-code">
        <ClassificationField
          label={text.code}
          value={filter.code}
          onChange={(code) => onChange({ ...filter, code: code.trim() })}
        />
      </div>
      {list === "placed" &&
        (["rack", "box", "folder"] as const).map((part) => (
          <div key={part} className="retention-part">
            <TextField
              label={text[part]}
              value={filter[part]}
              onChange={(value) => onChange({ ...filter, [part]: value.trim() })}
              max={40}
            />
          </div>
        ))}
    </div>
  );
}
