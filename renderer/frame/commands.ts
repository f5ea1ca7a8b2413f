import { catalogueText } from "../text/ckan.ts";
import { conflictsText } from "../text/conflicts.ts";
import { dispositionText } from "../text/disposition.ts";
import { frameText } from "../text/frame.ts";
import { incomingText } from "../text/incoming.ts";
import { searchText } from "../text/search.ts";

export type Command = { href: string; label: string };

/** Where the top bar's box can lead, by name. */
const COMMANDS: readonly Command[] = [
  { href: "/permohonan/baru", label: searchText.newRequest },
  { href: "/kegiatan/baru", label: searchText.newWork },
  { href: "/", label: frameText.home },
  { href: "/permohonan", label: frameText.requests },
  { href: "/masuk", label: incomingText.card },
  { href: "/perlu-keputusan", label: conflictsText.title },
  { href: "/disposisi", label: dispositionText.title },
  { href: "/surat", label: frameText.letters },
  { href: "/buku", label: searchText.books },
  { href: "/sop", label: frameText.sop },
  { href: "/arsip", label: searchText.archive },
  { href: "/arsip/katalog", label: catalogueText.tab },
  { href: "/pengaturan", label: frameText.settings },
];

/** Those with a word that begins with what was typed; all of them before anything is. */
export function commandsFor(words: string): readonly Command[] {
  const typed = words.toLowerCase();
  if (typed === "") return COMMANDS;
  return COMMANDS.filter(
    ({ label }) =>
      label.toLowerCase().startsWith(typed) ||
      label
        .toLowerCase()
        .split(" ")
        .some((word) => word.startsWith(typed)),
  ).slice(0, 4);
}
