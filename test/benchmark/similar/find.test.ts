import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededStream, uniform } from "../../../src/core/index.js";
import { parseClusters } from "../../../src/benchmark/files/clusters.js";
import { municipalities } from "../../../src/benchmark/register/municipalities.js";
import { findPeers } from "../../../src/benchmark/similar/find.js";
import type { FindPeersOptions, PeerRow, Peers } from "../../../src/benchmark/similar/types.js";

const namesOf = ({ peers }: Peers): readonly string[] => peers.map(({ municipality }) => municipality);
const conditions = (municipality: string, a: number, b: number, more: Partial<PeerRow> = {}): PeerRow => ({
  municipality,
  covariates: { a, b },
  ...more,
});
const codeOf = (code: string): unknown => expect.objectContaining({ code });

const share = (municipality: string, expectedShare: number, period = "2018QMAT02"): PeerRow => ({
  municipality,
  expectedShare,
  period,
  group: "Ydelsesgrupper i alt",
});

const distance = (u: number, v: number): number =>
  Math.sqrt((u * u - 1.4 * u * v + v * v) / (2.5 * (1 - 0.49)));

/** Rows without ties, in which a tree would have to choose. */
const rowsOf = (seed: number, of: readonly string[]): readonly PeerRow[] => {
  const stream = seededStream(seed, "peers");
  return of.map((municipality) => ({
    municipality,
    covariates: { a: uniform(stream), b: uniform(stream) },
    expectedShare: uniform(stream) / 10,
  }));
};

describe("findPeers by cluster", () => {
  const lines = [
    "cluster;municipality;benefit;source;year",
    ...["Albertslund", "Brøndby", "Fredericia", "Ishøj", "København"].map(
      (name) => `K1;${name};kontanthjælp;A;2007`,
    ),
    ...["Fredericia Kommune", "Ishøj", "Faxe"].map((name) => `K9;${name};kontanthjælp;B;2012`),
    ...["Fredericia", "Køge", "Vejen"].map((name) => `K4;${name};sygedagpenge;A;2007`),
    "K5;Lemvig;kontanthjælp;A;2007",
  ];
  const rows = parseClusters(lines.join("\n"), { name: "klynger.csv" });

  it("gives the other members, in the alphabet, without distances", () => {
    const found = findPeers("Fredericia", { by: "cluster", rows, benefit: "kontanthjælp", year: "2007" });
    expect(namesOf(found)).toEqual(["Albertslund", "Brøndby", "Ishøj", "København"]);
    expect(found.peers[0]?.distance).toBeNull();
    expect(found).toMatchObject({
      kind: "peers",
      method: "given-cluster",
      cluster: "K1",
      group: "kontanthjælp",
      period: "2007",
      considered: 5,
      sources: ["A"],
    });
    expect(found.stability).toEqual([
      {
        change: "other-period",
        what: "2012",
        share: 0.25,
        stay: ["Ishøj"],
        leave: ["Albertslund", "Brøndby", "København"],
        enter: ["Faxe"],
      },
    ]);
  });

  it("keeps clusters of another benefit apart", () => {
    const found = findPeers("607", { by: "cluster", rows, benefit: "Sygedagpenge", year: "2007" });
    expect(namesOf(found)).toEqual(["Køge", "Vejen"]);
  });

  it("never guesses benefit or year, and needs a cluster", () => {
    expect(() => findPeers("Fredericia", { by: "cluster", rows })).toThrow(codeOf("missing-option"));
    expect(() => findPeers("Fredericia", { by: "cluster", rows, benefit: "kontanthjælp" })).toThrow(
      codeOf("missing-option"),
    );
    expect(() =>
      findPeers("Fredericia", { by: "cluster", rows, benefit: "kontanthjælp", year: "2011" }),
    ).toThrow(codeOf("unknown-year"));
    expect(() =>
      findPeers("Fredericia", { by: "cluster", rows, benefit: "revalidering", year: "2007" }),
    ).toThrow(codeOf("unknown-benefit"));
    expect(() => findPeers("Odense", { by: "cluster", rows, benefit: "kontanthjælp", year: "2007" })).toThrow(
      codeOf("no-cluster"),
    );
    expect(() =>
      findPeers("Fredrcia", { by: "cluster", rows, benefit: "kontanthjælp", year: "2007" }),
    ).toThrow(expect.objectContaining({ code: "no-cluster", hint: "Did you mean Fredericia?" }));
    const two = [
      { municipality: "Aarhus", cluster: "A" },
      { municipality: "Århus", cluster: "B" },
    ];
    expect(() => findPeers("Aarhus", { by: "cluster", rows: two })).toThrow(codeOf("two-clusters"));
  });
});

describe("findPeers by expected share", () => {
  const rows = [
    share("Fredericia", 0.1),
    share("Hele landet", 0.1),
    share("Vejle", 0.11),
    share("Kolding", 0.09),
    share("Odense", 0.13),
    share("Varde", 0.095),
    share("Varde", 0.2, "2018QMAT04"),
    share("Odense", 0.1, "2018QMAT04"),
    share("Fredericia", 0.1, "2018QMAT04"),
  ];
  const options = { by: "expected-share", rows, period: "2018QMAT02" } as const;

  it("gives the nearest with their distances; those that tie with the last are all in, and told", () => {
    const found = findPeers("Fredericia", { ...options, n: 2 });
    expect(namesOf(found)).toEqual(["Varde", "Kolding", "Vejle"]);
    expect(found.peers[0]?.distance).toBeCloseTo(0.005, 14);
    expect(found.notices).toEqual([
      { code: "tied-peers", severity: "info", municipalities: ["Kolding", "Vejle"] },
    ]);
    expect(namesOf(findPeers("Fredericia", { ...options, n: 1 }))).toEqual(["Varde"]);
    expect(namesOf(findPeers("Fredericia", options))).toHaveLength(4);
  });

  it("says who stays in another period", () => {
    expect(findPeers("Fredericia", { ...options, n: 1 }).stability).toEqual([
      { change: "other-period", what: "2018QMAT04", share: 0, stay: [], leave: ["Varde"], enter: ["Odense"] },
    ]);
    // Of Vejle nothing is known then.
    expect(findPeers("Vejle", { ...options, n: 1 }).stability).toMatchObject([{ share: null, stay: [] }]);
  });

  it("needs period and group where there are several, and the municipality itself", () => {
    expect(() => findPeers("Fredericia", { by: "expected-share", rows })).toThrow(codeOf("missing-option"));
    const grouped = [...rows, { ...share("Vejle", 0.02), group: "A-dagpenge mv." }];
    expect(() => findPeers("Fredericia", { ...options, rows: grouped })).toThrow(codeOf("missing-option"));
    expect(
      namesOf(findPeers("Fredericia", { ...options, rows: grouped, group: "ydelsesgrupper i alt", n: 1 })),
    ).toEqual(["Varde"]);
    expect(() => findPeers("Aalborg", options)).toThrow(codeOf("no-such-municipality"));
    const untold = rows.map(({ expectedShare: _share, ...row }) => row);
    expect(() => findPeers("Fredericia", { ...options, rows: untold })).toThrow(codeOf("no-expected-shares"));
    expect(() => findPeers("Fredericia", { ...options, rows: [share("Fredericia", 0.1)] })).toThrow(
      codeOf("no-peers"),
    );
    expect(() => findPeers("Fredericia", { ...options, rows: [...rows, share("Vejle", 0.3)] })).toThrow(
      codeOf("contradictory-rows"),
    );
  });
});

describe("findPeers by framework conditions", () => {
  // a has mean 2 and standard deviation √2.5; b ten times that.
  const rows = [
    conditions("Vejle", 0, 0),
    conditions("Kolding", 1, 10),
    conditions("Odense", 2, 40),
    conditions("Varde", 3, 20),
    conditions("Fredericia", 4, 30),
  ];

  it("measures each in its standard deviations", () => {
    const found = findPeers("Fredericia", { by: "covariates", rows, n: 2 });
    expect(namesOf(found)).toEqual(["Varde", "Odense"]);
    expect(found.peers[0]?.distance).toBeCloseTo(Math.sqrt(2 / 2.5), 14);
    expect(found.peers[1]?.distance).toBeCloseTo(Math.sqrt(5 / 2.5), 14);
    expect(found.covariates).toEqual(["a", "b"]);
    expect(found.scaling).toMatchObject([
      { covariate: "a", mean: 2, own: 4 },
      { covariate: "b", mean: 20, own: 30 },
    ]);
    expect(found.scaling[1]?.standardDeviation).toBeCloseTo(10 * Math.sqrt(2.5), 12);
    expect(Object.isFrozen(found.peers[0])).toBe(true);
  });

  it("measures by Mahalanobis' distance where conditions go together", () => {
    // In standard deviations the correlation is r = 0.7 (Σ(a − 2)(b − 20) = 70 of √(10·1000)), so that
    // d² = (u² − 2ruv + v²)/(1 − r²), with u and v the differences: to Varde (1, 1), to Odense (2, −1), in units of √2.5.
    const found = findPeers("Fredericia", { by: "covariates", rows, distance: "mahalanobis", n: 4 });
    const byName = new Map(found.peers.map((peer) => [peer.municipality, peer.distance]));
    expect(byName.get("Varde")).toBeCloseTo(distance(1, 1), 12);
    expect(byName.get("Odense")).toBeCloseTo(distance(2, -1), 12);
    expect(byName.get("Kolding")).toBeCloseTo(distance(3, 2), 12);
    expect(byName.get("Vejle")).toBeCloseTo(distance(4, 3), 12);
    expect(found.method).toBe("mahalanobis");
  });

  it("says who stays without each condition, and in another period", () => {
    const later = [
      ...rows.map((row) => ({ ...row, period: "2006" })),
      conditions("Fredericia", 0, 0, { period: "2007" }),
    ];
    const more = [
      conditions("Vejle", 5, 9, { period: "2007" }),
      conditions("Kolding", 1, 1, { period: "2007" }),
    ];
    const found = findPeers("Fredericia", {
      by: "covariates",
      rows: [...later, ...more],
      n: 1,
      period: "2006",
    });
    expect(namesOf(found)).toEqual(["Varde"]);
    expect(found.stability).toEqual([
      // By b alone, Varde and Odense are equally near.
      { change: "without-covariate", what: "a", share: 1, stay: ["Varde"], leave: [], enter: ["Odense"] },
      { change: "without-covariate", what: "b", share: 1, stay: ["Varde"], leave: [], enter: [] },
      { change: "other-period", what: "2007", share: 0, stay: [], leave: ["Varde"], enter: ["Kolding"] },
    ]);
  });

  it("says without a condition what a choice by the others finds", () => {
    const stream = seededStream(7, "conditions");
    const all = ["a", "b", "c", "d"];
    const many = municipalities.slice(0, 40).map(({ name }) => {
      const common = uniform(stream);
      const told = Object.fromEntries(all.map((each) => [each, common + uniform(stream)]));
      return { municipality: name, covariates: told };
    });
    for (const measure of ["standardized", "mahalanobis"] as const) {
      const found = findPeers("Gladsaxe", { by: "covariates", rows: many, distance: measure });
      for (const { what, stay, enter } of found.stability) {
        const covariates = all.filter((each) => each !== what);
        const again = findPeers("Gladsaxe", { by: "covariates", rows: many, distance: measure, covariates });
        expect([...stay, ...enter].toSorted()).toEqual([...namesOf(again)].toSorted());
      }
    }
  });

  it("leaves out by name who lacks a condition", () => {
    const holes: readonly PeerRow[] = [
      ...rows,
      { municipality: "Horsens", covariates: { a: 4 } },
      { municipality: "Skive" },
      { municipality: "Region Syddanmark", covariates: { a: 4, b: 30 } },
    ];
    const found = findPeers("Fredericia", { by: "covariates", rows: holes });
    expect(found.leftOut).toEqual([
      { municipality: "Horsens", missing: ["b"] },
      { municipality: "Skive", missing: ["a", "b"] },
    ]);
    expect(found.notices).toEqual([
      { code: "everybody-chosen", severity: "caution" },
      { code: "not-measured", severity: "caution", municipalities: ["Horsens (b)", "Skive (a, b)"] },
    ]);
    expect(found.considered).toBe(4);
    expect(findPeers("Horsens", { by: "covariates", rows: holes, covariates: ["a"], n: 1 }).peers).toEqual([
      { municipality: "Fredericia", distance: 0 },
    ]);
    expect(() => findPeers("Horsens", { by: "covariates", rows: holes })).toThrow(codeOf("not-measured"));
  });

  it("puts together what several rows of a municipality tell, unless they contradict each other", () => {
    const split: readonly PeerRow[] = [
      ...rows.slice(0, 4),
      { municipality: "Fredericia", covariates: { a: 4 }, group: "x" },
      { municipality: "Fredericia Kommune", covariates: { a: 4, b: 30 }, group: "y" },
    ];
    expect(namesOf(findPeers("Fredericia", { by: "covariates", rows: split, n: 1 }))).toEqual(["Varde"]);
    expect(() =>
      findPeers("Fredericia", { by: "covariates", rows: [...rows, conditions("Vejle", 0, 1)] }),
    ).toThrow(codeOf("contradictory-rows"));
    expect(() =>
      findPeers("Fredericia", { by: "covariates", rows: [...rows, conditions("Skive", NaN, 1)] }),
    ).toThrow(codeOf("impossible-row"));
  });

  it("names conditions of which one follows from the others", () => {
    const following = rows.map(({ municipality, covariates: { a = 0, b = 0 } = {} }, index) => ({
      municipality,
      covariates: { a, b, other: index * index, sum: 2 * a - b },
    }));
    const options = { by: "covariates", rows: following } as const;
    expect(() => findPeers("Fredericia", { ...options, distance: "mahalanobis" })).toThrow(
      expect.objectContaining({ code: "collinear-covariates", received: "a, b, sum" }),
    );
    expect(namesOf(findPeers("Fredericia", options))).toHaveLength(4);
    expect(() =>
      findPeers("Fredericia", { ...options, rows: following.slice(3), distance: "mahalanobis" }),
    ).toThrow(codeOf("collinear-covariates"));
    const constant = rows.map((row) => ({ ...row, covariates: { ...row.covariates, same: 0.1 } }));
    expect(() => findPeers("Fredericia", { by: "covariates", rows: constant })).toThrow(
      codeOf("constant-covariate"),
    );
  });

  it.each<[string, object, string]>([
    ["an unknown way", { by: "name", rows }, "impossible-option"],
    ["no way", { rows }, "missing-option"],
    ["no rows", { by: "covariates" }, "missing-option"],
    ["an option of another way", { by: "covariates", rows, height: 2 }, "unknown-option"],
    ["an unknown condition", { by: "covariates", rows, covariates: ["A", "b"] }, "unknown-covariate"],
    [
      "rows without conditions",
      { by: "covariates", rows: [{ municipality: "Fredericia" }] },
      "unknown-covariate",
    ],
    ["half a peer", { by: "covariates", rows, n: 1.5 }, "impossible-option"],
    ["a tree that isn't cut", { by: "tree", rows }, "missing-option"],
    ["more peers than there are", { by: "covariates", rows, n: 500 }, "impossible-option"],
    [
      "more peers by their share than there are",
      { by: "expected-share", rows: [share("Fredericia", 0.1), share("Vejle", 0.2)], n: 2 },
      "impossible-option",
    ],
    ["more branches than leaves", { by: "tree", rows, branches: 99 }, "impossible-option"],
    ["a tree that is cut twice", { by: "tree", rows, height: 1, branches: 2 }, "impossible-option"],
  ])("refuses %s", (_what, options, code) => {
    expect(() => findPeers("Fredericia", options as FindPeersOptions)).toThrow(codeOf(code));
  });
});

describe("findPeers by tree", () => {
  const rows = [
    conditions("Vejle", 0, 0),
    conditions("Kolding", 0, 1),
    conditions("Odense", 10, 10),
    conditions("Varde", 10, 11),
    conditions("Fredericia", 11, 10),
  ];

  it("gives the branch at a stated number of branches or height", () => {
    const two = findPeers("Fredericia", { by: "tree", rows, branches: 2 });
    expect(namesOf(two)).toEqual(["Odense", "Varde"]);
    expect(two).toMatchObject({ method: "ward2", covariates: ["a", "b"], considered: 4 });
    expect(namesOf(findPeers("Fredericia", { by: "tree", rows, height: two.height ?? NaN }))).toEqual(
      namesOf(two),
    );
    expect(namesOf(findPeers("Fredericia", { by: "tree", rows, branches: 1 }))).toHaveLength(4);
    const alone = findPeers("Fredericia", { by: "tree", rows, height: 0 });
    expect(alone.peers).toEqual([]);
    expect(alone.notices).toEqual([{ code: "nobody-comparable", severity: "warning" }]);
    expect(alone.stability.map((each) => each.share)).toEqual([null, null]);
  });

  it("joins at the height of Ward's criterion", () => {
    // One condition with standard deviation s: {0}, {3} join at 3/s; then {0, 3} with center 1.5 and {10}, sizes 2 and 1,
    // at √(2·2·1/3)·8.5/s.
    const line = [0, 3, 10].map((a, at): PeerRow => ({
      municipality: ["Vejle", "Kolding", "Odense"][at] ?? "",
      covariates: { a },
    }));
    const s = Math.sqrt(((0 - 13 / 3) ** 2 + (3 - 13 / 3) ** 2 + (10 - 13 / 3) ** 2) / 2);
    expect(findPeers("Vejle", { by: "tree", rows: line, branches: 2 }).height).toBeCloseTo(3 / s, 12);
    expect(findPeers("Vejle", { by: "tree", rows: line, branches: 1 }).height).toBeCloseTo(
      (Math.sqrt(4 / 3) * 8.5) / s,
      12,
    );
  });
});

describe("any way of finding peers", () => {
  const ways: readonly Omit<FindPeersOptions, "rows">[] = [
    { by: "covariates", n: 3 },
    { by: "covariates", distance: "mahalanobis", n: 3 },
    { by: "tree", branches: 3 },
    { by: "expected-share", n: 3 },
  ] as never;
  const some = municipalities.slice(0, 12);
  const names = some.map(({ name }) => name);
  const orders = fc.shuffledSubarray([...some.keys()], { minLength: some.length });

  it("gives the same whatever the order of the rows", () => {
    fc.assert(
      fc.property(fc.nat(), orders, (seed, order) => {
        const rows = rowsOf(seed, names);
        const shuffled = order.flatMap((at) => rows[at] ?? []);
        for (const way of ways) {
          const [one, other] = [rows, shuffled].map((each) =>
            findPeers("Ballerup", { ...way, rows: each } as FindPeersOptions),
          );
          expect(other?.peers).toEqual(one?.peers);
          expect(other?.stability).toEqual(one?.stability);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("gives the same whatever the municipalities are called", () => {
    fc.assert(
      fc.property(fc.nat(), orders, (seed, order) => {
        const renamed = order.map((at) => names[at] ?? "");
        for (const way of ways) {
          const found = findPeers(names[0] ?? "", { ...way, rows: rowsOf(seed, names) } as FindPeersOptions);
          const other = findPeers(renamed[0] ?? "", {
            ...way,
            rows: rowsOf(seed, renamed),
          } as FindPeersOptions);
          expect(namesOf(other).map((name) => names[renamed.indexOf(name)])).toEqual(namesOf(found));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("never has the municipality itself among the peers", () => {
    const rows = rowsOf(
      1,
      names.map((name) => `${name.toUpperCase()} Kommune`),
    );
    for (const way of ways) {
      for (const { name, code } of some)
        expect(namesOf(findPeers(code, { ...way, rows } as FindPeersOptions))).not.toContain(
          `${name.toUpperCase()} Kommune`,
        );
    }
  });

  it.each([undefined, null, "", 607])("asks for a municipality instead of %j", (municipality) => {
    expect(() => findPeers(municipality as never, undefined as never)).toThrow(
      expect.objectContaining({ name: "CompetitionError", code: "missing-option" }),
    );
  });
});
