import { describe, expect, it } from "vitest";
import { alikeNotices, spellingProblems } from "../../src/allocation/alike.js";
import { allocate, amend, freezeRoster, parseReferrals } from "../../src/allocation/index.js";
import { alternation, complete, completeLedger, errorOf, KEY, referralsOn, started } from "./samples.js";

const COMPOSED = "b-\u00C5se"; // Å as one character
const DECOMPOSED = "b-A\u030Ase"; // A and a ring
const HALF = "b-\uD800";

describe("spellingProblems", () => {
  it.each([COMPOSED, "b-1", "Ærø 𝔘", 17, undefined])("finds nothing wrong with %s", (value) => {
    expect(spellingProblems(value, "citizen")).toEqual([]);
  });

  it.each([DECOMPOSED, HALF])("refuses what could be written otherwise", (value) => {
    expect(spellingProblems(value, "citizen")).toMatchObject([{ code: "not-normalized", field: "citizen" }]);
  });
});

describe("one citizen can't be two, nor one stratum, by the bytes of a character:", () => {
  const date = "2005-01-14";

  it.each([DECOMPOSED, HALF])("freezeRoster refuses citizen and level", (text) => {
    for (const part of [{ citizen: text }, { age: text }]) {
      const referrals = referralsOn("2005-01-12", ["c-1"]).map((referral) => ({ ...referral, ...part }));
      expect(errorOf(() => freezeRoster(started(complete), referrals, { date })).code).toBe("not-normalized");
    }
  });

  it("allocate refuses them too, and amend a citizen who could never be found", () => {
    const referral = { citizen: DECOMPOSED, referredOn: "2005-01-12", group: "A" };
    expect(errorOf(() => allocate(started(alternation), referral, { key: KEY }))).toMatchObject({
      code: "not-normalized",
      path: "referral.citizen",
    });
    const exemption = {
      amends: "exemption",
      citizen: DECOMPOSED,
      referredOn: "2005-01-12",
      arm: "own",
      reason: "agreed",
      signedBy: ["Holm"],
    } as const;
    expect(errorOf(() => amend(completeLedger(), exemption, { date: "2005-02-01" }))).toMatchObject({
      code: "not-normalized",
      path: "amendment.citizen",
    });
  });
});

describe("citizens who differ in capital letters only", () => {
  const both = referralsOn("2005-01-12", ["c-1", "C-1", "c-2"]);
  const notice = { code: "citizens-alike", severity: "caution", citizens: ["c-1", "C-1"] };

  it("are named, in a roster and in a file", () => {
    expect(alikeNotices(both)).toEqual([notice]);
    expect(alikeNotices([...referralsOn("2005-01-12", ["c-1", "c-1"]), null])).toEqual([]);
    expect(freezeRoster(started(complete), both, { date: "2005-01-14" }).notices).toEqual([notice]);
    const file = "citizen;referredOn\nc-1;2005-01-12\nC-1;2005-01-12\n";
    expect(parseReferrals(file, { name: "referrals.csv" }).notices).toEqual([notice]);
  });
});
