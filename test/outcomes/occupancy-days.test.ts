import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { censusOf, citizensIn, participantDays } from "../../src/outcomes/occupancy-days.js";

const stay = (
  citizen: string,
  start: number,
  end: number,
): { citizen: string; start: number; end: number } => ({
  citizen,
  start,
  end,
});

describe("censusOf", () => {
  it("counts who is there on each day, who is in two courses once", () => {
    const census = censusOf([stay("b", 2, 4), stay("a", 1, 3), stay("a", 2, 6)], { start: 0, end: 5 });
    expect([...census.daily]).toEqual([0, 1, 2, 2, 1]);
    expect(census.stays).toEqual([stay("a", 1, 6), stay("b", 2, 4)]);
  });

  it("counts as a count by hand does, whatever overlaps", () => {
    const any = fc.array(
      fc.record({
        citizen: fc.constantFrom("a", "b", "c"),
        start: fc.nat(20),
        length: fc.integer({ min: 1, max: 9 }),
      }),
    );
    fc.assert(
      fc.property(any, fc.nat(25), fc.nat(25), (given, from, to) => {
        const stays = given.map(({ citizen, start, length }) => stay(citizen, start, start + length));
        const census = censusOf(stays, { start: 3, end: 18 });
        const there = (day: number): number =>
          new Set(stays.filter((each) => each.start <= day && day < each.end).map(({ citizen }) => citizen))
            .size;
        expect([...census.daily]).toEqual(Array.from({ length: 15 }, (_, index) => there(index + 3)));
        const days = Array.from({ length: 15 }, (_, index) => index + 3).filter(
          (day) => day >= from && day < to,
        );
        const period = { start: from, end: to };
        expect(participantDays(census, period)).toBe(days.reduce((sum, day) => sum + there(day), 0));
        const met = stays.filter((each) => days.some((day) => each.start <= day && day < each.end));
        expect(citizensIn(census, period)).toBe(new Set(met.map(({ citizen }) => citizen)).size);
      }),
    );
  });
});
