import { downloadPath } from "#shared/window.ts";
import { useServices } from "../../store/services.ts";
import { useAction } from "../../store/use-action.ts";

/** Downloads a file of a request of another office, by its path in the bundle. */
export function useImportedFile(id: string): {
  pending: boolean;
  fetch: (file: string) => Promise<void>;
} {
  const { host, notices } = useServices();
  const action = useAction("bundle.file");
  return {
    pending: action.pending,
    async fetch(file) {
      const made = await action.run({ id, file });
      if (!made.ok) {
        notices.fail(made.error);
        return;
      }
      const { download, name } = made.value;
      if (download !== null) host.download(downloadPath(download), name);
    },
  };
}
