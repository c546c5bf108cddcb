import { expect, it } from "vitest";
import { logComplement } from "../../src/numerics/logProbability.js";
import { EPSILON } from "./support/index.js";

it("is ln(1 − p) from ln p at both ends", () => {
  expect(logComplement(Math.log(0.75))).toBeNear(Math.log(0.25), 4 * EPSILON);
  expect(logComplement(-1e-20)).toBeNear(Math.log(1e-20), 2 * EPSILON);
  expect(logComplement(-50)).toBeNear(-Math.exp(-50), 2 * EPSILON);
  expect(logComplement(-Infinity)).toBe(-0);
  expect(logComplement(0)).toBe(-Infinity);
});
