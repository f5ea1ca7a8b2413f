import type { Place } from "#shared/retention/model.ts";
import { TextField } from "../../components/text-field.tsx";
import { retentionText as text } from "../../text/retention.ts";

type PlaceFieldsProps = { place: Place; onChange: (place: Place) => void };

/** Rak, boks, folder side by side. */
export const PlaceFields = ({ place, onChange }: PlaceFieldsProps) => (
  <div className="retention-place">
    {(["rack", "box", "folder"] as const).map((part) => (
      <TextField
        key={part}
        label={text[part]}
        path={`place.${part}`}
        value={place[part]}
        onChange={(value) => onChange({ ...place, [part]: value })}
        max={40}
      />
    ))}
  </div>
);
