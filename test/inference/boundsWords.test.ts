import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import {
  boundWithoutError,
  monotoneResponse,
  NO_UNKNOWN,
  nothingKnown,
} from "../../src/inference/boundsNotices.js";
import { BOUNDS_SOURCES } from "../../src/inference/boundsSources.js";
import { BOUNDS_PHRASES } from "../../src/inference/boundsWords.js";
import { notEstimable } from "../../src/inference/notices.js";
import { METHOD_NAMES } from "../../src/display/index.js";
import { noticeText } from "../../src/inference/words.js";

const NOTICES: readonly Notice[] = [
  NO_UNKNOWN,
  ...nothingKnown({ x1: 0, u1: 3, n1: 3, x2: 0, u2: 2, n2: 2 }),
  notEstimable("nothing-known"),
  monotoneResponse(undefined),
  monotoneResponse("comparator"),
  monotoneResponse("reference"),
  ...boundWithoutError({ lower: 0, upper: 0.1 }),
];

describe("words about unknown outcomes", () => {
  it.each(NOTICES)("say the notice $code in both languages, without its codes", (notice) => {
    const [english, danish] = [noticeText(notice, "en"), noticeText(notice, "da")];
    expect(english).toMatch(/^[A-Z].*\.$/);
    expect(danish).toMatch(/^[A-Z].*\.$/);
    expect(danish).not.toBe(english);
    expect(english).not.toContain(notice.code);
  });

  it("are the same in both languages", () => {
    expect(Object.keys(BOUNDS_PHRASES.da)).toEqual(Object.keys(BOUNDS_PHRASES.en));
  });

  it("name every method, and cite author, year, journal and pages", () => {
    expect(Object.keys(BOUNDS_SOURCES).filter((method) => !(method in METHOD_NAMES))).toEqual([]);
    for (const source of Object.values(BOUNDS_SOURCES).flat())
      expect(source).toMatch(/\(\d{4}\), .* \d+–\d+/);
  });
});
