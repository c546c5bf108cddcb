import { describe, expect, it } from "vitest";
import { relationsOf } from "../../src/histories/contradictions.js";
import { overlapsOf } from "../../src/histories/overlaps.js";
import type { PairCount } from "../../src/histories/pairs.js";
import { mergePeriods } from "../../src/histories/periods.js";

const DEAD = 0;
const WORK = 1;
const BENEFIT = 2;
const PRACTICE = 3;
const relations = relationsOf({
  dead: ["dead"],
  work: ["ordinary-employment"],
  benefit: ["municipal-support"],
  practice: ["practice", "municipal-support"],
});

type Given = readonly [citizen: number, state: number, start: number, end: number];

function overlaps(...given: Given[]): {
  compatible: readonly PairCount[];
  contradictory: readonly PairCount[];
} {
  const column = (part: 0 | 1 | 2 | 3): Int32Array => Int32Array.from(given, (each) => each[part]);
  const [citizen, state, start, end] = [column(0), column(1), column(2), column(3)];
  const merged = mergePeriods({ length: given.length, citizens: 3, states: 4, citizen, state, start, end });
  const { compatible, contradictory } = overlapsOf(merged, relations);
  return { compatible: compatible.pairs(), contradictory: contradictory.pairs() };
}

describe("overlapsOf", () => {
  it("counts the days that two states share, and each citizen of a pair once", () => {
    const found = overlaps(
      [0, BENEFIT, 0, 10],
      [0, PRACTICE, 8, 12], // days 8 and 9
      [0, BENEFIT, 11, 20], // and day 11
      [1, PRACTICE, 0, 5],
      [1, BENEFIT, 0, 5],
      [2, PRACTICE, 0, 5],
      [2, BENEFIT, 5, 9], // next to each other
    );
    expect(found).toEqual({
      compatible: [{ one: BENEFIT, other: PRACTICE, citizens: 2, days: 8 }],
      contradictory: [],
    });
  });

  it("tells contradictions apart, the pairs of most citizens first", () => {
    const found = overlaps(
      [0, WORK, 0, 100],
      [0, PRACTICE, 0, 50],
      [0, BENEFIT, 49, 51],
      [1, WORK, 10, 12],
      [1, BENEFIT, 11, 20],
    );
    expect(found.contradictory).toEqual([
      { one: WORK, other: BENEFIT, citizens: 2, days: 3 },
      { one: WORK, other: PRACTICE, citizens: 1, days: 50 },
    ]);
    expect(found.compatible).toEqual([{ one: BENEFIT, other: PRACTICE, citizens: 1, days: 1 }]);
  });

  it("finds life after a death of which only the day is recorded, and none on that day", () => {
    expect(overlaps([0, DEAD, 10, 11], [0, BENEFIT, 0, 11]).contradictory).toEqual([]);
    expect(overlaps([0, DEAD, 10, 11], [0, BENEFIT, 0, 13]).contradictory).toEqual([
      { one: DEAD, other: BENEFIT, citizens: 1, days: 2 },
    ]);
    expect(overlaps([0, DEAD, 10, 11], [0, BENEFIT, 20, 23], [0, DEAD, 30, 31]).contradictory).toEqual([
      { one: DEAD, other: BENEFIT, citizens: 1, days: 3 },
    ]);
    expect(overlaps([0, BENEFIT, 10, 12], [0, DEAD, 10, 99])).toEqual({
      compatible: [],
      contradictory: [{ one: DEAD, other: BENEFIT, citizens: 1, days: 1 }],
    });
  });
});
