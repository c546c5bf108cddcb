import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/core/index.js";
import { columnsOf } from "../../src/histories/columns.js";
import { parseSpells, type Spell } from "../../src/histories/index.js";
import { errorOf } from "../support/errors.js";

const until = dayOf(2006, 1, 1);
const states = ["practice", "dead"];
const columns = (...spells: Spell[]): ReturnType<typeof columnsOf> =>
  columnsOf(spells, states, [until, until]);
const practice = (from: string, to?: string): Spell => ({
  citizen: "p1",
  state: "practice",
  from,
  ...(to === undefined ? {} : { to }),
});

describe("columnsOf", () => {
  it("makes half-open periods of inclusive days, and lets open ones run to the end", () => {
    const { length, start, end, open } = columns(
      practice("2005-02-01", "2005-02-28"),
      practice("2005-12-31"),
      practice("2006-01-01"), // goes on, but only after the end
    );
    expect([length, open]).toEqual([2, 1]);
    expect([...start.subarray(0, 2)]).toEqual([dayOf(2005, 2, 1), dayOf(2005, 12, 31)]);
    expect([...end.subarray(0, 2)]).toEqual([dayOf(2005, 3, 1), until]);
  });

  it("numbers citizens and states", () => {
    const { numbers, citizen, state } = columns(
      { citizen: "b", state: "dead", from: "2005-01-01" },
      { citizen: "a", state: "practice", from: "2005-01-01" },
      { citizen: "b", state: "practice", from: "2004-01-01", to: "2004-02-01" },
    );
    expect([...numbers]).toEqual([["b", 0], ["a", 1]]); // prettier-ignore
    expect([...citizen]).toEqual([0, 1, 0]);
    expect([...state]).toEqual([1, 0, 0]);
  });

  it("cuts off days after the end, counts those spells, and gives no number to who has nothing before", () => {
    const { length, end, cut, numbers } = columns(
      practice("2005-01-01", "2005-12-31"),
      practice("2005-01-01", "2006-01-01"),
      { ...practice("2006-01-01"), citizen: "p2" },
    );
    expect(length).toBe(2);
    expect([...end.subarray(0, 2)]).toEqual([until, until]);
    expect(cut).toBe(2);
    expect([...numbers.keys()]).toEqual(["p1"]);
  });

  it("cuts each state off at its own end", () => {
    const practiceEnds = dayOf(2005, 7, 1);
    const { length, end, cut, open } = columnsOf(
      [
        practice("2005-01-01"),
        { ...practice("2005-01-01"), state: "dead" },
        practice("2005-06-30", "2005-07-01"),
      ],
      states,
      [practiceEnds, until],
    );
    expect([length, cut, open]).toEqual([3, 1, 2]);
    expect([...end]).toEqual([practiceEnds, until, practiceEnds]);
  });

  it.each([
    [{ ...practice("2005-01-01"), state: "practise" }, "unknown-state", "spells[1].state"],
    [practice("01-01-2005"), "impossible-date", "spells[1].from"],
    [practice("2005-02-29"), "impossible-date", "spells[1].from"],
    [practice("2005-01-01", ""), "impossible-date", "spells[1].to"],
    [practice("2005-01-02", "2005-01-01"), "ends-before-start", "spells[1].to"],
    [{ ...practice("2005-01-01"), citizen: "" }, "impossible-citizen", "spells[1].citizen"],
    [{ ...practice("2005-01-01"), citizen: "0102031234" }, "cpr-shaped", "spells[1].citizen"],
  ])("refuses %o as %s", (spell, code, path) => {
    const error = errorOf(() => columns(practice("2004-01-01", "2004-01-02"), spell));
    expect(error).toMatchObject({ code, path });
    expect(error.message).not.toContain("1234");
  });

  it("names file, row and column of a parsed spell", () => {
    const text = "citizen;state;from;to\n\np1;moved;2005-01-01;\n";
    const error = errorOf(() => columnsOf(parseSpells(text, { name: "spells.csv" }), states, [until, until]));
    expect(error).toMatchObject({ code: "unknown-state", path: "spells.csv, row 3, column state" });
  });
});
