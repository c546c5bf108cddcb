import { describe, expect, it } from "vitest";
import { defineProtocol, lintProtocol } from "../../src/protocol/index.js";
import { fredericiaA, hillerod } from "../../src/tenders/index.js";

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
      "term-missing",
      "no-margin",
      "no-benchmark",
    ]);
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
