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

  it("compares nobody by a part of its citizens", () => {
    const rows = [
      row("Horsens", 40, 100, { group: "Under 30" }),
      row("Horsens", 10, 50, { group: "over 30" }),
      row("Vejle", 3, 9, { group: "over 30" }),
      row("Odder", 0, 0, { group: "under 30" }),
      row("Odder", 3, 9, { group: "over 30" }),
      row("Kolding", 7, 20),
    ];
    const { peers, incomplete } = findReference(rows, plan);
    expect(peers.map(({ municipality, total }) => [municipality, total])).toEqual([
      ["Horsens", 150],
      ["Odder", 9],
      ["Kolding", 20],
    ]);
    expect(incomplete).toEqual([{ municipality: "Vejle", groups: ["Under 30"] }]);
  });

  it("lacks nothing in a group in which nobody has anybody", () => {
    const rows = [row("Horsens", 0, 0, { group: "a" }), row("Horsens", 3, 9, { group: "b" })];
    expect(findReference([...rows, row("Vejle", 3, 9, { group: "b" })], plan).incomplete).toEqual([]);
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
    ["the whole twice", "duplicate-row", [row("Horsens", 3, 4), row("Horsens", 3, 4, { group: "I alt" })]],
  ])("refuses %s", (_what, code, rows) => {
    expect(() => findReference(rows, plan)).toThrow(codeOf(code));
  });

  it("takes a row of the whole for what it is, and counts nobody twice", () => {
    const rows = [
      row("Horsens", 30, 70, { group: "I alt" }),
      row("Horsens", 10, 30, { group: "a" }),
      row("Horsens", 15, 30, { group: "b" }),
    ];
    expect(findReference(rows, plan).peers).toMatchObject([{ events: 30, total: 70 }]);
    const groups = ["a", "b"].map((name) => ({ name, group: { part: name } }));
    expect(findReference(rows, { ...plan, groups }).peers).toMatchObject([{ events: 25, total: 60 }]);
  });

  it.each([
    ["Ialt", undefined],
    ["Totalt", undefined],
    ["Sum", undefined],
    ["Kommunen i alt", undefined],
    ["Hele kommunen", undefined],
    ["Alle aldre", undefined],
    ["Alle borgere", undefined],
    ["I alt (25-66 år)", "I alt (25-66 år)"],
    ["Over 25 år i alt", "Over 25 år i alt"],
    ["Kontanthjælp", "Kontanthjælp"],
  ])("doesn't count anybody twice where %s is everybody", (name, told) => {
    const rows = [
      row("Horsens", 67, 203, { group: name }),
      row("Horsens", 30, 100, { group: "a" }),
      row("Horsens", 37, 103, { group: "b" }),
      row("Vejle", 3, 9, { group: "a" }),
      row("Vejle", 4, 9, { group: "b" }),
    ];
    const { peers, wholes } = findReference(rows, plan);
    expect(peers).toMatchObject([
      { events: 67, total: 203 },
      { events: 7, total: 18 },
    ]);
    expect(wholes).toEqual(told === undefined ? [] : [{ municipality: "Horsens", group: told }]);
  });

  it("takes no group for everybody that has the others' sums in one municipality by chance", () => {
    // In Fanø 1 of 3 are 1 of 2 and 0 of 1; in Vejle they aren't.
    const rows = [
      ...[[1, 3] as const, [1, 2] as const, [0, 1] as const].map(([events, total], at) =>
        row("Fanø", events, total, { group: "abc"[at] ?? "" }),
      ),
      ...[20, 30, 40].map((total, at) => row("Vejle", 5, total, { group: "abc"[at] ?? "" })),
    ];
    const { peers, wholes } = findReference(rows, plan);
    expect(peers).toMatchObject([
      { events: 2, total: 6 },
      { events: 15, total: 90 },
    ]);
    expect(wholes).toEqual([]);
  });

  it("asks where a name says everybody and the figures don't", () => {
    const rows = [
      row("Horsens", 69, 210, { group: "Over 25 år i alt" }),
      row("Horsens", 30, 100, { group: "a" }),
      row("Horsens", 37, 103, { group: "b" }),
    ];
    expect(() => findReference(rows, plan)).toThrow(codeOf("whole-or-group"));
    // Where it is the only group, nothing is added up.
    expect(findReference(rows.slice(0, 1), plan).peers).toMatchObject([{ events: 69, total: 210 }]);
  });

  it("tells of citizens outside of the plan's groups", () => {
    const rows = [
      row("Horsens", 69, 210, { group: "I alt" }),
      row("Horsens", 30, 100, { group: "a" }),
      row("Horsens", 37, 103, { group: "b" }),
    ];
    const groups = ["a", "b"].map((name) => ({ name, group: { group: name } }));
    expect(findReference(rows, { ...plan, groups }).outside).toEqual([
      { municipality: "Horsens", all: { events: 69, total: 210 }, within: { events: 67, total: 203 } },
    ]);
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
