import "./frame.css";
import { lazy, Suspense } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { Page } from "../components/page.tsx";
import { HomePage } from "../pages/home/home-page.tsx";
import { useSession } from "../store/session.ts";
import { useQuery } from "../store/use-query.ts";
import { conflictsText } from "../text/conflicts.ts";
import { dispositionText } from "../text/disposition.ts";
import { frameText } from "../text/frame.ts";
import { incomingText } from "../text/incoming.ts";
import { searchText } from "../text/search.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { useDueNotifier } from "./due-notifier.ts";
import { TopBar } from "./top-bar.tsx";

const RequestsPage = lazy(async () => ({
  default: (await import("../pages/requests/requests-page.tsx")).RequestsPage,
}));
const IntakePage = lazy(async () => ({
  default: (await import("../pages/intake/intake-page.tsx")).IntakePage,
}));
const RequestPage = lazy(async () => ({
  default: (await import("../pages/request/request-page.tsx")).RequestPage,
}));
const IncomingPage = lazy(async () => ({
  default: (await import("../pages/incoming/incoming-page.tsx")).IncomingPage,
}));
const IncomingItemPage = lazy(async () => ({
  default: (await import("../pages/incoming/incoming-item-page.tsx")).IncomingItemPage,
}));
const ConflictsPage = lazy(async () => ({
  default: (await import("../pages/conflicts/conflicts-page.tsx")).ConflictsPage,
}));
const DispositionsPage = lazy(async () => ({
  default: (await import("../pages/dispositions/dispositions-page.tsx")).DispositionsPage,
}));
const LettersPage = lazy(async () => ({
  default: (await import("../pages/letters/letters-page.tsx")).LettersPage,
}));
const SopsPage = lazy(async () => ({
  default: (await import("../pages/sop/sops-page.tsx")).SopsPage,
}));
const SopPage = lazy(async () => ({
  default: (await import("../pages/sop/sop-page.tsx")).SopPage,
}));
const ComparePage = lazy(async () => ({
  default: (await import("../pages/sop/compare-page.tsx")).ComparePage,
}));
const WorkPage = lazy(async () => ({
  default: (await import("../pages/work/work-page.tsx")).WorkPage,
}));
const SopEditorPage = lazy(async () => ({
  default: (await import("../pages/sop-editor/editor-page.tsx")).SopEditorPage,
}));
const BooksPage = lazy(async () => ({
  default: (await import("../pages/sop-book/books-page.tsx")).BooksPage,
}));
const BookPage = lazy(async () => ({
  default: (await import("../pages/sop-book/book-page.tsx")).BookPage,
}));
const RegistersPage = lazy(async () => ({
  default: (await import("../pages/registers/registers-page.tsx")).RegistersPage,
}));
const TemplateEditorPage = lazy(async () => ({
  default: (await import("../pages/template-editor/editor-page.tsx")).TemplateEditorPage,
}));
const ArchivePage = lazy(async () => ({
  default: (await import("../pages/archive/archive-page.tsx")).ArchivePage,
}));
const ImportedPage = lazy(async () => ({
  default: (await import("../pages/archive/imported-page.tsx")).ImportedPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import("../pages/settings/settings-page.tsx")).SettingsPage,
}));

/** Menu, top bar and the page between them. */
export function Frame() {
  const { app, office } = useSession();
  useDueNotifier();
  return (
    <div className="frame">
      <a className="skip" href="#isi" onClick={focusContent}>
        {frameText.skip}
      </a>
      <TopBar />
      <Menu office={office.name} />
      <main id="isi" className="content" tabIndex={-1}>
        {app.safeMode !== null && (
          <p className="demo" role="alert">
            <strong>{frameText.safeMode}.</strong> {app.safeMode.message}{" "}
            <Link href="/pengaturan/arsip">{frameText.toCheck}</Link>
          </p>
        )}
        {app.clockOff && (
          <p className="demo" role="alert">
            <strong>{frameText.clockOff}.</strong> {frameText.clockOffHelp}
          </p>
        )}
        {app.demo && (
          <p className="demo">
            <strong>{frameText.demo}.</strong> {frameText.demoHelp}
          </p>
        )}
        <div className="content-page">
          <ErrorBoundary>
            <Suspense fallback={null}>
              <Pages />
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
    </div>
  );
}

function Pages() {
  const [path] = useLocation();
  return (
    <Switch location={path}>
      <Route path="/" component={HomePage} />
      <Route path="/permohonan" component={RequestsPage} />
      <Route path="/permohonan/baru" component={IntakePage} />
      <Route path="/permohonan/:id" component={RequestPage} />
      <Route path="/kegiatan/baru" component={WorkPage} />
      <Route path="/masuk" component={IncomingPage} />
      <Route path="/masuk/:id" component={IncomingItemPage} />
      <Route path="/perlu-keputusan" component={ConflictsPage} />
      <Route path="/disposisi" component={DispositionsPage} />
      <Route path="/surat" component={LettersPage} />
      <Route path="/sop" component={SopsPage} />
      <Route path="/sop/buku" component={BooksPage} />
      <Route path="/sop/buku/:id" component={BookPage} />
      <Route path="/sop/draf/:id" component={SopEditorPage} />
      <Route path="/sop/:id" component={SopPage} />
      <Route path="/sop/:id/banding" component={ComparePage} />
      <Route path="/buku" component={RegistersPage} />
      <Route path="/templat/:id" component={TemplateEditorPage} />
      <Route path="/arsip" component={ArchivePage} />
      <Route path="/arsip/:bagian" component={ArchivePage} />
      <Route path="/arsip/kantor-lain/:id" component={ImportedPage} />
      <Route path="/pengaturan" component={SettingsPage} />
      <Route path="/pengaturan/:bagian" component={SettingsPage} />
      <Route>
        <Page title={frameText.pageUnknown}>
          <p>{frameText.pageUnknownHelp}</p>
          <p>
            <Link href="/">{frameText.toHome}</Link>
          </p>
        </Page>
      </Route>
    </Switch>
  );
}

function Menu({ office }: { office: string }) {
  const [path] = useLocation();
  const running = useQuery("request.list", { status: "running", limit: 1 });
  const count = running.data?.total ?? 0;
  const mine = useQuery("disposition.list", { limit: 1 });
  const tasks = mine.data?.total ?? 0;
  const came = useQuery("incoming.list", {}).data?.waiting ?? 0;
  const joined = useQuery("handover.offices", {}).data?.joined === true;
  // An office without a portal gets nothing from one.
  const conflicts = useQuery("request.list", { conflict: true, limit: 1 }).data?.total ?? 0;
  const items = ITEMS.filter(({ href }) => {
    if (href === INCOMING) return joined || came > 0;
    return href !== CONFLICTS || conflicts > 0 || path.startsWith(CONFLICTS);
  });
  return (
    <nav className="menu" aria-label={frameText.nav}>
      {items.map(({ href, label, within }) => {
        const here = href === "/" ? path === "/" : within.some((under) => path.startsWith(under));
        return (
          <Link
            key={href}
            href={href}
            className={here ? "menu-item menu-here" : "menu-item"}
            aria-current={here ? "page" : undefined}
          >
            {label}
            {href === "/permohonan" && count > 0 && (
              <span className="menu-count" title={frameText.running(count)}>
                {count}
              </span>
            )}
            {href === INCOMING && came > 0 && (
              <span className="menu-count" title={incomingText.count(came)}>
                {came}
              </span>
            )}
            {href === CONFLICTS && conflicts > 0 && (
              <span className="menu-count" title={conflictsText.menuCount(conflicts)}>
                {conflicts}
              </span>
            )}
            {href === "/disposisi" && tasks > 0 && (
              <span className="menu-count" title={dispositionText.forYou(tasks)}>
                {tasks}
              </span>
            )}
          </Link>
        );
      })}
      <p className="menu-office">
        <bdi>{office}</bdi>
      </p>
    </nav>
  );
}

const CONFLICTS = "/perlu-keputusan";
const INCOMING = "/masuk";
const ITEMS = [
  { href: "/", label: frameText.home, within: [] },
  { href: INCOMING, label: incomingText.title, within: [INCOMING] },
  { href: CONFLICTS, label: conflictsText.title, within: [CONFLICTS] },
  { href: "/permohonan", label: frameText.requests, within: ["/permohonan", "/kegiatan"] },
  { href: "/disposisi", label: dispositionText.title, within: ["/disposisi"] },
  { href: "/surat", label: frameText.letters, within: ["/surat", "/buku"] },
  { href: "/sop", label: frameText.sop, within: ["/sop"] },
  { href: "/arsip", label: searchText.archive, within: ["/arsip"] },
  { href: "/pengaturan", label: frameText.settings, within: ["/pengaturan", "/templat"] },
];

/** The fragment is the screen's address, so the skip link moves the focus instead of the page. */
function focusContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById("isi")?.focus();
}
