import { describe, expect, it } from "vitest";
import { addCounts, standardOf } from "../../../src/benchmark/arms/caseMix.js";
import type { Peer } from "../../../src/benchmark/arms/peers.js";
import { clusterOf, shiftOf } from "../../../src/benchmark/arms/spread.js";
import { binomialNormal, randomEffects } from "../../../src/inference/index.js";

const peer = (municipality: string, events: number, total: number): Peer => ({
  municipality,
  events,
  total,
  groups: new Map([["", { events, total }]]),
});
const clusterOfPeers = (peers: readonly Peer[]): ReturnType<typeof clusterOf> =>
  clusterOf(peers, standardOf(addCounts(peers.map(({ groups }) => groups))), 0.95);

const expit = (x: number): number => 1 / (1 + Math.exp(-x));

describe("clusterOf", () => {
  const peers = [peer("A", 69, 210), peer("B", 93, 240), peer("C", 541, 1500), peer("D", 468, 1100)];

  it("is, without groups, random effects of the municipalities' log odds", () => {
    const logit = randomEffects(
      peers.map(({ municipality, events, total }) => ({
        label: municipality,
        estimate: Math.log(events / (total - events)),
        variance: 1 / events + 1 / (total - events),
      })),
    );
    const found = clusterOfPeers(peers);
    expect(found?.spread.tauSquared).toBeCloseTo(logit.tauSquared ?? NaN, 10);
    expect(found?.spread.typical.estimate).toBeCloseTo(expit(logit.estimate ?? NaN), 12);
    // Hartung and Knapp's standard error is below that of chance and τ² here, which is taken instead; t with 3 and
    // 2 degrees of freedom is 3.182446 and 4.302653.
    const [mean, tauSquared] = [logit.estimate ?? NaN, logit.tauSquared ?? NaN];
    const weights = peers.map(({ events, total }) => 1 / (1 / events + 1 / (total - events) + tauSquared));
    const error = 1 / Math.sqrt(weights.reduce((sum, weight) => sum + weight, 0));
    expect(error).toBeGreaterThan(logit.standardError ?? NaN);
    expect(found?.spread.typical.interval.lower).toBeCloseTo(expit(mean - 3.182446 * error), 7);
    const reach = 4.302653 * Math.sqrt(error ** 2 + tauSquared);
    expect(found?.spread.prediction.lower).toBeCloseTo(expit(mean - reach), 7);
    expect(found?.spread.prediction.upper).toBeCloseTo(expit(mean + reach), 7);
  });

  it("finds no spread beyond chance in equal rates", () => {
    const equal = clusterOfPeers([peer("A", 30, 100), peer("B", 60, 200), peer("C", 300, 1000)]);
    expect(equal?.spread).toMatchObject({ tauSquared: 0, iSquared: 0 });
    expect(equal?.spread.typical.estimate).toBeCloseTo(0.3, 12);
  });

  it("takes small counts as they are: the likelihood of the counts, with its own prediction", () => {
    const small = [peer("A", 3, 20), peer("B", 5, 25), peer("C", 0, 15), peer("D", 9, 30)];
    const fit = binomialNormal(small.map(({ events, total }) => ({ events, total })));
    const found = clusterOfPeers(small);
    expect(found?.spread.model).toBe("binomial-normal");
    expect(found?.spread.typical.estimate).toBeCloseTo(fit.estimate ?? NaN, 12);
    expect(found?.spread.typical.interval.upper).toBeCloseTo(fit.interval.upper, 12);
    expect(found?.spread.prediction.lower).toBeCloseTo(fit.prediction.lower, 12);
    expect(found?.spread.tauSquared).toBe(fit.tauSquared);
    expect(clusterOfPeers(peers)?.spread.model).toBe("random-effects");
  });

  it("doesn't take a rate for known because municipalities happen to agree", () => {
    // Five of 60/200: together 300/1000, whose log odds have the standard error √(1/300 + 1/700) = 0.0690.
    const found = clusterOfPeers(["A", "B", "C", "D", "E"].map((name) => peer(name, 60, 200)));
    expect(found?.standardError).toBeCloseTo(Math.sqrt(1 / 300 + 1 / 700), 12);
    // Student's t with 3 degrees of freedom: 3.1824.
    expect((found?.typical.upper ?? NaN) - (found?.typical.estimate ?? NaN)).toBeCloseTo(
      3.182446 * Math.sqrt(1 / 300 + 1 / 700),
      6,
    );
  });

  it("says nothing with fewer than three municipalities that have citizens", () => {
    expect(clusterOfPeers([peer("A", 30, 100), peer("B", 60, 200), peer("C", 0, 0)])).toBeUndefined();
  });

  it("takes a municipality without any success", () => {
    const found = clusterOfPeers([peer("A", 0, 20), peer("B", 6, 200), peer("C", 30, 1000)]);
    expect(found?.typical.estimate).toSatisfy(Number.isFinite);
    expect(found?.spread.prediction.lower).toBeGreaterThan(0);
  });
});

describe("shiftOf", () => {
  const standard = standardOf(new Map([["", { events: 300, total: 1000 }]]));

  it("is the log odds ratio to the pooled rate", () => {
    const { estimate, variance } = shiftOf(
      { events: 40, total: 100 },
      new Map([["", { events: 40, total: 100 }]]),
      standard,
    );
    expect(estimate).toBeCloseTo(Math.log(40 / 60 / (3 / 7)), 12);
    expect(variance).toBeCloseTo(1 / 40 + 1 / 60, 12);
  });

  it("adds half a success and one citizen where there is none", () => {
    const { estimate, variance } = shiftOf(
      { events: 0, total: 9 },
      new Map([["", { events: 0, total: 9 }]]),
      standard,
    );
    expect(estimate).toBeCloseTo(Math.log(0.5 / 9.5 / (3 / 7)), 12);
    expect(variance).toBeCloseTo(1 / 0.5 + 1 / 9.5, 12);
  });
});
