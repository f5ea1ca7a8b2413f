import type { ParamsIn } from "#shared/contract.ts";
import { blankRow, type ItemRow } from "./item-rows.ts";

/** The form as it is filled in: every field of the contract has its value. */
export type Intake = Required<Omit<ParamsIn<"request.create">, "letterInHand" | "items">> & {
  items: ItemRow[];
};

/** `today` is the day the letter came in unless it is changed. */
export function emptyIntake(today: string): Intake {
  return {
    sop: "",
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
