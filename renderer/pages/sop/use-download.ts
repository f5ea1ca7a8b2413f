import type { ResultOf } from "#shared/contract.ts";
import type { Result } from "#shared/errors.ts";
import { downloadPath } from "#shared/window.ts";
import { useServices } from "../../store/services.ts";

/** Hands over a file that the core has made, and says so; or says why there is none. */
export function useDownload(): (
  made: Result<ResultOf<"sop.template">>,
  told: (name: string) => string,
) => void {
  const { host, notices } = useServices();
  return (made, told) => {
    if (!made.ok) {
      notices.fail(made.error);
      return;
    }
    const { download, name } = made.value;
    if (download !== null) host.download(downloadPath(download), name);
    notices.tell(told(name));
  };
}
