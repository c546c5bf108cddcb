import { describe, expect, it } from "vitest";
import { attack, protect, publishedCounts, type CountModel } from "../../../src/review/disclosure/index.js";

const facts = { asOf: "2006-09-30", minimum: 5 };

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
    const before = publishedCounts(model({ all: 60, success: 40, failure: 20 }, sums), new Set(), facts);
    const now = model({ all: 70, success: 42, failure: 28 }, sums);
    expect([...protect(now, { minimum: 5, previous: before })]).toEqual(["failure", "success"]);
    const open = publishedCounts(now, new Set(), facts);
    expect(attack(open, before)).toEqual([
      { kind: "change", cell: "success", lower: 2, upper: 2, chain: [] },
    ]);
  });
  it("refuses sums that don't add up", () => {
    const wrong = model({ all: 6, a: 3, b: 4 }, [{ total: "all", parts: ["a", "b"] }]);
    expect(() => protect(wrong, facts)).toThrow(/impossible counts/);
  });
});
