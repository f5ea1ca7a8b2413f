import { type Result, fail, ok } from "#shared/errors.ts";
import { fileKindOf } from "#shared/window.ts";

type Writable = { write(data: Blob): Promise<void>; close(): Promise<void> };
type PickedFile = { name: string; createWritable(): Promise<Writable> };
type PickerOptions = {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
};
/** `window.showSaveFilePicker` of Chromium; TypeScript's DOM does not know it. */
export type SavePicker = (options: PickerOptions) => Promise<PickedFile>;

/** Lets the person choose a place and writes there; `false` when they closed the dialog. */
export async function savePicked(
  pick: SavePicker,
  blob: Blob,
  name: string,
): Promise<Result<boolean>> {
  const { label, extension, mime } = fileKindOf(name);
  let path = name;
  try {
    const file = await pick({
      suggestedName: name,
      types: [{ description: label, accept: { [mime]: [`.${extension}`] } }],
    });
    path = file.name;
    const writable = await file.createWritable();
    await writable.write(blob);
    await writable.close();
    return ok(true);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "AbortError") return ok(false);
    return fail("path_unwritable", { path });
  }
}
