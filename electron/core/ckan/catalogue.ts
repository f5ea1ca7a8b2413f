import type { CatalogueDataset, DatasetHit } from "#shared/ckan/contract.ts";
import type { Term } from "#shared/search/query.ts";
import { createStemmer } from "#shared/search/stems.ts";
import { plainWords } from "#shared/search/words.ts";
import type { Archive } from "../archive/archive.ts";
import type { ListedDataset } from "./open-data-portal.ts";

/** Datasets kept; the catalogues of whole countries are larger, but no office's. */
export const MOST_DATASETS = 50_000;

type Row = {
  id: number;
  name: string;
  title: string;
  organization: string;
  formats: string;
  modified: string;
  detail: string;
};
type Detail = Pick<ListedDataset, "notes" | "license" | "tags" | "resources">;

export type Filter = { organization: string; format: string; offset: number; limit: number };

export type Catalogue = ReturnType<typeof createCatalogue>;

/** The portal's datasets as they were read last, searchable without a line. */
export function createCatalogue({ sql, db }: Archive, pageOf: (name: string) => string) {
  const stem = createStemmer();

  /** The forms by which other forms of a word are found: penduduk of kependudukan. */
  const stemsIn = (words: readonly string[]): string =>
    [...new Set(words.flatMap((word) => [...stem(word)]))].join(" ");

  function put(dataset: ListedDataset): void {
    const { uuid, name, title, organization, modified, ...detail } = dataset;
    const formats = [...new Set(detail.resources.map(({ format }) => format))].filter(Boolean);
    const row = {
      uuid,
      name,
      title,
      organization,
      formats: formats.length === 0 ? "" : `|${formats.join("|")}|`,
      modified,
      detail: JSON.stringify(detail satisfies Detail),
    };
    const id = sql(
      `INSERT INTO ckan_dataset (uuid, name, title, organization, formats, modified, detail)
       VALUES (@uuid, @name, @title, @organization, @formats, @modified, @detail)
       ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, title = excluded.title,
         organization = excluded.organization, formats = excluded.formats,
         modified = excluded.modified, detail = excluded.detail
       RETURNING id`,
    )
      .pluck()
      .get(row) as number;
    const head = `${title}\n${name}`;
    const body = [
      organization,
      detail.tags.join("\n"),
      detail.notes,
      ...detail.resources.map((one) => `${one.name}\n${one.description}`),
    ].join("\n");
    sql("DELETE FROM ckan_text WHERE rowid = ?").run(id);
    sql("INSERT INTO ckan_text (rowid, title, body, stems) VALUES (?, ?, ?, ?)").run(
      id,
      head,
      body,
      stemsIn(plainWords(`${head}\n${body}`)),
    );
  }

  function drop(id: number): void {
    sql("DELETE FROM ckan_text WHERE rowid = ?").run(id);
    sql("DELETE FROM ckan_dataset WHERE id = ?").run(id);
  }

  /** Drops those whose names the portal does not list any more; answers how many. */
  function keepOnly(names: ReadonlySet<string>): number {
    const rows = sql("SELECT id, name FROM ckan_dataset").all() as { id: number; name: string }[];
    const gone = rows.filter(({ name }) => !names.has(name));
    for (const { id } of gone) drop(id);
    return gone.length;
  }

  const hitOf = (row: Row): DatasetHit => ({
    id: String(row.id),
    name: row.name,
    title: row.title,
    organization: row.organization,
    formats: row.formats.split("|").filter(Boolean),
    modified: row.modified.slice(0, 10),
    url: pageOf(row.name),
  });

  /** A term as FTS5 reads it; it holds letters and figures only, see shared/search/words.ts. */
  function matchOf({ words, exact }: Term): string {
    const own = `{title body}:"${words.join(" ")}"`;
    if (exact) return own;
    const [word = ""] = words;
    const forms = words.length > 1 ? [] : [...stem(word)].map((one) => `{stems}:"${one}"`);
    return `(${[`${own} *`, ...forms].join(" OR ")})`;
  }

  function find(
    terms: { terms: readonly Term[]; without: readonly Term[] } | null,
    { organization, format, offset, limit }: Filter,
  ): { total: number; rows: DatasetHit[] } {
    const values = { organization, format: `|${format}|`, offset, limit, match: "" };
    const narrowed = [
      ...(organization === "" ? [] : ["dataset.organization = @organization"]),
      ...(format === "" ? [] : ["instr(dataset.formats, @format) > 0"]),
    ];
    if (terms === null) {
      const where = narrowed.length === 0 ? "" : `WHERE ${narrowed.join(" AND ")}`;
      return page(`FROM ckan_dataset AS dataset ${where}`, "dataset.modified DESC, dataset.id");
    }
    const all = terms.terms.map(matchOf).join(" AND ");
    const not = terms.without.map(matchOf).join(" OR ");
    values.match = not === "" ? all : `(${all}) NOT (${not})`;
    const where = ["ckan_text MATCH @match", ...narrowed].join(" AND ");
    return page(
      `FROM ckan_text JOIN ckan_dataset AS dataset ON dataset.id = ckan_text.rowid WHERE ${where}`,
      "bm25(ckan_text, 8.0, 1.0, 2.0), dataset.id",
    );

    function page(from: string, order: string): { total: number; rows: DatasetHit[] } {
      const total = sql(`SELECT count(*) ${from}`).pluck().get(values) as number;
      const rows = sql(
        `SELECT dataset.* ${from} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
      ).all(values) as Row[];
      return { total, rows: rows.map(hitOf) };
    }
  }

  /** Datasets that hold some of the words, the best first, with what they say of themselves. */
  function findAny(words: readonly string[], limit: number): { hit: DatasetHit; said: string }[] {
    if (words.length === 0) return [];
    const match = words.map((word) => matchOf({ words: [word], exact: false })).join(" OR ");
    const rows = sql(
      `SELECT dataset.* FROM ckan_text JOIN ckan_dataset AS dataset ON dataset.id = ckan_text.rowid
       WHERE ckan_text MATCH ? ORDER BY bm25(ckan_text, 8.0, 1.0, 2.0), dataset.id LIMIT ?`,
    ).all(match, limit) as Row[];
    return rows.map((row) => {
      const { tags, notes } = JSON.parse(row.detail) as Detail;
      return { hit: hitOf(row), said: [row.title, ...tags, notes.slice(0, 600)].join("\n") };
    });
  }

  function get(id: string): CatalogueDataset | null {
    const row = sql("SELECT * FROM ckan_dataset WHERE id = ?").get(Number(id) || 0) as
      | Row
      | undefined;
    if (row === undefined) return null;
    return { ...hitOf(row), ...(JSON.parse(row.detail) as Detail) };
  }

  return {
    put,
    keepOnly,
    find,
    findAny,
    get,
    has: (name: string): boolean =>
      sql("SELECT 1 FROM ckan_dataset WHERE name = ?").get(name) !== undefined,
    count: (): number => sql("SELECT count(*) FROM ckan_dataset").pluck().get() as number,
    organizations: () =>
      sql(
        `SELECT organization AS name, count(*) AS count FROM ckan_dataset
         WHERE organization <> '' GROUP BY organization ORDER BY 2 DESC, 1 LIMIT 200`,
      ).all() as { name: string; count: number }[],
    formats(): { name: string; count: number }[] {
      const counts = new Map<string, number>();
      for (const row of sql("SELECT formats FROM ckan_dataset").pluck().iterate()) {
        for (const format of (row as string).split("|").filter(Boolean)) {
          counts.set(format, (counts.get(format) ?? 0) + 1);
        }
      }
      return [...counts]
        .map(([name, count]) => ({ name, count }))
        .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
        .slice(0, 40);
    },
    clear(): void {
      sql("DELETE FROM ckan_dataset").run();
      db.exec("INSERT INTO ckan_text (ckan_text) VALUES ('delete-all')");
    },
  };
}
