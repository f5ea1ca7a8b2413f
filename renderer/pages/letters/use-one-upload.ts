import { useState } from "react";
import type { Failure, Result } from "#shared/errors.ts";
import { useServices } from "../../store/services.ts";

/** A file that goes with a form: chosen, then sent right before the form is. */
export function useOneUpload() {
  const { upload } = useServices();
  const [file, setFile] = useState<File | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** Parameters that name the upload; none where no file was chosen. Null when sending failed. */
  async function send(): Promise<{ upload?: string } | null> {
    setFailure(null);
    if (file === null) return {};
    setPercent(0);
    const sent: Result<{ upload: string }> = await upload(file, {
      onProgress: (received, size) => setPercent(Math.floor((received / size) * 100)),
    });
    setPercent(null);
    if (sent.ok) return { upload: sent.value.upload };
    setFailure({ ...sent.error, field: "file" });
    return null;
  }

  return { file, setFile, percent, failure, send };
}
