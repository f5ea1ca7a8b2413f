import type { ParamsIn } from "#shared/contract.ts";
import { blankRow, type ItemRow } from "./item-rows.ts";

type Params = ParamsIn<"request.create">;

/** The form as it is filled in: every field that a service needs has its value. */
export type Intake = Required<Omit<Params, "letterInHand" | "items" | "requester" | "period">> & {
  items: ItemRow[];
  requester: NonNullable<Params["requester"]>;
};

/** `today` is the day the letter came in and `sop` the SOP it follows unless they are changed. */
export function emptyIntake(today: string, sop: string): Intake {
  return {
    sop,
    subject: "",
    requester: {
      kind: "individual",
      name: "",
      identity: "",
      institution: "",
      address: "",
      phone: "",
      email: "",
    },
    items: [blankRow(), blankRow(), blankRow()],
    purpose: "",
    delivery: "pickup",
    letter: { number: "", date: "" },
    received: today,
  };
}
