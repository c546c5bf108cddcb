import { describe, expect, it } from "vitest";
import { knownCount, rateBounds } from "../../src/effects/rates.js";
import type { ArmCounts } from "../../src/outcomes/index.js";

function counts(success: number, failure: number, unknown: number): ArmCounts {
  const mature = success + failure + unknown;
  return { allocated: mature, mature, success, failure, unknown, pending: 0, excluded: 0 };
}

describe("the rates of an arm", () => {
  it("leave the unknown out of the denominator", () => {
    expect(knownCount(counts(3, 5, 2))).toEqual({ events: 3, total: 8 });
  });

  it("have the unknown as failures and as successes for bounds", () => {
    expect(rateBounds(counts(3, 5, 2))).toEqual({ lower: 0.3, upper: 0.5 });
    expect(rateBounds(counts(3, 5, 0))).toEqual({ lower: 3 / 8, upper: 3 / 8 });
    expect(rateBounds(counts(0, 0, 4))).toEqual({ lower: 0, upper: 1 });
    expect(rateBounds(counts(0, 0, 0))).toEqual({ lower: null, upper: null });
  });
});
