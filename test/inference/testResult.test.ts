import { describe, expect, it } from "vitest";
import { testProportions } from "../../src/inference/index.js";
import { plain } from "./support.js";

const jobs = [
  { events: 207, total: 600 },
  { events: 86, total: 299 },
] as const;

describe("the result of a test", () => {
  it("shows itself in English and in Danish", () => {
    expect(plain(testProportions(...jobs).toText())).toBe(
      "Fisher’s exact test: p = 0.097 (two-sided)\n\nComparator: 207 of 600. Reference: 86 of 299.",
    );
    expect(plain(testProportions(...jobs, { method: "chi-squared" }).toText({ language: "da" }))).toBe(
      "Pearsons χ²-test: teststørrelse 2,99, p = 0,084 (tosidet)\n\n" +
        "Sammenlignet: 207 af 600. Reference: 86 af 299.",
    );
  });

  it("has the same columns for every test", () => {
    const columns = ["method", "statistic", "degreesOfFreedom", "pValue", "alternative", "status"];
    for (const method of ["fisher", "pooled-z", "g-test"] as const) {
      expect(
        testProportions(...jobs, { method })
          .toRows()
          .map((row) => Object.keys(row)),
      ).toEqual([columns]);
    }
  });

  it("keeps exactly its data in a copy", () => {
    const result = testProportions(...jobs, { method: "g-test" });
    expect(structuredClone(result)).toEqual({ ...result });
    expect(result).toMatchObject({ kind: "test", degreesOfFreedom: 1 });
  });
});
