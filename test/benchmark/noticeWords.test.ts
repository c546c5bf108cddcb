import { describe, expect, it } from "vitest";
import { describeBenchmarkNotice } from "../../src/benchmark/index.js";

const spread = {
  code: "overdispersion-not-carried",
  severity: "caution",
  peers: 7,
  statistic: 15.518,
  degreesOfFreedom: 6,
  pValue: 0.0166,
} as const;

describe("describeBenchmarkNotice", () => {
  it("says how far the municipalities lie apart", () => {
    expect(describeBenchmarkNotice(spread, "da").replaceAll("\u00A0", " ")).toMatch(
      /χ² = 15,5, 7 kommuner, p = 0,017\)\.$/,
    );
    expect(describeBenchmarkNotice(spread, "en").replaceAll("\u00A0", " ")).toMatch(
      /χ² = 15\.5, 7 municipalities, p = 0\.017\)\.$/,
    );
  });

  it("names who was left out", () => {
    const notice = {
      code: "peers-of-another-measure",
      severity: "info",
      municipalities: ["Vejle", "Odder"],
    } as const;
    for (const language of ["da", "en"] as const) {
      expect(describeBenchmarkNotice(notice, language)).toContain("Vejle, Odder");
    }
  });

  it("says that low is good", () => {
    const notice = { code: "lower-is-better", severity: "caution" } as const;
    expect(describeBenchmarkNotice(notice, "da")).toMatch(/det lave er det gode/);
    expect(describeBenchmarkNotice(notice, "en")).toMatch(/low is good/);
  });

  it("gives the code of a notice that isn't its own", () => {
    expect(describeBenchmarkNotice({ code: "no-rows", severity: "info" }, "en")).toBe("no-rows");
  });
});
