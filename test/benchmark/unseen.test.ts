import { describe, expect, it } from "vitest";
import { benchmarkArms, compareExpected, parseMunicipalities } from "../../src/benchmark/index.js";
import { MEASURE } from "../support/municipalities.js";
import { madeOutcomes } from "../support/outcomes.js";

const DESCRIBE = { ...MEASURE, direction: "higher-is-better" as const };

describe("what a comparison says of its file", () => {
  const outcomes = madeOutcomes({
    groups: ["municipal", "supplier"].flatMap((arm) => [
      { arm, status: "success" as const, count: 60 },
      { arm, count: 60 },
    ]),
  });
  const rows = ["Horsens;40;100", "Vejle;30;100", "Atlantis;35;100", "Nyborg;..;100", "Fredericia;..;100"];
  const parsed = parseMunicipalities(["municipality;events;total", ...rows, ""].join("\n"), {
    name: "tal.csv",
    describe: DESCRIBE,
  });
  const plan = { municipality: "Fredericia", criterion: "job", measure: MEASURE };

  it.each(["internal", "published"] as const)(
    "names who has no figure, but for the municipality itself, and who is none of the 98, to an %s audience",
    (audience) => {
      const { notices } = benchmarkArms(outcomes, parsed, plan, { audience });
      expect(notices).toContainEqual({
        code: "municipalities-without-figure",
        severity: "info",
        municipalities: ["Nyborg"],
      });
      expect(notices).toContainEqual({
        code: "not-of-the-98",
        severity: "info",
        municipalities: ["Atlantis"],
      });
    },
  );

  it("says nothing of rows that come without a file, nor of a name that isn't compared", () => {
    const codes = benchmarkArms(outcomes, parsed.rows, plan).notices.map(({ code }) => code);
    expect(codes).not.toContain("municipalities-without-figure");
    const some = { ...parsed, rows: parsed.rows.filter(({ municipality }) => municipality !== "Atlantis") };
    expect(benchmarkArms(outcomes, some, plan).notices.map(({ code }) => code)).not.toContain(
      "not-of-the-98",
    );
  });

  it("names who has no expected figure beside the published ones", () => {
    const file = parseMunicipalities(
      "municipality;expected;actual\nHorsens;100;90\nAtlantis;100;90\nOdense;..;11000\n",
      { name: "y30r21.csv", describe: { ...DESCRIBE, direction: "lower-is-better" } },
    );
    const compared = compareExpected(file);
    expect(compared.notices).toContainEqual({
      code: "municipalities-without-figure",
      severity: "info",
      municipalities: ["Odense"],
    });
    expect(compared.toText({ language: "da" })).toMatch(/det faktiske tal er ikke oplyst.*Odense/);
    expect(compared.toText({ language: "en" })).toMatch(/None of the 98.*Atlantis/);
  });
});
