import * as fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { assessDesign } from "../../src/allocation/assess-design.js";
import type { Assessment, ScenarioKind } from "../../src/allocation/assessment/types.js";
import type { Design } from "../../src/allocation/index.js";
import { byTurns, singleProcedure } from "./designs/turns.js";
import { errorOf, protocolOf } from "./samples.js";

const weights = { own: 1, a: 1 };
const simple: Design = { kind: "simple", weights };
const blocksOf = (...sizes: readonly number[]): Design => ({ kind: "permuted-block", weights, sizes });
const efron: Design = { kind: "biased-coin", weights, bias: 2 / 3 };

function scenario(assessment: Assessment, kind: ScenarioKind): Assessment["scenarios"][number] {
  const found = assessment.scenarios.find((each) => each.scenario === kind);
  if (found === undefined) throw new Error(kind);
  return found;
}

describe("a right guess", () => {
  it("has probability 1/2 where every draw is a fair coin", () => {
    const { guessing, exact, sequences } = assessDesign(simple, { citizens: 8 });
    expect(guessing.convergence.value).toBeCloseTo(1 / 2, 14);
    expect(guessing.optimal.value).toBeCloseTo(1 / 2, 14);
    expect([exact, sequences]).toEqual([true, 256]);
  });

  it.each([
    [2, 3 / 2],
    [4, 17 / 6],
    [6, 41 / 10],
  ])("is had in blocks of %i as often as Blackwell and Hodges say", (size, expected) => {
    // Blocks of 2m: m + 2^(2m−1)/C(2m, m) − 1/2. By hand for 4: 1/2, then 2/3, then 1/2 or 1 (evens with 2/3), then 1.
    const { guessing } = assessDesign(blocksOf(size), { citizens: size });
    expect(guessing.convergence.value * size).toBeCloseTo(expected, 13);
    expect(guessing.optimal.value * size).toBeCloseTo(expected, 13);
  });

  it("is had of Efron's coin in 43 of 72 of the first four", () => {
    // 1/2, 2/3, then 2/3 · 1/2 + 1/3 · 2/3, then 2/3: 43/18 of 4.
    expect(assessDesign(efron, { citizens: 4 }).guessing.convergence.value).toBeCloseTo(43 / 72, 14);
  });

  it("tends to 5/8 of Efron's coin and to 1/2 + 1/(4b) of the big stick", () => {
    const options = { citizens: 400, seed: "limit", times: 200 };
    const coin = assessDesign(efron, options).guessing.convergence;
    expect(Math.abs(coin.value - 5 / 8)).toBeLessThan(4 * coin.monteCarloError + 0.002); // and what 400 lack to the limit
    const stick = assessDesign({ kind: "big-stick", weights, tolerance: 3 }, options).guessing.convergence;
    expect(Math.abs(stick.value - (1 / 2 + 1 / 12))).toBeLessThan(4 * stick.monteCarloError + 0.005);
  });

  it("knows of unequal arms which is behind its share", () => {
    // Blocks of 2 : 1. Convergence: 1/2 · 1; then a after own (1/2), own after a (1): 2/3; then 1: 13/6.
    // As well as anyone can: 2/3, 2/3, 1: 7/3. Seeing nothing: 2/3.
    const design: Design = { kind: "permuted-block", weights: { own: 2, a: 1 }, sizes: [3] };
    const { guessing } = assessDesign(design, { citizens: 3 });
    expect(guessing.convergence.value * 3).toBeCloseTo(13 / 6, 14);
    expect(guessing.optimal.value * 3).toBeCloseTo(7 / 3, 14);
    expect(guessing.blind).toBeCloseTo(2 / 3, 15);
  });

  it("is certain after the first of an alternation", () => {
    const { guessing, notices } = assessDesign({ kind: "alternation" }, { citizens: 10, arms: ["own", "a"] });
    expect(guessing.optimal.value).toBeCloseTo(0.95, 14);
    expect(guessing.convergence.value).toBeCloseTo(0.75, 14); // evens at the 1st, 3rd … 9th
    expect(notices).toEqual([{ code: "predictable-design", severity: "caution" }]);
  });

  it("isn't helped by a batch that is drawn at once", () => {
    // The first batch of 5 leaves one arm ahead: of the second nothing is known but that chances are even.
    const design: Design = { kind: "complete", batch: "iso-week", weights };
    const { guessing } = assessDesign(design, { citizens: 6, perBatch: 3 });
    expect(guessing.convergence.value).toBeCloseTo(1 / 2, 14);
    expect(guessing.optimal.value).toBeCloseTo(1 / 2, 14);
  });
});

describe("imbalance", () => {
  it("of fair coins is that of the binomial", () => {
    // |D| after 4: 0, 2, 4 with 6, 8, 2 of 16: mean 24/16. After 2 the largest so far is 1 or 2.
    const { final } = assessDesign(simple, { citizens: 4 }).imbalance;
    expect(final.distribution).toEqual([
      { difference: 0, probability: 6 / 16 },
      { difference: 2, probability: 8 / 16 },
      { difference: 4, probability: 2 / 16 },
    ]);
    expect(final.mean.value).toBeCloseTo(1.5, 14);
    expect(assessDesign(simple, { citizens: 2 }).imbalance.largest.mean.value).toBeCloseTo(1.5, 14);
  });

  it("of 18 fair coins, simulated, is the binomial's within four of its errors", () => {
    // E|D₁₈| = 18 · C(18, 9)/2¹⁸ = 3.338 (E|D₂ₘ| = 2m · C(2m, m)/4ᵐ).
    const { exact, imbalance, sequences } = assessDesign(simple, { citizens: 18, seed: 1, times: 1000 });
    expect([exact, sequences]).toEqual([false, 1000]);
    const { value, monteCarloError } = imbalance.final.mean;
    expect(monteCarloError).toBeGreaterThan(0.03);
    expect(Math.abs(value - (18 * 48620) / 2 ** 18)).toBeLessThan(4 * monteCarloError);
  });

  it("keeps within the bounds of blocks and sticks", () => {
    expect(assessDesign(blocksOf(4), { citizens: 8 }).imbalance.largest.maximum).toBe(2);
    const stick = assessDesign(
      { kind: "big-stick", weights, tolerance: 3 },
      { citizens: 100, seed: 1, times: 200 },
    );
    expect(stick.imbalance.largest.maximum).toBe(3);
    const batches = assessDesign(
      { kind: "complete", batch: "iso-week", weights },
      { citizens: 5, perBatch: 5 },
    );
    expect(batches.imbalance.final.distribution.map(({ difference }) => difference)).toEqual([1]);
  });

  it("is counted from the share of each arm", () => {
    // 2 : 1 of three: nothing. Of four the fourth is one of 2/3 : 1/3: own +1/3 or −2/3 from its share.
    const design: Design = { kind: "permuted-block", weights: { own: 2, a: 1 }, sizes: [3] };
    expect(assessDesign(design, { citizens: 3 }).imbalance.final.maximum).toBe(0);
    const { distribution } = assessDesign(design, { citizens: 4 }).imbalance.final;
    expect(distribution.map(({ difference }) => difference)).toEqual([2 / 3, 4 / 3]);
    expect(distribution[0]?.probability).toBeCloseTo(2 / 3, 14);
  });

  it("adds up over strata", () => {
    // Blocks of 2 in two strata, two citizens: together in one stratum (1/2) they differ, else as coins.
    const { distribution } = assessDesign(blocksOf(2), { citizens: 2, strata: 2 }).imbalance.final;
    expect(distribution[0]).toEqual({ difference: 0, probability: 3 / 4 });
  });
});

/** Every sequence and every pattern of successes, one by one. */
function byBruteForce(
  design: Design,
  n: number,
  success: (citizen: number, history: readonly string[]) => number,
): Record<"bias" | "variance" | "meanSquaredError" | "typeIError", number> {
  let [weight, mean, square, rejected] = [0, 0, 0, 0];
  for (const [text, probability] of byTurns(singleProcedure(design), n)) {
    const sequence = text.split(" ");
    const members = (arm: string): readonly number[] =>
      [...sequence.keys()].filter((each) => sequence[each] === arm);
    const [comparator, reference] = [members("a"), members("own")];
    if (comparator.length === 0 || reference.length === 0) continue;
    weight += probability;
    const chances = sequence.map((_, each) => success(each, sequence.slice(0, each)));
    for (let pattern = 0; pattern < 2 ** n; pattern++) {
      const succeeds = (each: number): number => (pattern >> each) & 1;
      const likely = chances.reduce(
        (product, p, each) => product * (succeeds(each) === 1 ? p : 1 - p),
        probability,
      );
      const x = comparator.reduce((sum, each) => sum + succeeds(each), 0);
      const y = reference.reduce((sum, each) => sum + succeeds(each), 0);
      const difference = x / comparator.length - y / reference.length;
      mean += likely * difference;
      square += likely * difference ** 2;
      const p = (x + y) / n;
      const error = Math.sqrt(p * (1 - p) * (1 / comparator.length + 1 / reference.length));
      if (error > 0 && Math.abs(difference) / error > 1.959963984540054) rejected += likely;
    }
  }
  const bias = mean / weight;
  return {
    bias,
    meanSquaredError: square / weight,
    variance: square / weight - bias ** 2,
    typeIError: rejected / weight,
  };
}

/** How far a is behind own. */
function behind(history: readonly string[]): number {
  return history.filter((arm) => arm === "own").length - history.filter((arm) => arm === "a").length;
}

describe("comparing the arms", () => {
  it.each([
    ["fair coins", simple],
    ["Efron's coin", efron],
    ["blocks of 2 and 4", blocksOf(2, 4)],
    ["an urn", { kind: "urn", weights, initial: 1, added: 1 } as const],
  ])("comes to what every sequence and every pattern of successes give: %s", (_, design) => {
    const n = 7;
    const found = assessDesign(design, { citizens: n, rate: 0.4, trend: 0.5, steering: 0.3 });
    const truth: Record<ScenarioKind, (citizen: number, history: readonly string[]) => number> = {
      "none": () => 0.4,
      "linear-trend": (citizen) => 0.4 + 0.5 * ((citizen + 0.5) / n - 0.5),
      "step-trend": (citizen) => (citizen < 3 ? 0.15 : citizen > 3 ? 0.65 : 0.4),
      "steering": (__, history) => 0.4 + 0.15 * Math.sign(behind(history)),
    };
    for (const [kind, success] of Object.entries(truth)) {
      const expected = byBruteForce(design, n, success);
      const { bias, variance, meanSquaredError, typeIError } = scenario(found, kind as ScenarioKind);
      expect(bias.value).toBeCloseTo(expected.bias, 11);
      expect(variance.value).toBeCloseTo(expected.variance, 11);
      expect(meanSquaredError.value).toBeCloseTo(expected.meanSquaredError, 11);
      expect(typeIError.value).toBeCloseTo(expected.typeIError, 11);
    }
  });

  it("is biased by steering as a hand calculation says", () => {
    // Blocks of 2: the first of a pair is anyone (1/2). The second is known: where it is the comparator's turn
    // someone promising (+0.1) goes there, else someone unpromising (−0.1) to the other: 0.1 ahead each time.
    const { bias } = scenario(assessDesign(blocksOf(2), { citizens: 2, steering: 0.2 }), "steering");
    expect(bias.value).toBeCloseTo(0.1, 14);
  });

  it("is never biased by a trend, where arms are equal", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(simple, efron, blocksOf(4), blocksOf(2, 4)),
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        (design, trend) => {
          const found = assessDesign(design, { citizens: 6, trend });
          expect(scenario(found, "linear-trend").bias.value).toBeCloseTo(0, 12);
          expect(scenario(found, "step-trend").bias.value).toBeCloseTo(0, 12);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("makes false alarms where someone steers, the more the better one can guess", () => {
    const options = { citizens: 200, seed: "steer", times: 200, steering: 0.6 };
    const blind = scenario(assessDesign(simple, options), "steering").typeIError;
    const seeing = scenario(assessDesign(blocksOf(4), options), "steering").typeIError;
    expect(seeing.value).toBeGreaterThan(blind.value + 0.3);
  });

  it("is told for every pair of arms", () => {
    const three = assessDesign({ kind: "simple", weights: { own: 1, a: 1, b: 1 } }, { citizens: 5 });
    const pairs = three.scenarios.filter((each) => each.scenario === "none");
    expect(pairs.map(({ comparator, reference }) => `${comparator} ${reference}`)).toEqual([
      "a own",
      "b own",
      "b a",
    ]);
  });
});

describe("minimization", () => {
  it("meets citizens of every level", () => {
    const design: Design = {
      kind: "minimization",
      weights,
      factors: { sex: 1, age: 1 },
      imbalance: "range",
      preference: 0.8,
    };
    // Two citizens of one factor with two levels, alike with 1/2: then the second goes to the other with 0.8.
    const one = assessDesign({ ...design, factors: { sex: 1 } }, { citizens: 2 });
    expect(one.imbalance.final.distribution[0]?.probability).toBeCloseTo(0.5 * 0.8 + 0.5 * 0.5, 14);
    const single = assessDesign({ ...design, factors: { sex: 1 } }, { citizens: 2, levels: { sex: 4 } });
    expect(single.imbalance.final.distribution[0]?.probability).toBeCloseTo(0.25 * 0.8 + 0.75 * 0.5, 14);
    const protocol = protocolOf(
      {
        design: { ...design, factors: { sex: 1 } },
        strata: [],
        referredAgain: "keep-arm",
        levels: { sex: ["f", "m", "x", "y"] },
      },
      ["own", "a"],
    );
    expect(assessDesign(protocol, { citizens: 2 }).imbalance).toEqual(single.imbalance);
  });
});

describe("an assessment", () => {
  const assessment = assessDesign(efron, { citizens: 30, seed: "s", times: 100 });

  it("is the same for the same seed, another for another one", () => {
    expect(assessDesign(efron, { citizens: 30, seed: "s", times: 100 }).guessing).toEqual(
      assessment.guessing,
    );
    expect(assessDesign(efron, { citizens: 30, seed: "t", times: 100 }).guessing).not.toEqual(
      assessment.guessing,
    );
  });

  it("shows itself in both languages, with the simulation's error", () => {
    expect(assessment.toText()).toContain("100 courses were simulated");
    expect(assessment.toText()).toMatch(/right in \d\d\.\d% ± \d\.\d%/);
    expect(assessment.toText({ language: "da" })).toContain("skæv mønt");
    expect(assessment.toHTML({ language: "da" })).toContain("<table");
    expect(assessDesign(blocksOf(4), { citizens: 4 }).toMarkdown()).toContain("All 6 possible courses");
    expect(assessment.toRows()).toHaveLength(5 + 16);
    expect(Object.isFrozen(assessment.imbalance.final)).toBe(true);
    expect(structuredClone(assessment)).toEqual(JSON.parse(JSON.stringify(assessment)));
  });

  it("says what it leaves out of a plan", () => {
    const plan = { design: simple, strata: [], referredAgain: "keep-arm" } as const;
    const limited = protocolOf(
      { ...plan, unit: "household", quotas: [{ arm: "a", per: "iso-week", most: 5 }] },
      ["own", "a"],
    );
    const { notices, toText } = assessDesign(limited, { citizens: 3 });
    expect(notices).toEqual([{ code: "left-out", severity: "caution", parts: ["quotas", "households"] }]);
    expect(toText.call(assessDesign(limited, { citizens: 3 }))).toContain("leaves out quotas, households");
  });

  it.each([
    ["citizens-required", "assessDesign.citizens", simple, {}],
    ["impossible-option", "assessDesign.citizens", simple, { citizens: 0 }],
    [
      "batch-size-required",
      "assessDesign.perBatch",
      { kind: "complete", batch: "iso-week", weights },
      { citizens: 4 },
    ],
    ["seed-required", "assessDesign.seed", simple, { citizens: 40 }],
    ["impossible-option", "assessDesign.trend", simple, { citizens: 4, rate: 0.1, trend: 0.3 }],
    ["impossible-option", "assessDesign.steering", simple, { citizens: 4, rate: 0.95, trend: 0 }],
    ["impossible-option", "assessDesign.levels", simple, { citizens: 4, levels: { sex: 1 } }],
    ["impossible-design", "assessDesign.design.bias", { ...efron, bias: 2 }, { citizens: 4 }],
    ["unknown-option", "assessDesign.citizen", simple, { citizen: 4 }],
    ["impossible-design", "assessDesign.design.kind", { ...efron, kind: "permuted-blok" }, { citizens: 4 }],
  ])("refuses %s: %s", (code, path, design, options) => {
    expect(
      errorOf(() => assessDesign(design as Design, options as { readonly citizens: number })),
    ).toMatchObject({ code, path });
  });
});

it("names the kind of design that a mistyped one is nearest to", () => {
  for (const rest of [{}, efron]) {
    const mistyped = { ...rest, kind: "permuted-blok" } as unknown as Design;
    const error = errorOf(() => assessDesign(mistyped, { citizens: 4 }));
    expect(error).toMatchObject({ received: "permuted-blok", hint: "Did you mean permuted-block?" });
  }
});

it("doesn't compile without the number of citizens", () => {
  expectTypeOf<Record<never, never>>().not.toExtend<Parameters<typeof assessDesign>[1]>();
  expectTypeOf<{ citizens: number }>().toExtend<Parameters<typeof assessDesign>[1]>();
});
