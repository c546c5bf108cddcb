import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import {
  BYAR_BELOW_ZERO,
  COMPLETE_CORRELATION,
  CONSTANT_SERIES,
  DISPERSION_HIDDEN,
  fewEvents,
  fewUnits,
  NO_EVENT_BOUND,
  NO_OVERDISPERSION,
  priorEstimated,
  shortSeries,
  unitsNotEstimable,
  type UnitReason,
} from "../../src/inference/unitsNotices.js";
import { UNIT_SOURCES } from "../../src/inference/unitsSources.js";
import { noticeText, reasonText } from "../../src/inference/words.js";

const REASONS: readonly UnitReason[] = [
  "nothing-expected",
  "empty-standard-group",
  "one-unit",
  "no-repeats",
  "no-variation-of-units",
  "too-few-values",
  "no-observations",
];

const NOTICES: readonly Notice[] = [
  BYAR_BELOW_ZERO,
  COMPLETE_CORRELATION,
  CONSTANT_SERIES,
  DISPERSION_HIDDEN,
  NO_EVENT_BOUND,
  NO_OVERDISPERSION,
  fewEvents(3),
  fewUnits(4),
  priorEstimated(98),
  shortSeries(5),
  ...REASONS.map(unitsNotEstimable),
];

describe("the words of units side by side", () => {
  it.each(NOTICES)("say the notice $code in both languages, without its codes", (notice) => {
    const [english, danish] = [noticeText(notice, "en"), noticeText(notice, "da")];
    expect(english).toMatch(/^[A-Z].*\.$/);
    expect(danish).toMatch(/^[A-Z].*\.$/);
    expect(danish).not.toBe(english);
    expect(english).not.toContain(notice.code);
  });

  it.each(REASONS)("give the reason %s in both languages", (reason) => {
    expect(reasonText(reason, "en")).not.toBe(reason);
    expect(reasonText(reason, "da")).not.toBe(reasonText(reason, "en"));
  });

  it("name author, year and pages of every article", () => {
    const articles = Object.values(UNIT_SOURCES).flat();
    expect(articles.length).toBeGreaterThan(12);
    for (const source of articles) expect(source).toMatch(/^[A-Z].* \(\d{4}\), .*(\d|Press)/u);
  });
});
