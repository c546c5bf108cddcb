import { describe, expect, it } from "vitest";
import { compareArms } from "../../src/effects/index.js";
import { frequencySentence } from "../../src/review/words/frequency.js";
import { madeOutcomes, type Group } from "../support/outcomes.js";

function sentence(groups: readonly Group[]): string {
  const effect = compareArms(madeOutcomes({ groups }), { primary: "job", referenceArm: "municipal" });
  const [verdict] = effect.verdicts;
  return verdict === undefined
    ? "no verdict"
    : frequencySentence(effect, [verdict.arm, verdict.reference], "da");
}

describe("frequencySentence", () => {
  it("says of a hundred citizens how many succeeded", () => {
    const groups: readonly Group[] = [
      { arm: "supplier", status: "success", count: 20 },
      { arm: "supplier", status: "failure", count: 10 },
      { arm: "municipal", status: "success", count: 10 },
      { arm: "municipal", status: "failure", count: 10 },
    ];
    expect(sentence(groups)).toBe(
      "Af 100 visiterede opnåede omkring 67 succes hos Leverandøren og 50 hos Egen enhed.",
    );
  });

  it("says the counts themselves where fewer than twenty outcomes of an arm are known", () => {
    const groups: readonly Group[] = [
      { arm: "supplier", status: "success", count: 20 },
      { arm: "supplier", status: "failure", count: 10 },
      { arm: "municipal", status: "success", count: 9 },
      { arm: "municipal", status: "failure", count: 10 },
    ];
    expect(sentence(groups)).toBe(
      "Af dem, hvis udfald kendes, opnåede 20 af 30 succes hos Leverandøren og 9 af 19 hos Egen enhed.",
    );
  });

  it("says the same of several arms in one sentence", () => {
    const groups: readonly Group[] = ["municipal", "supplier"].flatMap((arm) => [
      { arm, status: "success", count: 10 },
      { arm, status: "failure", count: 10 },
    ]);
    const effect = compareArms(madeOutcomes({ groups }), { primary: "job", referenceArm: "municipal" });
    const arms = ["municipal", "supplier", "supplier"];
    expect(frequencySentence(effect, arms, "en")).toBe(
      "Of 100 citizens referred, about 50 succeeded with Egen enhed, 50 with Leverandøren and 50 with Leverandøren.",
    );
  });

  it("is empty where no outcome of an arm is known", () => {
    expect(
      sentence([
        { arm: "supplier", status: "unknown", count: 3 },
        { arm: "municipal", status: "success" },
      ]),
    ).toBe("");
  });
});
