import { describe, expect, it } from "vitest";
import { baselineOf, categoriesOf, predictorsOf } from "../../src/effects/baseline.js";
import type { BaselineRow } from "../../src/effects/index.js";
import { errorOf } from "../support/errors.js";
import { madeOutcomes } from "../support/outcomes.js";

/** c1 and c2 over 30, c3 under; all referred on 2005-01-03. */
const outcomes = madeOutcomes({
  groups: [
    { arm: "supplier", count: 2, stratum: { age: "over-30" } },
    { arm: "municipal", stratum: { age: "under-30" } },
  ],
});

const rows: readonly BaselineRow[] = [
  { citizen: "c1", age: "wrong", weeks: "12,5", education: "none", same: "a" },
  { citizen: "c2", weeks: 3, education: "vocational", same: "a" },
  { citizen: "c3", weeks: "", education: "none", same: "a" },
  { citizen: "c9", weeks: "many", education: "unseen" },
];

describe("what is known before the draw", () => {
  it("is the strata of the ledger, then the columns given, of those who were drawn", () => {
    const { columns, notices } = baselineOf(outcomes, rows);
    expect(columns).toEqual([
      {
        name: "age",
        origin: "stratum",
        isNumeric: false,
        values: new Map([
          ["c1", "over-30"],
          ["c2", "over-30"],
          ["c3", "under-30"],
        ]),
      },
      {
        name: "weeks",
        origin: "given",
        isNumeric: true,
        values: new Map([
          ["c1", 12.5],
          ["c2", 3],
        ]),
      },
      {
        name: "education",
        origin: "given",
        isNumeric: false,
        values: new Map([
          ["c1", "none"],
          ["c2", "vocational"],
          ["c3", "none"],
        ]),
      },
    ]);
    expect(notices).toEqual([
      { code: "baseline-contradicts-stratum", severity: "caution", column: "age", citizens: 1 },
      { code: "baseline-column-constant", severity: "info", column: "same" },
    ]);
  });

  it("names the cell that keeps a column from being one of numbers", () => {
    const many = madeOutcomes({
      groups: [
        { arm: "supplier", count: 10 },
        { arm: "municipal", count: 10 },
      ],
    });
    const cells = many.participants.map(({ citizen }, index) => ({
      citizen,
      weeks: index === 7 ? "1O" : String(index),
    }));
    const { columns, notices } = baselineOf(many, cells);
    expect(columns).toMatchObject([{ name: "weeks", isNumeric: false }]);
    expect(notices).toEqual([
      { code: "baseline-not-numeric", severity: "caution", column: "weeks", row: 8, value: "1O", cells: 1 },
    ]);
    const parsed = { rows: cells, notices: [], source: { name: "r.csv", digest: "0", rows: 20 } };
    const counted = { ...parsed, rowNumber: (index: number) => index + 2 };
    expect(baselineOf(many, counted).notices).toMatchObject([{ row: 9 }]);
    const categories = cells.map((row, index) => ({ ...row, weeks: index < 10 ? "few" : String(index) }));
    expect(baselineOf(many, categories).notices).toEqual([]);
  });

  it("takes parsed rows as well as plain ones", () => {
    const parsed = { rows, notices: [], source: { name: "r.csv", digest: "0", rows: 4 } };
    expect(baselineOf(outcomes, parsed as never).columns).toEqual(baselineOf(outcomes, rows).columns);
  });

  it("is not what was measured after the draw, and says so", () => {
    const late = rows.map((row, index) => ({
      ...row,
      measuredOn: index === 1 ? "2005-01-04" : "2005-01-03",
    }));
    const { columns, notices } = baselineOf(outcomes, late);
    expect(columns.map(({ name }) => name)).toEqual(["age"]);
    expect(notices).toEqual([{ code: "covariate-after-draw", severity: "warning", citizens: 1 }]);
    const onTheDay = rows.map((row) => ({ ...row, measuredOn: "03-01-2005" }));
    expect(baselineOf(outcomes, onTheDay).notices).toEqual(baselineOf(outcomes, rows).notices);
  });

  it("names the citizen whose day of measurement is none", () => {
    const impossible = rows.map((row) => ({ ...row, measuredOn: "2005-02-30" }));
    expect(errorOf(() => baselineOf(outcomes, impossible))).toMatchObject({
      code: "impossible-baseline",
      path: "baseline of c1, measuredOn",
    });
  });

  it("is of the first referral where there are several, and refuses two rows of it", () => {
    const again = [...rows, { citizen: "c1", referredOn: "2005-06-01", weeks: 99 }];
    expect(baselineOf(outcomes, again).columns[1]?.values.get("c1")).toBe(12.5);
    const twice = errorOf(() => baselineOf(outcomes, [...rows, { citizen: "c2", weeks: 4 }]));
    expect(twice).toMatchObject({
      code: "impossible-baseline",
      path: "baseline[4].citizen",
      received: "c2",
    });
  });

  it("says of whom there is no row, and which column is no baseline", () => {
    const many = madeOutcomes({ groups: [{ arm: "supplier", count: 25 }] });
    const names = Array.from({ length: 22 }, (_, i) => ({ citizen: `c${i + 1}`, name: `name ${i}`, n: i }));
    const { columns, notices } = baselineOf(many, names);
    expect(columns.map(({ name }) => name)).toEqual(["n"]);
    expect(notices).toEqual([
      { code: "baseline-column-unused", severity: "caution", column: "name", most: 20 },
      { code: "baseline-missing", severity: "caution", citizens: 3, of: 25 },
    ]);
  });
});

describe("predictors", () => {
  const [, weeks, education] = baselineOf(outcomes, rows).columns;

  it("are a number with its mean where nothing is known", () => {
    expect(weeks && predictorsOf(weeks, ["c1", "c2", "c3"])).toEqual({ weeks: [12.5, 3, 7.75] });
  });

  it("are indicators of the categories but the first, not known among them", () => {
    expect(education && predictorsOf(education, ["c1", "c2", "c4"])).toEqual({
      "education: vocational": [0, 1, 0],
      "education: not known": [0, 0, 1],
    });
    expect(education && categoriesOf(education, ["c1", "c3"])).toEqual(["none"]);
  });
});
