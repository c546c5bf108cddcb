import { describe, expect, it } from "vitest";
import { startLedger, type AllocationProtocol, type OpeningRecord } from "../../src/allocation/index.js";
import { openingDifferences, protocolHint } from "../../src/allocation/opening-differences.js";
import { complete, COMPLETE, KEY, protocolOf } from "./samples.js";

const parts = { arms: "aa".repeat(32), allocation: "bb".repeat(32), criteria: "cc".repeat(32) };

function openingOf(protocol: AllocationProtocol): OpeningRecord {
  return startLedger(protocol, { key: KEY, date: "2005-01-03", mode: "live" }).ledger.opening;
}

describe("openingDifferences", () => {
  it("finds none in the protocol itself", () => {
    expect(openingDifferences(openingOf(complete), complete)).toEqual([]);
    expect(openingDifferences(openingOf({ ...complete, parts }), { ...complete, parts })).toEqual([]);
  });

  it("names the paths inside arms and allocation", () => {
    const other = protocolOf({
      ...COMPLETE,
      design: { kind: "complete", batch: "iso-week", weights: { own: 2, supplier: 1 } },
      strata: ["age", "sex"],
      levels: { age: ["u", "o"] },
    });
    expect(openingDifferences(openingOf(complete), other)).toEqual([
      "allocation.design.weights.own",
      "allocation.strata",
      "allocation.levels",
    ]);
    const renamed = protocolOf(COMPLETE, ["own", "provider"]);
    expect(openingDifferences(openingOf(complete), renamed)).toEqual(["arms[1]"]);
  });

  it("names the other parts where both know their digests", () => {
    const opening = openingOf({ ...complete, parts });
    const changed = { ...complete, parts: { ...parts, criteria: "dd".repeat(32), review: "ee".repeat(32) } };
    expect(openingDifferences(opening, changed)).toEqual(["criteria", "review"]);
    expect(openingDifferences(openingOf(complete), changed)).toEqual([]);
    expect(openingDifferences(opening, complete)).toEqual([]);
  });

  it("doesn't name a part whose paths it names", () => {
    const opening = openingOf({ ...complete, parts });
    const other = protocolOf({ ...COMPLETE, referredAgain: "draw-again" });
    const changed = { ...other, parts: { ...parts, allocation: "dd".repeat(32) } };
    expect(openingDifferences(opening, changed)).toEqual(["allocation.referredAgain"]);
  });
});

describe("protocolHint", () => {
  it("lists what differs, but not without end", () => {
    expect(protocolHint([])).not.toContain("What differs");
    expect(protocolHint(["criteria"])).toContain("What differs: criteria. ");
    expect(protocolHint(["a", "b", "c", "d", "e", "f", "g", "h"])).toContain("a, b, c, d, e, f and 2 more");
  });
});
