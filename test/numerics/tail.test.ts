import { expect, it } from "vitest";
import { otherTail } from "../../src/numerics/index.js";

it("turns each tail into the other", () => {
  expect(otherTail("lower")).toBe("upper");
  expect(otherTail("upper")).toBe("lower");
});
