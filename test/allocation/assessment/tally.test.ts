import { describe, expect, it } from "vitest";
import { tally } from "../../../src/allocation/assessment/tally.js";

describe("tally", () => {
  it("guesses the arm that is furthest behind its share in the stratum, and counts in Wths", () => {
    const record = tally([2, 1], 2);
    record.guess(0, [2 / 3, 1 / 3]);
    record.take(0, 0);
    record.guess(0, [1 / 2, 1 / 2]);
    record.take(0, 1);
    record.guess(1, [2 / 3, 1 / 3]); // nobody was drawn in this stratum yet
    record.take(1, 1);
    record.guess(0, [1, 0]);
    const course = record.course();
    expect(course.arms).toEqual([0, 1, 1]);
    expect(course.guesses).toEqual([[0, 1], [1], [0, 1], [0]]);
    // 1/2 · (2/3 + 1/3), 1/2, 1/2 · (2/3 + 1/3), 1; at best 2/3, 1/2, 2/3, 1.
    expect(course.convergence).toBeCloseTo(2.5, 15);
    expect(course.optimal).toBeCloseTo(2 + 5 / 6, 15);
    // W·n − w·n: after own 1, −1; own a −1, 1; own a a −3, 3: differences of 2, 2 and 6 thirds.
    expect(course.final).toBe(6);
    expect(course.largest).toBe(6);
  });
});
