import { describe, expect, it } from "vitest";
import { report, rowOf, trials } from "../../examples/published-trials.js";

/**
 * Six decimals by statsmodels 0.13.5 (confint_proportions_2indep, proportions_ztest) and scipy 1.10.1
 * (fisher_exact): difference and its unpooled standard error, Wald, Newcombe, Agresti-Caffo, pooled z and p,
 * Fisher's p.
 */
const EXPECTED: readonly (readonly string[])[] = [
  [
    "0.057375 0.032587",
    "-0.006494 to 0.121244",
    "-0.007843 to 0.119446",
    "-0.007284 to 0.120240",
    "1.729181 0.083777 0.096538",
  ],
  [
    "0.110603 0.043294",
    "0.025748 to 0.195458",
    "0.023811 to 0.192708",
    "0.024313 to 0.193632",
    "2.491056 0.012736 0.016387",
  ],
  [
    "0.077940 0.032949",
    "0.013362 to 0.142519",
    "0.012109 to 0.141000",
    "0.012508 to 0.141542",
    "2.317298 0.020488 0.021762",
  ],
  [
    "0.021565 0.012562",
    "-0.003055 to 0.046186",
    "-0.003354 to 0.045873",
    "-0.003213 to 0.046023",
    "1.699827 0.089163 0.092501",
  ],
  [
    "0.048047 0.013510",
    "0.021569 to 0.074525",
    "0.020998 to 0.073943",
    "0.021256 to 0.074213",
    "3.435791 0.000591 0.000609",
  ],
  [
    "0.043572 0.014740",
    "0.014682 to 0.072463",
    "0.014648 to 0.072376",
    "0.014654 to 0.072408",
    "2.952427 0.003153 0.003168",
  ],
];

describe("published trials", () => {
  it.each(trials.map((trial, index) => ({ trial, expected: EXPECTED[index] })))(
    "prints the reference numbers of $trial.name, $trial.event",
    ({ trial, expected }) => {
      const row = rowOf(trial);
      expect([
        `${row["difference"]} ${row["SE"]}`,
        row["Wald"],
        row["Newcombe"],
        row["Agresti-Caffo"],
        `${row["pooled z"]} ${row["p"]} ${row["Fisher p"]}`,
      ]).toEqual(expected);
    },
  );

  // Wilson by R 4.2.2, prop.test(207, 600, correct = FALSE); ratios by statsmodels as above.
  it("prints Wilson's rates of JOBS II, and ratios of the first two trials", () => {
    const [jobs, nsw] = trials.map(rowOf);
    expect(jobs).toMatchObject({
      "treated": "207/600 = 0.345000",
      "control": "86/299 = 0.287625",
      "treated, Wilson": "0.308058 to 0.383914",
      "control, Wilson": "0.239267 to 0.341371",
      "risk ratio, Katz": "1.199477 [0.972565 to 1.479330]",
      "odds ratio, Woolf": "1.304545 [0.964769 to 1.763984]",
    });
    expect(nsw).toMatchObject({
      "risk ratio, Katz": "1.171171 [1.037166 to 1.322491]",
      "odds ratio, Woolf": "1.703704 [1.118049 to 2.596135]",
    });
  });

  it("reports every trial, and names each source once", () => {
    const text = report();
    for (const { name, event, source } of trials) {
      expect(text).toContain(`${name}: ${event}`);
      expect(text.split(source)).toHaveLength(2);
    }
  });
});
