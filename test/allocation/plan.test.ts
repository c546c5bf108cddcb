import { describe, expect, it } from "vitest";
import { armsOf, checkProtocol } from "../../src/allocation/plan.js";
import type { AllocationProtocol } from "../../src/allocation/index.js";
import { complete, COMPLETE, errorOf } from "./samples.js";

/** As a caller without types might give it. */
const changed = (part: object): AllocationProtocol => ({ ...complete, ...part });

describe("checkProtocol", () => {
  it("gives back a protocol that fits together", () => {
    expect(checkProtocol(complete)).toBe(complete);
  });

  it.each([
    ["protocol.digest", { digest: "not a digest" }],
    ["protocol.arms", { arms: [{ id: "own", name: "Own" }] }],
    ["protocol.arms.id", { arms: [{ id: "own" }, { id: "own" }] }],
    ["protocol.arms.id[1]", { arms: [{ id: "own" }, {}] }],
    ["protocol.allocation", { allocation: undefined }],
    ["protocol.allocation.strata", { allocation: { ...COMPLETE, strata: ["age", "age"] } }],
    ["protocol.allocation.referredAgain", { allocation: { ...COMPLETE, referredAgain: "keep" } }],
    ["protocol.allocation.quota", { allocation: { ...COMPLETE, quota: 10 } }],
    [
      "protocol.allocation.design.weights.supplier",
      { allocation: { ...COMPLETE, design: { ...COMPLETE.design, weights: { own: 1 } } } },
    ],
  ])("names what is wrong: %s", (path, part) => {
    expect(errorOf(() => checkProtocol(changed(part)))).toMatchObject({ code: "impossible-protocol", path });
  });

  const minimized = {
    kind: "minimization",
    weights: { own: 1, supplier: 1 },
    imbalance: "range",
    preference: 0.8,
  };

  it.each([
    ["protocol.allocation.unit", { unit: "couple" }],
    ["protocol.allocation.levels.age", { levels: { age: [] } }],
    ["protocol.allocation.levels.group", { levels: { group: ["A"] } }],
    ["protocol.allocation.referredAgain", { unit: "household", referredAgain: "draw-again" }],
    ["protocol.allocation", { unit: "household", strata: ["household"] }],
    ["protocol.allocation", { design: { ...minimized, factors: { citizen: 1 } } }],
    ["protocol.allocation.design.factors.age", { design: { ...minimized, factors: { age: 1 } } }],
    ["protocol.allocation.beacon", { beacon: "" }],
    ["protocol.allocation.beacon", { design: { kind: "alternation" }, beacon: "dice" }],
    ["protocol.allocation.quotas[0]", { quotas: [{ arm: "own", most: 3 }] }],
    ["protocol.allocation.quotas[0].arm", { quotas: [{ arm: "third", per: "iso-week", most: 3 }] }],
    [
      "protocol.allocation.quotas[0].least",
      { design: { kind: "alternation" }, quotas: [{ arm: "own", per: "iso-week", least: 3 }] },
    ],
  ])("names what can't be meant together: %s", (path, part) => {
    const allocation = { ...COMPLETE, ...part };
    expect(errorOf(() => checkProtocol(changed({ allocation })))).toMatchObject({
      code: "impossible-protocol",
      path,
    });
  });

  it("knows an old stratum by any name", () => {
    // ledgers were opened so before households could be drawn, and must open for ever
    expect(checkProtocol(changed({ allocation: { ...COMPLETE, strata: ["household"] } }))).toBeDefined();
  });

  it("doesn't stumble over no protocol at all", () => {
    const nothing = JSON.parse("null") as AllocationProtocol;
    expect(errorOf(() => checkProtocol(nothing))).toMatchObject({ path: "protocol.digest" });
  });
});

it("takes the arms in the protocol's order", () => {
  expect(armsOf(complete)).toEqual(["own", "supplier"]);
});
