import { describe, expect, it } from "vitest";
import { peerHeterogeneity } from "../../src/benchmark/heterogeneity.js";
import type { Peer } from "../../src/benchmark/peers.js";

function peers(...counts: readonly (readonly [number, number])[]): readonly Peer[] {
  return counts.map(([events, total], index) => ({ municipality: `M${index}`, events, total }));
}

describe("peerHeterogeneity", () => {
  it("is Pearson's test of the peers' table", () => {
    // R 4.2.2: prop.test(c(40, 30, 55), c(100, 120, 110), correct = FALSE)
    const found = peerHeterogeneity(peers([40, 100], [30, 120], [55, 110]));
    expect(found?.statistic).toBeCloseTo(15.5180487804878, 12);
    expect(found?.degreesOfFreedom).toBe(2);
    expect(found?.pValue).toBeCloseTo(0.000426872838906097, 16);
  });

  it("finds nothing among equal rates", () => {
    const found = peerHeterogeneity(peers([10, 40], [20, 80], [5, 20]));
    expect(found?.statistic).toBeCloseTo(0, 12);
    expect(found?.pValue).toBeCloseTo(1, 6);
  });

  it.each([
    ["one peer", peers([4, 10])],
    ["two of whom one has no citizens", peers([4, 10], [0, 0])],
    ["no event", peers([0, 10], [0, 20])],
    ["events only", peers([10, 10], [20, 20])],
    ["nobody", peers()],
  ])("has no answer for %s", (_what, given) => {
    expect(peerHeterogeneity(given)).toBeUndefined();
  });
});
