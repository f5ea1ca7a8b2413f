import { createContext, useContext } from "react";
import type { ResultOf } from "#shared/contract.ts";
import type { Office } from "#shared/office.ts";

type AppState = ResultOf<"app.state">;
export type KnownUser = AppState["users"][number];

/** The office that is open and who works in it; there once both are known. */
export type Session = {
  app: AppState;
  office: Office;
  user: KnownUser;
  /** Today in the office's zone, `YYYY-MM-DD`. */
  today: string;
};

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

/** For screens behind the choice of the user. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useSession before a user is chosen");
  return session;
}
