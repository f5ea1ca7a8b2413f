import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { Router } from "wouter";
import { useServices } from "../store/services.ts";
import type { HashLocation } from "./hash-location.ts";

/** Gives wouter the window's own location, so that links and routes work in the fragment. */
export function HashRouter({ children }: { children: ReactNode }) {
  const { location } = useServices();
  const hook = useMemo(() => hooksOf(location), [location]);
  return <Router hook={hook}>{children}</Router>;
}

function hooksOf(location: HashLocation) {
  const useSearch = (): string => useSyncExternalStore(location.subscribe, location.search);
  const useLocation = (): [string, HashLocation["go"]] => [
    useSyncExternalStore(location.subscribe, location.path),
    location.go,
  ];
  return Object.assign(useLocation, {
    hrefs: (href: string) => `#${href}`,
    searchHook: useSearch,
  });
}
