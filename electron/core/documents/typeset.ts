import { type Face, type Fonts, type MainFace, STAND_INS } from "./fonts.ts";

/** A piece of text in one face, as pdfmake takes it. */
export type Run = { text: string; font?: Face; noWrap?: boolean; fontFeatures?: [] };
/** `width` is the room of a line in points, where it is narrow. */
export type Typeset = (text: string, width?: number) => string | Run[];

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
/**
 * Longest phrase in a right-to-left script that is set as one, and longest word of several faces;
 * a longer one is set word by word, or broken between its faces.
 */
const PHRASE = 20;
/** Room in points that a character surely has enough of. */
const WIDEST = 14;

/** The spaces after a word that may be wider than its line. */
const AFTER_LONG = /(?<=\S{30})( +)/u;

/**
 * Splits text into runs of faces that have its characters, so that quotes, accents, emoji and
 * other scripts print as they were typed and a character nobody has prints a visible box. `used`
 * gathers the faces.
 */
export function createTypeset(fonts: Fonts, used: Set<Face>, main: MainFace = "text"): Typeset {
  const faces: readonly Face[] = [main, ...STAND_INS];
  const segmenter = new Intl.Segmenter("id", { granularity: "grapheme" });

  function faceOf(cluster: string): Face | null {
    const order = EMOJI.test(cluster) ? faces.toReversed() : faces;
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
    if (/\p{Zs}/u.test(text)) return [{ face: main, text: " " }];
    return [{ face: faceOf(MISSING) ?? main, text: MISSING }];
  }

  const toRun = ({ face, text }: Piece): Run => (face === main ? { text } : { text, font: face });

  /**
   * A phrase in a right-to-left script is laid out whole, so that its words follow each other from
   * the right; fontkit orders the letters when it gets features to go by.
   */
  function phrases({ face, text }: Piece, longest: number): Run[] {
    const parts = text.split(RIGHT_TO_LEFT).filter((part) => part !== "");
    return parts.flatMap((part) => {
      const run = toRun({ face, text: part });
      if (!RIGHT_TO_LEFT.test(part) || !part.includes(" ")) return [run];
      if (part.length <= longest) return [{ ...run, noWrap: true, fontFeatures: [] }];
      // A space that ends a word would be drawn before it and push it off the line.
      return part.split(/( )/).map((word) => toRun({ face, text: word }));
    });
  }

  return (typed, width) => {
    used.add(main);
    if (PLAIN.test(typed)) return AFTER_LONG.test(typed) ? endsApart({ text: typed }) : typed;
    const text = typed
      .normalize("NFC")
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      .replaceAll("\t", "    ");
    const runs: Piece[] = [];
    for (const { segment } of segmenter.segment(text)) {
      if (segment === "\n") append(runs, { face: runs.at(-1)?.face ?? main, text: "\n" });
      else for (const piece of pieces(segment)) append(runs, piece);
    }
    for (const { face } of runs) used.add(face);
    const longest = width === undefined ? PHRASE : Math.min(PHRASE, Math.floor(width / WIDEST));
    const set = runs.map((run) =>
      RIGHT_TO_LEFT.test(run.text) ? phrases(run, longest) : [toRun(run)],
    );
    return breakable(set.flat(), longest).flatMap(endsApart);
  };
}

type Piece = { face: Face; text: string };

/** Adds to the last run when the face goes on; a space between words of a script stays with them. */
function append(runs: Piece[], piece: Piece): void {
  const last = runs.at(-1);
  if (piece.text === "") return;
  const goesOn = last?.face === piece.face || (last?.face === "symbols" && piece.text === " ");
  if (last !== undefined && goesOn) last.text += piece.text;
  else runs.push({ ...piece });
}

/**
 * Pdfmake takes the space after a broken word off the width of each of its lines, which would stand
 * too far to the right; as a run of its own it does not count.
 */
const endsApart = (run: Run): Run[] =>
  run.noWrap === true || !AFTER_LONG.test(run.text)
    ? [run]
    : run.text
        .split(AFTER_LONG)
        .filter((text) => text !== "")
        .map((text) => ({ ...run, text }));

/**
 * Pdfmake keeps a word whose runs follow each other on one line, however long it is; an empty run
 * between them is where it may break.
 */
function breakable(runs: Run[], longest: number): Run[] {
  const text = runs.map((run) => run.text).join("");
  const words = text.matchAll(/\S+/gu);
  let word = words.next().value;
  let at = 0;
  return runs.flatMap((run) => {
    while (word !== undefined && word.index + word[0].length <= at) word = words.next().value;
    const isInside = word !== undefined && word.index < at && word[0].length > longest;
    at += run.text.length;
    return isInside ? [{ text: "" }, run] : [run];
  });
}
