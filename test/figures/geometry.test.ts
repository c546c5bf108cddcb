import { describe, expect, it } from "vitest";
import { clipSegment, outsideOf, pathWithin } from "../../src/figures/geometry.js";

const box = { left: 0, right: 10, top: 0, bottom: 10 };

describe("clipSegment", () => {
  it.each([
    ["inside", [1, 1, 9, 2], [1, 1, 9, 2]],
    ["across two sides", [-5, 5, 15, 5], [0, 5, 10, 5]],
    ["aslant through a corner's side", [-2, 6, 6, 14], [0, 8, 2, 10]],
    ["upright", [4, -3, 4, 3], [4, 0, 4, 3]],
    ["a point", [4, 4, 4, 4], [4, 4, 4, 4]],
  ] as const)("keeps what lies in the box: %s", (_, [x1, y1, x2, y2], [a, b, c, d]) => {
    expect(
      clipSegment(
        [
          [x1, y1],
          [x2, y2],
        ],
        box,
      ),
    ).toEqual([
      [a, b],
      [c, d],
    ]);
  });

  it.each([
    ["beside", [11, 0, 12, 10]],
    ["past a corner", [-2, 9, 2, 13]],
    ["upright beside", [-1, 0, -1, 10]],
  ] as const)("keeps nothing: %s", (_, [x1, y1, x2, y2]) => {
    expect(
      clipSegment(
        [
          [x1, y1],
          [x2, y2],
        ],
        box,
      ),
    ).toBeUndefined();
  });
});

describe("pathWithin", () => {
  it("goes on where the line does, and begins anew where it comes back", () => {
    const line = [
      [1, 1],
      [5, 1],
      [5, 12],
      [7, 12],
      [7, 5],
    ] as const;
    expect(pathWithin(line, box)).toBe("M1 1H5V10M7 10V5");
    expect(pathWithin([[1, 1]], box)).toBe("");
  });
});

/** A box across the level line at 0. */
const across = (left: number, right: number) => ({ left, right, top: -1, bottom: 1 });

describe("outsideOf", () => {
  it("leaves what lies before, between and behind boxes", () => {
    const segment = [
      [0, 0],
      [10, 0],
    ] as const;
    expect(outsideOf(segment, [across(2, 4), across(6, 7)])).toEqual([
      [
        [0, 0],
        [2, 0],
      ],
      [
        [4, 0],
        [6, 0],
      ],
      [
        [7, 0],
        [10, 0],
      ],
    ]);
    expect(outsideOf(segment, [across(-1, 11)])).toEqual([]);
    expect(outsideOf(segment, [])).toEqual([segment]);
  });

  it("breaks a path off at a gap", () => {
    const points = [
      [0, 0],
      [5, 0],
      [10, 0],
    ] as const;
    expect(pathWithin(points, across(0, 10), [across(4, 6)])).toBe("M0 0H4M6 0H10");
  });
});
