import type { Content } from "pdfmake/interfaces.js";
import { plainDay } from "#shared/time/format.ts";
import { aside, signature } from "../parts.ts";
import type { Press } from "../press.ts";

/** Room for a signature and a stamp, in points. */
const ROOM = 62;

/** Place and day, post, and a line for the name: who signs a book writes it by hand. */
export function signed(
  press: Press,
  { place, date, post }: { place: string; date: string; post: string },
  lead: string | null,
): Content {
  const day = date === "" ? "" : plainDay(date);
  const where = [place, day].filter((part) => part !== "").join(", ");
  const signs = {
    place: lead === null || where === "" ? where : `${lead} ${where}`,
    post: post === "" ? " " : `${post.toUpperCase()},`,
    name: "",
    details: [],
  };
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    stack: [aside(press.page.measure, signature(press, signs, ROOM))],
  };
}
