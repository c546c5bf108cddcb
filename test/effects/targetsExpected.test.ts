import { describe, expect, it } from "vitest";
import { expectedShare } from "../../src/effects/index.js";
import { errorOf } from "../support/errors.js";

const targets = [
  { criterion: "job", group: { match: "1" }, share: 0.9 },
  { criterion: "job", group: { match: "2" }, share: 0.5 },
];

describe("expectedShare", () => {
  it("weights targets by the mix: 0.25 · 0.9 + 0.75 · 0.5 = 0.6", () => {
    const mix = [
      { group: { match: "1" }, share: 0.25 },
      { group: { match: "2" }, share: 0.75 },
    ];
    const { share, mixSum } = expectedShare(mix, targets);
    expect(share).toBeCloseTo(0.6, 14);
    expect(mixSum).toBe(1);
  });

  it("takes a mix that isn't whole as if the missing were like the others: (0.2 · 0.9 + 0.2 · 0.5) / 0.4", () => {
    const mix = [
      { group: { match: "1" }, share: 0.2 },
      { group: { match: "2" }, share: 0.2 },
    ];
    expect(expectedShare(mix, targets).share).toBeCloseTo(0.7, 14);
  });

  it("takes a target without a group for everyone", () => {
    expect(expectedShare([{ group: {}, share: 1 }], [{ criterion: "job", share: 0.65 }])).toEqual({
      share: 0.65,
      mixSum: 1,
    });
  });

  it.each([
    ["empty-mix", [], targets],
    ["target-missing", [{ group: { match: "3" }, share: 1 }], targets],
    ["target-missing", [{ group: { match: "1", age: "30" }, share: 1 }], targets],
    ["target-repeated", [{ group: { match: "1" }, share: 1 }], [...targets, ...targets]],
    ["impossible-share", [{ group: { match: "1" }, share: 90 }], targets],
    ["impossible-mix", ["1", "2"].map((match) => ({ group: { match }, share: 0.51 })), targets],
    ["impossible-share", [{ group: { match: "1" }, share: Number.NaN }], targets],
  ] as const)("refuses %s", (code, mix, given) => {
    expect(errorOf(() => expectedShare(mix, given)).code).toBe(code);
  });
});
