// Vinokur, Price & Schul (1995), American Journal of Community Psychology 23, 39–74: JOBS II, workshops for people who
// look for work. Of 600 who were offered a place 372 took it, and 207 were employed afterwards; of 299 who
// weren't, 86 (the subset that R's package mediation carries). Who of those employed took part isn't among these
// counts; nothing below hangs on it, which the test checks by trying the extremes.
import { describe, expect, it } from "vitest";
import { adjustedDifference, complierEffect } from "../../src/inference/index.js";

const rows = 899;
const assigned = Array.from({ length: rows }, (_, i) => Number(i < 600));
const response = Array.from({ length: rows }, (_, i) => Number(i < 207 || (i >= 600 && i < 686)));
const tookPart = (from: number): number[] => assigned.map((_, i) => Number(i >= from && i < from + 372));

describe("Vinokur, Price & Schul (1995)", () => {
  it("5.7 percentage points more were employed of those offered a place, with Wald's standard error of 3.26", () => {
    const { estimate, standardError } = adjustedDifference(
      { treatment: assigned, response },
      { method: "difference-in-means", covariance: "hc0" },
    );
    expect(estimate).toBeCloseTo(0.0573746, 7);
    expect(standardError).toBeCloseTo(0.032587, 6);
  });

  it.each([
    ["all employed took part", 0],
    ["hardly any did", 207],
  ])("9.3 points of those who take a place if offered one, though %s", (_, from) => {
    const { estimate, firstStage } = complierEffect({ assigned, received: tookPart(from), response });
    expect(firstStage?.difference).toBeCloseTo(0.62, 14);
    expect(estimate).toBeCloseTo((207 / 600 - 86 / 299) / 0.62, 13);
    // No one took part who wasn't offered a place, so the set of effects excludes 0 if the offer's does.
    const { test } = complierEffect(
      { assigned, received: tookPart(from), response },
      { method: "anderson-rubin" },
    );
    const { test: offered } = adjustedDifference({ treatment: assigned, response });
    expect(test?.pValue).toBeCloseTo(offered?.pValue ?? NaN, 13);
  });
});
