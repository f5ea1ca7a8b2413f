import { z } from "zod";
import { line, optionalLine } from "#shared/text.ts";

/** Where the paper of a request lies: rak, boks, folder. Empty for what is not said. */
export const placeSchema = z.strictObject({
  rack: optionalLine(40),
  box: optionalLine(40),
  folder: optionalLine(40),
});
export type Place = z.infer<typeof placeSchema>;

export const NO_PLACE: Place = { rack: "", box: "", folder: "" };

export const hasPlace = ({ rack, box, folder }: Place): boolean =>
  rack !== "" || box !== "" || folder !== "";

/** "Rak 2, boks 14, folder 3"; empty where nothing is said. */
export const placeWords = ({ rack, box, folder }: Place): string => {
  const words = [
    rack === "" ? "" : `rak ${rack}`,
    box === "" ? "" : `boks ${box}`,
    folder === "" ? "" : `folder ${folder}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A code of the classification, or none. */
export const optionalCode = optionalLine(40).refine((code) => !/\s/.test(code), {
  error: "code_invalid",
});

/** Where archives go: to the unit that keeps inactive ones, or to the region's archive for good. */
export const DESTINATIONS = ["inactive", "institution"] as const;
export type Destination = (typeof DESTINATIONS)[number];

export const DECISIONS = ["destroy", "permanent", "extend"] as const;
export type Decision = (typeof DECISIONS)[number];

/** Requests that one order, one paper or one proposal takes together. */
export const MAX_TOGETHER = 2000;

export const chosenRequests = z.array(line(80)).min(1).max(MAX_TOGETHER);

/** Shown in place of the words of a request that has been destroyed. */
export const DESTROYED = "(berkas telah dimusnahkan)";
