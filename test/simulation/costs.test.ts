import { describe, expect, it } from "vitest";
import { seededStream, uniform, type RandomStream } from "../../src/core/index.js";
import {
  bootstrapCostEffectiveness,
  fieller,
  incrementalCostEffect,
  netMonetaryBenefit,
  type CostEffectColumns,
  type RatioEstimate,
} from "../../src/inference/index.js";
import { replicates } from "../support/simulation.js";

const RUNS = replicates(400, 10_000);
/** Resampling takes longer: fewer runs, and just enough resamples. */
const RESAMPLED_RUNS = replicates(100, 2_000);
const TIMES = replicates(99, 399);

/** Four standard deviations of a share of a twentieth among the runs. */
const slack = (runs: number): number => 4 * Math.sqrt((0.05 * 0.95) / runs);

/** How often those of an arm succeed, and what is paid for each of them, and for a success beside. */
interface Arm {
  readonly size: number;
  readonly success: number;
  readonly base: number;
  readonly bonus: number;
}

interface Setting {
  readonly comparator: Arm;
  readonly reference: Arm;
}

const SETTINGS = {
  far: {
    comparator: { size: 200, success: 0.5, base: 9000, bonus: 5000 },
    reference: { size: 200, success: 0.25, base: 8000, bonus: 5000 },
  },
  unequal: {
    comparator: { size: 120, success: 0.45, base: 4000, bonus: 20_000 },
    reference: { size: 300, success: 0.2, base: 9000, bonus: 0 },
  },
  near: {
    comparator: { size: 200, success: 0.32, base: 9000, bonus: 5000 },
    reference: { size: 200, success: 0.3, base: 8000, bonus: 5000 },
  },
  nearAndAlike: {
    comparator: { size: 150, success: 0.32, base: 8000, bonus: 5000 },
    reference: { size: 150, success: 0.3, base: 8000, bonus: 5000 },
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** A base that is skewed, as courses of different lengths make it, and a bonus for each success. */
function drawn(stream: RandomStream, { size, success, base, bonus }: Arm): CostEffectColumns {
  const effect = Array.from({ length: size }, () => (uniform(stream) < success ? 1 : 0));
  const cost = effect.map((one) => base * (0.5 - Math.log(1 - uniform(stream)) / 2) + bonus * one);
  return { cost, effect };
}

/** Blocks of four, two in each arm. */
function blocked(columns: CostEffectColumns): CostEffectColumns {
  return { ...columns, block: Array.from(columns.cost, (_, i) => i >> 1) };
}

const costOf = ({ base, bonus, success }: Arm): number => base + bonus * success;

function truthOf({ comparator, reference }: Setting): number {
  return (costOf(comparator) - costOf(reference)) / (comparator.success - reference.success);
}

const holds = ({ segments, interval }: RatioEstimate, value: number): boolean =>
  (segments ?? [[interval.lower, interval.upper]]).some(
    ([lower = NaN, upper = NaN]) => lower <= value && value <= upper,
  );

function byFieller(one: CostEffectColumns, other: CostEffectColumns): RatioEstimate {
  const { cost, effect, covariance } = incrementalCostEffect(one, other);
  return fieller({ numerator: cost, denominator: effect, covariance });
}

/** Share of runs in which something is so. */
function share(
  seed: string,
  runs: number,
  { comparator, reference }: Setting,
  isSo: (one: CostEffectColumns, other: CostEffectColumns, run: number) => boolean,
): number {
  const stream = seededStream("costs", seed);
  let found = 0;
  for (let run = 0; run < runs; run++) {
    if (isSo(drawn(stream, comparator), drawn(stream, reference), run)) found++;
  }
  return found / runs;
}

describe("Fieller's set", () => {
  it.each(["far", "unequal", "near", "nearAndAlike"] as const)(
    "holds the true cost per additional success as it says: %s",
    (name) => {
      const setting = SETTINGS[name];
      const truth = truthOf(setting);
      const found = share(`fieller ${name}`, RUNS, setting, (one, other) =>
        holds(byFieller(one, other), truth),
      );
      expect(Math.abs(found - 0.95)).toBeLessThan(0.01 + slack(RUNS));
    },
  );

  it("is bounded in no more than one in twenty runs if there is no effect", () => {
    const { comparator, reference } = SETTINGS.near;
    const none = { comparator: { ...comparator, success: reference.success }, reference };
    const found = share(
      "fieller none",
      RUNS,
      none,
      (one, other) => byFieller(one, other).shape === "bounded",
    );
    expect(Math.abs(found - 0.05)).toBeLessThan(0.01 + slack(RUNS));
  });
});

describe("the resampled set", () => {
  it.each(["far", "unequal", "near", "nearAndAlike"] as const)(
    "holds the true cost per additional success nearly as it says: %s",
    (name) => {
      const setting = SETTINGS[name];
      const truth = truthOf(setting);
      const found = share(`bootstrap ${name}`, RESAMPLED_RUNS, setting, (one, other, seed) =>
        holds(bootstrapCostEffectiveness(one, other, { seed, times: TIMES }), truth),
      );
      expect(Math.abs(found - 0.95)).toBeLessThan(0.015 + slack(RESAMPLED_RUNS));
    },
  );

  it("holds it with blocks of four too, where n draws of n would not", () => {
    const setting: Setting = {
      comparator: { ...SETTINGS.far.comparator, size: 100 },
      reference: { ...SETTINGS.far.reference, size: 100 },
    };
    const truth = truthOf(setting);
    const found = share("bootstrap blocks", RESAMPLED_RUNS, setting, (one, other, seed) =>
      holds(bootstrapCostEffectiveness(blocked(one), blocked(other), { seed, times: TIMES }), truth),
    );
    // Half the variance would leave 83 %.
    expect(Math.abs(found - 0.95)).toBeLessThan(0.015 + slack(RESAMPLED_RUNS));
  });
});

describe("the net benefit's interval", () => {
  it.each([
    ["far", 4000],
    ["near", 50_000],
    ["unequal", 20_000],
  ] as const)("holds the true net benefit as it says: %s at %i", (name, willingnessToPay) => {
    const setting = SETTINGS[name];
    const { comparator, reference } = setting;
    const truth =
      willingnessToPay * (comparator.success - reference.success) - (costOf(comparator) - costOf(reference));
    const found = share(`net benefit ${name}`, RUNS, setting, (one, other) => {
      const { interval } = netMonetaryBenefit(incrementalCostEffect(one, other), { willingnessToPay });
      return interval.lower <= truth && truth <= interval.upper;
    });
    expect(Math.abs(found - 0.95)).toBeLessThan(0.01 + slack(RUNS));
  });
});
