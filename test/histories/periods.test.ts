import { describe, expect, it } from "vitest";
import { mergePeriods, type MergedPeriods } from "../../src/histories/periods.js";

type Given = readonly [citizen: number, state: number, start: number, end: number];

function merge(given: readonly Given[], citizens = 2, states = 3): MergedPeriods {
  const column = (part: 0 | 1 | 2 | 3): Int32Array => Int32Array.from(given, (each) => each[part]);
  return mergePeriods({
    length: given.length,
    citizens,
    states,
    citizen: column(0),
    state: column(1),
    start: column(2),
    end: column(3),
  });
}

/** What came out, as rows of citizen, state, start, end. */
function rows({ bounds, state, start, end }: MergedPeriods): (number | undefined)[][] {
  return Array.from(state, (itsState, place) => {
    const citizen = bounds.findIndex((bound) => bound > place) - 1;
    return [citizen, itsState, start[place], end[place]];
  });
}

describe("mergePeriods", () => {
  it("joins what overlaps, touches or is enclosed, in whatever order it comes", () => {
    const given: Given[] = [
      [0, 0, 20, 30],
      [0, 0, 0, 10],
      [0, 0, 10, 15],
      [0, 0, 22, 25],
      [0, 0, 28, 40],
    ];
    expect(rows(merge(given))).toEqual([
      [0, 0, 0, 15],
      [0, 0, 20, 40],
    ]);
  });

  it("keeps a day without the state as a gap", () => {
    expect(rows(merge([[0, 0, 0, 10], [0, 0, 11, 20]]))).toHaveLength(2); // prettier-ignore
  });

  it("joins across periods of another state and keeps citizens apart", () => {
    const given: Given[] = [
      [1, 0, 0, 10],
      [0, 0, 0, 10],
      [0, 1, 5, 12],
      [0, 0, 10, 20],
      [1, 0, 30, 40],
    ];
    const merged = merge(given);
    expect(rows(merged)).toEqual([
      [0, 0, 0, 20],
      [0, 1, 5, 12],
      [1, 0, 0, 10],
      [1, 0, 30, 40],
    ]);
    expect([...merged.bounds]).toEqual([0, 2, 4]);
  });

  it("orders periods that begin together by state", () => {
    expect(rows(merge([[0, 2, 0, 9], [0, 1, 0, 5]]))).toEqual([[0, 1, 0, 5], [0, 2, 0, 9]]); // prettier-ignore
  });

  it("counts each period that is the same as another once for every time it comes again", () => {
    const again: Given = [0, 0, 0, 10];
    expect(merge([again, again, [0, 0, 0, 11], again, [1, 0, 0, 10]]).duplicates).toBe(2);
  });

  it("counts what became part of another period, apart from what was the same", () => {
    const { duplicates, joined } = merge([
      [0, 0, 0, 10],
      [0, 0, 10, 20],
      [0, 0, 0, 10],
      [0, 0, 5, 7],
      [0, 1, 10, 20],
      [1, 0, 10, 20],
    ]);
    expect([duplicates, joined]).toEqual([1, 2]);
  });

  it("knows days before 1970, and citizens without any period", () => {
    const merged = merge([[2, 0, -10, -5], [2, 0, -20, -10], [0, 0, -1, 3]], 4); // prettier-ignore
    expect(rows(merged)).toEqual([
      [0, 0, -1, 3],
      [2, 0, -20, -5],
    ]);
    expect([...merged.bounds]).toEqual([0, 1, 1, 2, 2]);
  });

  it("gives nothing for nothing", () => {
    expect(merge([], 0)).toMatchObject({ duplicates: 0, joined: 0 });
  });
});
