import { describe, expect, it } from "vitest";
import { boxAround, type Point } from "../../src/figures/geometry.js";
import { bestSpot, firstSpot, type Ground } from "../../src/figures/labelGround.js";
import { spotsAround, spotsBeside, spotsWithin, type Spot } from "../../src/figures/labelSpots.js";

const SIZE = { width: 40, height: 14 };
const frame = { left: 0, right: 200, top: 0, bottom: 100 };

const groundOf = (marks: readonly Point[], more: Partial<Ground> = {}): Ground => ({
  frame,
  marks: marks.map((at) => boxAround(at, 3)),
  lines: [],
  taken: [],
  ...more,
});
const beside = (at: Point): readonly Spot[] => spotsBeside({ at, radius: 3 }, SIZE);

describe("bestSpot", () => {
  it("takes the right side where it is free", () => {
    expect(bestSpot(beside([100, 50]), groundOf([[100, 50]]))?.box).toEqual({
      left: 106,
      right: 146,
      top: 43,
      bottom: 57,
    });
  });

  it("takes the left side at the right edge, and neither mark nor label is covered", () => {
    expect(bestSpot(beside([190, 50]), groundOf([[190, 50]]))?.box.right).toBe(184);
    const marks: readonly Point[] = [
      [100, 50],
      [120, 50],
    ];
    expect(bestSpot(beside([100, 50]), groundOf(marks))?.box.right).toBe(94);
    const taken: readonly Spot[] = [{ box: { left: 50, right: 94, top: 43, bottom: 57 }, cost: 0 }];
    // Both sides are taken: above at the right.
    const above = bestSpot(beside([100, 50]), groundOf(marks, { taken }))?.box;
    expect(above?.left).toBe(104.5);
    expect(above?.bottom).toBe(45.5);
  });

  it("keeps off lines where it costs little, and stands on them where there is nothing else", () => {
    const lines = [(): number => 50];
    const off = bestSpot(beside([100, 50]), groundOf([[100, 50]], { lines }));
    expect(off?.box.bottom).toBeLessThan(50);
    const everywhere = Array.from({ length: 9 }, (_, index) => (): number => 10 * index + 5);
    expect(bestSpot(beside([100, 50]), groundOf([[100, 50]], { lines: everywhere }))).toBeDefined();
    expect(bestSpot(beside([100, 50]), groundOf([[100, 50]], { lines: everywhere }), 2)).toBeUndefined();
  });

  it("leads past labels, not across them or other leaders", () => {
    const spots = spotsAround({ at: [100, 50], radius: 3 }, SIZE, [20]);
    const open = bestSpot(spots, groundOf([[100, 50]]));
    expect(open?.leader).toEqual([
      [104, 50],
      [123, 50],
    ]);
    const wall: Spot = { box: { left: 110, right: 112, top: 0, bottom: 100 }, cost: 0 };
    expect(bestSpot(spots, groundOf([[100, 50]], { taken: [wall] }))?.box.right).toBeLessThan(110);
    const leader = [
      [110, 0],
      [110, 100],
    ] as const;
    const line: Spot = { box: { left: 0, right: 1, top: 0, bottom: 1 }, leader, cost: 0 };
    expect(bestSpot(spots, groundOf([[100, 50]], { taken: [line] }))?.box.right).toBeLessThan(110);
  });
});

describe("firstSpot", () => {
  it("finds the nearest place of all that are free, none where all are taken", () => {
    const spots = spotsWithin({ at: [100, 50], radius: 3 }, SIZE, frame);
    const near = firstSpot(spots, groundOf([[100, 50]]));
    expect(near?.leader?.[1][1]).toBeGreaterThan(50 - 12);
    expect(near?.leader?.[1][1]).toBeLessThan(50 + 12);
    expect(firstSpot(spots, groundOf([], { taken: [{ box: frame, cost: 0 }] }))).toBeUndefined();
  });
});
