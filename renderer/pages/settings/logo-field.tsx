import { useRef, useState } from "react";
import { failure } from "#shared/errors.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { officeText } from "../../text/settings.ts";

const MAX_BYTES = 1024 * 1024;

/** The lambang daerah as a data URL; anything but a readable PNG or JPEG up to 1 MB is refused. */
export function LogoField({ value, onChange }: { value: string; onChange: (url: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState("");

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const url = await readImage(file);
    setError(url === null ? failure("logo_invalid").message : "");
    if (url !== null) onChange(url);
  }

  return (
    <div className="field" data-path="logo">
      <span className="field-label">{officeText.logo}</span>
      <div className="form-actions">
        {value !== "" && <img className="logo-preview" src={value} alt={officeText.logo} />}
        <Button onPress={() => input.current?.click()}>{officeText.logoChoose}</Button>
        {value !== "" && (
          <Button tone="quiet" onPress={() => onChange("")}>
            {officeText.logoRemove}
          </Button>
        )}
      </div>
      <span className="field-help">{officeText.logoHelp}</span>
      {error !== "" && (
        <span className="field-error" role="alert">
          <Icon name="warning" size={16} />
          {error}
        </span>
      )}
      <input
        ref={input}
        hidden
        type="file"
        accept="image/png,image/jpeg"
        aria-label={officeText.logo}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </div>
  );
}

/** The image as a data URL, or null when it is too large or the browser cannot draw it. */
function readImage(file: File): Promise<string | null> {
  if (file.size > MAX_BYTES || !/^image\/(png|jpeg)$/.test(file.type)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("error", () => resolve(null));
    reader.addEventListener("load", () => {
      const url = typeof reader.result === "string" ? reader.result : "";
      const image = new Image();
      image.addEventListener("load", () => resolve(url));
      image.addEventListener("error", () => resolve(null));
      image.src = url;
    });
    reader.readAsDataURL(file);
  });
}
