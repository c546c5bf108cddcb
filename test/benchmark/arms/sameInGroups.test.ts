import { describe, expect, it } from "vitest";
import type { GroupCounts } from "../../../src/benchmark/arms/caseMix.js";
import { sameInGroups } from "../../../src/benchmark/arms/sameInGroups.js";
import { fastStream, uniform } from "../../../src/core/index.js";

const peer = (counts: Readonly<Record<string, readonly [number, number]>>): GroupCounts =>
  new Map(Object.entries(counts).map(([group, [events, total]]) => [group, { events, total }]));

describe("sameInGroups", () => {
  it("is 0 where the log odds are a sum of group and municipality", () => {
    // Odds 1 and 1/4, in the second municipality twice those.
    const found = sameInGroups([
      peer({ unge: [60, 120], ældre: [20, 100] }),
      peer({ unge: [80, 120], ældre: [30, 90] }),
    ]);
    expect(found?.statistic).toBeLessThan(1e-12);
    expect(found?.degreesOfFreedom).toBe(1);
    expect(found?.pValue).toBeCloseTo(1, 5);
  });

  it("is Pearson's statistic of the cells against the fit", () => {
    // Mirror images: each rate fits 1/2, so that X² = 4 × (10 of 100)² / (100/4) = 16 on 1 degree; p = 2Φ(−4) = 6.334248e-5.
    const found = sameInGroups([
      peer({ unge: [60, 100], ældre: [40, 100] }),
      peer({ unge: [40, 100], ældre: [60, 100] }),
    ]);
    expect(found?.statistic).toBeCloseTo(16, 8);
    expect(found?.pValue).toBeCloseTo(6.334248e-5, 10);
  });

  it("leaves out who says nothing, and groups that one municipality has nobody in", () => {
    const found = sameInGroups([
      peer({ unge: [60, 120], ældre: [20, 100], alle: [0, 9] }),
      peer({ unge: [80, 120], ældre: [30, 90], alle: [0, 5] }),
      peer({ unge: [0, 20], ældre: [0, 30], alle: [0, 0] }),
      peer({ unge: [10, 20], ældre: [0, 0], alle: [0, 0] }),
    ]);
    expect(found?.degreesOfFreedom).toBe(1);
    expect(sameInGroups([peer({ "": [10, 30] }), peer({ "": [12, 30] })])).toBeUndefined();
  });

  it("rejects one time in twenty where municipalities differ alike in all groups", () => {
    const stream = fastStream("same in groups", "null");
    const drawn = (total: number, rate: number): readonly [number, number] => [
      Array.from({ length: total }, () => uniform(stream)).filter((u) => u < rate).length,
      total,
    ];
    const runs = 400;
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const peers = [0.8, 1, 1.3, 1.6].map((odds, index) =>
        peer({
          unge: drawn(60 + 20 * index, odds / (1 + odds)),
          ældre: drawn(90, (0.4 * odds) / (1 + 0.4 * odds)),
        }),
      );
      if ((sameInGroups(peers)?.pValue ?? 1) < 0.05) rejected++;
    }
    // Four standard errors of a share of 0.05 among 400.
    expect(Math.abs(rejected / runs - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });
});
