/** An SOP's id from its name, for files that carry none. */
export function slugOf(name: unknown): string {
  const words = (typeof name === "string" ? name : "")
    .slice(0, 400)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return words === "" ? "sop-impor" : words;
}
