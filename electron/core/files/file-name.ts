/** Longest name that every file system takes, with room for what a browser adds. */
const LONGEST = 180;

/** A name for a file that Windows takes too, with its ending kept. */
export function fileNameOf(name: string): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  const clean = stem
    .replace(/[\\/:*?"<>|\u0000-\u001F\u007F]+/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  const cut = [...clean].slice(0, LONGEST).join("").trim();
  return `${cut === "" ? "Lajur" : cut}${ending}`;
}
