import type { Fonts } from "./fonts.ts";
import type { Look, Page } from "./page.ts";
import type { Typeset } from "./typeset.ts";

/** What the parts of one document are set with. */
export type Press = { typeset: Typeset; fonts: Fonts; page: Page; look: Look };
