import { useState } from "react";
import type { ParamsIn } from "#shared/contract.ts";
import { bytesOfBase64 } from "../../api/host.ts";
import { useServices } from "../../store/services.ts";
import { paperText } from "../../text/paper.ts";

/** Draws a letter in another form than the one on the screen, and saves it where the person says. */
export function useSaveDrawn() {
  const { client, host, notices } = useServices();
  const [pending, setPending] = useState(false);

  /** Whether it was saved; what failed has been told. */
  async function save(params: ParamsIn<"document.render">): Promise<boolean> {
    setPending(true);
    const drawn = await client.call("document.render", params);
    setPending(false);
    if (!drawn.ok) {
      notices.fail(drawn.error);
      return false;
    }
    const { pdf: bytes, name } = drawn.value;
    if (bytes === null) return false;
    const saved = await host.saveFile(bytesOfBase64(bytes), name);
    if (!saved.ok) notices.fail(saved.error);
    else if (saved.value) notices.tell(paperText.saved(name));
    return saved.ok && saved.value;
  }

  return { save, pending };
}
