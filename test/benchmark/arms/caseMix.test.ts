import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCounts,
  informationAt,
  mixOf,
  mixOfStandard,
  rateAt,
  shiftAt,
  standardOf,
} from "../../../src/benchmark/arms/caseMix.js";

const young = { events: 60, total: 100 };
const old = { events: 60, total: 300 };
const cluster = new Map([
  ["young", young],
  ["old", old],
]);

describe("the standard", () => {
  const standard = standardOf(cluster);

  it("has each group's log odds and share", () => {
    expect(standard.groups.get("young")).toEqual({ logOdds: Math.log(60 / 40), share: 0.25 });
    expect(standard.groups.get("old")).toEqual({ logOdds: Math.log(60 / 240), share: 0.75 });
  });

  it("gives the cluster's own rate at no shift", () => {
    // (60 + 60)/400
    expect(rateAt(mixOfStandard(standard), 0)).toBeCloseTo(0.3, 14);
  });

  it("gives a unit of another mix the rate of that mix", () => {
    // Half young: (0.6 + 0.2)/2.
    const mix = mixOf(
      new Map([
        ["young", { events: 0, total: 50 }],
        ["old", { events: 0, total: 50 }],
      ]),
      standard,
    );
    expect(rateAt(mix, 0)).toBeCloseTo(0.4, 14);
    // (0.6 × 0.4 + 0.2 × 0.8)/2
    expect(informationAt(mix, 0)).toBeCloseTo(0.2, 14);
  });

  it("leaves out groups that the cluster hasn't", () => {
    const unit = new Map([
      ["young", { events: 1, total: 10 }],
      ["unknown", { events: 9, total: 90 }],
    ]);
    expect(mixOf(unit, standard)).toEqual({ weights: [1], logOdds: [Math.log(60 / 40)] });
  });

  it("is finite where nobody or everybody had a success", () => {
    const extreme = standardOf(
      new Map([
        ["none", { events: 0, total: 9 }],
        ["all", { events: 9, total: 9 }],
        ["empty", { events: 0, total: 0 }],
      ]),
    );
    // (0 + ½)/(9 + ½)
    expect(extreme.groups.get("none")?.logOdds).toBeCloseTo(Math.log(0.5 / 9.5), 14);
    expect(extreme.groups.get("all")?.logOdds).toBeCloseTo(Math.log(9.5 / 0.5), 14);
    expect(extreme.groups.has("empty")).toBe(false);
  });
});

describe("a shift", () => {
  const mixes = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: -4, max: 4, noNaN: true })), {
      minLength: 1,
      maxLength: 5,
    })
    .map((groups) => {
      const all = groups.reduce((sum, [weight]) => sum + weight, 0);
      return {
        weights: groups.map(([weight]) => weight / all),
        logOdds: groups.map(([, logOdds]) => logOdds),
      };
    });

  it("is found again from the rate that it gives", () => {
    fc.assert(
      fc.property(mixes, fc.double({ min: -5, max: 5, noNaN: true }), (mix, shift) => {
        expect(shiftAt(mix, rateAt(mix, shift))).toBeCloseTo(shift, 9);
      }),
    );
  });

  it("is infinite for the rates 0 and 1", () => {
    const mix = mixOfStandard(standardOf(cluster));
    expect([shiftAt(mix, 0), shiftAt(mix, 1)]).toEqual([-Infinity, Infinity]);
    expect([rateAt(mix, -Infinity), rateAt(mix, Infinity)]).toEqual([0, 1]);
  });
});

it("adds units up group by group", () => {
  expect(addCounts([cluster, new Map([["old", { events: 1, total: 2 }]])])).toEqual(
    new Map([
      ["young", young],
      ["old", { events: 61, total: 302 }],
    ]),
  );
});
