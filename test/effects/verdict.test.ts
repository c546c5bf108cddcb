import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdictOf, type VerdictCode } from "../../src/effects/index.js";

type Case = readonly [
  because: string,
  mature: readonly [number, number],
  lower: number,
  upper: number,
  margin: number | null,
  code: VerdictCode,
];

const cases: readonly Case[] = [
  ["one below the minimum in the arm", [99, 100], 0.2, 0.4, null, "too-early"],
  ["one below the minimum in the reference arm", [100, 99], -0.4, -0.2, 0.05, "too-early"],
  ["nobody followed to the end", [0, 0], -1, 1, null, "too-early"],
  ["the whole interval above 0", [100, 100], 0.001, 0.2, null, "better"],
  ["the whole interval above 0, margin or not", [100, 100], 0.001, 0.2, 0.05, "better"],
  ["an interval that touches 0 from above", [100, 100], 0, 0.2, null, "inconclusive"],
  ["an interval that touches 0 from above, within the margin", [100, 100], 0, 0.2, 0.05, "not-worse"],
  ["the whole interval below 0", [100, 100], -0.2, -0.001, null, "worse"],
  ["a small but certain loss, within the margin", [100, 100], -0.04, -0.001, 0.05, "worse"],
  ["a loss that the interval doesn't exclude, within the margin", [100, 100], -0.04, 0.03, 0.05, "not-worse"],
  ["a lower limit exactly at the margin", [100, 100], -0.05, 0.03, 0.05, "inconclusive"],
  ["a lower limit beyond the margin", [100, 100], -0.06, 0.03, 0.05, "inconclusive"],
  ["no margin in the protocol", [100, 100], -0.001, 0.03, null, "inconclusive"],
  ["a tiny interval around 0, which isn't proof of none", [9000, 9000], -1e-6, 1e-6, null, "inconclusive"],
  ["an interval that touches 0 from below", [100, 100], -0.2, 0, null, "inconclusive"],
  ["an interval without width, which isn't certainty", [100, 100], 0, 0, 0.05, "inconclusive"],
  ["an interval without width away from 0", [100, 100], 1, 1, null, "inconclusive"],
  ["not estimable: the whole parameter space", [100, 100], -1, 1, 0.05, "inconclusive"],
];

describe("verdictOf", () => {
  it.each(cases)("%s", (_because, mature, lower, upper, margin, code) => {
    expect(verdictOf({ mature, minimumMature: 100, interval: { lower, upper }, margin })).toBe(code);
  });

  it("says not-worse only with a margin, and never of an arm that is too early", () => {
    const limit = fc.double({ min: -1, max: 1, noNaN: true });
    const size = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(limit, limit, size, size, (a, b, n, m) => {
        const interval = { lower: Math.min(a, b), upper: Math.max(a, b) };
        const code = verdictOf({ mature: [n, m], minimumMature: 100, interval, margin: null });
        expect(code).not.toBe("not-worse");
        expect(code === "too-early").toBe(n < 100 || m < 100);
      }),
    );
  });

  it("turns better into worse when the arms change places", () => {
    const limit = fc.double({ min: -1, max: 1, noNaN: true });
    const mirrored: Readonly<Partial<Record<VerdictCode, VerdictCode>>> = {
      better: "worse",
      worse: "better",
      inconclusive: "inconclusive",
    };
    fc.assert(
      fc.property(limit, limit, (a, b) => {
        const [lower, upper] = [Math.min(a, b), Math.max(a, b)];
        const facts = { mature: [100, 100], minimumMature: 100, margin: null } as const;
        const code = verdictOf({ ...facts, interval: { lower, upper } });
        expect(verdictOf({ ...facts, interval: { lower: -upper, upper: -lower } })).toBe(mirrored[code]);
      }),
    );
  });
});
