import { expect, it } from "vitest";
import { expected, labels, open, protocol } from "../../examples/tenders.js";

it("says what Odense expects, what it leaves open, and what is wrong with Aabenraa's labels", () => {
  expect(expected.share).toBeCloseTo(0.394, 12);
  expect(open).toContain("The text doesn't say how citizens are allocated to units.");
  expect(protocol.targets?.map(({ share }) => share)).toEqual([0.9, 0.75, 0.5, 0.3, 0.15]);
  expect(labels.finding).toBe("otherwise-labeled");
});
