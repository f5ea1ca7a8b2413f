import type { ReactNode } from "react";
import type { ResultOf } from "#shared/contract.ts";
import { QueryView } from "../components/query-view.tsx";
import { FirstStart } from "../pages/first-start/first-start.tsx";
import { Who } from "../pages/who/who.tsx";
import { useUserId } from "../store/hooks.ts";
import { type Session, SessionProvider } from "../store/session.ts";
import { useToday } from "../store/use-now.ts";
import { useQuery } from "../store/use-query.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Frame } from "./frame.tsx";
import { LineGate } from "./line-gate.tsx";
import { Notices } from "./notices.tsx";
import { QuestionDialog } from "./question-dialog.tsx";
import { HashRouter } from "./router.tsx";

/** The window: line, then office, then person, then the frame with its pages. */
export function App() {
  return (
    <HashRouter>
      <ErrorBoundary>
        <LineGate>
          <Office />
        </LineGate>
      </ErrorBoundary>
      <QuestionDialog />
      <Notices />
    </HashRouter>
  );
}

function Office() {
  const query = useQuery("app.state", {});
  return <QueryView query={query}>{(app) => <Person app={app} />}</QueryView>;
}

function Person({ app }: { app: ResultOf<"app.state"> }) {
  const id = useUserId();
  const active = app.users.filter((user) => user.active);
  if (app.office === null || active.length === 0) return <FirstStart app={app} />;
  const user = active.find((one) => one.id === id);
  if (user === undefined) return <Who users={active} office={app.office} />;
  return (
    <SignedIn app={app} office={app.office} user={user}>
      <Frame />
    </SignedIn>
  );
}

function SignedIn({ children, ...known }: Omit<Session, "today"> & { children: ReactNode }) {
  const today = useToday(known.office.zone);
  return <SessionProvider value={{ ...known, today }}>{children}</SessionProvider>;
}
