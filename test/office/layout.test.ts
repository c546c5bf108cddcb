import { expect, it } from "vitest";
import { BODY_WIDTH, widthsOf } from "../../src/office/layout.js";

it("gives columns the width that their cells ask for, long sentences less, and every word its room", () => {
  const [first = 0, second = 0, third = 0] = widthsOf({
    block: "table",
    caption: "",
    columns: [{ heading: "Subject" }, { heading: "Answer" }, { heading: "n" }],
    rows: [["kalendermåneder", "a sentence of many words ".repeat(12), "7"]],
  });
  expect(first + second + third).toBeLessThanOrEqual(BODY_WIDTH);
  expect(second).toBeGreaterThan(first);
  expect(second / first).toBeLessThan(5); // and not 20, as its length would ask
  expect(first / third).toBeCloseTo(17 / 7, 2); // its 15 letters and two, beside the least of 7
});
