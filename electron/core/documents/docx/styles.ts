import { AlignmentType, type IStylesOptions } from "docx";
import { fontOf, type Layout } from "./layout.ts";
import { halfPoints, lines, twips } from "./units.ts";

/** The styles by which a paper can be changed in Word: Normal, Title and Body Text. */
export function stylesOf({ look }: Layout): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: fontOf(look),
          size: halfPoints(look.size),
          language: { value: "id-ID", eastAsia: "id-ID", bidirectional: "ar-SA" },
        },
        paragraph: { spacing: { before: 0, after: 0, line: lines(look.tight) } },
      },
      title: {
        run: { bold: true, size: halfPoints(look.size + 2), font: fontOf(look) },
        paragraph: { alignment: AlignmentType.CENTER },
      },
    },
    paragraphStyles: [
      {
        id: "BodyText",
        name: "Body Text",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: {
          alignment: AlignmentType.BOTH,
          spacing: { after: twips(6), line: lines(look.spacing) },
        },
      },
    ],
  };
}
