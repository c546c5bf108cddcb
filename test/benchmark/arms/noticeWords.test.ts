import { describe, expect, it } from "vitest";
import { describeBenchmarkNotice } from "../../../src/benchmark/index.js";

describe("describeBenchmarkNotice", () => {
  it.each([
    [
      {
        code: "overdispersion-carried",
        severity: "info",
        peers: 7,
        tauSquared: 0.1,
        iSquared: 0.614,
        pValue: 0.0166,
      },
      /\(7 kommuner, p = 0,017; 61 % af variationen/,
      /\(7 municipalities, p = 0\.017; 61% of the variation/,
    ],
    [{ code: "spread-unknown", severity: "caution", peers: 2, fewest: 3 }, /færre end 3/, /fewer than 3/],
    [
      {
        code: "depends-on-one-municipality",
        severity: "caution",
        arm: "supplier",
        name: "Leverandøren",
        municipalities: ["Vejle", "Odder", "Køge"],
      },
      /Leverandøren .* uden Vejle, Odder eller Køge\.$/,
      /Leverandøren .* without Vejle, Odder or Køge\.$/,
    ],
    [
      { code: "groups-without-peers", severity: "caution", groups: ["unge"], citizens: 12 },
      /unge \(12 af borgerne\)/,
      /unge \(12 of the citizens\)/,
    ],
    [{ code: "citizens-without-group", severity: "caution", citizens: 1204 }, /1\.204 af/, /1,204 of/],
    [{ code: "peers-without-groups", severity: "info", municipalities: ["Vejle"] }, /Vejle\.$/, /Vejle\.$/],
  ] as const)("tells %j in both languages", (notice, da, en) => {
    expect(describeBenchmarkNotice(notice, "da").replaceAll(/[\u00A0\u202F]/g, " ")).toMatch(da);
    expect(describeBenchmarkNotice(notice, "en").replaceAll(/[\u00A0\u202F]/g, " ")).toMatch(en);
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

  it("gives the code of a notice that isn't its own", () => {
    expect(describeBenchmarkNotice({ code: "no-rows", severity: "info" }, "en")).toBe("no-rows");
  });
});
