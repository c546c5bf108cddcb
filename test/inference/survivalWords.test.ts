import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import { notEstimable, type Reason } from "../../src/inference/notices.js";
import {
  fewEvents,
  INDEPENDENT_ROWS,
  LIMITS_EXCLUDE_NOTHING,
  LIMITS_WITHOUT_WIDTH,
  monotoneLikelihood,
  notConverged,
  smallStrata,
} from "../../src/inference/survivalNotices.js";
import { SURVIVAL_SOURCES } from "../../src/inference/survivalSources.js";
import { SURVIVAL_PHRASES } from "../../src/inference/survivalWords.js";
import { noticeText } from "../../src/inference/words.js";

const REASONS: readonly Reason[] = [
  "one-group",
  "no-comparison",
  "no-event",
  "not-converged",
  "too-few-clusters",
];
const NOTICES: readonly Notice[] = [
  ...REASONS.map(notEstimable),
  LIMITS_EXCLUDE_NOTHING,
  LIMITS_WITHOUT_WIDTH,
  monotoneLikelihood(["supplier", "age"]),
  notConverged(100),
  smallStrata(40, 90),
  INDEPENDENT_ROWS,
  ...fewEvents(3),
];

describe("words about time to an event", () => {
  it.each(NOTICES)("say the notice $code in both languages, without its codes", (notice) => {
    const [english, danish] = [noticeText(notice, "en"), noticeText(notice, "da")];
    expect(english).toMatch(/^[A-Z].*\.$/);
    expect(danish).toMatch(/^[A-Z].*\.$/);
    expect(danish).not.toBe(english);
    for (const code of [notice.code, ...REASONS]) expect(english).not.toContain(code);
  });

  it("are the same in both languages", () => {
    expect(Object.keys(SURVIVAL_PHRASES.da)).toEqual(Object.keys(SURVIVAL_PHRASES.en));
    expect(Object.keys(SURVIVAL_PHRASES.da.errors)).toEqual(Object.keys(SURVIVAL_PHRASES.en.errors));
  });

  it("cite author, year, journal and pages", () => {
    for (const source of Object.values(SURVIVAL_SOURCES).flat())
      expect(source).toMatch(/\(\d{4}\), .* \d+–\d+/);
  });
});
