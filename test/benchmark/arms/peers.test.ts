import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BenchmarkPlan, MunicipalityRow } from "../../../src/benchmark/index.js";
import { findReference } from "../../../src/benchmark/arms/peers.js";
import { MEASURE, row } from "../../support/municipalities.js";

const plan: BenchmarkPlan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };
const codeOf = (code: string): unknown => expect.objectContaining({ code });

describe("findReference", () => {
  it("takes the cluster without the municipality itself, however its name is written", () => {
    const rows = [
      row("FREDERICIA Kommune", 90, 100),
      row("Horsens", 40, 100),
      row("Vejle", 30, 100),
      row("Aarhus", 1, 100, { cluster: "K2" }),
      row("Odense", 1, 100, { cluster: null }),
    ];
    expect(findReference(rows, plan)).toMatchObject({
      peers: [
        { municipality: "Horsens", events: 40, total: 100 },
        { municipality: "Vejle", events: 30, total: 100 },
      ],
      differences: [],
      leftOut: [],
    });
  });

  it("takes every other municipality where the plan names no cluster", () => {
    const { cluster: _cluster, ...open } = plan;
    const rows = [row("Fredericia", 9, 10), row("Aarhus", 1, 10, { cluster: "K2" }), row("Odense", 2, 10)];
    expect(findReference(rows, open).peers.map((peer) => peer.municipality)).toEqual(["Aarhus", "Odense"]);
  });

  it("takes the figures of the plan's measure and leaves the others", () => {
    const rows = [
      row("Horsens", 40, 100),
      row("Horsens", 1, 100, { period: "2004" }),
      row("Vejle", 1, 100, { period: "2004" }),
    ];
    expect(findReference(rows, plan)).toMatchObject({
      peers: [{ municipality: "Horsens", events: 40 }],
      differences: [],
      leftOut: ["Vejle"],
    });
  });

  it("lists what differs where nobody has the plan's measure, and takes the nearest", () => {
    const rows = [
      row("Horsens", 40, 100, { anchor: "course end", period: "2004" }),
      row("Vejle", 30, 100, { anchor: "course end" }),
    ];
    expect(findReference(rows, plan)).toMatchObject({
      peers: [{ municipality: "Vejle" }],
      differences: [{ part: "anchor", received: "course end", expected: "referral" }],
      leftOut: ["Horsens"],
    });
  });

  it("doesn't stumble over how a measure is written", () => {
    const rows = [row("Horsens", 40, 100, { population: "  Kontanthjælp over 25 " })];
    expect(findReference(rows, plan).differences).toEqual([]);
  });

  it("adds a municipality's groups up", () => {
    const rows = [
      row("Horsens", 40, 100, { group: "under 30" }),
      row("horsens", 10, 50, { group: "over 30" }),
    ];
    expect(findReference(rows, plan).peers).toEqual([
      {
        municipality: "Horsens",
        events: 50,
        total: 150,
        groups: new Map([["", { events: 50, total: 150 }]]),
      },
    ]);
  });

  it("names who has a rate but no counts", () => {
    const { municipality: name, events: _, ...facts } = row("Aarhus", 0, 4000);
    const rate: MunicipalityRow = {
      ...facts,
      municipality: name,
      figure: "rate",
      rate: 0.401,
      rounding: 0.0005,
    };
    const found = findReference([row("Horsens", 40, 100), rate], plan);
    expect(found.peers.map(({ municipality }) => municipality)).toEqual(["Horsens"]);
    expect(found.uncounted).toEqual(["Aarhus"]);
    expect(() => findReference([rate], plan)).toThrow(
      expect.objectContaining({ code: "no-peers", expected: expect.stringMatching(/counts/) }),
    );
  });

  it("never takes the country or a region for a municipality", () => {
    const rows = [
      row("Horsens", 40, 100),
      row("Hele landet", 9000, 30000),
      row("Region Syddanmark", 900, 3000),
    ];
    expect(findReference(rows, plan).peers.map(({ municipality }) => municipality)).toEqual(["Horsens"]);
  });

  it("keeps apart the groups that the plan names, and leaves out who lacks one", () => {
    const rows = [
      row("Horsens", 40, 100, { group: "Under 30" }),
      row("Horsens", 10, 50, { group: "over 30" }),
      row("Horsens", 3, 9, { group: "unknown" }),
      row("Vejle", 3, 9, { group: "under 30" }),
      row("Odder", 3, 9),
    ];
    const groups = [
      { name: "under 30", group: { ageGroup: "under-30" } },
      { name: "over 30", group: { ageGroup: "over-30" } },
    ];
    const { peers, ungrouped } = findReference(rows, { ...plan, groups });
    expect(peers).toEqual([
      {
        municipality: "Horsens",
        events: 50,
        total: 150,
        groups: new Map([
          ["under 30", { events: 40, total: 100 }],
          ["over 30", { events: 10, total: 50 }],
        ]),
      },
    ]);
    expect(ungrouped).toEqual(["Vejle", "Odder"]);
  });

  it.each<[string, string, readonly MunicipalityRow[]]>([
    ["nobody but itself", "no-peers", [row("Fredericia", 1, 2)]],
    ["a cluster that no row has", "unknown-cluster", [row("Horsens", 1, 2, { cluster: "K3" })]],
    [
      "a cluster that only itself has",
      "unknown-cluster",
      [row("Fredericia", 1, 2), row("Vejle", 1, 2, { cluster: "K3" })],
    ],
    ["the same figure twice", "duplicate-row", [row("Horsens", 1, 2), row("HORSENS", 1, 2)]],
    [
      "the whole beside its groups",
      "overlapping-groups",
      [row("Horsens", 3, 4), row("Horsens", 1, 2, { group: "a" })],
    ],
  ])("refuses %s", (_what, code, rows) => {
    expect(() => findReference(rows, plan)).toThrow(codeOf(code));
  });

  it("gives the same peers whatever the order of the rows", () => {
    const peers = ["Horsens", "Vejle", "Kolding", "Svendborg"].map((name, index) => row(name, index, 10));
    fc.assert(
      fc.property(fc.shuffledSubarray([...peers, row("Fredericia", 9, 10)], { minLength: 5 }), (rows) => {
        const found = findReference(rows, plan).peers.toSorted((a, b) => a.events - b.events);
        expect(found.map((peer) => peer.municipality)).toEqual(peers.map((peer) => peer.municipality));
      }),
    );
  });
});
