import { IconButton } from "../../components/button.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { useField } from "../../components/form.tsx";
import { Icon } from "../../components/icon.tsx";
import { Name } from "../../components/name.tsx";
import { sizeText } from "../../text/common.ts";
import { signText as text } from "../../text/letters.ts";

type OneFileProps = {
  label: string;
  path: string;
  file: File | null;
  /** Percent sent; null while it is not under way. */
  percent: number | null;
  onChange: (file: File | null) => void;
};

/** Takes one file, which is sent with the form. */
export function OneFile({ label, path, file, percent, onChange }: OneFileProps) {
  const { error, edited } = useField(path, undefined);
  const change = (next: File | null): void => {
    edited();
    onChange(next);
  };
  return (
    <div data-path={path} className="one-file">
      {file === null ? (
        <FileDrop label={label} onFiles={([first]) => first !== undefined && change(first)} />
      ) : (
        <p className="one-file-chosen">
          <span>
            <Name>{file.name}</Name>{" "}
            <span className="muted small">
              {percent === null ? sizeText(file.size) : text.sending(percent)}
            </span>
          </span>
          <IconButton icon="close" label={text.remove(file.name)} onPress={() => change(null)} />
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" role="alert">
          <Icon name="warning" size={16} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
