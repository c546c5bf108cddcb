import { describe, expect, it } from "vitest";
import { declaredPlan, type Declared } from "../../src/allocation/declared.js";
import { alternation, complete, errorOf } from "./samples.js";

describe("declaredPlan", () => {
  it("takes a design by itself, with the arms of its weights or those given", () => {
    const design = { kind: "simple", weights: { own: 2, a: 1 } } as const;
    expect(declaredPlan(design, undefined, "call")).toEqual({
      plan: { design, strata: [], referredAgain: "keep-arm" },
      arms: ["own", "a"],
    });
    expect(declaredPlan({ kind: "alternation" }, ["own", "a"], "call").arms).toEqual(["own", "a"]);
  });

  it("takes a protocol's plan and arms", () => {
    expect(declaredPlan(complete, undefined, "call")).toEqual({
      plan: complete.allocation,
      arms: ["own", "supplier"],
    });
  });

  it.each([
    ["call.arms", { kind: "alternation" }],
    ["call.arms", { kind: "simple", weights: { own: 1 } }],
    ["call.design.sizes[0]", { kind: "permuted-block", weights: { own: 1, a: 1 }, sizes: [3] }],
    ["call.design.kind", { kind: "lottery", weights: { own: 1, a: 1 } }],
    ["call.arms", { allocation: alternation.allocation }],
    ["call.allocation.strata", { ...alternation, allocation: { ...alternation.allocation, strata: "sex" } }],
    ["call.arms", null],
  ])("refuses what isn't one: %s", (path, declared) => {
    expect(errorOf(() => declaredPlan(declared as Declared, undefined, "call"))).toMatchObject({
      code: "impossible-design",
      path,
    });
  });
});
