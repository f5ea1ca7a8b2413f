import { IconButton } from "../../components/button.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { Name } from "../../components/name.tsx";
import { sizeText } from "../../text/common.ts";
import { formText } from "../../text/form.ts";
import { intakeText as text } from "../../text/intake.ts";

type ScansSectionProps = { scans: readonly File[]; onChange: (scans: File[]) => void };

/** Scans of the letter, kept until the request is saved and then attached to it. */
export function ScansSection({ scans, onChange }: ScansSectionProps) {
  return (
    <section className="card">
      <header className="card-head">
        <h2>{text.files}</h2>
        {scans.length > 0 && <span className="muted small">{text.chosen(scans.length)}</span>}
      </header>
      <div className="card-body">
        <FileDrop label={text.filesLabel} onFiles={(files) => onChange([...scans, ...files])} />
        {scans.length > 0 && (
          <ul className="intake-scans">
            {scans.map((scan, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${index} ${scan.name}`}>
                <Name>{scan.name}</Name>
                <span className="muted small">{sizeText(scan.size)}</span>
                <IconButton
                  icon="close"
                  label={formText.dismissFile(scan.name)}
                  onPress={() => onChange(scans.filter((_, at) => at !== index))}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
