import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import { MEASURE_NAMES, METHOD_NAMES } from "../../src/display/index.js";
import {
  NO_RATIO_EXCLUDED,
  RATIO_THROUGH_INFINITY,
  smallCostBlocks,
  ZERO_DENOMINATOR,
} from "../../src/inference/costNotices.js";
import { COST_SOURCES } from "../../src/inference/costSources.js";
import { noticeText, reasonText } from "../../src/inference/words.js";

const NOTICES: readonly Notice[] = [
  ZERO_DENOMINATOR,
  RATIO_THROUGH_INFINITY,
  NO_RATIO_EXCLUDED,
  ...smallCostBlocks({ blocks: 3, others: 0, areJoined: false }),
  ...smallCostBlocks({ blocks: 1, others: 2, areJoined: false }),
  ...smallCostBlocks({ blocks: 1, others: 1, areJoined: true }),
];

describe("the words of costs", () => {
  it.each(NOTICES)("say the notice $code in both languages, without its codes", (notice) => {
    const [english, danish] = [noticeText(notice, "en"), noticeText(notice, "da")];
    expect(english).toMatch(/^[A-Z].*\.$/);
    expect(danish).toMatch(/^[A-Z].*\.$/);
    expect(danish).not.toBe(english);
    expect(english).not.toContain(notice.code);
  });

  it("say why there is no ratio", () => {
    expect(reasonText("zero-denominator", "en")).toBe("the denominator is 0");
    expect(reasonText("zero-denominator", "da")).toBe("nævneren er 0");
    expect(smallCostBlocks({ blocks: 0, others: 0, areJoined: false })).toEqual([]);
  });

  it("name every method and measure", () => {
    expect(Object.keys(COST_SOURCES).filter((name) => !(name in METHOD_NAMES))).toEqual([]);
    const measures = ["quotient", "cost-per-effect", "net-monetary-benefit"];
    expect(measures.filter((name) => !(name in MEASURE_NAMES))).toEqual([]);
  });
});

describe("the sources of costs", () => {
  it("name author, year, journal and pages each", () => {
    for (const source of Object.values(COST_SOURCES).flat())
      expect(source).toMatch(/\(\d{4}\), .* S?\d+–S?\d+/);
  });
});
