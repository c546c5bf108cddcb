import { describe, expect, it } from "vitest";
import { seededStream, shuffled, uniform, type RandomStream } from "../../src/core/index.js";
import {
  coxRegression,
  cumulativeIncidence,
  kaplanMeier,
  logRank,
  restrictedMean,
  type CoxData,
  type CurvePoint,
} from "../../src/inference/index.js";
import { replicates } from "../support/simulation.js";

const trials = replicates(400, 4_000);
/** Four standard deviations of a share of 5 % among the trials. */
const slack = 4 * Math.sqrt((0.05 * 0.95) / trials);

/** A waiting time with a constant hazard. */
function wait(stream: RandomStream, hazard: number): number {
  return -Math.log(1 - uniform(stream)) / hazard;
}

/** A trial of people in blocks of four, two of each group, followed for between one and three years, in whole weeks. */
function trial(stream: RandomStream, people: number, hazards: Readonly<Record<"a" | "b", number>>) {
  const rows = Array.from({ length: people / 4 }, (_, block) => {
    const hazard = 0.5 + uniform(stream);
    return shuffled(stream, ["a", "a", "b", "b"] as const).map((group) => {
      const until = 1 + 2 * uniform(stream);
      const waiting = wait(stream, hazard * hazards[group]);
      return { group, block, time: Math.ceil(52 * Math.min(waiting, until)) / 52, event: waiting <= until };
    });
  }).flat();
  return {
    time: rows.map(({ time }) => time),
    event: rows.map(({ event }) => event),
    group: rows.map(({ group }) => group),
    stratum: rows.map(({ block }) => block),
  };
}

type Trial = ReturnType<typeof trial>;

function shareOf(stream: RandomStream, happens: (stream: RandomStream) => boolean): number {
  let count = 0;
  for (let each = 0; each < trials; each++) if (happens(stream)) count++;
  return count / trials;
}

describe("the log-rank test where the groups are alike", () => {
  it("finds a difference in one of twenty trials, within blocks and without", () => {
    const alike = { a: 1, b: 1 };
    const simple = shareOf(seededStream("log-rank", "alone"), (stream) => {
      const { time, event, group } = trial(stream, 80, alike);
      return logRank({ time, event, group }).pValue < 0.05;
    });
    const blocked = shareOf(
      seededStream("log-rank", "blocks"),
      (stream) => logRank(trial(stream, 80, alike)).pValue < 0.05,
    );
    for (const share of [simple, blocked]) {
      // Blocks of the draw differ, which makes the test without them a little cautious.
      expect(share).toBeGreaterThan(0.035 - slack);
      expect(share).toBeLessThan(0.058 + slack);
    }
  });
});

describe("a Cox model within blocks", () => {
  it.each([0, 0.7])("covers the logarithm of the hazard ratio: %d", (effect) => {
    const hazards = { a: 1, b: Math.exp(effect) };
    const covers = (name: string, more: (data: Trial) => Partial<CoxData>) =>
      shareOf(seededStream(`cox ${name}`, String(effect)), (stream) => {
        const data = trial(stream, 160, hazards);
        const { time, event, group, stratum } = data;
        const fit = coxRegression({ time, event, predictors: { group }, stratum, ...more(data) });
        const { lower, upper } = fit.coefficients[0]?.interval ?? { lower: NaN, upper: NaN };
        return lower <= effect && effect <= upper;
      });
    const model = covers("model", () => ({}));
    expect(model).toBeGreaterThan(0.94 - slack);
    expect(model).toBeLessThan(0.965 + slack);
    // A sandwich over forty blocks is a little too small, as all are over few clusters.
    const robust = covers("blocks", ({ stratum }) => ({ clusters: stratum }));
    expect(robust).toBeGreaterThan(0.925 - slack);
    expect(robust).toBeLessThan(0.965 + slack);
  });

  it("covers too seldom with a robust covariance that takes a block's rows apart, which its notice says", () => {
    const covered = shareOf(seededStream("cox rows", "1"), (stream) => {
      const { time, event, group, stratum } = trial(stream, 160, { a: 1, b: 1 });
      const fit = coxRegression({ time, event, predictors: { group }, stratum }, { covariance: "robust" });
      const { lower, upper } = fit.coefficients[0]?.interval ?? { lower: NaN, upper: NaN };
      return fit.notices.some(({ code }) => code === "small-strata") && lower <= 0 && 0 <= upper;
    });
    expect(covered).toBeGreaterThan(0.85 - slack);
    expect(covered).toBeLessThan(0.91 + slack);
  });
});

/** Mean time up to 1 with a constant hazard: ∫₀¹ exp(−ht) dt. */
function area(hazard: number): number {
  return (1 - Math.exp(-hazard)) / hazard;
}

describe("the restricted mean", () => {
  it("covers the difference of areas", () => {
    const share = shareOf(seededStream("restricted mean", "1"), (stream) => {
      const group = Array.from({ length: 120 }, (_, i) => (i % 2 === 0 ? "a" : "b"));
      const waits = group.map((name) => wait(stream, name === "a" ? 0.8 : 1.6));
      const ends = group.map(() => 1.05 + uniform(stream));
      const { lower, upper } = restrictedMean(
        {
          time: waits.map((waiting, i) => Math.min(waiting, ends[i] ?? 0)),
          event: waits.map((waiting, i) => waiting <= (ends[i] ?? 0)),
          group,
        },
        { until: 1, reference: "a" },
      ).interval;
      const truth = area(1.6) - area(0.8);
      return lower <= truth && truth <= upper;
    });
    expect(share).toBeGreaterThan(0.935 - slack);
    expect(share).toBeLessThan(0.96 + slack);
  });
});

/** Forty people, a third of whom leave early, and what has come of them after a year. */
const year = (stream: RandomStream): { readonly time: number[]; readonly cause: number[] } => {
  const people = Array.from({ length: 40 }, () => {
    const [first, second, end] = [wait(stream, 0.6), wait(stream, 0.4), wait(stream, 0.5)];
    const time = Math.min(first, second, end);
    return { time, cause: time === end ? 0 : time === first ? 1 : 2 };
  });
  return { time: people.map(({ time }) => time), cause: people.map(({ cause }) => cause) };
};
const covers = (point: CurvePoint | undefined, truth: number): boolean =>
  point !== undefined && point.lower <= truth && truth <= point.upper;

describe("pointwise limits at 95 %", () => {
  it("of a Kaplan-Meier curve cover on the log-log scale", () => {
    const share = shareOf(seededStream("kaplan-meier", "log-log"), (stream) => {
      const { time, cause } = year(stream);
      return covers(kaplanMeier({ time, event: cause.map((each) => each > 0) }).at([0.8])[0], Math.exp(-0.8));
    });
    expect(share).toBeGreaterThan(0.94 - slack);
    expect(share).toBeLessThan(0.965 + slack);
  });

  it.each(["infinitesimal-jackknife", "aalen"] as const)(
    "of a cumulative incidence cover by %s",
    (standardError) => {
      const share = shareOf(seededStream("incidence", standardError), (stream) => {
        const point = cumulativeIncidence(year(stream), { standardError })
          .at([0.8])
          .find(({ cause }) => cause === 1);
        return covers(point, 0.6 * (1 - Math.exp(-0.8)));
      });
      expect(share).toBeGreaterThan(0.93 - slack);
      expect(share).toBeLessThan(0.965 + slack);
    },
  );

  it("of a median cover", () => {
    const truth = Math.LN2;
    const share = shareOf(seededStream("median", "1"), (stream) => {
      const { time, cause } = year(stream);
      const [median] = kaplanMeier({ time, event: cause.map((each) => each > 0) }).median();
      return median !== undefined && median.lower <= truth && truth <= median.upper;
    });
    expect(share).toBeGreaterThan(0.935 - slack);
    expect(share).toBeLessThan(0.97 + slack);
  });
});
