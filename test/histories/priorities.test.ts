import { describe, expect, it } from "vitest";
import { mergePeriods } from "../../src/histories/periods.js";
import { prioritize } from "../../src/histories/priorities.js";

type Given = readonly [citizen: number, state: number, start: number, end: number];

/** What is left as rows of citizen, state, start, end; and the pairs that lost days. */
function left(
  given: readonly Given[],
  list: readonly number[],
): { rows: unknown; removed: unknown; citizens: number } {
  const column = (part: 0 | 1 | 2 | 3): Int32Array => Int32Array.from(given, (each) => each[part]);
  const [citizen, state, start, end] = [column(0), column(1), column(2), column(3)];
  const merged = mergePeriods({ length: given.length, citizens: 2, states: 4, citizen, state, start, end });
  const { timeline, removed } = prioritize(merged, list);
  const rows = Array.from(timeline.state, (its, place) => [
    timeline.bounds.findIndex((bound) => bound > place) - 1,
    its,
    timeline.start[place],
    timeline.end[place],
  ]);
  return { rows, removed: removed.pairs(), citizens: removed.citizens() };
}

describe("prioritize", () => {
  it("cuts the later of the list around the earlier, in two where need be", () => {
    expect(left([[0, 0, 0, 30], [0, 1, 10, 20]], [1, 0])).toEqual({
      rows: [[0, 0, 0, 10], [0, 1, 10, 20], [0, 0, 20, 30]],
      removed: [{ one: 1, other: 0, citizens: 1, days: 10 }],
      citizens: 1,
    }); // prettier-ignore
    expect(left([[0, 0, 0, 30], [0, 1, 10, 20]], [0, 1]).rows).toEqual([[0, 0, 0, 30]]); // prettier-ignore
  });

  it("gives each day to the first of several, and says to whom", () => {
    const given: Given[] = [
      [0, 0, 0, 10],
      [0, 1, 5, 15],
      [0, 2, 0, 20],
    ];
    expect(left(given, [0, 1, 2])).toEqual({
      rows: [
        [0, 0, 0, 10],
        [0, 1, 10, 15],
        [0, 2, 15, 20],
      ],
      removed: [
        { one: 0, other: 2, citizens: 1, days: 10 },
        { one: 0, other: 1, citizens: 1, days: 5 },
        { one: 1, other: 2, citizens: 1, days: 5 },
      ],
      citizens: 1,
    });
  });

  it("leaves states outside of the list, other citizens and days before 1970 as they are", () => {
    const given: Given[] = [
      [0, 0, -20, -10],
      [0, 3, -15, 5],
      [0, 1, -12, 5],
      [1, 1, 0, 9],
      [1, 3, 4, 5],
    ];
    expect(left(given, [0, 1]).rows).toEqual([
      [0, 0, -20, -10],
      [0, 3, -15, 5],
      [0, 1, -10, 5],
      [1, 1, 0, 9],
      [1, 3, 4, 5],
    ]);
  });
});
