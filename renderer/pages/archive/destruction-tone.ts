import type { Destruction } from "#shared/retention/contract.ts";
import type { ChipTone } from "../../text/request.ts";

const TONES: Record<Destruction["status"], ChipTone> = {
  proposed: "warn",
  approved: "run",
  started: "warn",
  executed: "ok",
  withdrawn: "mute",
};

export const toneOf = (status: Destruction["status"]): ChipTone => TONES[status];
