import { describe, expect, it } from "vitest";
import { headFindings, trackHead, type HeadTracker } from "../../src/allocation/head.js";
import { openLedger } from "../../src/allocation/index.js";
import { alternation, alternationLedger } from "./samples.js";

const { records, head } = alternationLedger();

function tracked(size: number | undefined, digests: readonly (string | undefined)[]): HeadTracker {
  const tracker = trackHead(size);
  for (const digest of digests) tracker.add(digest);
  return tracker;
}

const digests = records.map(({ digest }) => digest);
const early = openLedger(alternation, records.slice(0, 4)).head;

describe("trackHead", () => {
  it("comes to the ledger's head", () => {
    expect(tracked(undefined, digests).now()).toEqual(head);
    expect(tracked(4, digests).atWanted()).toEqual(early);
    expect(tracked(9, digests).atWanted()).toBeUndefined();
  });

  it("has none of nothing, and none after a line without digest", () => {
    expect(tracked(undefined, []).now()).toBeUndefined();
    const broken = tracked(undefined, [...digests, undefined, ...digests]);
    expect(broken.now()).toBeUndefined();
    expect(broken.size()).toBe(2 * digests.length + 1);
  });
});

describe("headFindings", () => {
  it("finds nothing where the ledger begins with the lines of the head", () => {
    expect(headFindings(head, tracked(head.size, digests))).toEqual([]);
    expect(headFindings(early, tracked(early.size, digests))).toEqual([]);
  });

  it("finds a cut-off end", () => {
    expect(headFindings(head, tracked(head.size, digests.slice(0, -1)))).toMatchObject([
      { code: "cut-off", received: "6 lines" },
    ]);
  });

  it("finds other lines, by the chain or the root", () => {
    const other = [...digests.slice(0, 2), "ab".repeat(32), ...digests.slice(3)];
    expect(headFindings(head, tracked(head.size, other))).toMatchObject([
      { code: "other-head", line: 7, field: "root" },
    ]);
    expect(headFindings({ ...head, chain: "ab".repeat(32) }, tracked(7, digests))).toMatchObject([
      { code: "other-head", line: 7, field: "chain", received: head.chain, expected: "ab".repeat(32) },
    ]);
  });

  it("finds a head that can't be compared", () => {
    const broken = tracked(head.size, [undefined, ...digests.slice(1)]);
    expect(headFindings(head, broken).map(({ field }) => field)).toEqual(["chain", "root"]);
  });
});
