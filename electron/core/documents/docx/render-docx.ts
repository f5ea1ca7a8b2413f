import { Document } from "docx";
import type { DocumentModel } from "#shared/letter/types.ts";
import type { Paper } from "#shared/request/model.ts";
import { blockParts } from "./blocks.ts";
import { edges, pageProperties } from "./edges.ts";
import { kop } from "./kop.ts";
import { layoutOf } from "./layout.ts";
import { NUMBERING } from "./numbering.ts";
import { packed } from "./pack.ts";
import { stylesOf } from "./styles.ts";
import { withVariables } from "./variables.ts";

/**
 * A paper as .docx, for offices that finish letters in Word. With `variables` it holds those of
 * SRIKANDI in place of number, date, sifat, hal and signature. The same model gives the same bytes.
 */
export async function renderDocx(
  model: DocumentModel,
  paper: Paper,
  { variables }: { variables: boolean },
): Promise<Uint8Array> {
  const shown = variables ? withVariables(model) : model;
  const layout = layoutOf(shown, paper);
  const { kop: head, blocks } = shown;
  const document = new Document({
    styles: stylesOf(layout),
    numbering: NUMBERING,
    // Lines that end where somebody broke them are not stretched to the margin.
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    sections: [
      {
        properties: pageProperties(layout),
        ...edges(layout, shown),
        children: [
          ...(head === null ? [] : kop(layout, head)),
          ...blockParts(layout, blocks, head === null),
        ],
      },
    ],
  });
  return packed(document, shown);
}
