import { describe, expect, it } from "vitest";
import { compareDeliveries, deriveHistories, type DeliveryComparison } from "../../src/histories/index.js";
import { describeDeliveryNotice } from "../../src/histories/deliveries-words.js";

const of = (to: string, until = "2005-12-31", citizen = "p1"): ReturnType<typeof deriveHistories> =>
  deriveHistories(
    [
      { citizen: "p1", state: "practice", from: "2005-12-01", to },
      { citizen, state: "ordinary-work", from: "2005-03-01", to: "2005-04-01" },
    ],
    { observedFrom: "2005-01-01", observedUntil: until },
  );

const corrected: DeliveryComparison = compareDeliveries(
  of("2005-12-22"),
  of("2005-12-31", "2006-03-31", "p2"),
);

describe("a comparison of deliveries shows itself", () => {
  it("in English: who, how far back, by state and by age", () => {
    const text = corrected.toText();
    expect(text).toContain(
      "The later delivery has corrected the history of 1 citizen out of 1 citizen (100.0%).",
    );
    // 41 days: the last 9, and 1 March to 1 April, 274 to 305 days back. 95 % is 38.95: the 39th, 274 + 29.
    expect(text).toContain("95% of the corrected days lie no more than 303 days before 31 December 2005");
    expect(text).toContain("Only in the later delivery, and not compared: 1 citizen.");
    expect(text).toMatch(/practice\s+9\s+0\s+1/);
    expect(text).toMatch(/0–27 days\s+9\s+28\s+32\.14%/);
  });

  it("in Danish", () => {
    const text = corrected.toText({ language: "da" });
    expect(text).toContain("Den nye leverance har rettet i 1 borgers historik, ud af 1 borger");
    expect(text).toContain("før 31. december 2005, den første leverances sidste dag.");
    expect(text).toContain("Sammenlignet er de dage, som begge leverancer dækker: 1. januar 2005 til og med");
  });

  it("without pseudonyms, which stand in its rows alone", () => {
    const pages = [corrected.toText(), corrected.toMarkdown(), corrected.toHTML({ language: "da" })];
    for (const page of pages) expect(page).not.toMatch(/\bp[12]\b/);
    expect(corrected.toRows().map(({ citizen, change }) => `${citizen} ${change}`)).toEqual([
      "p1 went",
      "p1 changed",
      "p2 only-after",
    ]);
  });

  it("without tables where nothing changed, and with each notice in words", () => {
    const same = compareDeliveries(of("2005-12-22", "2006-01-31"), of("2005-12-22"));
    expect(same.toMarkdown()).not.toContain("|");
    expect(same.toText()).toContain("Both deliveries tell the same of 1 citizen.");
    expect(same.toText()).toContain("are they in the wrong order?");
    for (const code of ["states-differ", "later-ends-earlier", "no-common-days"]) {
      for (const language of ["da", "en"] as const)
        expect(describeDeliveryNotice({ code, severity: "caution" }, language)).not.toBe(code);
    }
  });
});
