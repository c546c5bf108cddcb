import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inCanonicalOrder, levelsOf, stratumKey } from "../../src/allocation/strata.js";
import type { RosterReferral } from "../../src/allocation/index.js";

describe("levelsOf", () => {
  it("joins the levels in the order of the protocol's strata", () => {
    expect(levelsOf({ group: "B", age: "under-30" }, ["age", "group"])).toBe("under-30/B");
    expect(levelsOf({}, [])).toBe("");
  });

  it("keeps different strata apart, whatever their levels are", () => {
    const level = fc.stringMatching(/^[ab/%2F]{1,6}$/);
    fc.assert(
      fc.property(level, level, level, level, (a, b, c, d) => {
        const same = a === c && b === d;
        const one = levelsOf({ x: a, y: b }, ["x", "y"]);
        expect(one === levelsOf({ x: c, y: d }, ["x", "y"])).toBe(same);
      }),
      { numRuns: 2000 },
    );
    expect(levelsOf({ x: "a/b", y: "50 %" }, ["x", "y"])).toBe("a%2Fb/50 %25");
  });
});

describe("stratumKey", () => {
  it("doesn't depend on the order of the columns", () => {
    expect(stratumKey({ b: "2", a: "1" })).toBe(stratumKey({ a: "1", b: "2" }));
    expect(stratumKey({ a: "1" })).not.toBe(stratumKey({ a: "2" }));
  });
});

const at = (citizen: string, referredOn: string): RosterReferral => ({ citizen, referredOn, stratum: {} });

describe("inCanonicalOrder", () => {
  it("sorts by code units, as no locale does", () => {
    const citizens = ["å", "a", "B", "k10", "k2", "Z", "æ"].map((citizen) => at(citizen, "2005-01-10"));
    const sorted = citizens.toSorted(inCanonicalOrder).map(({ citizen }) => citizen);
    expect(sorted).toEqual(["B", "Z", "a", "k10", "k2", "å", "æ"]);
  });

  it("sorts one citizen's referrals by date", () => {
    expect(inCanonicalOrder(at("a", "2005-01-11"), at("a", "2005-01-10"))).toBeGreaterThan(0);
    expect(inCanonicalOrder(at("a", "2005-01-10"), at("a", "2005-01-10"))).toBe(0);
  });
});
