import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import {
  COARSE_RANKS,
  fewExpected,
  impossibleArms,
  LEVEL_OUT_OF_REACH,
  NO_SPREAD,
  sampleNotEstimable,
  wholeSteps,
} from "../../src/inference/sampleNotices.js";
import { SAMPLE_SOURCES } from "../../src/inference/sampleSources.js";
import { noticeText } from "../../src/inference/words.js";

const REASONS = ["no-observations", "too-few-values", "constant-values", "one-possible-arm"] as const;

const NOTICES: readonly Notice[] = [
  ...REASONS.map(sampleNotEstimable),
  NO_SPREAD,
  LEVEL_OUT_OF_REACH,
  COARSE_RANKS,
  wholeSteps(5),
  impossibleArms(["closed"]),
  fewExpected(3.4),
];

describe("the words of samples", () => {
  it.each(NOTICES)("say the notice $code in both languages, without its codes", (notice) => {
    const [english, danish] = [noticeText(notice, "en"), noticeText(notice, "da")];
    expect(english).toMatch(/^[A-Z].*\.$/);
    expect(danish).toMatch(/^[A-Z].*\.$/);
    expect(danish).not.toBe(english);
    for (const code of [notice.code, ...REASONS]) expect(english).not.toContain(code);
  });
});

describe("the sources of samples", () => {
  it("name author, year, journal and pages each", () => {
    for (const source of Object.values(SAMPLE_SOURCES).flat())
      expect(source).toMatch(/\(\d{4}\), .* \d+–\d+/);
  });
});
