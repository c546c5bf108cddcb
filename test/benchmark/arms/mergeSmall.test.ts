import { describe, expect, it } from "vitest";
import {
  mergeSmallMunicipalities,
  type MunicipalityRow,
  type RateRow,
} from "../../../src/benchmark/index.js";
import { MEASURE, row } from "../../support/municipalities.js";

const large = [row("Odense", 300, 900), row("Vejle", 90, 300)];
const rate = (municipality: string, value: number, total?: number): RateRow => ({
  municipality,
  ...MEASURE,
  cluster: "K1",
  figure: "rate",
  rate: value,
  rounding: 0.0005,
  ...(total === undefined ? {} : { total }),
});

const inGroup = (name: string, [events, total]: readonly [number, number], group?: string): MunicipalityRow =>
  row(name, events, total, group === undefined ? {} : { group });

const inGroups = (name: string, young: number, old: number, more: Partial<(typeof large)[number]> = {}) => [
  row(name, young, 40, { group: "unge", ...more }),
  row(name, old, 50, { group: "ældre", ...more }),
];

describe("mergeSmallMunicipalities", () => {
  it("adds the small ones up, with what they have in common", () => {
    const small = [
      row("Samsø", 4, 15, { source: "Jobindsats", year: "2005", covariates: { share: 0.2 }, expected: 5.5 }),
      row("Læsø", 3, 20, { source: "Jobindsats", year: "2006", covariates: { share: 0.3 }, expected: 4 }),
      row("Fanø", 9, 10, { source: "egne tal", covariates: { share: 0.1 }, expected: 6 }),
    ];
    expect(mergeSmallMunicipalities([...large, ...small])).toEqual({
      rows: [
        ...large,
        row("Øvrige kommuner (3)", 16, 45, {
          expected: 15.5,
          source: "Jobindsats, egne tal",
          year: "2005, 2006",
        }),
      ],
      merged: [{ name: "Øvrige kommuner (3)", municipalities: ["Fanø", "Læsø", "Samsø"] }],
      leftOut: [],
    });
  });

  it("merges a municipality in all of its groups, and each measure, period and cluster by itself", () => {
    const rows = [
      ...inGroups("Vejle", 12, 3),
      ...inGroups("Køge", 13, 14),
      ...inGroups("Odder", 15, 16),
      ...inGroups("Greve", 25, 26),
      ...inGroups("Vejle", 12, 13, { period: "2006" }),
    ];
    const { rows: found, merged } = mergeSmallMunicipalities(rows);
    expect(merged).toEqual([{ name: "Øvrige kommuner (3)", municipalities: ["Greve", "Køge", "Vejle"] }]);
    expect(
      found.map((each) => [each.municipality, each.group, each.period, "events" in each && each.events]),
    ).toEqual([
      ["Odder", "unge", "2005", 15],
      ["Odder", "ældre", "2005", 16],
      ["Øvrige kommuner (3)", "unge", "2005", 50],
      ["Øvrige kommuner (3)", "ældre", "2005", 43],
      ["Vejle", "unge", "2006", 12],
      ["Vejle", "ældre", "2006", 13],
    ]);
  });

  it("leaves the municipality that is compared as it is, and isn't hidden behind it", () => {
    const rows = [...large, row("Køge", 50, 100), row("Fredericia", 2, 20), row("Læsø", 3, 20)];
    const { rows: found, merged } = mergeSmallMunicipalities(rows, { municipality: "Fredericia Kommune" });
    expect(found).toContainEqual(row("Fredericia", 2, 20));
    expect(merged[0]?.municipalities).toEqual(["Køge", "Læsø", "Vejle"]);
  });

  it("weights rates of people by their number, and takes as few events as the rounding allows", () => {
    // 0.05 × 100 could be 4.95.
    const rows = [
      rate("Odense", 0.3, 900),
      rate("Vejle", 0.2, 300),
      rate("Læsø", 0.05, 100),
      rate("Fanø", 0.1, 200),
    ];
    const [kept, together] = mergeSmallMunicipalities(rows).rows;
    expect(kept).toEqual(rows[0]);
    expect(together).toMatchObject({ municipality: "Øvrige kommuner (3)", figure: "rate", total: 600 });
    expect(together).toHaveProperty("rate", expect.closeTo((60 + 5 + 20) / 600, 12));
    expect(mergeSmallMunicipalities([rate("Odense", 0.06, 100), rate("Vejle", 0.2, 300)]).merged).toEqual([]);
  });

  it("leaves out what can't be added up of those merged, and areas, whose sums would give them away", () => {
    const small = [row("Samsø", 4, 15), row("Læsø", 3, 20), row("Fanø", 2, 10)];
    const others: readonly MunicipalityRow[] = [
      rate("Læsø", 0.15),
      rate("Odense", 0.33),
      row("Region Syddanmark", 400, 1300),
    ];
    const found = mergeSmallMunicipalities([...large, ...small, ...others]);
    expect(found.leftOut).toEqual(["Læsø", "Region Syddanmark"]);
    expect(found.rows).toHaveLength(4);
    expect(mergeSmallMunicipalities([...large, ...others]).rows).toHaveLength(5);
  });

  it("leaves all out that are small together", () => {
    expect(
      mergeSmallMunicipalities([
        row("Læsø", 1, 20),
        row("Fanø", 2, 20),
        ...large.map((each) => ({ ...each, cluster: "K2" })),
      ]),
    ).toEqual({
      rows: large.map((each) => ({ ...each, cluster: "K2" })),
      merged: [],
      leftOut: ["Læsø", "Fanø"],
    });
  });

  it("changes nothing where nobody is small, and holds 1 for small where only 0 is to be hidden", () => {
    const rows = [...large, row("Læsø", 1, 20)];
    expect(mergeSmallMunicipalities(rows, { minimum: 1 }).rows).toEqual(rows);
    expect(mergeSmallMunicipalities([...large, row("Læsø", 0, 20)], { minimum: 1 }).merged).toHaveLength(1);
    expect(mergeSmallMunicipalities([...large, row("Læsø", 0, 0)]).merged).toEqual([]);
  });

  it.each([
    [[row("Læsø", 1, 20), row("Læsø", 2, 20)], {}, "duplicate-row"],
    [large, { minimum: 0 }, "impossible-option"],
    [large, { municipality: " " }, "impossible-option"],
  ])("refuses what can't be meant", (rows, options, code) => {
    expect(() => mergeSmallMunicipalities(rows, options)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ["I alt", { Kvinder: [30, 60] }],
    [undefined, { Kvinder: [30, 60] }],
    ["Alle ledige", { Kvinder: [30, 60] }],
    ["I alt", { Kvinder: [20, 40], Mænd: [10, 20] }],
  ] as const)("hides whom everybody (%s) less the groups would tell of", (whole, parts) => {
    // 33 of 80 less 30 of 60: 3 of 20.
    const rows = ["Odder", "Vejle", "Horsens", "Køge"].flatMap((name, at) => [
      inGroup(name, at === 0 ? [33, 80] : [60, 160], whole),
      ...Object.entries(parts).map(([group, count]) => inGroup(name, count, group)),
    ]);
    expect(mergeSmallMunicipalities(rows).merged[0]?.municipalities).toContain("Odder");
  });

  it("merges nobody where the groups are everybody, or are no parts of it", () => {
    const rows = ["Odder", "Vejle", "Horsens"].flatMap((name) => [
      row(name, 60, 160, { group: "I alt" }),
      row(name, 30, 80, { group: "Kvinder" }),
      row(name, 30, 80, { group: "Mænd" }),
    ]);
    expect(mergeSmallMunicipalities(rows).merged).toEqual([]);
  });

  it.each([undefined, null, 3, [undefined], { rows: 3 }])("asks for rows instead of %j", (rows) => {
    expect(() => mergeSmallMunicipalities(rows as never)).toThrow(
      expect.objectContaining({ name: "CompetitionError", code: "missing-rows" }),
    );
  });
});
