import { DateField } from "../../components/date-field.tsx";
import { TextField } from "../../components/text-field.tsx";
import { bookText as text } from "../../text/sop-book.ts";

export type Signed = { place: string; date: string; post: string };

/** Place, day and post under a text that is signed. */
export function SignedFields<T extends Signed>({
  path,
  value,
  onChange,
}: {
  path: string;
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <>
      <TextField
        label={text.place}
        path={`${path}.place`}
        value={value.place}
        onChange={(place) => onChange({ ...value, place })}
        max={80}
      />
      <DateField
        label={text.date}
        path={`${path}.date`}
        value={value.date}
        onChange={(date) => onChange({ ...value, date })}
      />
      <TextField
        label={text.post}
        path={`${path}.post`}
        value={value.post}
        onChange={(post) => onChange({ ...value, post })}
        max={200}
      />
    </>
  );
}
