import { describe, expect, it } from "vitest";
import { startLedger, type AllocationPlan } from "../../src/allocation/index.js";
import { digestOfValue } from "../../src/core/index.js";
import { drawWeek, type DrawnWeek } from "../../src/simulation/draw.js";

const KEY = "the key of a simulated competition";
const arms = [
  { id: "own", name: "Own" },
  { id: "supplier", name: "Supplier" },
];

function drawn(allocation: AllocationPlan, citizens: number): DrawnWeek {
  const protocol = { digest: digestOfValue(allocation), arms, allocation };
  const { ledger } = startLedger(protocol, { key: KEY, date: "2005-01-03", mode: "live" });
  const week = Array.from({ length: citizens }, (_, index) => ({
    citizen: `c${index}`,
    referredOn: "2005-01-04",
  }));
  return drawWeek(ledger, week, KEY, "2005-01-07");
}

const quotas = [
  { arm: "own", per: "iso-week", most: 3 },
  { arm: "supplier", per: "iso-week", most: 2 },
] as const;
const plan = { strata: [], referredAgain: "keep-arm", quotas } as const;

describe.each<[string, AllocationPlan]>([
  [
    "together",
    { ...plan, design: { kind: "complete", batch: "iso-week", weights: { own: 1, supplier: 1 } } },
  ],
  ["one at a time", { ...plan, design: { kind: "simple", weights: { own: 1, supplier: 1 } } }],
])("a week drawn %s", (_, allocation) => {
  it("uses a public value where the plan declares one", () => {
    const declared = allocation.design.kind === "complete" ? { ...allocation, beacon: "dice" } : allocation;
    const beacons = new Set(drawn(declared, 5).entries.map(({ beacon }) => beacon));
    expect([...beacons]).toEqual([declared.beacon && "simulated on 2005-01-07"]);
  });

  it("has everyone in it where there is room", () => {
    const { referrals, entries } = drawn(allocation, 5);
    expect(referrals.map(({ citizen }) => citizen)).toEqual(["c0", "c1", "c2", "c3", "c4"]);
    expect(entries.filter(({ arm }) => arm === "own")).toHaveLength(3);
  });

  it("leaves out those whom no arm has room for", () => {
    const { referrals, entries, ledger } = drawn(allocation, 9);
    expect(referrals).toHaveLength(5);
    expect(entries.map(({ citizen }) => citizen)).toEqual(referrals.map(({ citizen }) => citizen));
    expect(ledger.entries).toHaveLength(5);
  });

  it("draws nobody from nobody", () => {
    expect(drawn(allocation, 0)).toMatchObject({ referrals: [], entries: [] });
  });
});

it("a fault of the draw that isn't about room is not passed over", () => {
  const allocation: AllocationPlan = { ...plan, strata: ["age"], design: { kind: "alternation" } };
  expect(() => drawn(allocation, 1)).toThrow(/age/);
});
