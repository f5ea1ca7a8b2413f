import { unsavedText } from "../text/common.ts";
import type { Questions } from "./questions.ts";

export type Unsaved = ReturnType<typeof createUnsaved>;

/**
 * Forms with changes that were not saved. Leaving asks once, naming them; whoever answers yes
 * leaves them behind.
 */
export function createUnsaved(questions: Questions) {
  const forms = new Map<symbol, string>();
  return {
    /** Marks a form as changed; the returned function takes the mark away. */
    hold(what: string): () => void {
      const key = Symbol(what);
      forms.set(key, what);
      return () => {
        forms.delete(key);
      };
    },
    any: () => forms.size > 0,
    /** True when nothing would be lost or the person agrees to lose it. */
    async mayLeave(): Promise<boolean> {
      if (forms.size === 0) return true;
      const agreed = await questions.ask(unsavedText([...new Set(forms.values())]));
      if (agreed) forms.clear();
      return agreed;
    },
  };
}
