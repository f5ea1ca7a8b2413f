import { createContext, useContext } from "react";
import { createBrowserBridge } from "../api/bridge-transport.ts";
import { type Client, createClient } from "../api/client.ts";
import { createHost, type Host } from "../api/host.ts";
import type { Transport } from "../api/transport.ts";
import { createUpload, type Upload } from "../api/upload.ts";
import { createWindowTransport } from "../api/window-transport.ts";
import { createHashLocation, type HashLocation } from "../frame/hash-location.ts";
import { createNotices, type Notices } from "./notices.ts";
import { createQueries, type Queries } from "./queries.ts";
import { createReminders, type Reminders } from "./reminders.ts";
import { createQuestions, type Questions } from "./questions.ts";
import { createTheme, type ThemeStore } from "./theme.ts";
import { createUnsaved, type Unsaved } from "./unsaved.ts";
import { createUserStore, type UserStore } from "./user.ts";

/** Everything a screen needs beyond its props; made once for the window. */
export type Services = {
  transport: Transport;
  client: Client;
  queries: Queries;
  upload: Upload;
  host: Host;
  user: UserStore;
  notices: Notices;
  questions: Questions;
  unsaved: Unsaved;
  theme: ThemeStore;
  reminders: Reminders;
  location: HashLocation;
};

export function createServices(
  transport: Transport = window.lajur === undefined
    ? createBrowserBridge()
    : createWindowTransport(window.lajur),
): Services {
  const user = createUserStore(sessionStorage);
  const client = createClient(transport, () => user.getState().id);
  const queries = createQueries(client);
  // What was pushed while the line was down is not known, so everything may be stale.
  transport.onLine((line) => {
    if (line === "open") queries.invalidate(null);
  });
  const questions = createQuestions();
  const unsaved = createUnsaved(questions);
  const location = createHashLocation(unsaved);
  return {
    transport,
    client,
    queries,
    upload: createUpload(client),
    host: createHost(window.lajur),
    user,
    notices: createNotices(),
    questions,
    unsaved,
    theme: createTheme(localStorage, document.documentElement),
    reminders: createReminders(localStorage, (to) => location.go(to)),
    location,
  };
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error("useServices outside ServicesProvider");
  return services;
}
