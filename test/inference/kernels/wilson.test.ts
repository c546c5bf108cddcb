import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  wilson,
  wilsonCorrected,
  wilsonCorrectedDistance,
  wilsonDistance,
} from "../../../src/inference/kernels/wilson.js";
import { counts } from "../support.js";

const deviates = fc.double({ min: 0.01, max: 8, noNaN: true });

describe("wilson", () => {
  it("has limits whose score is z: (p̂ − p)² = z² p(1 − p)/n", () => {
    fc.assert(
      fc.property(counts(1, 1e9), deviates, ({ events: x, total: n }, z) => {
        const { lower, upper } = wilson(x, n, z);
        for (const p of [lower, upper]) {
          const square = (x / n - p) ** 2;
          const variance = (z * z * p * (1 - p)) / n;
          expect(Math.abs(square - variance)).toBeLessThanOrEqual(1e-7 * variance + 1e-16);
        }
      }),
    );
  });

  it("loses no digit of a rare event's lower limit", () => {
    // 1 of 10⁹ at z = 6: x²/n/(x + z²/2 + z√(x(n − x)/n + z²/4)) = 1e-9/(1 + 18 + 6√(1 − 1e-9 + 9)).
    expect(wilson(1, 1e9, 6).lower).toBeCloseTo(1e-9 / (19 + 6 * Math.sqrt(10 - 1e-9)), 24);
  });

  it("ends exactly at 0 and 1", () => {
    expect(wilson(0, 7, 1.96).lower).toBe(0);
    expect(wilson(7, 7, 1.96).upper).toBe(1);
    expect(wilsonCorrected(0, 7, 1.96).lower).toBe(0);
    expect(wilsonCorrected(7, 7, 1.96).upper).toBe(1);
  });
});

describe("wilsonCorrected", () => {
  it("is Newcombe's formula of 5 of 10, where R's prop.test drops the correction", () => {
    const z = 1.959963984540054;
    const root = Math.sqrt(z * z - 2 - 0.1 + 4 * 0.5 * (10 * 0.5 + 1));
    expect(wilsonCorrected(5, 10, z).lower).toBeCloseTo((10 + z * z - 1 - z * root) / (2 * (10 + z * z)), 14);
  });

  it("encloses the limits without correction", () => {
    fc.assert(
      fc.property(counts(1, 1e9), deviates, ({ events: x, total: n }, z) => {
        const plain = wilson(x, n, z);
        const corrected = wilsonCorrected(x, n, z);
        expect(corrected.lower).toBeLessThanOrEqual(plain.lower);
        expect(corrected.upper).toBeGreaterThanOrEqual(plain.upper);
      }),
    );
  });
});

describe("distances", () => {
  it("are those of the limits from the observed proportion, the upper limit's by those without the event", () => {
    fc.assert(
      fc.property(counts(1, 1e9), deviates, ({ events: x, total: n }, z) => {
        for (const [limits, distance] of [
          [wilson(x, n, z), wilsonDistance],
          [wilsonCorrected(x, n, z), wilsonCorrectedDistance],
        ] as const) {
          expect(Math.abs(x / n - limits.lower - distance(x, n, z))).toBeLessThan(1e-14);
          expect(Math.abs(limits.upper - x / n - distance(n - x, n, z))).toBeLessThan(1e-14);
        }
      }),
    );
  });

  it("begin at 0, with continuity correction half a case away but at the ends", () => {
    expect(wilsonDistance(3, 10, 0)).toBe(0);
    expect(wilsonCorrectedDistance(3, 10, 0)).toBe(0.05);
    expect(wilsonCorrectedDistance(0, 10, 0)).toBe(0);
  });
});
