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
    [{ code: "funnel-not-widened", severity: "caution" }, /for snævre.*winsor/, /too narrow.*winsor/],
    [
      { code: "rank-beside-position", severity: "info", units: ["A", "B"], municipality: "Vejle" },
      /^For A, B og Vejle som helhed /,
      /^For A, B and Vejle as a whole /,
    ],
    [{ code: "spread-unknown", severity: "caution", peers: 2, fewest: 3 }, /færre end 3/, /fewer than 3/],
    [
      {
        code: "depends-on-one-municipality",
        severity: "caution",
        arm: "supplier",
        name: "Leverandøren",
        lower: 0.9512,
        upper: 1.2,
        municipalities: ["Vejle", "Køge"],
        lowerWithout: [1.001, 1.05],
        upperWithout: [1.21, 1.3],
      },
      /Leverandøren .* 0,951 til 1,200 med alle kommuner; uden Vejle 1,001 til 1,210; uden Køge 1,050 til 1,300\./,
      /Leverandøren .* 0\.951 to 1\.200 with all municipalities; without Vejle 1\.001 to 1\.210; without Køge/,
    ],
    [
      { code: "groups-without-peers", severity: "caution", groups: ["unge"], citizens: 12 },
      /unge \(12 af borgerne\)/,
      /unge \(12 of the citizens\)/,
    ],
    [{ code: "citizens-without-group", severity: "caution", citizens: 1204 }, /1\.204 af/, /1,204 of/],
    [{ code: "citizens-without-group", severity: "caution", citizens: null }, /for lille til/, /too few to/],
    [
      {
        code: "peers-citizens-without-group",
        severity: "caution",
        citizens: 7,
        municipalities: ["Horsens"],
        events: [69],
        totals: [210],
        eventsWithin: [67],
        totalsWithin: [203],
      },
      /er 7 af .* Horsens \(i alt 69 af 210, grupperne 67 af 203\)\.$/,
      /are 7 of .* Horsens \(in all 69 of 210, the groups 67 of 203\)\.$/,
    ],
    [
      { code: "peers-citizens-without-group", severity: "caution", citizens: null },
      /hvor mange vises ikke/,
      /how many isn't told/,
    ],
    [
      { code: "group-taken-for-all", severity: "caution", group: "Samtlige", municipalities: ["Vejle"] },
      /»Samtlige« .*: Vejle\.$/,
      /"Samtlige" .*: Vejle\.$/,
    ],
    [
      { code: "direction-not-told", severity: "caution" },
      /^Sammenligningskommunernes tal fortæller ikke, om det høje eller det lave tal er det gode/,
      /^The figures of the comparable municipalities don't tell whether the high or the low/,
    ],
    [
      { code: "direction-not-told", severity: "caution", municipalities: ["Vejle", "Odder"] },
      /^Tallene for Vejle og Odder fortæller ikke/,
      /^The figures of Vejle and Odder don't tell/,
    ],
    [
      { code: "groups-without-citizens", severity: "info", groups: ["over 60"] },
      /^Grupper, som ingen .*: over 60\.$/,
      /^Groups that none .*: over 60\.$/,
    ],
    [{ code: "peers-without-groups", severity: "info", municipalities: ["Vejle"] }, /Vejle\.$/, /Vejle\.$/],
    [
      {
        code: "peers-lacking-a-group",
        severity: "caution",
        municipalities: ["Vejle", "Odder"],
        lacking: ["Under 30", "a, b"],
      },
      /Vejle \(Under 30\); Odder \(a, b\)\. .*0 af 0\.$/,
      /Vejle \(Under 30\); Odder \(a, b\)\. .*0 of 0\.$/,
    ],
    [
      { code: "municipalities-without-figure", severity: "info", municipalities: ["Nyborg"] },
      /Uden oplyst tal.*Nyborg\.$/,
      /Without a figure.*Nyborg\.$/,
    ],
    [
      { code: "not-of-the-98", severity: "info", municipalities: ["Atlantis"] },
      /98 kommuner.*Atlantis\.$/,
      /98 municipalities.*Atlantis\.$/,
    ],
    [{ code: "peers-without-citizens", severity: "info", municipalities: ["Fanø"] }, /Fanø\.$/, /Fanø\.$/],
    [
      { code: "differs-by-group", severity: "caution", statistic: 20, degreesOfFreedom: 3, pValue: 0.0002 },
      /alle grupper \(p < 0,001\)/,
      /every group \(p < 0\.001\)/,
    ],
    [
      {
        code: "municipalities-together",
        severity: "caution",
        name: "Øvrige kommuner (3)",
        municipalities: ["Fanø", "Læsø", "Samsø"],
        minimum: 5,
      },
      /^Øvrige kommuner \(3\) er Fanø, Læsø og Samsø under ét, .* færre end 5 uden/,
      /^Øvrige kommuner \(3\) .* Fanø, Læsø and Samsø together, .* fewer than 5 without/,
    ],
    [
      { code: "groups-together", severity: "info", groups: ["unge", "gamle"], minimum: 5 },
      /unge og gamle er lagt sammen/,
      /unge and gamle were taken together/,
    ],
    [{ code: "arms-together", severity: "caution", minimum: 5 }, /ikke hver for sig/, /one by one/],
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
