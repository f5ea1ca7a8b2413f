import { describe, expect, it } from "vitest";
import { extensionDays } from "#shared/request/model.ts";
import {
  answerDeadline,
  answerDue,
  filingDeadline,
  objectionDeadline,
} from "#shared/time/legal.ts";
import { at, perpres } from "./calendars.ts";

describe("the legal clock of UU 14/2008", () => {
  it("gives ten working days from registration", () => {
    const found = answerDeadline({ start: at("2025-03-24 09:00"), calendar: perpres });
    expect(found).toMatchObject({ kind: "due", due: at("2025-04-16 16:00"), fair: null });
  });

  it("counts a registration after hours from the next working day", () => {
    const found = answerDeadline({ start: at("2025-07-04 17:00"), calendar: perpres });
    expect(found).toMatchObject({ due: at("2025-07-21 16:00") });
  });

  it("is extended by at most seven working days", () => {
    const input = { start: at("2025-07-07 09:00"), calendar: perpres };
    expect(answerDeadline(input)).toMatchObject({ due: at("2025-07-21 16:00") });
    expect(answerDeadline(input, 1)).toMatchObject({ due: at("2025-07-22 16:00") });
    expect(answerDeadline(input, 7)).toMatchObject({ due: at("2025-07-30 16:00") });
    expect(answerDue(input, 7)).toBe(at("2025-07-30 16:00"));
    expect(extensionDays.safeParse(7).success).toBe(true);
    for (const wrong of [0, 8, 1.5, -1]) expect(extensionDays.safeParse(wrong).success).toBe(false);
  });

  it("gives thirty working days to object and thirty to answer", () => {
    const input = { start: at("2025-07-07 09:00"), calendar: perpres };
    // Four full weeks to 1 August make 19, ten days to 15 August 29, then 19 August.
    expect(filingDeadline(input)).toMatchObject({ due: at("2025-08-19 16:00") });
    expect(objectionDeadline(input)).toMatchObject({ due: at("2025-08-19 16:00") });
  });
});
