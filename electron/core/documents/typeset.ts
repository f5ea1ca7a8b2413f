import { FACES, type Face, type Fonts } from "./fonts.ts";

/** A piece of text in one face, as pdfmake takes it. */
export type Run = { text: string; font?: Face; noWrap?: boolean; fontFeatures?: [] };
export type Typeset = (text: string) => string | Run[];

/** Letters, digits and signs that the text face surely has: nearly every text. */
const PLAIN = /^[\n -~\u00A1-\u00AC\u00AE-\u017F‘’“”–—…·]*$/;
/** Marks that order or join text and print nothing themselves. */
const INVISIBLE =
  /\p{Variation_Selector}|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E00FF}]/gu;
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Emoji_Modifier}/u;
/** A word, and a phrase of words, in letters (with their points) that run from the right. */
const WORD = String.raw`(?:[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]\p{M}*)+`;
const RIGHT_TO_LEFT = new RegExp(`(${WORD}(?: ${WORD})*)`, "u");
/** Printed for a character that no face has. */
const MISSING = "\uFFFD";
/** Longest phrase in a right-to-left script that is set as one; a longer one is set word by word. */
const PHRASE = 20;

/**
 * Splits text into runs of faces that have its characters, so that quotes, accents, emoji and
 * other scripts print as they were typed and a character nobody has prints a visible box. `used`
 * gathers the faces.
 */
export function createTypeset(fonts: Fonts, used: Set<Face>): Typeset {
  const segmenter = new Intl.Segmenter("id", { granularity: "grapheme" });

  function faceOf(cluster: string): Face | null {
    const order = EMOJI.test(cluster) ? [...FACES].reverse() : FACES;
    const points = [...cluster.replace(INVISIBLE, "")].map((one) => one.codePointAt(0) ?? 0);
    return order.find((face) => points.every((point) => fonts.covers(face, point))) ?? null;
  }

  /** A cluster that no face has whole, character by character. */
  function pieces(cluster: string): Piece[] {
    const face = faceOf(cluster);
    if (face === "emoji") return [{ face, text: cluster }];
    const text = cluster.replace(INVISIBLE, "");
    if (face !== null) return [{ face, text }];
    const characters = [...text];
    if (characters.length > 1) return characters.flatMap(pieces);
    // A mathematical or full-width letter still reads as the letter that it stands for.
    const plain = text.normalize("NFKC");
    if (plain !== text) return pieces(plain);
    return [{ face: "text", text: /\p{Zs}/u.test(text) ? " " : MISSING }];
  }

  return (typed) => {
    used.add("text");
    if (PLAIN.test(typed)) return typed;
    const text = typed
      .normalize("NFC")
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      .replaceAll("\t", "    ");
    const runs: Piece[] = [];
    for (const { segment } of segmenter.segment(text)) {
      if (segment === "\n") append(runs, { face: runs.at(-1)?.face ?? "text", text: "\n" });
      else for (const piece of pieces(segment)) append(runs, piece);
    }
    for (const { face } of runs) used.add(face);
    return runs.flatMap((run) => (RIGHT_TO_LEFT.test(run.text) ? phrases(run) : [toRun(run)]));
  };
}

type Piece = { face: Face; text: string };

const toRun = ({ face, text }: Piece): Run => (face === "text" ? { text } : { text, font: face });

/** Adds to the last run when the face goes on; a space between words of a script stays with them. */
function append(runs: Piece[], piece: Piece): void {
  const last = runs.at(-1);
  if (piece.text === "") return;
  const goesOn = last?.face === piece.face || (last?.face === "symbols" && piece.text === " ");
  if (last !== undefined && goesOn) last.text += piece.text;
  else runs.push({ ...piece });
}

/**
 * A phrase in a right-to-left script is laid out whole, so that its words follow each other from
 * the right; fontkit orders the letters when it gets features to go by.
 */
function phrases({ face, text }: Piece): Run[] {
  const parts = text.split(RIGHT_TO_LEFT).filter((part) => part !== "");
  return parts.map((part) => {
    const run = toRun({ face, text: part });
    const whole = RIGHT_TO_LEFT.test(part) && part.includes(" ") && part.length <= PHRASE;
    return whole ? { ...run, noWrap: true, fontFeatures: [] } : run;
  });
}
