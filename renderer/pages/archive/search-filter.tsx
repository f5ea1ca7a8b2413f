import { SEARCH_KINDS } from "#shared/search/contract.ts";
import { FilterChip } from "../../components/filter-chip.tsx";
import { Select } from "../../components/select.tsx";
import { useQuery } from "../../store/use-query.ts";
import { statusText } from "../../text/request.ts";
import { searchText as text } from "../../text/search.ts";
import { type SearchAddress, STATUSES } from "./search-address.ts";

type SearchFilterProps = {
  address: SearchAddress;
  years: readonly number[];
  onChange: (next: Partial<SearchAddress>) => void;
};

const ANY = "any";
const SORTS = [
  { value: "newest" as const, label: text.newest },
  { value: "best" as const, label: text.best },
];
const STATES = [
  { value: ANY, label: text.anyStatus },
  ...STATUSES.map((value) => ({ value, label: statusText[value] })),
];

/** Kind, year, SOP, state, and the order. */
export function SearchFilter({ address, years, onChange }: SearchFilterProps) {
  const sops = useSopOptions();
  // A year that came with the address is offered even if nothing was written in it.
  const offered = [...new Set([...years, ...(address.year === null ? [] : [address.year])])];
  return (
    <div className="search-filter">
      <div className="filter-chips" role="group" aria-label={text.kinds}>
        <FilterChip on={address.kind === null} onPress={() => onChange({ kind: null })}>
          {text.allKinds}
        </FilterChip>
        {SEARCH_KINDS.map((kind) => (
          <FilterChip key={kind} on={address.kind === kind} onPress={() => onChange({ kind })}>
            {text.kind[kind]}
          </FilterChip>
        ))}
      </div>
      <div className="search-selects">
        <Select
          label={text.year}
          hideLabel
          value={String(address.year ?? ANY)}
          onChange={(year) => onChange({ year: year === ANY ? null : Number(year) })}
          options={[
            { value: ANY, label: text.anyYear },
            ...offered
              .sort((a, b) => b - a)
              .map((year) => ({ value: String(year), label: String(year) })),
          ]}
        />
        <Select
          label={text.sop}
          hideLabel
          value={address.sop === "" ? ANY : address.sop}
          onChange={(sop) => onChange({ sop: sop === ANY ? "" : sop })}
          options={[{ value: ANY, label: text.anySop }, ...sops]}
        />
        <Select
          label={text.status}
          hideLabel
          value={address.status ?? ANY}
          onChange={(status) =>
            onChange({ status: STATUSES.find((one) => one === status) ?? null })
          }
          options={STATES}
        />
        <Select
          label={text.sort}
          hideLabel
          value={address.sort}
          onChange={(sort) => onChange({ sort })}
          options={SORTS}
        />
      </div>
    </div>
  );
}

/** SOPs by name; those that share it with another office's say whose they are. */
function useSopOptions() {
  const sops = useQuery("sop.list", {}).data?.sops ?? [];
  const bearers = Map.groupBy(sops, ({ name }) => name);
  return sops
    .map(({ id, name, office }) => ({
      value: id,
      label: (bearers.get(name)?.length ?? 0) > 1 ? `${name} (${office})` : name,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, "id"));
}
