import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import { MEASURE_NAMES, METHOD_NAMES } from "../../src/display/index.js";
import {
  CLOSER_THAN_CHANCE,
  emptyCounts,
  NARROW_INTERVAL,
  NO_PREDICTION,
  notPooled,
  type MetaReason,
} from "../../src/inference/metaNotices.js";
import { META_SOURCES, RANDOM_EFFECTS_SOURCES } from "../../src/inference/metaSources.js";
import { noticeText, reasonText } from "../../src/inference/words.js";

const REASONS: readonly MetaReason[] = ["too-few-studies", "all-or-none-in-each", "no-maximum"];
const NOTICES: readonly Notice[] = [
  CLOSER_THAN_CHANCE,
  emptyCounts(2),
  NARROW_INTERVAL,
  NO_PREDICTION,
  ...REASONS.map(notPooled),
];

describe("the words of random effects", () => {
  it.each(NOTICES)("say the notice $code in both languages, without its codes", (notice) => {
    const [english, danish] = [noticeText(notice, "en"), noticeText(notice, "da")];
    expect(english).toMatch(/^[A-Z].*\.$/);
    expect(danish).toMatch(/^[A-Z].*\.$/);
    expect(danish).not.toBe(english);
    expect(english).not.toContain(notice.code);
  });

  it.each(REASONS)("say the reason %s", (reason) => {
    expect(reasonText(reason, "en")).not.toBe(reason);
    expect(reasonText(reason, "da")).not.toBe(reasonText(reason, "en"));
  });

  it("name every method and measure", () => {
    const adjustments = new Set(["hartung-knapp", "none"]);
    const methods = Object.keys(META_SOURCES).filter((name) => !adjustments.has(name));
    expect(methods.filter((name) => !(name in METHOD_NAMES))).toEqual([]);
    expect(["random-effects-mean", "typical-rate"].filter((name) => !(name in MEASURE_NAMES))).toEqual([]);
  });

  it("cite author, year, journal and pages each", () => {
    for (const source of [...Object.values(META_SOURCES).flat(), ...RANDOM_EFFECTS_SOURCES]) {
      expect(source).toMatch(/\(\d{4}\), .* \d+–\d+, doi:/);
    }
  });
});
