/**
 * The activity on an SOP sheet is an active verb without its subject (PermenPAN-RB 35/2012), for the
 * lane says who does it. Real sheets break this; it is worth an advice. A word of the post ("Staf
 * Statistik") is told from the verb after it by the verb's prefix.
 */
const SUBJECTS =
  /^(kepala (?:dinas|bidang|seksi|bagian|subbagian|opd)|ka(?:dis|bid|si)|sekretaris(?: dinas)?|(?:sub ?koordinator|staff?|petugas)(?: (?!me|di)\w+)?|pemohon(?: data)?|pengguna data|walidata(?: pendukung)?|produsen data|tim (?:teknis|ppid)|ppid|operator|admin)\s+\p{L}/iu;

/** The subject that `gist` begins with, or null. `lanes` are the names of the SOP's own lanes. */
export function namesSubject(gist: string, lanes: Iterable<string>): string | null {
  const text = gist.trim();
  const lower = text.toLowerCase();
  for (const lane of lanes) {
    if (lane !== "" && lower.startsWith(`${lane.toLowerCase()} `)) return lane;
  }
  return SUBJECTS.exec(text)?.[1] ?? null;
}
