import { expect, it } from "vitest";
import type { WithheldPart } from "../../../src/review/types.js";
import { withheldText } from "../../../src/review/words/withheld.js";

const PARTS: Readonly<Record<WithheldPart, true>> = {
  comparison: true,
  readings: true,
  targets: true,
  benchmark: true,
  settlement: true,
  costs: true,
  sampleRatio: true,
  time: true,
  months: true,
  missing: true,
  ratings: true,
  trend: true,
  claims: true,
  expectedPayments: true,
};

// A part of many citizens is withheld as well where a few could be worked out from it: it doesn't rest on few.
it.each(Object.keys(PARTS) as WithheldPart[])("doesn't say that %s rests on few citizens", (part) => {
  expect(withheldText(part, [part], "da")).not.toMatch(/hviler på| (er|der|gælder|gange) få /);
  expect(withheldText(part, [part], "en")).not.toMatch(/too few citizens|are few|has few|times few|rest/);
});

it("calls costs per referral and success by their own name, since they may stand below the totals", () => {
  expect(withheldText("costs", ["costs"], "da")).toBe(
    "Omkostningerne pr. visitering og pr. succes vises ikke i denne udgave, fordi små antal borgere kunne regnes ud af dem.",
  );
  expect(withheldText("costs", ["costs"], "en")).toContain("The costs per referral and per success");
});
