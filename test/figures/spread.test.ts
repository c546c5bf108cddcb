import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "../../src/figures/spread.js";

const at = (...places: readonly number[]) => places.map((place) => ({ at: place, height: 10 }));

describe("spread", () => {
  it("leaves alone what stands apart", () => {
    expect(spread(at(5, 40, 20), 100)).toEqual([5, 40, 20]);
  });

  it("moves what touches by as little as the sum of squares allows", () => {
    // Both wish 50: 45 and 55 are off by 5 each.
    expect(spread(at(50, 50), 100)).toEqual([45, 55]);
    // Wishes 50, 52, 54 need 10 from each to the next: about their mean of 52.
    expect(spread(at(50, 52, 54), 100)).toEqual([42, 52, 62]);
    // The pair about 50 then touches the one at 56: their beginnings, less what stands before, are 45, 35, 31.
    expect(spread(at(50, 50, 56), 100)).toEqual([42, 52, 62]);
  });

  it("stays in the room", () => {
    expect(spread(at(0, 0, 99), 100)).toEqual([5, 15, 95]);
    expect(spread(at(99, 99), 100)).toEqual([85, 95]);
  });

  it("lets nothing overlap and keeps the order", () => {
    const label = fc.record({
      at: fc.integer({ min: 0, max: 300 }),
      height: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (labels) => {
        const places = spread(labels, 300);
        const order = labels
          .map((each, index) => ({ ...each, place: places[index] ?? Number.NaN }))
          .toSorted((a, b) => a.place - b.place);
        order.forEach(({ place, height, at: wish }, index) => {
          const next = order[index + 1];
          expect(place - height / 2).toBeGreaterThanOrEqual(-1e-9);
          expect(place + height / 2).toBeLessThanOrEqual(300 + 1e-9);
          if (next === undefined) return;
          expect(next.place - place).toBeGreaterThanOrEqual((height + next.height) / 2 - 1e-9);
          expect(next.at).toBeGreaterThanOrEqual(wish);
        });
      }),
    );
  });
});
