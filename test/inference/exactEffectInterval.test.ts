import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareProportions, exactEffectInterval, type Stratum } from "../../src/inference/index.js";
import { counts, errorOf } from "./support.js";

function pair(x1: number, n1: number, x2: number, n2: number): Stratum {
  return { comparator: { events: x1, total: n1 }, reference: { events: x2, total: n2 } };
}

const pairs = (most: number): fc.Arbitrary<Stratum> =>
  fc.tuple(counts(1, most), counts(1, most)).map(([comparator, reference]) => ({ comparator, reference }));

describe("the average effect in one block", () => {
  it.each([
    // Li & Ding (2016), table 1: N·τ from and to, for treated with and without, controls with and without the event.
    [pair(2, 8, 8, 8), -14, -5],
    [pair(6, 10, 4, 10), -4, 10],
    [pair(8, 12, 5, 12), -3, 13],
  ])("has Li and Ding's published interval", (block, lower, upper) => {
    const total = block.comparator.total + block.reference.total;
    const { interval } = exactEffectInterval([block]);
    expect(interval.lower * total).toBeCloseTo(lower, 10);
    expect(interval.upper * total).toBeCloseTo(upper, 10);
  });

  it("is what going through every citizen's potential outcomes gives", () => {
    fc.assert(
      fc.property(pairs(4), fc.constantFrom(0.5, 0.8, 0.95), (block, level) => {
        const { interval, test } = exactEffectInterval([block], { level });
        const accepted = bruteForce(block);
        const total = block.comparator.total + block.reference.total;
        const kept = [...accepted].filter(([, p]) => p > 1 - level + 1e-12).map(([t]) => t / total);
        expect(interval.lower).toBeCloseTo(Math.min(...kept), 12);
        expect(interval.upper).toBeCloseTo(Math.max(...kept), 12);
        expect(test?.pValue).toBeCloseTo(accepted.get(0) ?? 0, 10);
      }),
      { numRuns: 60 },
    );
  });

  it("changes its sign with the arms, and with success and failure", () => {
    fc.assert(
      fc.property(pairs(9), (block) => {
        const { comparator, reference } = block;
        const turned = exactEffectInterval([{ comparator: reference, reference: comparator }]).interval;
        const failures = exactEffectInterval([
          pair(
            comparator.total - comparator.events,
            comparator.total,
            reference.total - reference.events,
            reference.total,
          ),
        ]).interval;
        const { lower, upper } = exactEffectInterval([block]).interval;
        for (const other of [turned, failures]) {
          expect(other.lower).toBeCloseTo(-upper, 12);
          expect(other.upper).toBeCloseTo(-lower, 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("refuses blocks that it can't go through, naming the limit", () => {
    const error = errorOf(() => exactEffectInterval([pair(100, 201, 90, 200)]));
    expect(error).toMatchObject({ code: "too-many-observations", received: 401 });
  });
});

describe("a common odds ratio", () => {
  it("is that of one table where there is one block", () => {
    fc.assert(
      fc.property(pairs(30), (block) => {
        const ours = exactEffectInterval([block], { measure: "odds-ratio" });
        const theirs = compareProportions(block.comparator, block.reference, {
          measure: "odds-ratio",
          method: "conditional-exact",
        });
        fc.pre(ours.status === "estimated" && theirs.status === "estimated");
        expect(ours.interval.lower).toBeCloseTo(theirs.interval.lower, 8);
        const upper = Math.min(ours.interval.upper, 1e9) / Math.min(theirs.interval.upper, 1e9);
        expect(upper).toBeCloseTo(1, 8);
        expect(ours.test?.pValue).toBeCloseTo(theirs.test?.pValue ?? NaN, 8);
      }),
      { numRuns: 200 },
    );
  });

  it("has the published limits of UC Berkeley's departments", () => {
    // R 4.2.2: mantelhaen.test(UCBAdmissions, exact = TRUE), which solves to about four digits.
    const departments = [
      pair(512, 825, 89, 108),
      pair(353, 560, 17, 25),
      pair(120, 325, 202, 593),
      pair(138, 417, 131, 375),
      pair(53, 191, 94, 393),
      pair(22, 373, 24, 341),
    ];
    const { estimate, interval } = exactEffectInterval(departments, { measure: "odds-ratio" });
    expect(estimate).toBeCloseTo(0.9050761936, 4);
    expect(interval.lower).toBeCloseTo(0.7697140406, 4);
    expect(interval.upper).toBeCloseTo(1.0634169928, 4);
  });

  it("agrees with its test", () => {
    fc.assert(
      fc.property(fc.array(pairs(8), { minLength: 1, maxLength: 6 }), (blocks) => {
        const { interval, test, status } = exactEffectInterval(blocks, { measure: "odds-ratio" });
        fc.pre(status === "estimated" && Math.abs((test?.pValue ?? 0) - 0.05) > 1e-6);
        expect(interval.lower > 1 || interval.upper < 1).toBe((test?.pValue ?? 1) < 0.05);
      }),
    );
  });
});

describe("the average effect over blocks", () => {
  it("is Neyman's where every arm has two or more", () => {
    const { estimate, standardError, notices } = exactEffectInterval([pair(3, 4, 1, 4), pair(2, 6, 1, 6)]);
    // d = 1/2 and 1/6, weights 8/20 and 12/20; s²/n: (3/4·1/4·4/3)/4 twice, (1/3·2/3·6/5)/6 and (1/6·5/6·6/5)/6
    expect(estimate).toBeCloseTo((8 / 20) * (1 / 2) + (12 / 20) * (1 / 6), 14);
    const variance = (8 / 20) ** 2 * (2 * (0.25 / 4)) + (12 / 20) ** 2 * ((4 / 15 + 1 / 6) / 6);
    expect(standardError).toBeCloseTo(Math.sqrt(variance), 14);
    expect(notices.map(({ code }) => code)).toContain("asymptotic-interval");
  });

  it("takes the variance of pairs from how they differ", () => {
    // Four pairs, differences 1, 1, 0, −1: Σ (d − d̄)²/(4·3) with d̄ = 1/4
    const pairs4 = [pair(1, 1, 0, 1), pair(1, 1, 0, 1), pair(0, 1, 0, 1), pair(0, 1, 1, 1)];
    const { estimate, standardError } = exactEffectInterval(pairs4);
    expect(estimate).toBe(0.25);
    expect(standardError).toBeCloseTo(Math.sqrt((2 * 0.75 ** 2 + 0.25 ** 2 + 1.25 ** 2) / 12), 14);
  });

  it("says nothing where no block has both arms", () => {
    const { status, interval } = exactEffectInterval([pair(1, 1, 0, 0)]);
    expect(status).toBe("not-estimable");
    expect([interval.lower, interval.upper]).toEqual([-1, 1]);
  });
});

/** The p-value of every average effect N·τ, from each citizen's potential outcomes and every draw. */
function bruteForce({ comparator, reference }: Stratum): ReadonlyMap<number, number> {
  const [n1, n2] = [comparator.total, reference.total];
  const total = n1 + n2;
  const draws = Array.from({ length: 2 ** total }, (_, code) => code).filter((code) => ones(code) === n1);
  const isTreated = (i: number): boolean => i < n1;
  const seen = (i: number): number =>
    Number(isTreated(i) ? i < comparator.events : i - n1 < reference.events);
  const found = new Map<number, number>();
  for (let hidden = 0; hidden < 2 ** total; hidden++) {
    const unseen = (i: number): number => (hidden >> i) & 1;
    const first = (i: number): number => (isTreated(i) ? seen(i) : unseen(i));
    const second = (i: number): number => (isTreated(i) ? unseen(i) : seen(i));
    const everyone = Array.from({ length: total }, (_, i) => i);
    const effect = everyone.reduce((sum, i) => sum + first(i) - second(i), 0);
    const distance = (code: number): number => {
      let scaled = -n1 * n2 * effect;
      for (const i of everyone) {
        scaled += total * ((code >> i) & 1 ? n2 * first(i) : -n1 * second(i));
      }
      return Math.abs(scaled);
    };
    const observed = distance(2 ** n1 - 1);
    const p = draws.filter((code) => distance(code) >= observed).length / draws.length;
    found.set(effect, Math.max(found.get(effect) ?? 0, p));
  }
  return found;
}

function ones(code: number): number {
  return code === 0 ? 0 : (code & 1) + ones(code >> 1);
}
