import { expect, it } from "vitest";
import { disclosureReport } from "../../src/cli/disclosureReport.js";

const checkedAgainst = (previous: readonly string[], language: "da" | "en"): string =>
  disclosureReport(
    "review.json",
    {
      kind: "disclosure-check",
      asOf: "2006-09-30",
      previous,
      minimum: 5,
      counts: 2,
      hidden: 1,
      safe: true,
      findings: [],
    },
    language,
  );

it("names one earlier edition or several as what they are", () => {
  expect(checkedAgainst(["2006-07-31"], "da")).toContain("holdt op mod udgaven pr. 31. juli 2006\n");
  expect(checkedAgainst(["2006-07-31", "2006-08-31"], "da")).toContain(
    "holdt op mod udgaverne pr. 31. juli 2006 og 31. august 2006\n",
  );
  expect(checkedAgainst(["2006-07-31"], "en")).toContain("held against the edition as of 31 July 2006\n");
  expect(checkedAgainst(["2006-07-31", "2006-08-31"], "en")).toContain(
    "held against the editions as of 31 July 2006 and 31 August 2006\n",
  );
});
