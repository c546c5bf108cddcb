import { describe, expect, it } from "vitest";
import { occupancy } from "../../src/outcomes/index.js";
import { describeOccupancyNotice } from "../../src/outcomes/occupancy-words.js";
import { stayed } from "../support/occupancy.js";

const input = stayed(
  "2005-01-03",
  [
    { from: "2005-01-03", to: "2005-10-09", citizens: 12 },
    { arm: "municipal", from: "2005-01-03", to: "2006-01-02", citizens: 70 },
  ],
  "2006-01-02",
);
const guarantees = [
  { arm: "supplier", least: 10, most: 60, weeksPerYear: 40, source: "§2.3.5" },
  { arm: "municipal", most: 60 },
];
const whole = occupancy({ ...input, guarantees });
const early = occupancy({ ...input, asOf: "2005-02-13", guarantees: [{ arm: "supplier", least: 13 }] });

describe("an occupancy in words", () => {
  it("says each arm's average and what is guaranteed, in Danish and in English", () => {
    const danish = whole.toText({ language: "da" });
    expect(danish).toContain(
      "Leverandøren havde i gennemsnit 12,0 deltagere over 40 uger fra 3. januar 2005",
    );
    expect(danish.replaceAll(/\s+/g, " ")).toContain("Garantien er 10 til 60 (§2.3.5): overholdt.");
    expect(danish.replaceAll(/\s+/g, " ")).toContain("Garantien er højst 60: overskredet.");
    const english = whole.toText({ language: "en" }).replaceAll(/\s+/g, " ");
    expect(english).toContain(
      "Leverandøren had 12.0 participants on average over 40 weeks from 3 January 2005",
    );
    expect(english).toContain("The guarantee is 10 to 60 (§2.3.5): kept.");
    expect(english).toContain("The guarantee is at most 60: exceeded.");
  });

  it("says so of what is provisional", () => {
    const danish = early.toText({ language: "da" }).replaceAll(/\s+/g, " ");
    expect(danish).toContain(
      "Leverandøren har foreløbig haft i gennemsnit 12,0 deltagere over 6 uger siden 3. januar 2005.",
    );
    expect(danish).toContain("Garantien er mindst 13: foreløbig ikke nået.");
    expect(danish).toContain("2005-02 (foreløbigt)");
    expect(early.toText({ language: "en" }).replaceAll(/\s+/g, " ")).toContain("so far not reached");
  });

  it("leads with the latest whole year, not with the one that runs", () => {
    const later = occupancy({ ...input, asOf: "2006-02-12", guarantees });
    expect(later.toText({ language: "en" })).toContain(
      "Leverandøren had 12.0 participants on average over 40",
    );
    expect(later.toText({ language: "en" })).toContain("below, provisional");
  });

  it("says so where no week can be counted yet", () => {
    const text = occupancy({ ...input, asOf: "2005-01-04" }).toText({ language: "en" });
    expect(text).toContain("Leverandøren has no week yet that can be counted.");
  });

  it("has a table of months and one of years", () => {
    const html = whole.toHTML({ language: "da" });
    expect(html.match(/<table/g)).toHaveLength(2);
    expect(html).toContain("Leverandøren: gennemsnit");
    expect(whole.toMarkdown()).toContain("| 2005-01 ");
  });

  it.each([
    "without-course",
    "delivered-by-another",
    "delivered-by-no-arm",
    "running-beyond-longest",
    "reported-otherwise",
    "occupancy-year-unstated",
  ])("has a sentence for %s", (code) => {
    for (const language of ["da", "en"] as const) {
      const facts = { severity: "info", count: 3, reading: "calendar-year" } as const;
      const text = describeOccupancyNotice({ code, ...facts }, language);
      expect(text).toMatch(/(^| )3 |kalenderåret|the calendar year/);
      expect(text).toMatch(/\.$/);
    }
  });
});
