/**
 * An id of the form that definitions have, from a name: "Permintaan Data" is permintaan-data. A name
 * without letters or figures gives `empty`.
 */
export function slugOf(name: string, empty = "sop"): string {
  const slug = name
    .slice(0, 400)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? empty : slug;
}
