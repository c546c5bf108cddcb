import { describe, expect, it } from "vitest";
import { standardize } from "../../src/inference/index.js";

const data = { events: [20, 10], total: [100, 20], standard: [1, 3] };

describe("standardize", () => {
  it("weights the rates by the standard, worked by hand", () => {
    // (1 · 0.2 + 3 · 0.5)/4 = 0.425; variance (1 · 20/100² + 9 · 10/20²)/16.
    const { estimate, standardError, counts } = standardize(data);
    expect(estimate).toBeCloseTo(0.425, 14);
    expect(standardError).toBeCloseTo(Math.sqrt((20 / 1e4 + 90 / 400) / 16), 14);
    expect(counts).toEqual({ count: { events: 30, total: 120 } });
  });

  it("is the crude rate if the standard is the own population", () => {
    expect(standardize({ ...data, standard: [100, 20] }).estimate).toBeCloseTo(0.25, 14);
  });

  it("takes only proportions of the standard, and leaves out groups without weight", () => {
    const { estimate, interval } = standardize(data);
    const more = standardize({ events: [20, 10, 0], total: [100, 20, 0], standard: [0.25, 0.75, 0] });
    expect(more.estimate).toBeCloseTo(estimate ?? NaN, 14);
    expect(more.interval.lower).toBeCloseTo(interval.lower, 14);
  });

  it("has an upper limit without any event: where one weighs most", () => {
    const none = standardize({ events: [0, 0], total: [100, 20], standard: [1, 3] });
    expect(none).toMatchObject({ estimate: 0, standardError: 0 });
    // 3/4 of the weight over 20 citizens, times ln 40.
    expect(none.interval).toMatchObject({ lower: 0 });
    expect(none.interval.upper).toBeCloseTo((0.75 / 20) * Math.log(40), 12);
    expect(none.notices.map(({ code }) => code)).toEqual(["no-event-bound"]);
  });

  it("stays within [0, 1], also where all have the event", () => {
    const { estimate, interval } = standardize({ events: [10, 5], total: [10, 5], standard: [1, 1] });
    expect(estimate).toBe(1);
    expect(interval.upper).toBe(1);
  });

  it("can't know the rate of a group that nobody is in", () => {
    const empty = standardize({ events: [20, 0], total: [100, 0], standard: [1, 3] });
    expect(empty).toMatchObject({ status: "not-estimable", reason: "empty-standard-group", estimate: null });
    expect(empty.interval).toMatchObject({ lower: 0, upper: 1 });
    expect(empty.toText({ language: "da" })).toContain("slå den sammen med en anden");
  });

  it("says where a rate hangs on few events", () => {
    const few = standardize({ events: [2, 1], total: [100, 20], standard: [1, 3] });
    expect(few.toText()).toContain("hangs on 3 events");
    expect(few.toText()).toContain("Standardized rate: 4.3%");
  });

  it.each([
    [{ ...data, events: [20, 21] }, "impossible-count"],
    [{ ...data, events: [20] }, "columns-differ"],
    [{ ...data, standard: [0, 0] }, "impossible-weight"],
    [{ ...data, standard: [1, -1] }, "impossible-weight"],
    [{ events: [], total: [], standard: [] }, "impossible-weight"],
    [{ events: [1], total: [2] }, "missing-column"],
  ])("refuses %j", (given, code) => {
    expect(() => standardize(given as typeof data)).toThrow(expect.objectContaining({ code }));
  });
});
