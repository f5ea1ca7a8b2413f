import type { DatasetHit } from "#shared/ckan/contract.ts";
import { createStemmer } from "#shared/search/stems.ts";
import { plainWords } from "#shared/search/words.ts";
import type { Catalogue } from "./catalogue.ts";

/** Words that every list of data is full of; they tell no dataset from another. */
const COMMON = new Set(
  (
    "data dataset jumlah total daftar tabel per tiap setiap menurut berdasarkan dan atau di ke dari pada " +
    "untuk dengan yang tahun bulan periode se kabupaten kota kecamatan desa kelurahan wilayah"
  ).split(" "),
);
/** Datasets looked at for one row, and shown of them. */
const LOOKED = 40;
const SHOWN = 5;
/** Share of the words that a dataset must say. */
const ENOUGH = 0.6;

/** Datasets that may be what a row asks for by its name, the likeliest first. */
export function matchesOf(catalogue: Catalogue, name: string): DatasetHit[] {
  const words = [...new Set(plainWords(name))].filter(
    (word) => word.length > 1 && !/^\d+$/.test(word) && !COMMON.has(word),
  );
  const stem = createStemmer();
  const asked = words.map((word) => new Set([word, ...stem(word)]));
  return catalogue
    .findAny(words, LOOKED)
    .map(({ hit, said }) => {
      const inTitle = formsIn(hit.title, stem);
      const inAll = formsIn(said, stem);
      const share = (forms: ReadonlySet<string>): number =>
        asked.filter((one) => [...one].some((form) => forms.has(form))).length / asked.length;
      return { hit, title: share(inTitle), all: share(inAll) };
    })
    .filter(({ all }) => all >= ENOUGH)
    .toSorted((a, b) => b.title - a.title || b.all - a.all)
    .slice(0, SHOWN)
    .map(({ hit }) => hit);
}

function formsIn(text: string, stem: (word: string) => ReadonlySet<string>): Set<string> {
  return new Set(plainWords(text).flatMap((word) => [word, ...stem(word)]));
}
