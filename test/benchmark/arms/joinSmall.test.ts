import { describe, expect, it } from "vitest";
import { joinSmall, type Joinable } from "../../../src/benchmark/arms/joinSmall.js";

const bound = { minimum: 5, fewest: 3 };
const one = (name: string, events: number, nonEvents = 100): Joinable => ({
  name,
  cells: [{ events, nonEvents }],
});
const joinedOf = (units: readonly Joinable[], by = bound): readonly string[] =>
  joinSmall(units, by).map(({ name }) => name);

describe("joinSmall", () => {
  it.each([
    ["nobody where nobody is small", [one("A", 5), one("B", 6)], []],
    ["all that are small", [one("A", 4), one("B", 0), one("C", 2), one("D", 9)], ["A", "B", "C"]],
    ["few non-events too", [one("A", 50, 4), one("B", 9, 3), one("C", 2), one("D", 9)], ["A", "B", "C"]],
    [
      "another with the fewest citizens, up to three",
      [one("A", 4), one("B", 60), one("C", 50), one("D", 70)],
      ["A", "B", "C"],
    ],
    [
      "more until the sum isn't small",
      [one("A", 1), one("B", 1), one("C", 1), one("D", 9), one("E", 99)],
      ["A", "B", "C", "D"],
    ],
    ["nobody without citizens", [one("A", 4), one("B", 0, 0), one("C", 50), one("D", 70)], ["A", "C", "D"]],
    ["all there are", [one("A", 1), one("B", 1)], ["A", "B"]],
    // 4 + 4 + 4: three small ones that make 12 are 4 each.
    [
      "one more where the sum gives its parts away",
      [one("A", 4), one("B", 4), one("C", 4), one("D", 90)],
      ["A", "B", "C", "D"],
    ],
    // 0 + 5 + 5, if it is known who was taken in.
    [
      "one more where it is the least that it can be",
      [one("A", 0), one("B", 5), one("C", 5), one("D", 90)],
      ["A", "B", "C", "D"],
    ],
  ])("takes %s", (_what, units, names) => {
    expect(joinedOf(units)).toEqual(names);
  });

  it("takes a municipality for all of its groups", () => {
    const units = ["A", "B", "C", "D"].map((name, index) => ({
      name,
      cells: [
        { events: 20, nonEvents: 30 },
        { events: index === 2 ? 1 : 30, nonEvents: 60 + index },
      ],
    }));
    expect(joinedOf(units)).toEqual(["A", "B", "C"]);
  });

  it.each([
    [{ minimum: 2, fewest: 3 }, 6],
    [{ minimum: 3, fewest: 3 }, 7],
  ])(
    "lets nobody who knows the rule %j, all totals, and all that is printed work out a hidden count",
    (by, most) => {
      // Every data set of five municipalities with up to so many events: those that look the same from outside are held
      // against each other. A sum of more could have parts of more, which aren't among them.
      const totals = [40, 41, 42, 43, 44];
      const views = new Map<string, Map<string, Set<number>>>();
      for (let code = 0; code < (most + 1) ** totals.length; code++) {
        const events = totals.map((_, index) => Math.floor(code / (most + 1) ** index) % (most + 1));
        const units = events.map((each, index) => one(String(index), each, (totals[index] ?? 0) - each));
        const names = joinSmall(units, by).map(({ name }) => name);
        const isHidden = events.map((_, index) => names.includes(String(index)));
        const sum = events.reduce((all, each, index) => all + (isHidden[index] ? each : 0), 0);
        if (names.length === 0 || names.length === units.length || sum > most) continue;
        const view = JSON.stringify([
          names,
          sum,
          events.map((each, index) => (isHidden[index] ? null : each)),
        ]);
        const values = views.get(view) ?? new Map<string, Set<number>>();
        for (const name of names) {
          values.set(name, (values.get(name) ?? new Set()).add(events[Number(name)] ?? NaN));
        }
        views.set(view, values);
      }
      expect(views.size).toBeGreaterThan(100);
      const known = [...views].flatMap(([view, values]) =>
        [...values.values()].some((possible) => possible.size < 2) ? [view] : [],
      );
      expect(known).toEqual([]);
    },
  );
});
