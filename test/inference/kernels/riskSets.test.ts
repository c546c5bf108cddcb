import { describe, expect, it } from "vitest";
import { riskSets } from "../../../src/inference/kernels/riskSets.js";
import { riskSteps } from "../../../src/inference/kernels/riskSteps.js";

describe("riskSteps", () => {
  it("counts by cause at each distinct time, in order", () => {
    expect(riskSteps([5, 2, 5, 2, 9], [2, 1, 0, 1, 0], 2)).toEqual([
      { time: 2, atRisk: 5, events: 2, censored: 0, byCause: [2, 0] },
      { time: 5, atRisk: 3, events: 1, censored: 1, byCause: [0, 1] },
      { time: 9, atRisk: 1, events: 0, censored: 1, byCause: [0, 0] },
    ]);
    expect(riskSteps([], [])).toEqual([]);
  });
});

describe("riskSets", () => {
  it("go from the latest time back, events first, to the first event of each stratum", () => {
    const time = [1, 4, 4, 2, 3, 7, 7];
    const event = [0, 0, 1, 1, 0, 0, 1];
    const stratum = [0, 0, 0, 0, 0, 1, 1];
    const { order, moments, events } = riskSets(time, event, stratum);
    expect(events).toBe(3);
    // Stratum 1 has 7 only, its event first; stratum 0 ends at its first event at 2, and row 0 is in no risk set.
    expect(order).toEqual([6, 5, 2, 1, 4, 3]);
    expect(moments).toEqual([
      { from: 0, to: 2, events: 1, isLatest: true },
      { from: 2, to: 4, events: 1, isLatest: true },
      { from: 4, to: 5, events: 0, isLatest: false },
      { from: 5, to: 6, events: 1, isLatest: false },
    ]);
  });

  it("leave a stratum without events out altogether", () => {
    expect(riskSets([1, 2, 3], [0, 0, 1], [0, 0, 1])).toEqual({
      order: [2],
      moments: [{ from: 0, to: 1, events: 1, isLatest: true }],
      events: 1,
    });
    expect(riskSets([], [], [])).toEqual({ order: [], moments: [], events: 0 });
  });
});
