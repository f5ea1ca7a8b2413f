import "./filter-chip.css";
import { numberText } from "../text/common.ts";

type FilterChipProps = {
  on: boolean;
  onPress: () => void;
  /** How many it would show. */
  count?: number;
  children: string;
};

/** One of the filters above a list; stands in a group of class `filter-chips`. */
export function FilterChip({ on, onPress, count, children }: FilterChipProps) {
  return (
    <button type="button" className="filter-chip" aria-pressed={on} onClick={() => onPress()}>
      {children}
      {count !== undefined && <span className="filter-count number">{numberText(count)}</span>}
    </button>
  );
}
