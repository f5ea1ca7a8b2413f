import type { CallContext } from "#core/types.ts";
import type { RetentionRule } from "#shared/retention/rules.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";

/** A made-up office with a schedule, two users, and a clock that a test moves. */
export type RetentionOffice = {
  lajur: TestCore;
  first: CallContext;
  second: CallContext;
  clock: { now: string };
};

export const rule = (
  code: string,
  active: number,
  inactive: number,
  fate: RetentionRule["fate"] = "destroy",
): RetentionRule => ({
  code,
  active: { years: active, months: 0 },
  inactive: { years: inactive, months: 0 },
  fate,
  note: "",
});

export const RULES = [
  rule("500.14", 1, 1),
  rule("000.5", 1, 1, "permanent"),
  rule("500.12", 1, 1, "review"),
];

export async function openOffice(): Promise<RetentionOffice> {
  const clock = { now: "2026-11-20T02:00:00Z" };
  const lajur = openCore({ now: () => Date.parse(clock.now) });
  await lajur.call("demo.fill", {});
  await lajur.call("retention.save", { rules: RULES });
  const users = (await lajur.call("user.list", {})).filter(({ active }) => active);
  const context = (at: number): CallContext => ({
    origin: "window",
    user: users[at]?.id ?? null,
  });
  return { lajur, first: context(0), second: context(1), clock };
}

/** A request that is closed at once, with its classification. */
export async function closedRequest(
  { lajur }: RetentionOffice,
  classification: string,
  name = "Ratna Kusuma",
): Promise<string> {
  const { id } = await lajur.call("request.create", {
    ...intake,
    requester: { kind: "individual", name, identity: "352011" },
  });
  await lajur.call("retention.file", {
    request: id,
    classification,
    place: { rack: "2", box: "14", folder: "3" },
  });
  await lajur.call("request.cancel", { request: id, reason: "Dicabut pemohon." });
  return id;
}

export const YEARS_LATER = "2029-01-02T02:00:00Z";
