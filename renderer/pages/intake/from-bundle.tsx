import type { ImportedDetail } from "#shared/bundle/contract.ts";
import { CheckboxGroup } from "../../components/checkbox-group.tsx";
import { Name } from "../../components/name.tsx";
import { importedText as text } from "../../text/bundle.ts";
import { sizeText } from "../../text/common.ts";
import { emptyIntake, type Intake } from "./intake.ts";
import { blankRow } from "./item-rows.ts";

/** What a request of another office fills in; it gets a number and a day of its own. */
export function importedIntake(bundle: ImportedDetail, today: string): Intake {
  const { requester, subject, purpose, items, letter, definition } = bundle;
  const empty = emptyIntake(today, definition.id);
  return {
    ...empty,
    subject,
    purpose,
    letter,
    requester: requester ?? empty.requester,
    items: [
      ...items.map(({ name, period, unit, format }) => ({ name, period, unit, format })),
      blankRow(),
    ],
  };
}

/** Paths of the attachments that count and that the bundle holds. */
export const attachable = (bundle: ImportedDetail | null): string[] =>
  (bundle?.files ?? []).flatMap(({ path, withdrawn }) =>
    path === null || withdrawn !== null ? [] : [path],
  );

type FromBundleProps = {
  bundle: ImportedDetail;
  paths: readonly string[];
  onChange: (paths: string[]) => void;
};

/** Where the form was filled from, and which of its files come along. */
export function FromBundle({ bundle, paths, onChange }: FromBundleProps) {
  const all = attachable(bundle);
  return (
    <section className="card">
      <header className="card-head">
        <h2>
          <Name>{text.intakeFrom(bundle.number, bundle.office.name)}</Name>
        </h2>
      </header>
      <div className="card-body">
        <p className="muted">{text.intakeHelp}</p>
        {all.length > 0 && (
          <CheckboxGroup
            label={text.intakeFiles}
            value={paths}
            onChange={onChange}
            options={bundle.files.flatMap(({ path, name, size }) =>
              path !== null && all.includes(path)
                ? [{ value: path, label: `${name} (${sizeText(size)})` }]
                : [],
            )}
          />
        )}
      </div>
    </section>
  );
}
