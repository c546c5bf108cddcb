// Newcombe (1998), Statistics in Medicine 17, 857–872, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E,
// Table I: 95 % limits for four proportions, to four decimals, by his methods 3 to 6. The printed digits as test suites
// that cite the table have them: mid-p that of R's coin, the others that of ratesci and for 81 of 263 several
// of them. R 4.2.2 gives the same: prop.test, with and without correction, and binom.test.
import { describe, expect, it } from "vitest";
import { proportion, type ProportionMethod } from "../../src/inference/index.js";

/** Events, total, then lower and upper limits by each method. */
const TABLE: Readonly<
  Partial<Record<ProportionMethod, readonly (readonly [number, number, string, string])[]>>
> = {
  "wilson": [
    [81, 263, "0.2553", "0.3662"],
    [15, 148, "0.0624", "0.1605"],
    [0, 20, "0.0000", "0.1611"],
    [1, 29, "0.0061", "0.1718"],
  ],
  "wilson-cc": [
    [81, 263, "0.2535", "0.3682"],
    [15, 148, "0.0598", "0.1644"],
    [0, 20, "0.0000", "0.2005"],
    [1, 29, "0.0018", "0.1963"],
  ],
  "clopper-pearson": [
    [81, 263, "0.2527", "0.3676"],
    [15, 148, "0.0578", "0.1617"],
    [0, 20, "0.0000", "0.1684"],
    [1, 29, "0.0009", "0.1776"],
  ],
  "mid-p": [
    [81, 263, "0.2544", "0.3658"],
    [15, 148, "0.0601", "0.1581"],
    [0, 20, "0.0000", "0.1391"],
    [1, 29, "0.0017", "0.1585"],
  ],
};

describe("Newcombe (1998), single proportion, Table I", () => {
  it.each(
    Object.entries(TABLE).flatMap(([method, rows]) =>
      rows.map((row) => [method as ProportionMethod, ...row] as const),
    ),
  )("%s: %i of %i, %s to %s", (method, events, total, lower, upper) => {
    const { interval } = proportion({ events, total }, { method });
    expect([interval.lower.toFixed(4), interval.upper.toFixed(4)]).toEqual([lower, upper]);
  });
});
