import { describe, expect, it } from "vitest";
import { allocate, type AllocationPlan, type Design, type Ledger } from "../../src/allocation/index.js";
import { stateOf } from "../../src/allocation/ledger.js";
import { drawsSingly, singleFacts, type SingleView } from "../../src/allocation/single-draw.js";
import { keyedHash } from "../../src/core/index.js";
import { ALTERNATION, alternation, errorOf, KEY, OTHER_KEY, protocolOf, started } from "./samples.js";

const weights = { own: 2, supplier: 1 };
const simple: AllocationPlan = {
  design: { kind: "simple", weights },
  strata: ["group"],
  referredAgain: "keep-arm",
};

function viewOf(ledger: Ledger): SingleView {
  const view = stateOf(ledger, "ledger");
  if (!drawsSingly(view)) throw new Error("the design draws one at a time");
  return view;
}

function drawnIn(ledger: Ledger, citizens: readonly string[], more: object = {}): Ledger {
  return citizens.reduce(
    (before, citizen) =>
      allocate(before, { citizen, referredOn: "2005-01-12", group: "A", ...more }, { key: KEY }).ledger,
    ledger,
  );
}

const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `c-${index}`);

/** The blocks of seven citizens by blocks of these sizes. */
function blocksOf(sizes: readonly number[]): readonly string[] {
  const protocol = protocolOf({ ...simple, design: { kind: "permuted-block", weights, sizes } });
  return drawnIn(started(protocol), many(7)).entries.map(({ block }) => block);
}

const at = (household: string, more: object = {}): object => ({ household, ...more });

describe("a draw by the design's turn", () => {
  const view = viewOf(started(alternation));
  const armOf = (citizen: string, referredOn: string, group: string, key: string): string =>
    singleFacts(view, { citizen, referredOn, stratum: { group } }, { key: keyedHash(key) }).arm;
  const groups = Array.from({ length: 40 }, (_, index) => `${index}`);
  const arms = (citizen: string, referredOn: string, key: string): string =>
    groups.map((group) => armOf(citizen, referredOn, group, key)).join();

  it("looks at the stratum and not at the citizen or the date", () => {
    expect(arms("x", "2005-01-10", KEY)).toBe(arms("y", "2006-12-31", KEY));
    expect(arms("x", "2005-01-10", KEY)).not.toBe(arms("x", "2005-01-10", OTHER_KEY));
    expect(new Set(arms("x", "2005-01-10", KEY).split(","))).toEqual(new Set(["own", "supplier"]));
  });

  it("freezes the factors that the design balances by, and the share that was drawn", () => {
    const design: Design = {
      kind: "minimization",
      weights,
      factors: { sex: 1, region: 1 },
      imbalance: "range",
      preference: 0.8,
    };
    const protocol = protocolOf({ ...simple, design });
    const { entries } = drawnIn(started(protocol), many(20), { sex: "f", region: "north" });
    for (const { arm, slot, factors } of entries) {
      expect(factors).toEqual({ sex: "f", region: "north" });
      expect(arm === "own" ? [0, 1] : [undefined]).toContain(slot);
    }
    expect(new Set(entries.map(({ slot }) => slot))).toEqual(new Set([0, 1, undefined]));
    const without = errorOf(() => drawnIn(started(protocol), ["c-1"], { sex: "f" }));
    expect(without).toMatchObject({ code: "malformed", path: "referral.region" });
  });

  it("names the block where that is public", () => {
    expect(blocksOf([3])).toEqual(["A/1", "A/1", "A/1", "A/2", "A/2", "A/2", "A/3"]);
    expect(new Set(blocksOf([3, 6]))).toEqual(new Set(["A"]));
  });
});

describe("a draw among the open arms", () => {
  const arms = ["own", "a", "b"];
  const three: AllocationPlan = {
    ...ALTERNATION,
    quotas: [{ arm: "a", per: "iso-week", most: 1 }],
  };
  const protocol = protocolOf(three, arms);

  it("leaves the turn as it is, and has chances of its own", () => {
    const ledger = drawnIn(started(protocol), many(9));
    const turns = ledger.entries.filter(({ closed }) => closed === undefined);
    const aside = ledger.entries.filter(({ closed }) => closed !== undefined);
    // the turn goes round until a has its one citizen of the week; from then on it stands still
    expect(turns.at(-1)?.arm).toBe("a");
    expect(turns.length + aside.length).toBe(9);
    for (const entry of aside) {
      expect(entry).toMatchObject({
        block: "A/without-a",
        closed: { a: { per: "iso-week", most: 1 } },
        designProbabilities: { own: 0.5, a: 0, b: 0.5 },
        drawProbabilities: { own: 0.5, a: 0, b: 0.5 },
      });
    }
    expect(new Set(aside.map(({ arm }) => arm))).toEqual(new Set(["own", "b"]));
    const next = drawnIn(ledger, ["later"], { referredOn: "2005-01-17" }).entries.at(-1);
    expect(next).toMatchObject({ arm: "b", basis: "drawn", drawProbabilities: { own: 0, a: 0, b: 1 } });
  });

  it("goes by the weights of the open arms", () => {
    // 600 citizens, 3:1 between own and b while a is closed; binomial, 4.5 standard deviations: √(600·¾·¼) = 10.6
    const weighted = protocolOf(
      {
        design: { kind: "simple", weights: { own: 6, a: 12, b: 2 } },
        strata: [],
        referredAgain: "keep-arm",
        quotas: [{ arm: "a", per: "agreement-year", most: 1 }],
      },
      arms,
    );
    const aside = drawnIn(started(weighted), many(602)).entries.filter(({ closed }) => closed !== undefined);
    expect(aside[0]?.designProbabilities).toEqual({ own: 0.75, a: 0, b: 0.25 });
    const own = aside.filter(({ arm }) => arm === "own").length;
    expect(Math.abs(own - 0.75 * aside.length)).toBeLessThan(48);
  });

  it("refuses when no arm has room, and whoever keeps an arm that is full", () => {
    const full = protocolOf({
      ...ALTERNATION,
      quotas: [
        { arm: "own", per: "iso-week", most: 1 },
        { arm: "supplier", per: "iso-week", most: 1 },
      ],
    });
    const ledger = drawnIn(started(full), ["c-1", "c-2"]);
    const third = errorOf(() => drawnIn(ledger, ["c-3"]));
    expect(third).toMatchObject({ code: "no-room", path: "referral", received: "a citizen to be drawn" });
    expect(third.expected).toBe(
      "no more than the arms have room for: own 0 (1 in the iso week); supplier 0 (1 in the iso week)",
    );
    const again = errorOf(() => drawnIn(ledger, ["c-1"], { referredOn: "2005-01-13" }));
    expect(again).toMatchObject({ code: "no-room" });
    expect(again.hint).toContain("amend");
    expect(drawnIn(ledger, ["c-1"], { referredOn: "2005-01-17" }).entries.at(-1)?.basis).toBe("kept");
  });
});

describe("a household", () => {
  const plan: AllocationPlan = { ...simple, unit: "household" };
  const protocol = protocolOf(plan);
  it("draws once, with the first of its members", () => {
    const first = drawnIn(started(protocol), ["c-1"], at("h-1"));
    const second = drawnIn(first, ["c-2"], at("h-1", { group: "B", referredOn: "2005-02-01" }));
    const [drew, shares] = second.entries;
    expect(drew).toMatchObject({ basis: "drawn", household: "h-1", block: "A" });
    expect(shares).toMatchObject({
      basis: "household",
      drawnWith: 1,
      arm: drew?.arm,
      stratum: { group: "B" },
      batch: "2005-02-01",
      block: "A",
      designProbabilities: drew?.designProbabilities,
      drawProbabilities: { own: 0, supplier: 0, [drew?.arm ?? ""]: 1 },
    });
    expect(shares?.first).toBeUndefined();
  });

  it("takes the arm of a member who came in with one", () => {
    const alone = drawnIn(started(protocol), ["c-1"], at("h-1"));
    const moved = drawnIn(alone, ["c-1"], at("h-2", { referredOn: "2005-02-01" }));
    const joined = drawnIn(moved, ["c-2"], at("h-2", { referredOn: "2005-02-02" })).entries;
    expect(joined[1]).toMatchObject({ basis: "kept", first: 1 });
    expect(joined[2]).toMatchObject({ basis: "household", drawnWith: 1, arm: joined[0]?.arm });
  });

  it("has to be named, by a pseudonym", () => {
    expect(errorOf(() => drawnIn(started(protocol), ["c-1"]))).toMatchObject({
      code: "malformed",
      path: "referral.household",
    });
    expect(errorOf(() => drawnIn(started(protocol), ["c-1"], at("010203-1234"))).code).toBe("cpr-shaped");
  });

  it("stays out of the ledger where citizens are drawn", () => {
    const [entry] = drawnIn(started(protocolOf(simple)), ["c-1"], at("h-1")).entries;
    expect(entry).not.toHaveProperty("household");
  });
});
