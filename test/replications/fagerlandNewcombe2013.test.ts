// Fagerland & Newcombe (2013), Statistics in Medicine 32, 2823–2836, doi:10.1002/sim.5714: Miettinen and Nurminen's limits
// of ratios and odds ratios of three trials. The printed digits as the tests of R's ratesci have them.
import { describe, expect, it } from "vitest";
import { compareProportions, type Count, type Measure } from "../../src/inference/index.js";

const of = (events: number, total: number): Count => ({ events, total });

describe("Fagerland & Newcombe (2013)", () => {
  it.each([
    ["risk-ratio", of(24, 73), of(53, 65), "0.280", "0.560"],
    ["risk-ratio", of(29, 55), of(11, 11), "0.397", "0.742"],
    ["risk-ratio", of(7, 18), of(1, 18), "1.296", "42.544"],
    ["odds-ratio", of(24, 73), of(53, 65), "0.050", "0.245"],
    ["odds-ratio", of(29, 55), of(11, 11), "0.000", "0.417"],
    ["odds-ratio", of(7, 18), of(1, 18), "1.416", "76.428"],
  ] as const satisfies readonly (readonly [Measure, Count, Count, string, string])[])(
    "%s of %j and %j",
    (measure, comparator, reference, lower, upper) => {
      const { interval } = compareProportions(comparator, reference, {
        measure,
        method: "miettinen-nurminen",
      });
      expect([interval.lower.toFixed(3), interval.upper.toFixed(3)]).toEqual([lower, upper]);
    },
  );
});
