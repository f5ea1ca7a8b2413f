import { useServices } from "../store/services.ts";
import { catalogueText as text } from "../text/ckan.ts";
import { Button } from "./button.tsx";

/** An address outside of Lajur: opened in the browser, or copied. */
export function OutLink({ url }: { url: string }) {
  const { notices } = useServices();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      notices.tell(text.copied);
    } catch {
      // The window was not in front, or the browser does not allow it.
      notices.fail({ code: "internal", message: text.notCopied });
    }
  }
  return (
    <span className="out-link">
      <a className="button button-plain button-small" href={url} target="_blank" rel="noreferrer">
        {text.open}
      </a>
      <Button small icon="copy" onPress={() => void copy()}>
        {text.copy}
      </Button>
    </span>
  );
}
