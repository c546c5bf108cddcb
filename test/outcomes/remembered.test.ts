import { describe, expect, it } from "vitest";
import { byDay } from "../../src/outcomes/remembered.js";

describe("byDay", () => {
  it("asks once for each day, and gives the same value again", () => {
    const asked: number[] = [];
    const boxOf = byDay((day) => {
      asked.push(day);
      return { day };
    });
    const boxes = [5, 5, 0, 5, 0].map((day) => boxOf(day));
    expect(asked).toEqual([5, 0]);
    expect(boxes.map(({ day }) => day)).toEqual([5, 5, 0, 5, 0]);
    expect(boxes[3]).toBe(boxes[0]);
    expect(boxes[4]).toBe(boxes[2]);
  });
});
