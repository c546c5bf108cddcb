import { describe, expect, it } from "vitest";
import { seededStream, shuffled, uniform, type RandomStream } from "../../src/core/index.js";
import {
  adjustedDifference,
  complierEffect,
  type AdjustmentOptions,
  type ComparisonData,
  type Estimate,
} from "../../src/inference/index.js";
import { normalQuantile } from "../../src/numerics/index.js";
import { replicates } from "../support/simulation.js";

const RUNS = replicates(1_200, 20_000);
/** Four standard deviations of the share of a twentieth among the runs. */
const SLACK = 4 * Math.sqrt((0.05 * 0.95) / RUNS);

/** How often intervals hold a value, and how often p-values are below a twentieth. */
function shares(runs: Iterable<{ readonly result: Estimate; readonly truth: number }>): {
  readonly covered: number;
  readonly found: number;
  readonly estimable: number;
} {
  let [covered, found, estimable, count] = [0, 0, 0, 0];
  for (const { result, truth } of runs) {
    count++;
    const pieces = result.segments ?? [[result.interval.lower, result.interval.upper]];
    if (pieces.some(([lower, upper]) => lower <= truth && truth <= upper)) covered++;
    if (result.test === undefined) continue;
    estimable++;
    if (result.test.pValue < 0.05) found++;
  }
  return { covered: covered / count, found: found / count, estimable: estimable / count };
}

function* repeated(
  seed: string,
  run: (stream: RandomStream) => { readonly result: Estimate; readonly truth: number },
): Generator<{
  readonly result: Estimate;
  readonly truth: number;
}> {
  const stream = seededStream("regression", seed);
  for (let i = 0; i < RUNS; i++) yield run(stream);
}

function normal(stream: RandomStream): number {
  return normalQuantile(Math.max(uniform(stream), 1e-12), "lower");
}

/** People whose outcomes in both groups are fixed; nothing comes by chance but the draw. */
interface Population {
  readonly covariate: readonly number[];
  readonly without: readonly number[];
  readonly effect: readonly number[];
}

/** Outcomes that bend with the covariate, and effects that grow with it, 0 on average or everywhere. */
function population(size: number, effect: "none" | "varying"): Population {
  const covariate = Array.from({ length: size }, (_, i) => Math.sin(7 * i) + i / size);
  const effects = covariate.map((x) => (effect === "none" ? 0 : x));
  return {
    covariate,
    without: covariate.map((x, i) => 2 + x + x * x + Math.cos(3 * i)),
    effect: effects,
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function observed({ without, effect }: Population, treatment: readonly number[]): number[] {
  return without.map((value, i) => value + (effect[i] ?? 0) * (treatment[i] ?? 0));
}

describe("Lin's adjustment under complete randomization of 120, 40 of them to the comparator", () => {
  const lots = Array.from({ length: 120 }, (_, i) => Number(i < 40));
  const runs = (effect: "none" | "varying") => {
    const people = population(120, effect);
    return repeated(`lin ${effect}`, (stream) => {
      const treatment = shuffled(stream, lots);
      const data = { treatment, response: observed(people, treatment), covariates: { x: people.covariate } };
      return { result: adjustedDifference(data), truth: average(people.effect) };
    });
  };

  it("finds an effect where there is none as often as it says", () => {
    const { found } = shares(runs("none"));
    expect(found).toBeGreaterThan(0.035 - SLACK);
    expect(found).toBeLessThan(0.06 + SLACK);
  });

  it("covers the average of effects that vary, or errs on the safe side", () => {
    expect(shares(runs("varying")).covered).toBeGreaterThan(0.94 - SLACK);
  });
});

describe("differences within small blocks, some with a single unit in a group", () => {
  // Weeks of 2 to 7 people, of whom one, two or three go to the comparator.
  const sizes = Array.from({ length: 24 }, (_, week) => 2 + ((week * 5) % 6));
  const blocks = sizes.flatMap((size, week) => Array.from({ length: size }, () => week));
  const draw = (stream: RandomStream): number[] =>
    sizes.flatMap((size) =>
      shuffled(
        stream,
        Array.from({ length: size }, (_, i) => Number(i < Math.ceil(size / 2.5))),
      ),
    );

  it.each(["difference-in-means", "lin"] as const)(
    "%s: finds none where there is none as often as it says",
    (method) => {
      const people = population(blocks.length, "none");
      // Weeks differ much, as they do.
      const without = people.without.map((value, i) => value + 3 * Math.sin(blocks[i] ?? 0));
      const { found, estimable } = shares(
        repeated(`blocks ${method}`, (stream) => {
          const treatment = draw(stream);
          const data = { treatment, response: without, covariates: { x: people.covariate }, blocks };
          return { result: adjustedDifference(data, { method }), truth: 0 };
        }),
      );
      expect(estimable).toBe(1);
      expect(found).toBeGreaterThan(0.03 - SLACK);
      expect(found).toBeLessThan(0.065 + SLACK);
    },
  );
});

describe("Hájek's weighted means where the probabilities of the draw differ", () => {
  const people = population(150, "varying");
  // Those with a higher covariate, and outcome, are drawn more often.
  const probabilities = people.covariate.map((x) => (x > 0.8 ? 0.75 : x > 0 ? 0.5 : 0.25));
  const blocks = probabilities.map(String);
  const truth = average(people.effect);
  /** Everyone for themselves. */
  const tossed = (stream: RandomStream): number[] => probabilities.map((p) => Number(uniform(stream) < p));
  /** So many of each probability, as near as whole numbers come. */
  const fixed = (stream: RandomStream): number[] => {
    const treatment = probabilities.map(() => 0);
    for (const p of new Set(probabilities)) {
      const members = shuffled(
        stream,
        probabilities.flatMap((each, i) => (each === p ? [i] : [])),
      );
      for (const i of members.slice(0, Math.round(p * members.length))) treatment[i] = 1;
    }
    return treatment;
  };
  const shareOf = (treatment: readonly number[], p: number): number =>
    average(treatment.filter((_, i) => probabilities[i] === p));
  const runs = (method: "hajek" | "difference-in-means", draw: "tossed" | "fixed", withBlocks: boolean) =>
    repeated(`hajek ${method} ${draw} ${String(withBlocks)}`, (stream) => {
      const treatment = draw === "tossed" ? tossed(stream) : fixed(stream);
      const weights = probabilities.map((p, i) => {
        const own = draw === "tossed" ? p : shareOf(treatment, p);
        return 1 / (treatment[i] === 1 ? own : 1 - own);
      });
      const data: ComparisonData = {
        treatment,
        response: observed(people, treatment),
        ...(method === "hajek" ? { weights } : {}),
        ...(withBlocks ? { blocks } : {}),
      };
      return { result: adjustedDifference(data, { method }), truth };
    });

  it.each([
    ["tossed", false],
    ["tossed", true],
    ["fixed", false],
    ["fixed", true],
  ] as const)("cover the average effect, or err on the safe side: %s, blocks %s", (draw, withBlocks) => {
    expect(shares(runs("hajek", draw, withBlocks)).covered).toBeGreaterThan(0.935 - SLACK);
  });

  it("while plain means don't", () => {
    expect(shares(runs("difference-in-means", "tossed", false)).covered).toBeLessThan(0.5);
  });
});

/** A risk that depends on treatment and a covariate. */
function risk(treatment: number, x: number): number {
  return 1 / (1 + Math.exp(1 - 0.6 * treatment - x));
}

/** Its mean over a covariate that is uniform on (−2, 2): ∫ expit = [ln(1 + eᵗ)]. */
function marginal(treatment: number): number {
  const [low, high] = [-1 + 0.6 * treatment - 2, -1 + 0.6 * treatment + 2];
  return (Math.log1p(Math.exp(high)) - Math.log1p(Math.exp(low))) / 4;
}

function sampled(strength: number, options: AdjustmentOptions): ReturnType<typeof repeated> {
  return repeated(`g-computation ${strength}`, (stream) => {
    const x = Array.from({ length: 200 }, () => 4 * uniform(stream) - 2);
    const treatment = shuffled(
      stream,
      x.map((_, i) => i % 2),
    );
    const response = x.map((value, i) =>
      Number(uniform(stream) < risk(strength * (treatment[i] ?? 0), value)),
    );
    const result = adjustedDifference(
      { treatment, response, covariates: { x } },
      { method: "g-computation", ...options },
    );
    return { result, truth: marginal(strength) - marginal(0) };
  });
}

describe("g-computation over samples of 200 with an outcome that depends on a covariate", () => {
  it("covers the population's risk difference by its unconditional standard error", () => {
    const { covered } = shares(sampled(1, { covariance: "unconditional" }));
    expect(covered).toBeGreaterThan(0.935 - SLACK);
    expect(covered).toBeLessThan(0.96 + SLACK);
  });

  it("finds none where there is none as often as it says", () => {
    const { found } = shares(sampled(0, {}));
    expect(found).toBeGreaterThan(0.035 - SLACK);
    expect(found).toBeLessThan(0.062 + SLACK);
  });
});

describe("a comparison of 12 clusters of unequal size, 4 of them in the comparator", () => {
  const sizes = [3, 40, 8, 5, 25, 4, 12, 6, 30, 9, 5, 15];
  const clusters = sizes.flatMap((size, g) => Array.from({ length: size }, () => g));
  const runs = (covariance: "cr2" | "hc0") =>
    repeated("clusters", (stream) => {
      const lots = shuffled(
        stream,
        sizes.map((_, g) => Number(g < 4)),
      );
      const shared = sizes.map(() => 0.5 * normal(stream));
      const response = clusters.map((g) => (shared[g] ?? 0) + normal(stream));
      const treatment = clusters.map((g) => lots[g] ?? 0);
      return { result: adjustedDifference({ treatment, response, clusters }, { covariance }), truth: 0 };
    });

  it("by CR2 with Satterthwaite's degrees of freedom finds none where there is none about as often as it says", () => {
    const { found } = shares(runs("cr2"));
    expect(found).toBeGreaterThan(0.02 - SLACK);
    expect(found).toBeLessThan(0.065 + SLACK);
  });

  it("while CR0 finds too many", () => {
    expect(shares(runs("hc0")).found).toBeGreaterThan(0.09);
  });
});

/** Taking part and the outcome have a common cause; assignment moves few. */
const weakRuns = (method: "two-stage-least-squares" | "anderson-rubin") =>
  repeated("weak", (stream) => {
    const assigned = shuffled(
      stream,
      Array.from({ length: 100 }, (_, i) => i % 2),
    );
    const cause = assigned.map(() => normal(stream));
    const received = assigned.map((group, i) => 0.15 * group + (cause[i] ?? 0));
    const response = cause.map((value) => value + 0.2 * normal(stream));
    return { result: complierEffect({ assigned, received, response }, { method }), truth: 0 };
  });

describe("the effect on compliers with a weak instrument", () => {
  it("is held by Anderson and Rubin's set as often as it says", () => {
    const { covered } = shares(weakRuns("anderson-rubin"));
    expect(covered).toBeGreaterThan(0.94 - SLACK);
    expect(covered).toBeLessThan(0.96 + SLACK);
  });

  it("while Wald's interval is far off", () => {
    expect(shares(weakRuns("two-stage-least-squares")).covered).toBeLessThan(0.85);
  });
});
