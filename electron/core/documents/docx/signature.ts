import { AlignmentType, LineRuleType, type Paragraph } from "docx";
import type { Signature } from "#shared/letter/types.ts";
import { type Format, textParagraph } from "./text.ts";
import { twips } from "./units.ts";
import { SIGNATURE } from "./variables.ts";

const UNKNOWN = "(………………………………)";
/** Words for a signing service: small and pale, as nobody reads them on paper. */
const ANCHOR = { size: 6, color: "777777" };
/** Height of the anchor's line, and of the variable's, in points. */
const ANCHOR_LINE = 8;
const VARIABLE_LINE = 14;

/**
 * The parts of a signature, so that those of two can stand on one height; `room` for signature and
 * stamp in points. Each stays on one page with what follows it.
 */
export function signatureParts(
  { place, post, name, details, anchor = "" }: Signature,
  room: number,
) {
  const height = anchor === SIGNATURE ? VARIABLE_LINE : ANCHOR_LINE;
  // The anchor stands in the middle of the room and takes a line of it.
  const beside = anchor === "" ? 0 : (room - height) / 2;
  return {
    // A space keeps the posts of two signatures on one height.
    place: line(place === "" ? " " : place),
    post: line(post),
    name: [
      ...(anchor === ""
        ? []
        : [line(anchor, anchor === SIGNATURE ? {} : ANCHOR, { before: beside, exactly: height })]),
      line(
        name === "" ? UNKNOWN : name,
        { bold: name !== "", underline: name !== "" },
        {
          before: anchor === "" ? room : beside,
        },
      ),
    ],
    details: details.map((one) => line(one)),
  };
}

/** Place and date, post, room, name, then rank and NIP, centred. */
export function signature(signs: Signature, room: number): Paragraph[] {
  const { place, post, name, details } = signatureParts(signs, room);
  return [...(signs.place === "" ? [] : [place]), post, ...name, ...details];
}

const line = (
  text: string,
  format: Format = {},
  { before = 0, exactly }: { before?: number; exactly?: number } = {},
): Paragraph =>
  textParagraph(text, format, {
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: {
      before: twips(before),
      ...(exactly !== undefined && { line: twips(exactly), lineRule: LineRuleType.AT_LEAST }),
    },
  });
