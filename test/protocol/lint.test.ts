import { describe, expect, it } from "vitest";
import { defineProtocol, lintProtocol } from "../../src/protocol/index.js";
import { fredericiaA, fredericiaB, hillerod } from "../../src/tenders/index.js";

const codes = (protocol: Parameters<typeof lintProtocol>[0]): string[] => [
  ...new Set(lintProtocol(protocol).map(({ code }) => code)),
];

describe("lintProtocol", () => {
  it("names what Fredericia's tender leaves open", () => {
    expect(codes(fredericiaA)).toEqual([
      "course-ends-mid-month",
      "day-rule-unstated",
      "never-started-unstated",
      "state-support-unstated",
      "wage-subsidy-unstated",
      "death-and-emigration-unstated",
      "pension-unstated",
      "move-unstated",
      "payable-unstated",
      "cumulative-months-unstated",
      "support-beside-unstated",
      "joining-unstated",
      "stratum-limit-unstated",
      "term-missing",
      "no-margin",
      "no-benchmark",
    ]);
  });

  it("names groups under and over a limit, which leave out whoever is exactly at it (§2.3.3, §2.4.3)", () => {
    const [, ...none] = lintProtocol(fredericiaA).filter(({ code }) => code === "stratum-limit-unstated");
    expect(none).toEqual([]);
    expect(lintProtocol(fredericiaB).filter(({ code }) => code === "stratum-limit-unstated")).toEqual([
      {
        code: "stratum-limit-unstated",
        severity: "info",
        column: "ageGroup",
        levels: ["under-30"],
        reading: "as-referred",
      },
      {
        code: "stratum-limit-unstated",
        severity: "info",
        column: "unemployment",
        levels: ["under-12-months"],
        reading: "as-referred",
      },
    ]);
    const other = { ...fredericiaA.toJSON(), course: { lengths: [{ length: { weeks: 13 } }] } };
    const levels = { ageGroup: ["under-30", "from-30"] };
    const whole = defineProtocol({ ...other, allocation: { ...other.allocation, levels } });
    expect(codes(whole)).not.toContain("stratum-limit-unstated");
  });

  it("names what Hillerød's tender leaves open", () => {
    expect(codes(hillerod)).toEqual([
      "spell-start-unstated",
      "support-beside-unstated",
      "joining-unstated",
      "death-and-emigration-unstated",
      "pension-unstated",
      "move-unstated",
      "measurer-unstated",
      "payable-unstated",
      "predictable-design",
      "nominal-probabilities",
      "volume-read-as-limit",
      "agreement-year-unstated",
      "all-arms-may-be-full",
      "no-payment-terms",
      "no-margin",
      "review-date-unstated",
      "no-benchmark",
    ]);
  });

  it("names an extension without a length, as Fredericia's type B has it (§2.4.3)", () => {
    const document = fredericiaA.toJSON();
    const typeB = defineProtocol({
      ...document,
      course: { lengths: [{ length: { weeks: 13 }, extension: "unstated" }] },
    });
    expect(codes(typeB)).toContain("extension-unstated");
  });

  it("is silent about what was agreed", () => {
    const document = fredericiaA.toJSON();
    const agreed = defineProtocol({ ...document, analysis: { ...document.analysis, margin: 0.05 } });
    expect(codes(agreed)).not.toContain("no-margin");
  });
});
