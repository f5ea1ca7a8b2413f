import type { DispositionTask } from "#shared/disposition/contract.ts";

/** Where a disposition stands in the chain of its request. */
export const chainHref = ({
  request,
  disposition,
}: Pick<DispositionTask, "request" | "disposition">): string =>
  `/permohonan/${request}?tab=letters&disposisi=${encodeURIComponent(disposition)}`;
