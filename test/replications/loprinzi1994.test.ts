// Loprinzi, Laurie, Wieand et al. (1994), Journal of Clinical Oncology 12, 601–607: 228 patients with advanced lung
// cancer. Data: lung of R's survival 3.5-3, deaths coded 1. Numbers: R 4.2.2 with survival 3.5-3.
import { describe, expect, it } from "vitest";
import { coxRegression, kaplanMeier, logRank } from "../../src/inference/index.js";
import { completeOf, datasetOf, numbersOf, textsOf } from "../support/survivalData.js";

const data = datasetOf("lung");
const followUps = (rows = data) => ({
  time: numbersOf(rows, "time"),
  event: numbersOf(rows, "status"),
  group: textsOf(rows, "sex").map((sex) => (sex === "1" ? "men" : "women")),
});

const medians = (interval: "log-log" | "log") =>
  kaplanMeier(followUps(), { interval })
    .median()
    .map(({ time, lower, upper }) => [time, lower, upper]);

describe("Loprinzi et al. (1994)", () => {
  it("men live a median of 270 days, women of 426", () => {
    // survfit(Surv(time, status) ~ sex), with conf.type = "log-log" and "log"
    expect(medians("log-log")).toEqual([
      [270, 210, 306],
      [426, 345, 524],
    ]);
    expect(medians("log")).toEqual([
      [270, 212, 310],
      [426, 348, 550],
    ]);
  });

  it("a log-rank statistic of 10.3, and of 8.5 within institutions", () => {
    expect(logRank(followUps()).statistic).toBeCloseTo(10.32674195, 8);
    const known = completeOf(data, ["inst"]);
    const { statistic, expected } = logRank({ ...followUps(known), stratum: textsOf(known, "inst") });
    expect(statistic).toBeCloseTo(8.524467363, 9);
    expect(expected?.["men"]).toBeCloseTo(93.9246, 4);
  });

  it("a hazard ratio of 0.59 for women", () => {
    const { time, event, group } = followUps();
    const [women] = coxRegression({ time, event, predictors: { sex: group } }).coefficients;
    expect(women?.term).toBe("sex: women");
    expect(women?.estimate).toBeCloseTo(-0.53102354, 8);
    expect(women?.standardError).toBeCloseTo(0.1671785833, 9);
  });

  it("with age and performance, and a covariance by institution", () => {
    const known = completeOf(data, ["inst", "ecog"]);
    const predictors = Object.fromEntries(
      ["age", "sex", "ecog"].map((name) => [name, numbersOf(known, name)]),
    );
    const { time, event } = followUps(known);
    const { coefficients } = coxRegression({ time, event, predictors, clusters: textsOf(known, "inst") });
    // coxph(Surv(time, status) ~ age + sex + ecog + cluster(inst))
    const expected = [
      [0.01123216426, 0.006888727056],
      [-0.55659341399, 0.112286679907],
      [0.46921639677, 0.117615953271],
    ] as const;
    coefficients.forEach(({ estimate, standardError }, index) => {
      expect(estimate).toBeCloseTo(expected[index]?.[0] ?? NaN, 10);
      expect(standardError).toBeCloseTo(expected[index]?.[1] ?? NaN, 10);
    });
    expect(coefficients).toHaveLength(3);
  });
});
