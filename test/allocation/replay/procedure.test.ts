import { describe, expect, it } from "vitest";
import { allocate, type AllocationPlan, type Ledger, type Referral } from "../../../src/allocation/index.js";
import { choosing, everyPossibility } from "../../../src/allocation/chance.js";
import { stateOf } from "../../../src/allocation/ledger.js";
import { everyComplete } from "../../../src/allocation/replay/complete.js";
import { independentBlocks } from "../../../src/allocation/replay/independent.js";
import { replay } from "../../../src/allocation/replay/procedure.js";
import { recordedSteps } from "../../../src/allocation/replay/steps.js";
import { drawByTurns } from "../../../src/allocation/replay/turns.js";
import { fastStream } from "../../../src/core/index.js";
import { completeLedger, drawn, KEY, protocolOf, referralsOn, started } from "../samples.js";

type Laws = ReadonlyMap<string, number>;

function lawOf(all: readonly { readonly value: readonly number[]; readonly probability: number }[]): Laws {
  const law = new Map<string, number>();
  for (const { value, probability } of all) {
    law.set(value.join(""), (law.get(value.join("")) ?? 0) + probability);
  }
  return law;
}

/** The largest difference of two laws; NaN where they don't have the same rows. */
function apart(one: Laws, other: Laws): number {
  const differences = [...new Set([...one.keys(), ...other.keys()])].map((row) =>
    Math.abs((one.get(row) ?? Number.NaN) - (other.get(row) ?? Number.NaN)),
  );
  return Math.max(...differences);
}

/** Every draw of the whole recorded procedure. */
function throughout(ledger: Ledger): Laws {
  const state = stateOf(ledger, "test");
  const steps = recordedSteps(state, ledger.records);
  const { arms } = ledger.opening;
  const all = everyPossibility((choose) => {
    const row: number[] = [];
    replay(steps, choose, (column, { arm }) => {
      row[column] = arms.indexOf(arm);
    });
    return row;
  }, 20_000);
  return lawOf(all ?? []);
}

describe("replaying the whole procedure", () => {
  it("comes to the same as its blocks, where batches are complete", () => {
    const ledger = completeLedger();
    const { procedure } = stateOf(ledger, "test");
    if (procedure.draws !== "batch") throw new Error("no batches");
    const { blocks, followers } = independentBlocks(procedure, ledger.entries);
    const all = everyComplete(blocks, followers, ledger.entries.length, 20_000) ?? [];
    expect(
      apart(
        throughout(ledger),
        lawOf(all.map(({ value, probability }) => ({ value: [...value], probability }))),
      ),
    ).toBeLessThan(1e-14);
  });

  it("comes to the same as its turns, where one citizen is drawn at a time", () => {
    const plan: AllocationPlan = {
      design: { kind: "biased-coin", weights: { own: 2, supplier: 1 }, bias: 0.8 },
      strata: ["sex"],
      referredAgain: "keep-arm",
    };
    const referrals: readonly Referral[] = ["a", "b", "c", "a", "d", "e"].map((citizen, day) => ({
      citizen,
      referredOn: `2005-01-${10 + day}`,
      sex: day % 2 === 0 ? "f" : "m",
    }));
    const ledger = referrals.reduce(
      (now, referral) => allocate(now, referral, { key: KEY }).ledger,
      started(protocolOf(plan)),
    );
    const { procedure } = stateOf(ledger, "test");
    if (procedure.draws !== "single") throw new Error("batches");
    const draw = drawByTurns(procedure, ledger.opening.arms, ledger.entries);
    const all = everyPossibility((choose) => {
      const row: number[] = [];
      draw(choose, (column, arm) => {
        row[column] = arm;
      });
      return row;
    }, 20_000);
    expect(apart(throughout(ledger), lawOf(all ?? []))).toBeLessThan(1e-14);
  });

  it("counts quotas anew, with reports and amendments as they stand", () => {
    // supplier takes 3 a month. Of four in the first week half go there, 2; of the next three one more.
    const plan: AllocationPlan = {
      design: { kind: "complete", batch: "iso-week", weights: { own: 1, supplier: 1 } },
      strata: [],
      referredAgain: "keep-arm",
      quotas: [{ arm: "supplier", per: "calendar-month", most: 3 }],
    };
    const first = drawn(
      started(protocolOf(plan)),
      referralsOn("2005-01-10", ["a", "b", "c", "d"]),
      "2005-01-14",
    );
    const ledger = drawn(first, referralsOn("2005-01-17", ["e", "f", "g"]), "2005-01-21");
    const law = throughout(ledger);
    expect(law.size).toBe(6 * 3);
    for (const [row, probability] of law) {
      expect(row.slice(0, 4).replaceAll("0", "")).toBe("11");
      expect(row.slice(4).replaceAll("0", "")).toBe("1");
      expect(probability).toBeCloseTo(1 / 18, 14);
    }
  });

  it("tells of every entry, in order", () => {
    const ledger = completeLedger();
    const state = stateOf(ledger, "test");
    const columns: number[] = [];
    const through = replay(
      recordedSteps(state, ledger.records),
      choosing(fastStream("order", "test")),
      (column, { citizen, batch, basis }) => {
        const { [column]: entry } = ledger.entries;
        expect({ citizen, batch, basis }).toEqual({
          citizen: entry?.citizen,
          batch: entry?.batch,
          basis: entry?.basis,
        });
        columns.push(column);
      },
    );
    expect(through).toBe(true);
    expect(columns).toEqual([...ledger.entries.keys()]);
  });
});
