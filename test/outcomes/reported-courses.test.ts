import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/core/index.js";
import { NEVER } from "../../src/outcomes/days.js";
import type { Course } from "../../src/outcomes/index.js";
import { courseColumns } from "../../src/outcomes/reported-courses.js";
import { entryOf } from "../support/lives/world.js";

const entries = ["p1", "p2", "p3"].map((citizen, index) =>
  entryOf({ citizen, sequence: index + 1, referredOn: "2005-01-03" }),
);
const whole: Course = {
  citizen: "p2",
  referredOn: "2005-01-03",
  deliveredBy: "supplier",
  startedOn: "2005-01-10",
  endedOn: "2005-03-31",
  endReason: "work",
  extendedUntil: "2005-04-30",
  team: "blue",
};
const bare: Course = { citizen: "p3", referredOn: "2005-01-03", deliveredBy: "municipal" };
const dayOf = (date: string | undefined): number => (date === undefined ? NEVER : parseDay(date, "date"));

describe("courseColumns", () => {
  const columns = courseColumns(entries);
  columns.write(1, whole, dayOf(whole.startedOn), dayOf(whole.endedOn));
  columns.write(2, bare, NEVER, NEVER);

  it("gives back each course, with nothing that wasn't told", () => {
    expect(columns.courseAt(1)).toEqual(whole);
    expect(columns.courseAt(2)).toStrictEqual(bare);
  });

  it("has no course where none was reported", () => {
    expect([0, 1, 2, 3].map(columns.has)).toEqual([false, true, true, false]);
    expect([columns.courseAt(0), columns.courseAt(3)]).toEqual([undefined, undefined]);
  });

  it("tells days by number, `NEVER` where there is none", () => {
    expect([...columns.startedOn]).toEqual([NEVER, dayOf("2005-01-10"), NEVER]);
    expect([...columns.endedOn]).toEqual([NEVER, dayOf("2005-03-31"), NEVER]);
    expect([columns.endReason.read(1), columns.endReason.read(2)]).toEqual(["work", undefined]);
  });
});
