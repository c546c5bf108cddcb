import { describe, expect, it } from "vitest";
import {
  allocationProbabilities,
  hasNominalProbabilities,
  lintPlan,
  type AllocationPlan,
  type Design,
  type Probabilities,
  type Quota,
  type Referral,
} from "../../src/allocation/index.js";
import { fredericiaA, hillerod } from "../../src/tenders/index.js";
import { ALTERNATION, COMPLETE } from "./samples.js";

const arms = ["own", "supplier"];
const weights = { own: 1, supplier: 1 };
const codes = (plan: AllocationPlan): readonly string[] => lintPlan(plan, arms).map(({ code }) => code);
const withDesign = (design: Design): readonly string[] => codes({ ...COMPLETE, design });
const withQuotas = (...quotas: readonly Quota[]): readonly string[] =>
  codes({ ...COMPLETE, referredAgain: "draw-again", quotas });

const least = (per: "iso-week" | "calendar-month", number: number): Quota => ({
  arm: "own",
  per,
  least: number,
});

const february = (citizen: string): Referral => ({ citizen, referredOn: "2005-02-01" });

describe("lintPlan", () => {
  it("has nothing to say about complete randomization without quotas", () => {
    expect(codes(COMPLETE)).toEqual([]);
    expect(lintPlan(fredericiaA.allocation, ["municipal", "supplier"])).toEqual([]);
  });

  it("names designs whose next arm can be known", () => {
    expect(lintPlan(ALTERNATION, arms)).toEqual([
      { code: "predictable-design", severity: "caution", algorithm: "alternation/1" },
    ]);
    expect(withDesign({ kind: "biased-coin", weights, bias: 1 })).toEqual(["predictable-design"]);
    expect(withDesign({ kind: "biased-coin", weights, bias: 2 / 3 })).toEqual([]);
    expect(withDesign({ kind: "permuted-block", weights, sizes: [4] })).toEqual(["block-size-known"]);
    expect(withDesign({ kind: "permuted-block", weights, sizes: [4, 6] })).toEqual([]);
    expect(lintPlan(hillerod.allocation, ["municipal", "supplier"])[0]?.code).toBe("predictable-design");
  });

  it("names strata that a design makes nothing of", () => {
    expect(withDesign({ kind: "simple", weights })).toEqual(["strata-without-effect"]);
    expect(codes({ ...COMPLETE, design: { kind: "simple", weights }, strata: [] })).toEqual([]);
  });

  it("names a minimum that can't be met in any year, and that any minimum takes referrals", () => {
    expect(withQuotas(least("calendar-month", 20))).toEqual(["minimum-depends-on-intake"]);
    const year: Quota = { arm: "own", per: "agreement-year", most: 200, least: 100 };
    expect(withQuotas(least("calendar-month", 20), year)).toContain("minimum-above-limit"); // 240 of 200
    expect(withQuotas(least("calendar-month", 16), year)).not.toContain("minimum-above-limit"); // 192
    const weekly: Quota = { arm: "own", per: "iso-week", most: 5 };
    expect(withQuotas(least("calendar-month", 20), weekly)).not.toContain("minimum-above-limit"); // 240 of 265
    expect(withQuotas(least("calendar-month", 20), weekly, { arm: "own", weeksPerYear: 40 })).toContain(
      "minimum-above-limit", // 240 of 200
    );
    expect(withQuotas(least("calendar-month", 20), { ...year, arm: "supplier" })).not.toContain(
      "minimum-above-limit",
    );
  });

  it("names that someone who keeps an arm may find it full", () => {
    const quotas: readonly Quota[] = [{ arm: "own", participants: 60 }];
    expect(codes({ ...COMPLETE, quotas })).toEqual(["settled-arm-may-be-full"]);
    expect(withQuotas(...quotas)).toEqual([]);
  });

  it("names where the recorded probabilities are nominal", () => {
    const quotas: readonly Quota[] = [{ arm: "supplier", per: "calendar-month", most: 1 }];
    const under = (design: Design): readonly string[] =>
      codes({ ...COMPLETE, strata: [], referredAgain: "draw-again", design, quotas });
    expect(under({ kind: "permuted-block", weights, sizes: [4, 6] })).toEqual(["nominal-probabilities"]);
    expect(under({ kind: "alternation" })).toContain("nominal-probabilities");
    expect(under({ kind: "simple", weights })).toEqual([]);
    expect(under({ kind: "complete", batch: "iso-week", weights })).toEqual([]);
  });

  it("names what the quotas leave open too", () => {
    expect(withQuotas({ arm: "own", per: "agreement-year", most: 200 })).toEqual([
      "volume-read-as-limit",
      "agreement-year-unstated",
    ]);
  });
});

describe("hasNominalProbabilities", () => {
  const quotas: readonly Quota[] = [{ arm: "supplier", per: "calendar-month", most: 1 }];
  const marginalOf = (design: Design): Probabilities | undefined => {
    const allocation: AllocationPlan = { design, strata: [], referredAgain: "keep-arm", quotas };
    const declared = { arms: arms.map((id) => ({ id, name: id })), allocation };
    return allocationProbabilities(declared, [february("c-1"), february("c-2")], {}).rows[1]?.probabilities;
  };

  it("is true where the second of a month finds the supplier open with 1/2 by the entry and 2/3 in truth", () => {
    const blocks: Design = { kind: "permuted-block", weights, sizes: [4] };
    expect(hasNominalProbabilities({ design: blocks, quotas })).toBe(true);
    expect(marginalOf(blocks)?.["supplier"]).toBeCloseTo((1 / 2) * (2 / 3), 12);
  });

  it("is false where the entry's 1/2 is the truth", () => {
    const tosses: Design = { kind: "simple", weights };
    expect(hasNominalProbabilities({ design: tosses, quotas })).toBe(false);
    expect(marginalOf(tosses)?.["supplier"]).toBeCloseTo((1 / 2) * (1 / 2), 12);
    expect(hasNominalProbabilities({ design: { kind: "alternation" } })).toBe(false);
  });
});
