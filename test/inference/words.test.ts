import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import {
  littleRoom,
  notEstimable,
  smallExpectedCount,
  sparseStrata,
  strataWithoutWeight,
  ZERO_CELL,
  ZERO_VARIANCE,
  type Reason,
} from "../../src/inference/notices.js";
import { SOURCES } from "../../src/inference/sources.js";
import { MEASURE_NAMES, METHOD_NAMES, nameOf } from "../../src/display/index.js";
import { noticeText } from "../../src/inference/words.js";

const REASONS: readonly Reason[] = ["no-observations", "no-events", "no-variation", "no-weight"];
const NOTICES: readonly Notice[] = [
  ...REASONS.map(notEstimable),
  ZERO_VARIANCE,
  ZERO_CELL,
  strataWithoutWeight([{ comparator: { events: 1, total: 4 }, reference: { events: 0, total: 0 } }]),
  smallExpectedCount(3.5),
  sparseStrata(7, 12),
  littleRoom(2.5),
];

describe("words", () => {
  it.each(NOTICES)("say the notice $code in both languages, without its codes", (notice) => {
    const [english, danish] = [noticeText(notice, "en"), noticeText(notice, "da")];
    expect(english).toMatch(/^[A-Z].*\.$/);
    expect(danish).toMatch(/^[A-Z].*\.$/);
    expect(danish).not.toBe(english);
    expect(english).not.toContain(notice.code);
    for (const reason of REASONS) expect(english).not.toContain(reason);
  });

  it("name every method that has a source", () => {
    const variants = new Set([
      "wald-difference",
      "mid-p-odds-ratio",
      "sato",
      "greenland-robins",
      "robins-breslow-greenland",
      "newcombe-stratified",
      "number-needed-to-treat",
    ]);
    const methods = Object.keys(SOURCES).filter((name) => !variants.has(name));
    expect(methods.filter((name) => !(name in METHOD_NAMES))).toEqual([]);
    expect(methods.length).toBeGreaterThan(20);
  });

  it("let a code without words stand for itself", () => {
    expect(nameOf(MEASURE_NAMES, "win-odds", "da")).toBe("win-odds");
    expect(noticeText({ code: "later", severity: "info" }, "en")).toBe("later");
  });
});

describe("sources", () => {
  it("name author, year, journal and pages each", () => {
    for (const source of Object.values(SOURCES).flat()) expect(source).toMatch(/\(\d{4}\), .* \d+–\d+/);
  });
});
