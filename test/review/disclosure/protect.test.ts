import { describe, expect, it } from "vitest";
import { attack, protect, publishedCounts, type CountModel } from "../../../src/review/disclosure/index.js";

const facts = { asOf: "2006-09-30", minimum: 5 };
const then = { asOf: "2006-06-30", minimum: 5 };

function model(counts: Readonly<Record<string, number>>, sums: CountModel["sums"]): CountModel {
  return { cells: Object.entries(counts).map(([id, count]) => ({ id, count, weight: 1 + count })), sums };
}

describe("protect", () => {
  it("hides the complement in a sum of two", () => {
    const one = model({ all: 20, success: 3, failure: 17 }, [
      { total: "all", parts: ["success", "failure"] },
    ]);
    expect([...protect(one, facts)]).toEqual(["failure", "success"]);
  });
  it("hides a rectangle of a table with totals both ways", () => {
    const counts: Record<string, number> = {
      "a1": 3,
      "a2": 20,
      "a": 23,
      "b1": 14,
      "b2": 9,
      "b": 23,
      "1": 17,
      "2": 29,
      "all": 46,
    };
    const one = model(counts, [
      { total: "a", parts: ["a1", "a2"] },
      { total: "b", parts: ["b1", "b2"] },
      { total: "1", parts: ["a1", "b1"] },
      { total: "2", parts: ["a2", "b2"] },
      { total: "all", parts: ["a", "b"] },
      { total: "all", parts: ["1", "2"] },
    ]);
    const hidden = protect(one, facts);
    expect([...hidden]).toEqual(["a1", "a2", "b1", "b2"]);
    expect(attack(publishedCounts(one, hidden, facts))).toEqual([]);
  });
});

describe("protect, by hand", () => {
  it("hides a total whose two parts could otherwise only be 1 to 4", () => {
    // 1 + 4 = 5: who sees the 5 and knows that zeros are shown knows that both are from 1 to 4.
    const one = model({ all: 5, a: 1, b: 4 }, [{ total: "all", parts: ["a", "b"] }]);
    expect([...protect(one, facts)]).toEqual(["a", "all", "b"]);
  });
  it("leaves two small counts beside their total if that leaves them wide enough", () => {
    // 3 + 4 = 7: each is from 1 to 6, which is 5 apart.
    const one = model({ all: 7, a: 3, b: 4 }, [{ total: "all", parts: ["a", "b"] }]);
    expect([...protect(one, facts)]).toEqual(["a", "b"]);
  });
  it("shows zeros, but not that all of a group are in one part of a personal sum", () => {
    const counts = { all: 12, success: 12, failure: 0 };
    const sum = { total: "all", parts: ["success", "failure"] };
    expect([...protect(model(counts, [sum]), facts)]).toEqual([]);
    expect([...protect(model(counts, [{ ...sum, personal: true }]), facts)]).toEqual([
      "all", // or the successes, which weigh as much
      "failure",
    ]);
  });
  it("hides a count that has changed by few since the previous review, with what tells it", () => {
    const sums = [{ total: "all", parts: ["success", "failure"] }];
    const before = publishedCounts(model({ all: 60, success: 40, failure: 20 }, sums), new Set(), then);
    const now = model({ all: 70, success: 42, failure: 28 }, sums);
    expect([...protect(now, { minimum: 5, previous: before })]).toEqual(["failure", "success"]);
    const open = publishedCounts(now, new Set(), facts);
    expect(attack(open, before)).toEqual([
      { kind: "change", cell: "success", asOf: "2006-06-30", lower: 2, upper: 2, chain: [] },
    ]);
  });
  it("refuses sums that don't add up", () => {
    const wrong = model({ all: 6, a: 3, b: 4 }, [{ total: "all", parts: ["a", "b"] }]);
    expect(() => protect(wrong, facts)).toThrow(/impossible counts/);
  });
});

/** The same of counts of which anyone can tell how they may have changed. */
function changing(
  since: "drawn" | "growing",
  counts: Readonly<Record<string, number>>,
  sums: CountModel["sums"],
): CountModel {
  return { cells: model(counts, []).cells.map((cell) => ({ ...cell, since })), sums };
}

describe("what was published before", () => {
  const ledger = "a".repeat(64);
  const parts = [{ total: "all", parts: ["success", "failure"] }];

  it("is still known where the ledger is the same, so that hiding it again would hide nothing", () => {
    const sums = [
      { total: "allocated", parts: ["known", "unknown"] },
      { total: "all", parts: ["allocated", "others"] },
    ];
    const fixed = changing("drawn", { all: 40, allocated: 20, others: 20 }, []);
    const now: CountModel = {
      cells: [...fixed.cells, { id: "known", count: 17, weight: 90 }, { id: "unknown", count: 3, weight: 1 }],
      sums,
    };
    const before = publishedCounts(
      changing("drawn", { all: 40, allocated: 20, others: 20 }, [
        { total: "all", parts: ["allocated", "others"] },
      ]),
      new Set(),
      { ...then, ledger },
    );
    const hidden = protect(now, { minimum: 5, previous: before, ledger });
    expect([...hidden]).toEqual(["known", "unknown"]);
    // Under another ledger the allocated may have grown, and what is heaviest stays visible.
    const other = protect(now, { minimum: 5, previous: before, ledger: "b".repeat(64) });
    expect([...other]).not.toContain("known");
    expect(attack(publishedCounts(now, hidden, { ...facts, ledger }), before)).toEqual([]);
    const useless = new Set(["unknown", "allocated", "others"]);
    const [found] = attack(publishedCounts(now, useless, { ...facts, ledger }), before);
    expect(found).toMatchObject({ kind: "derivable", cell: "unknown", lower: 3, upper: 3 });
  });

  it("bounds what can only have grown", () => {
    const before = publishedCounts(
      changing("growing", { all: 20, success: 8, failure: 12 }, parts),
      new Set(),
      then,
    );
    const now = changing("growing", { all: 23, success: 9, failure: 14 }, parts);
    const hidden = new Set(["success", "failure"]);
    const found = attack(publishedCounts(now, hidden, facts), before);
    expect(found.filter(({ kind }) => kind === "derivable").map((each) => [each.lower, each.upper])).toEqual([
      [12, 15],
      [8, 11],
    ]);
    expect([...protect(now, { minimum: 5, previous: before })]).toEqual(["all", "failure", "success"]);
  });

  it("is every earlier edition, not the latest alone", () => {
    const first = publishedCounts(model({ all: 60 }, []), new Set(), { asOf: "2006-03-31", minimum: 5 });
    const second = publishedCounts(model({ all: 62 }, []), new Set(["all"]), then);
    const now = model({ all: 63 }, []);
    expect([...protect(now, { minimum: 5, previous: second })]).toEqual([]);
    expect([...protect(now, { minimum: 5, previous: [second, first] })]).toEqual(["all"]);
    expect(attack(publishedCounts(now, new Set(), facts), [second, first])).toMatchObject([
      { kind: "change", cell: "all", asOf: "2006-03-31", lower: 3 },
    ]);
  });

  it("tells of newcomers who are all in one part", () => {
    const sums = [{ total: "all", parts: ["success", "failure"], personal: true as const }];
    const before = publishedCounts(
      changing("growing", { all: 60, success: 20, failure: 40 }, sums),
      new Set(),
      then,
    );
    const now = changing("growing", { all: 70, success: 20, failure: 50 }, sums);
    expect(attack(publishedCounts(now, new Set(), facts), before)).toMatchObject([
      { kind: "newcomers", cell: "failure", asOf: "2006-06-30", lower: 10, upper: 10 },
    ]);
    const hidden = protect(now, { minimum: 5, previous: before });
    expect([...hidden]).toEqual(["failure", "success"]);
    expect(attack(publishedCounts(now, hidden, facts), before)).toEqual([]);
  });

  it("bounds through an edition that hides a count what the one before it hides, too", () => {
    const first = publishedCounts(
      changing("growing", { all: 10, some: 8, others: 2 }, [{ total: "all", parts: ["some", "others"] }]),
      new Set(["all", "others"]),
      { ...then, asOf: "2006-03-31" },
    );
    const second = publishedCounts(changing("growing", { all: 11 }, []), new Set(["all"]), then);
    const now = changing("growing", { more: 13, all: 11, rest: 2 }, [
      { total: "more", parts: ["all", "rest"] },
    ]);
    // At least 8 and 1 in March, at most 13 less 1 now.
    const found = attack(publishedCounts(now, new Set(["all", "rest"]), facts), [first, second]);
    expect(found.filter(({ cell }) => cell === "all")).toMatchObject([
      { kind: "derivable", lower: 9, upper: 12 },
      { kind: "earlier", lower: 9, upper: 12 },
      { kind: "earlier", lower: 9, upper: 12 },
    ]);
    const hidden = protect(now, { minimum: 5, previous: [first, second] });
    expect(attack(publishedCounts(now, hidden, facts), [first, second])).toEqual([]);
  });

  it("isn't built on where a correction has broken the rule", () => {
    const before = publishedCounts(
      changing("growing", { all: 60, success: 20, failure: 40 }, parts),
      new Set(),
      then,
    );
    const now = changing("growing", { all: 50, success: 3, failure: 47 }, parts);
    const hidden = protect(now, { minimum: 5, previous: before });
    expect(attack(publishedCounts(now, hidden, facts), before)).toEqual([]);
  });
});
