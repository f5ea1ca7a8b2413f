import "./archive.css";
import { lazy, type LazyExoticComponent, type ComponentType, Suspense } from "react";
import { Link, useParams } from "wouter";
import { Page } from "../../components/page.tsx";
import { importedText } from "../../text/bundle.ts";
import { catalogueText } from "../../text/ckan.ts";
import { retentionText } from "../../text/retention.ts";
import { searchText } from "../../text/search.ts";

type Section = { id: string; label: string; view: LazyExoticComponent<ComponentType> };

const SEARCH: Section = {
  id: "",
  label: searchText.tab,
  view: lazy(async () => ({ default: (await import("./search-tab.tsx")).SearchTab })),
};
const SECTIONS: Section[] = [
  SEARCH,
  {
    id: "retensi",
    label: retentionText.tab,
    view: lazy(async () => ({ default: (await import("./retention-tab.tsx")).RetentionTab })),
  },
  {
    id: "kantor-lain",
    label: importedText.tab,
    view: lazy(async () => ({ default: (await import("./imported-tab.tsx")).ImportedTab })),
  },
  {
    id: "katalog",
    label: catalogueText.tab,
    view: lazy(async () => ({
      default: (await import("../catalogue/catalogue-tab.tsx")).CatalogueTab,
    })),
  },
];

/** What the office keeps: found again, kept as long as it must be, taken over from others. */
export function ArchivePage() {
  const { bagian = "" } = useParams();
  const chosen = SECTIONS.find(({ id }) => id === bagian) ?? SEARCH;
  const View = chosen.view;
  return (
    <Page title={searchText.archive}>
      <nav className="archive-tabs" aria-label={searchText.sections}>
        {SECTIONS.map(({ id, label }) => (
          <Link
            key={id}
            href={id === "" ? "/arsip" : `/arsip/${id}`}
            className="archive-tab"
            aria-current={id === chosen.id ? "page" : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Suspense fallback={null}>
        <View />
      </Suspense>
    </Page>
  );
}
