import { describe, expect, expectTypeOf, it } from "vitest";
import { referenceSet, type ReferenceSet } from "../../src/allocation/reference-set.js";
import {
  allocate,
  allocateBatch,
  freezeRoster,
  amend,
  openLedger,
  recordOccupancy,
  type AllocationPlan,
  type Ledger,
  type Referral,
} from "../../src/allocation/index.js";
import {
  alternationLedger,
  COMPLETE,
  complete,
  completeLedger,
  drawn,
  errorOf,
  KEY,
  protocolOf,
  referralsOn,
  started,
} from "./samples.js";

/** The arms of each row, in letters by their position. */
function rowsOf({ draws, times, citizens }: ReferenceSet): readonly string[] {
  return Array.from({ length: times }, (_, row) =>
    [...draws.subarray(row * citizens.length, (row + 1) * citizens.length)].join(""),
  );
}

/** How often each row stands there, or its weight. */
function sharesOf(set: ReferenceSet): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [row, text] of rowsOf(set).entries()) {
    shares.set(text, (shares.get(text) ?? 0) + (set.weights?.[row] ?? 1 / set.times));
  }
  return shares;
}

/** χ² of simulated rows against the enumerated ones. */
function chiSquared(simulated: ReferenceSet, all: ReferenceSet): number {
  const found = sharesOf(simulated);
  let sum = 0;
  for (const [row, weight] of sharesOf(all)) {
    sum += (simulated.times * ((found.get(row) ?? 0) - weight) ** 2) / weight;
  }
  for (const row of found.keys()) expect(sharesOf(all).has(row)).toBe(true);
  return sum;
}

const single = (agreed: AllocationPlan, referrals: readonly Referral[]): Ledger =>
  referrals.reduce(
    (ledger, referral) => allocate(ledger, referral, { key: KEY }).ledger,
    started(protocolOf(agreed)),
  );

const onDays = (...citizens: readonly string[]): readonly Referral[] =>
  citizens.map((citizen, day) => ({ citizen, referredOn: `2005-01-${10 + day}` }));

function planOf(design: AllocationPlan["design"], more: Partial<AllocationPlan> = {}): AllocationPlan {
  return { design, strata: [], referredAgain: "keep-arm", ...more };
}

describe("a reference set of complete randomization", () => {
  const four = drawn(
    started(complete),
    referralsOn("2005-01-10", ["c-1", "c-2", "c-3", "c-4"], ["young"]),
    "2005-01-14",
  );

  it("has every draw of four citizens between two arms once", () => {
    const set = referenceSet(four, { times: "all" });
    expect(rowsOf(set).toSorted()).toEqual(["0011", "0101", "0110", "1001", "1010", "1100"]);
    for (const weight of set.weights ?? []) expect(weight).toBeCloseTo(1 / 6, 15);
    expect(set).toMatchObject({
      kind: "reference-set",
      algorithm: "complete/1",
      arms: ["own", "supplier"],
      citizens: ["c-1", "c-2", "c-3", "c-4"],
      sequences: [2, 3, 4, 5],
      times: 6,
      exact: true,
      notices: [],
    });
    expect([...set.observed]).toEqual(four.entries.map(({ arm }) => ["own", "supplier"].indexOf(arm)));
  });

  it("weighs draws by the rounding that makes them possible", () => {
    // 2 : 1, four citizens: 8/3 and 4/3: with probability 2/3 three own (4 orders), else two (6 orders).
    const unequal: AllocationPlan = {
      ...COMPLETE,
      design: { kind: "complete", batch: "iso-week", weights: { own: 2, supplier: 1 } },
    };
    const ledger = drawn(
      started(protocolOf(unequal)),
      referralsOn("2005-01-10", ["a", "b", "c", "d"], ["y"]),
      "2005-01-14",
    );
    const set = referenceSet(ledger, { times: "all" });
    expect(set.times).toBe(10);
    for (const [row, weight] of sharesOf(set)) {
      expect(weight).toBeCloseTo(row.split("1").length - 1 === 1 ? 2 / 3 / 4 : 1 / 3 / 6, 14);
    }
  });

  it("keeps weeks and strata apart and lets those follow who keep an arm", () => {
    const ledger = completeLedger(); // c-1 comes again in the second week
    const all = referenceSet(ledger, { times: "all" });
    // First week: 3 under 30 (3 · 2 orders, rounded either way), 2 over 30; then c-6, c-7 under 30 … c-8 and c-9 apart.
    const columns = new Map(
      ledger.entries.map(({ citizen, sequence }, column) => [`${citizen} ${sequence}`, column]),
    );
    const [first = 0, again = 0] = [...columns]
      .filter(([name]) => name.startsWith("c-1 "))
      .map(([, column]) => column);
    for (const row of rowsOf(all)) expect(row[again]).toBe(row[first]);
    const simulated = referenceSet(ledger, { times: 20_000, seed: "a" });
    for (const row of new Set(rowsOf(simulated))) expect(row[again]).toBe(row[first]);
    // As many rows as are possible, less one degree of freedom: mean + 4.5 standard deviations of χ².
    const freedom = all.times - 1;
    expect(chiSquared(simulated, all)).toBeLessThan(freedom + 4.5 * Math.sqrt(2 * freedom));
    expect(simulated.exact).toBe(false);
    expect(simulated.weights).toBeUndefined();
  });

  it("is the same for the same seed, another for another one", () => {
    const one = referenceSet(four, { times: 50, seed: 1 });
    expect(referenceSet(four, { times: 50, seed: 1 }).draws).toEqual(one.draws);
    expect(referenceSet(four, { times: 50, seed: 2 }).draws).not.toEqual(one.draws);
    expect(referenceSet(four, { times: 3, seed: "for ever" }).draws).toEqual(
      referenceSet(four, { times: 6, seed: "for ever" }).draws.slice(0, 12),
    );
  });

  it("says where it comes from", () => {
    const { provenance } = referenceSet(four, { seed: "s", times: 7 });
    expect(provenance.operation).toBe("referenceSet");
    expect(provenance.options).toMatchObject({ times: { value: 7, source: "given" }, seed: { value: "s" } });
    expect(provenance.inputs).toMatchObject({ ledger: four.head, entries: 4, protocol: complete.digest });
  });

  it("draws everyone anew who is drawn again", () => {
    const plan: AllocationPlan = { ...COMPLETE, referredAgain: "draw-again", strata: [] };
    const once = drawn(started(protocolOf(plan)), referralsOn("2005-01-10", ["a", "b"]), "2005-01-14");
    const twice = drawn(once, referralsOn("2005-01-17", ["a", "c"]), "2005-01-21");
    expect(rowsOf(referenceSet(twice, { times: "all" })).toSorted()).toEqual([
      "0101",
      "0110",
      "1001",
      "1010",
    ]);
  });
});

describe("a reference set of designs that draw one at a time", () => {
  const weights = { own: 1, supplier: 1 };

  it("has each sequence with its probability", () => {
    const ledger = single(planOf({ kind: "biased-coin", weights, bias: 2 / 3 }), onDays("a", "b", "c"));
    const shares = sharesOf(referenceSet(ledger, { times: "all" }));
    expect(shares.size).toBe(8);
    expect(shares.get("000")).toBeCloseTo(1 / 18, 14); // 1/2 · 1/3 · 1/3
    expect(shares.get("001")).toBeCloseTo(1 / 9, 14);
    expect(shares.get("010")).toBeCloseTo(1 / 6, 14); // 1/2 · 2/3 · 1/2
  });

  it("runs strata, slots, secret blocks and levels again as they were declared", () => {
    const strata: readonly Referral[] = onDays("a", "b", "c", "d", "e", "f").map((referral, n) => ({
      ...referral,
      group: n % 2 === 0 ? "x" : "y",
      sex: n % 3 === 0 ? "f" : "m",
    }));
    const designs: readonly AllocationPlan["design"][] = [
      { kind: "simple", weights: { own: 2, supplier: 1 } },
      { kind: "permuted-block", weights, sizes: [2, 4] },
      { kind: "big-stick", weights: { own: 2, supplier: 1 }, tolerance: 1 },
      { kind: "urn", weights, initial: 0, added: 1 },
      { kind: "minimization", weights, factors: { sex: 1 }, imbalance: "range", preference: 0.75 },
    ];
    for (const design of designs) {
      const ledger = single(planOf(design, { strata: ["group"] }), strata);
      const all = referenceSet(ledger, { times: "all" });
      expect([...(all.weights ?? [])].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      const rows = sharesOf(all);
      expect(rows.has([...all.observed].join(""))).toBe(true);
      const simulated = referenceSet(ledger, { times: 3000, seed: design.kind });
      const freedom = rows.size - 1;
      expect(chiSquared(simulated, all)).toBeLessThan(freedom + 4.5 * Math.sqrt(2 * freedom));
    }
  });

  it("lets those follow who keep an arm", () => {
    const ledger = single(planOf({ kind: "simple", weights }), [
      ...onDays("a", "b"),
      { citizen: "a", referredOn: "2005-02-01" },
    ]);
    expect(rowsOf(referenceSet(ledger, { times: "all" })).toSorted()).toEqual(["000", "010", "101", "111"]);
  });

  it("closes an arm when the new draws have filled it", () => {
    const quotas = [{ arm: "supplier", per: "calendar-month", most: 1 }] as const;
    const ledger = single(planOf({ kind: "simple", weights }, { quotas }), onDays("a", "b", "c"));
    const shares = sharesOf(referenceSet(ledger, { times: "all" }));
    // supplier first: full, then own is certain; else the second, else the third.
    expect(shares.get("100")).toBeCloseTo(1 / 2, 14);
    expect(shares.get("010")).toBeCloseTo(1 / 4, 14);
    expect(shares.get("001")).toBeCloseTo(1 / 8, 14);
    expect(shares.get("000")).toBeCloseTo(1 / 8, 14);
    expect(shares.size).toBe(4);
  });

  it("leaves out what the procedure would have refused, and says how much", () => {
    // One a week in supplier; a comes again in the next week and keeps the arm. Where a has supplier and so has
    // the one drawn before a in that week, there is no room: 1/4.
    const quotas = [{ arm: "supplier", per: "iso-week", most: 1 }] as const;
    const referrals = [
      { citizen: "a", referredOn: "2005-01-10" },
      { citizen: "b", referredOn: "2005-01-17" },
      { citizen: "a", referredOn: "2005-01-18" },
    ];
    let ledger: Ledger | undefined;
    for (let key = 0; ledger === undefined && key < 50; key++) {
      try {
        const given = `${KEY} ${key}`;
        ledger = referrals.reduce(
          (now, referral) => allocate(now, referral, { key: given }).ledger,
          started(protocolOf(planOf({ kind: "simple", weights }, { quotas })), given),
        );
      } catch {
        ledger = undefined;
      }
    }
    if (ledger === undefined) throw new Error("no key draws a ledger with room");
    const all = referenceSet(ledger, { times: "all" });
    expect(rowsOf(all).toSorted()).toEqual(["000", "010", "101"]);
    for (const weight of all.weights ?? []) expect(weight).toBeCloseTo(1 / 3, 14);
    expect(all.notices).toEqual([{ code: "draws-refused", severity: "info", refused: 1 / 4 }]);
    const simulated = referenceSet(ledger, { times: 300, seed: "room" });
    expect(new Set(rowsOf(simulated))).toEqual(new Set(["000", "010", "101"]));
    expect(simulated.notices[0]?.["refused"]).toBeGreaterThan(50);
  });
});

describe("a reference set of households", () => {
  it("draws each once", () => {
    const plan: AllocationPlan = { ...COMPLETE, strata: [], unit: "household" };
    const referrals = [
      { citizen: "a", household: "h1", referredOn: "2005-01-10" },
      { citizen: "b", household: "h2", referredOn: "2005-01-10" },
      { citizen: "c", household: "h1", referredOn: "2005-01-11" },
    ];
    const ledger = drawn(started(protocolOf(plan)), referrals, "2005-01-14");
    const set = referenceSet(ledger, { times: "all" });
    for (const row of rowsOf(set)) expect(row[0]).toBe(row[2]);
    expect(set.algorithm).toBe("complete-limited/1");
    const shares = sharesOf(set);
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    for (const column of [0, 1, 2]) {
      const supplier = [...shares].reduce((sum, [row, share]) => sum + (row[column] === "1" ? share : 0), 0);
      expect(supplier).toBeCloseTo(1 / 2, 14);
    }
  });
});

describe("a reference set that would say nothing", () => {
  it("is refused with the reason: alternation", () => {
    const error = errorOf(() => referenceSet(alternationLedger(), { times: 100, seed: 1 }));
    expect(error).toMatchObject({ code: "degenerate-reference-set", path: "referenceSet.ledger" });
    expect(error.message).toContain("next to nothing is left to chance");
  });

  it("is refused where nobody was drawn", () => {
    expect(errorOf(() => referenceSet(started(complete), { times: 100, seed: 1 })).code).toBe(
      "degenerate-reference-set",
    );
  });
});

describe("a reference set", () => {
  it.each([
    ["seed-required", {}],
    ["impossible-option", { times: 0, seed: 1 }],
    ["impossible-option", { times: 1.5, seed: 1 }],
    ["reference-set-too-large", { times: 1e9, seed: 1 }],
    ["unknown-option", { draws: 5 }],
  ])("is refused: %s", (code, options) => {
    expect(errorOf(() => referenceSet(completeLedger(), options as { readonly seed: number })).code).toBe(
      code,
    );
  });

  it("isn't enumerated above 20,000 draws", () => {
    const citizens = Array.from({ length: 24 }, (_, n) => `c-${n}`);
    const ledger = drawn(started(complete), referralsOn("2005-01-10", citizens, ["y"]), "2005-01-14");
    expect(errorOf(() => referenceSet(ledger, { times: "all" })).code).toBe("too-many-draws");
  });

  it("leaves an undrawn roster out, and refuses half of one", () => {
    const before = completeLedger();
    const frozen = freezeRoster(before, referralsOn("2005-02-01", ["d-1", "d-2"]), {
      date: "2005-02-04",
    }).ledger;
    expect(referenceSet(frozen, { times: 5, seed: 1 }).citizens).toHaveLength(before.entries.length);
    const whole = allocateBatch(frozen, { key: KEY }).ledger;
    const half = openLedger(complete, whole.records.slice(0, -1));
    expect(errorOf(() => referenceSet(half, { times: 5, seed: 1 })).code).toBe("unfinished-roster");
  });

  it("needs all lines", () => {
    const ledger = completeLedger();
    const partial = openLedger(complete, { checkpoint: ledger.checkpoint(), entries: [] });
    expect(errorOf(() => referenceSet(partial, { times: 5, seed: 1 })).code).toBe("partial-ledger");
  });

  it("isn't called exact where reports of participants, which depended on the draw, are held fixed", () => {
    const agreed = planOf(
      { kind: "simple", weights: { own: 1, supplier: 1 } },
      { quotas: [{ arm: "supplier", participants: 3 }] },
    );
    const two = single(agreed, onDays("a", "b"));
    const reported = recordOccupancy(two, { date: "2005-01-12", participants: { supplier: 3 } }).ledger;
    const third = allocate(reported, { citizen: "c", referredOn: "2005-01-13" }, { key: KEY }).ledger;
    const set = referenceSet(third, { times: "all" });
    expect(rowsOf(set).toSorted()).toEqual(["000", "010", "100", "110"]); // nobody to supplier after the report
    expect(set.exact).toBe(false);
    expect(set.notices).toEqual([{ code: "occupancy-held-fixed", severity: "caution" }]);
  });

  it("leaves an exempted referral out, and keeps an amended entry in", () => {
    const agreed = planOf({ kind: "simple", weights: { own: 1, supplier: 1 } });
    const one = single(agreed, onDays("a"));
    const amended = amend(
      one,
      {
        amends: "exemption",
        entry: one.entries[0]?.sequence ?? 0,
        arm: "own",
        reason: "lives next door",
        signedBy: ["N. N."],
      },
      { date: "2005-01-12" },
    ).ledger;
    expect(rowsOf(referenceSet(amended, { times: "all" })).toSorted()).toEqual(["0", "1"]);
  });
});

it("a reference set doesn't compile without a seed, unless it is to have all draws", () => {
  type Options = Parameters<typeof referenceSet>[1];
  expectTypeOf<Record<never, never>>().not.toExtend<Options>();
  expectTypeOf<{ times: number }>().not.toExtend<Options>();
  expectTypeOf<{ times: "all" }>().toExtend<Options>();
  expectTypeOf<{ seed: string }>().toExtend<Options>();
});
