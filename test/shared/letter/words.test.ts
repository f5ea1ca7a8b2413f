import { describe, expect, test } from "vitest";
import { counted, deliveryWord, groupedNip, spelled } from "#shared/letter/words.ts";

describe("numbers and words on letters", () => {
  test("a NIP is grouped 8 6 1 3", () => {
    expect(groupedNip("197605201995112001")).toBe("19760520 199511 2 001");
    expect(groupedNip("")).toBe("");
  });

  test.each([
    [1, "satu"],
    [10, "sepuluh"],
    [11, "sebelas"],
    [12, "dua belas"],
    [20, "dua puluh"],
    [45, "empat puluh lima"],
    [100, "seratus"],
    [111, "seratus sebelas"],
    [300, "tiga ratus"],
    [999, "sembilan ratus sembilan puluh sembilan"],
    [1000, "seribu"],
  ])("%i is spelled %s", (value, words) => {
    expect(spelled(value)).toBe(words);
  });

  test("a count carries its words in brackets", () => {
    expect(counted(3)).toBe("3 (tiga)");
  });
});

test("a way of delivery that is not known stays as it is", () => {
  expect(deliveryWord("email")).toBe("Pos-el");
  expect(deliveryWord("merpati")).toBe("merpati");
});
