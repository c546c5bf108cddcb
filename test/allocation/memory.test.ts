import { describe, expect, it } from "vitest";
import { procedureOf } from "../../src/allocation/designs/table.js";
import {
  emptyMemory,
  remember,
  rostersOf,
  standOf,
  unfinishedRoster,
  visitsOf,
  type View,
} from "../../src/allocation/memory.js";
import type { Ledger } from "../../src/allocation/index.js";
import { alternationLedger, completeLedger } from "./samples.js";

/** The memory of a whole ledger, seen as it was at some size. */
function viewOf({ opening, records }: Ledger): (size: number) => View {
  const procedure = procedureOf(opening.allocation, opening.arms);
  const memory = emptyMemory();
  for (const [sequence, record] of records.entries()) remember(memory, procedure, record, sequence);
  return (size) => ({ opening, procedure, memory, size });
}

const complete = viewOf(completeLedger());
const alternation = viewOf(alternationLedger());

function drawnIn(size: number, group: string): number {
  const view = alternation(size);
  if (view.procedure.draws !== "single") throw new Error("alternation draws one at a time");
  return standOf(view, view.procedure, { group }).drawn;
}

describe("visitsOf", () => {
  it("sees what stands before the end of its ledger", () => {
    expect(visitsOf(complete(14), "c-1").map(({ sequence, referredOn }) => [sequence, referredOn])).toEqual([
      [2, "2005-01-10"],
      [8, "2005-01-18"],
    ]);
    expect(visitsOf(complete(8), "c-1")).toHaveLength(1);
    expect(visitsOf(complete(2), "c-1")).toEqual([]);
    expect(visitsOf(complete(14), "nobody")).toEqual([]);
    expect(visitsOf(complete(14), "constructor")).toEqual([]);
  });
});

describe("standOf", () => {
  it("tells the turn and how many were drawn, which those who keep an arm are not", () => {
    expect([1, 2, 3, 7].map((size) => drawnIn(size, "A"))).toEqual([0, 1, 2, 3]);
    expect([3, 4, 5, 7].map((size) => drawnIn(size, "B"))).toEqual([0, 1, 1, 2]);
  });
});

describe("rosters", () => {
  it("are seen in the order of the ledger", () => {
    expect(rostersOf(complete(14)).map(({ batch }) => batch)).toEqual(["2005-W02", "2005-W03", "2005-W03.2"]);
    expect(rostersOf(complete(7))).toHaveLength(1);
  });

  it("are unfinished until each citizen has an entry", () => {
    expect(unfinishedRoster(complete(1))).toBeUndefined();
    expect(unfinishedRoster(complete(2))).toEqual({ sequence: 1, done: 0 });
    expect(unfinishedRoster(complete(6))).toEqual({ sequence: 1, done: 4 });
    expect(unfinishedRoster(complete(7))).toBeUndefined();
    expect(unfinishedRoster(complete(12))).toEqual({ sequence: 11, done: 0 });
    expect(unfinishedRoster(alternation(7))).toBeUndefined();
  });
});
