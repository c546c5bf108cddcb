import { describe, expect, it } from "vitest";
import { describeEffectNotice } from "../../src/effects/index.js";
import { EFFECT_NOTICE_CODES } from "../../src/effects/noticeWords.js";

const nameOf = (arm: string): string => (arm === "supplier" ? "Leverandøren" : "Egen enhed");

describe("describeEffectNotice", () => {
  it.each(EFFECT_NOTICE_CODES)("has a sentence for %s in both languages", (code) => {
    for (const language of ["da", "en"] as const) {
      const text = describeEffectNotice({ code, severity: "info" }, { language, nameOf });
      expect(text).toMatch(/^[\p{L}–].*\.$/su);
      expect(text).not.toContain("undefined");
    }
  });

  it.each(EFFECT_NOTICE_CODES)("puts no plural behind a one in %s", (code) => {
    const ones: Record<string, number> = {};
    for (const fact of ["count", "citizens", "of", "blocks", "referrals", "events", "nonEvents"])
      ones[fact] = 1;
    for (const language of ["da", "en"] as const) {
      const text = describeEffectNotice({ code, severity: "info", ...ones }, { language, nameOf });
      expect(text).not.toMatch(
        /\b1 (borgere|visiteringer|blokke|citizens|referrals|blocks|successes|others)\b/u,
      );
    }
  });

  it("names the arms and writes the numbers of the language", () => {
    const notice = {
      code: "unequal-course-lengths",
      severity: "caution",
      arm: "supplier",
      meanDays: 71.6,
      reference: "municipal",
      referenceMeanDays: 40.2,
    } as const;
    expect(describeEffectNotice(notice, { language: "en", nameOf })).toContain(
      "72 days on average with Leverandøren and 40 with Egen enhed",
    );
  });

  it("gives the code of a notice that isn't its own", () => {
    expect(describeEffectNotice({ code: "no-rows", severity: "info" }, { language: "en", nameOf })).toBe(
      "no-rows",
    );
  });
});
