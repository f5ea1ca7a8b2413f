import { useState } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { Button } from "../../components/button.tsx";
import { SearchPicker } from "../../components/search-picker.tsx";
import { useQuery } from "../../store/use-query.ts";
import { templatesText as text } from "../../text/templates.ts";

type Row = ResultOf<"request.list">["rows"][number];
type RequestPickerProps = { chosen: Row | null; onPick: (request: Row | null) => void };

/** As many as are looked through without searching. */
const SHOWN = 20;
const BLANK = "blank";

/** The request whose data fill the paper, found by its words; or none, for a blank form. */
export function RequestPicker({ chosen, onPick }: RequestPickerProps) {
  const [words, setWords] = useState("");
  const found = useQuery("request.list", { words, limit: SHOWN }, { keep: true });
  const rows = found.data?.rows ?? [];
  const items = rows.map(({ id, number, subject, requester }) => ({
    id,
    label: text.previewRequest(number, subject),
    ...(requester !== "" && { detail: requester }),
  }));
  return (
    <div className="request-picker">
      <span className="field-label">{text.previewWith}</span>
      <SearchPicker
        label={text.previewWith}
        search={text.previewSearch}
        none={text.previewNone}
        groups={[
          {
            id: "none",
            label: text.previewNoRequest,
            items: [{ id: BLANK, label: text.previewBlank }],
          },
          { id: "found", label: text.previewRequests, items },
        ]}
        onSearch={setWords}
        onPick={(id) => onPick(rows.find((row) => row.id === id) ?? null)}
      >
        <Button className="request-picked" small icon="search">
          <span className="request-name">
            {chosen === null
              ? text.previewBlank
              : text.previewRequest(chosen.number, chosen.subject)}
          </span>
        </Button>
      </SearchPicker>
    </div>
  );
}
