import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { Router } from "wouter";
import { useServices } from "../store/services.ts";

/** Gives wouter the window's own location, so that links and routes work in the fragment. */
export function HashRouter({ children }: { children: ReactNode }) {
  const { location } = useServices();
  const hook = useMemo(
    () =>
      Object.assign(
        (): [string, typeof location.go] => [
          useSyncExternalStore(location.subscribe, location.path),
          location.go,
        ],
        {
          hrefs: (href: string) => `#${href}`,
          searchHook: () => useSyncExternalStore(location.subscribe, location.search),
        },
      ),
    [location],
  );
  return <Router hook={hook}>{children}</Router>;
}
