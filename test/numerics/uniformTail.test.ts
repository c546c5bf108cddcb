import { describe, expect, it } from "vitest";
import { normalCdf, stirlingError } from "../../src/numerics/index.js";
import { uniformTail } from "../../src/numerics/uniformTail.js";
import { EPSILON } from "./support/index.js";

describe("uniformTail", () => {
  it("without skewness and bend is the normal tail", () => {
    for (const zeta of [0, 0.5, 3, 8]) {
      const scaled = normalCdf(zeta, "upper") * Math.exp((zeta * zeta) / 2);
      expect(uniformTail(zeta, 0, 0, 1)).toBeNear(scaled, 20 * EPSILON * (1 + zeta * zeta));
    }
  });

  it("splits 1 between the two sides of the mean", () => {
    // Both tails of Γ(a) at its mean: slopes ±1/√a
    for (const a of [2000, 1e6, 1e12]) {
      const constant = Math.exp(-stirlingError(a));
      const sum =
        uniformTail(0, 1 / Math.sqrt(a), 0, constant) + uniformTail(0, -1 / Math.sqrt(a), 0, constant);
      expect(sum).toBeNear(1, 4 * EPSILON);
    }
  });

  it("gives half to each side of a symmetric beta", () => {
    for (const a of [2000, 1e6]) {
      const constant = Math.exp(stirlingError(2 * a) - 2 * stirlingError(a));
      expect(uniformTail(0, 0, 1 / (2 * a), constant)).toBeNear(0.5, 2 * EPSILON);
    }
  });
});
