import { describe, expect, it } from "vitest";
import { procedureOf } from "../../src/allocation/designs/table.js";
import { emptyMemory, remember, standOf, visitsOf, type View } from "../../src/allocation/memory.js";
import type { Ledger } from "../../src/allocation/index.js";
import { stratumKey } from "../../src/allocation/strata.js";
import { alternationLedger, completeLedger } from "./samples.js";

/** What is remembered of the first lines of a ledger. */
function viewOf({ opening, records }: Ledger, lines: number = records.length): View {
  const procedure = procedureOf(opening.allocation, opening.arms);
  const memory = emptyMemory();
  for (const [sequence, record] of records.slice(0, lines).entries()) {
    remember(memory, { opening, procedure }, record, sequence);
  }
  return { opening, procedure, memory, size: lines };
}

const whole = viewOf(completeLedger());

function drawnIn(lines: number, group: string): number {
  const view = viewOf(alternationLedger(), lines);
  if (view.procedure.draws !== "single") throw new Error("alternation draws one at a time");
  return standOf(view, view.procedure, stratumKey({ group })).drawn;
}

function sequences(size: number, citizen: string): readonly (readonly [number, string])[] {
  return visitsOf({ ...whole, size }, citizen).map(({ sequence, referredOn }) => [sequence, referredOn]);
}

describe("visitsOf", () => {
  it("sees what stands before the end of its ledger", () => {
    expect(sequences(14, "c-1")).toEqual([
      [2, "2005-01-10"],
      [8, "2005-01-18"],
    ]);
    expect(sequences(8, "c-1")).toEqual([[2, "2005-01-10"]]);
    expect(sequences(2, "c-1")).toEqual([]);
    expect(sequences(14, "nobody")).toEqual([]);
    expect(sequences(14, "constructor")).toEqual([]);
  });
});

describe("standOf", () => {
  it("tells how many were drawn, which those who keep an arm are not", () => {
    expect([1, 2, 3, 7].map((lines) => drawnIn(lines, "A"))).toEqual([0, 1, 2, 3]);
    expect([3, 4, 5, 7].map((lines) => drawnIn(lines, "B"))).toEqual([0, 1, 1, 2]);
  });
});

it("counts the rosters of each week", () => {
  expect([...whole.memory.rosters]).toEqual([
    ["2005-W02", 1],
    ["2005-W03", 2],
  ]);
});

it("keeps the key of a stratum once, however many are in it", () => {
  expect(whole.memory.strata.size).toBe(2);
});
