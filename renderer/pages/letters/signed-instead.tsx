import { progressText as text } from "../../text/letters.ts";
import type { SignedFile } from "./use-signed-file.ts";

/** A signed file that is no PDF: a picture of the paper, or a file to download. */
export function SignedInstead({ signed: { shown, picture } }: { signed: SignedFile }) {
  if (picture !== null) return <img className="signed-picture" src={picture} alt={shown?.name} />;
  return shown === null ? null : <p>{text.pictureFile}</p>;
}
