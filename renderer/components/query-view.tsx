import type { ReactNode } from "react";
import type { Query } from "../store/use-query.ts";
import { commonText } from "../text/common.ts";
import { Button } from "./button.tsx";
import { ErrorNote } from "./note.tsx";

/** What a query knows: its data, progress once it takes long, or why there is none. */
export function QueryView<T>({
  query,
  children,
}: {
  query: Query<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.error !== null && query.data === undefined) {
    return (
      <ErrorNote
        actions={
          <Button small onPress={query.reload}>
            {commonText.retry}
          </Button>
        }
      >
        {query.error.message}
      </ErrorNote>
    );
  }
  if (query.data === undefined) {
    return query.slow ? (
      <p className="muted" role="status">
        {commonText.loading}
      </p>
    ) : null;
  }
  return children(query.data);
}
